/* SPDX-License-Identifier: MIT */
/*
 * build_job.h -- one module while it is being built: what build.c, build_compile.c and
 * build_glue.c share.
 */
#ifndef CLI_BUILD_JOB_H
#define CLI_BUILD_JOB_H

#include "board.h"
#include "build.h"
#include "link.h"
#include "proc.h"
#include "stamp.h"

/* One run of the compiler. */
typedef struct build_unit {
    const char *source, *object;
    const opt_list_t *flags; /* its own; or NULL */
    bool classic;            /* written for the seeds' system: see classic_flags */
    bool library;            /* the SDK's: its warnings are not the user's */
    proc_args_t args;        /* the command line without the output */
} build_unit_t;

typedef struct build_job {
    arena_t *a;
    const build_options_t *o;
    board_t board;
    const char *name, *folder; /* folder: ROOT/build/BOARD/NAME */
    const char *work;          /* folder/obj */
    const classic_t *classic;  /* NULL: a driver */
    opt_list_t sources;        /* of the user */
    bool generated;            /* zvm-gen writes the glue; else build_glue.c does */
    build_unit_t *units;       /* one a source, then the glue */
    int nunits;
    bool beside;                      /* NAME.zmod is made, for the board's VM */
    const char *compiler, *generator; /* full paths */
    opt_list_t headers;               /* a chip's: folders of its C library */
    stamp_t stamp;
} build_job_t;

/* NAME's output with that suffix in the folder of results, and where it is made. */
const char *build_output(const build_job_t *b, const char *suffix);
const char *build_work(const build_job_t *b, const char *suffix);

/* Fills in the command lines of all units. */
void build_plan(build_job_t *b);
/* Runs generator and compilers. False: reported. */
bool build_compile(build_job_t *b);

/* For a chip: fills in `headers`, and adds what the generator must know. False:
 * reported. */
bool build_find_headers(build_job_t *b);
void build_add_target(build_job_t *b, proc_args_t *args);

/* Does the text of a source ask for generated glue? */
bool build_is_annotated(const char *text);
/* Writes NAME_glue.c with the table of the natives that are declared. */
bool build_write_glue(const build_job_t *b);
/* Writes what Python declares for zvm-gen to compare, and gives the file's name. NULL:
 * it cannot be compared, or reported. */
const char *build_write_bound(const build_job_t *b);
/* Every declared native is defined in an object. False: each missing one is reported.
 */
bool build_check_natives(const build_job_t *b);

#endif
