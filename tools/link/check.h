/* SPDX-License-Identifier: MIT */
/*
 * check.h -- what is wrong with a module's objects, found by reading them.
 */
#ifndef LINK_CHECK_H
#define LINK_CHECK_H

#include "link.h"

typedef struct check check_t;

/* Reads the objects. NULL: reported. */
check_t *check_open(arena_t *a, const link_job_t *job);
/* Machines, symbols defined twice, thread-local ones. False: each has been reported. */
bool check_objects(check_t *c);
/*
 * What the module, linked and without what is unused, asks of others. `zno` is the
 * module, the objects are for the places. False: every fault has been reported.
 */
bool check_undefined(check_t *c, const char *zno);

/* Nothing for check_undefined() to report. */
bool check_is_closed(check_t *c, const char *zno);

/* Has an object a section of that name? */
bool check_has_section(const check_t *c, const char *name);
/* Do the objects ask for arithmetic that the compiler's own library has? */
bool check_needs_libgcc(const check_t *c);
/* Does an object use the symbol without one defining it? */
bool check_uses(const check_t *c, const char *name);

#endif
