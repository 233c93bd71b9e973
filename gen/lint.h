/* SPDX-License-Identifier: MIT */
/*
 * lint.h -- faults of natives that compile, and work until they do not (native.md,
 * lints 1 … 6).
 *
 * A finding in a typed native or in a variable is an error; in a classic native a
 * warning, since existing drivers break some rules harmlessly, and an error with
 * --strict. `--allow SLUG` silences one kind.
 */
#ifndef GEN_LINT_H
#define GEN_LINT_H

#include "read.h"

/* Is each of the slugs that are not to be reported one? False: reported. */
bool lint_check_allowed(const gen_t *g);

void lint_report(reader_t *r, bool classic, const diag_pos_t *pos, diag_slug_t slug,
                 const char *hint, const char *fmt, ...)
    __attribute__((format(printf, 6, 7)));

/*
 * Lint 2: a static or global variable with an object in it that the collector does not
 * see. What was found is reported at the end of the source, when it is known whether
 * the module is a typed one.
 */
void lint_variable(reader_t *r, CXCursor var);
void lint_report_variables(reader_t *r);

/* Lints 3, 4 and 6, over all paths through the body of a native; one of both is NULL.
 */
void lint_body(reader_t *r, CXCursor fn, const fn_t *typed, const classic_t *classic);

/*
 * Lint 5: the Python declarations against the natives that were read. `path` is a table
 * that the compiler of the program wrote, a declaration a line, separated by tabs:
 * symbol, parameters, parameters without default, 1 with *args else 0, file, line.
 */
void lint_bound(gen_t *g, const char *path);

#endif
