/* SPDX-License-Identifier: MIT */
/*
 * emulate.h -- a linked firmware in the board's emulator: its console, its exit status.
 */
#ifndef CLI_EMULATE_H
#define CLI_EMULATE_H

#include "board.h"
#include "firmware.h"
#include "proc.h"
#include <stddef.h>

typedef struct emulate_options {
    const char *icount;  /* "5", "7,sleep=off": instructions count the time; or NULL */
    opt_list_t emulator; /* further arguments of the emulator */
    int timeout;         /* seconds; 0: for ever */
} emulate_options_t;

/* The rows of the options above, for a struct that has them as `member`. */
#define EMULATE_ROWS(type, member)                                                     \
    {"icount",                                                                         \
     0,                                                                                \
     OPT_TEXT,                                                                         \
     "SHIFT",                                                                          \
     "emulator: time is counted in instructions of 2^SHIFT ns, as 5 or 7,sleep=off",   \
     offsetof(type, member.icount)},                                                   \
        {"emulator",                                                                   \
         0,                                                                            \
         OPT_LIST,                                                                     \
         "ARGUMENT",                                                                   \
         "emulator: give it this argument too, as --emulator=-device",                 \
         offsetof(type, member.emulator)},                                             \
    {                                                                                  \
        "timeout", 0, OPT_COUNT, "SECONDS",                                            \
            "emulator: end the program after that time",                               \
            offsetof(type, member.timeout)                                             \
    }

/* The emulator's command line for a program; not closed by proc_argv(). */
void emulate_command(arena_t *a, const board_t *board, const emulate_options_t *o,
                     const firmware_t *f, proc_args_t *args);

/*
 * Runs it to its end; `put` gets what it prints, decoded (decode.h). With `input` it
 * reads our standard input. Returns its exit status; -1: reported [emulator].
 * An interrupt ends both.
 */
int emulate_run(arena_t *a, const board_t *board, const emulate_options_t *o,
                const firmware_t *f, bool input,
                void (*put)(void *context, const char *text, size_t len),
                void *context);

#endif
