/* SPDX-License-Identifier: MIT */
/*
 * exc_group.h -- exception groups: several exceptions raised as one.
 *
 * A group's arguments are its message and the sequence of its members.
 */
#ifndef CORE_EXC_GROUP_H
#define CORE_EXC_GROUP_H

#include "type.h"

bool group_is(PObject *exc);

/* Are these good arguments of a group? TypeError or ValueError when not. */
err_t group_check(uint16_t number, PTuple *args);

/* A BaseExceptionGroup of nothing but Exceptions is an ExceptionGroup. */
uint16_t group_number(uint16_t number, PTuple *args);

/* str(): the message and the number of members. */
err_t group_str(PObject *group, struct text *out);

/* message, exceptions, split …; *res NULL: none of a group's own. */
err_t group_getattr(PObject *group, uint16_t name, PObject **res);

/* EXC_STAR_SPLIT: values[0] is an exception and values[1] a type; they become what does
 * not match and a group of what does, None when empty. */
err_t group_star_split(PObject **values);

#endif
