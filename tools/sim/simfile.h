/* SPDX-License-Identifier: MIT */
/*
 * simfile.h -- what is wired to the simulated board: a JSON file, checked whole,
 * becomes scene text.
 *
 * The VM reads no JSON. It gets one statement a line (docs/guide/sim.md names them, and
 * vm/vhal/sim/sim.h reads them): words separated by blanks, the first one the
 * statement's name, then its pairs of key and value. Times are whole nanoseconds, bytes
 * are hexadecimal, names of files are relative to where the command runs. In a word
 * everything but letters, digits and `._-+/:,;` is `%xx`; the empty word is `%`.
 */
#ifndef SIM_SIMFILE_H
#define SIM_SIMFILE_H

#include "arena.h"
#include "strbuf.h"
#include <stdbool.h>

/*
 * Appends the scene of file `path` to `out`. `board` is the folder with the board.json
 * whose pins and buses the file may name. False: all that is wrong has been reported
 * [sim-…] and `out` is of no use.
 */
bool simfile_read(arena_t *a, const char *path, const char *board, strbuf_t *out);

#endif
