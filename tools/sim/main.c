/* SPDX-License-Identifier: MIT */
/*
 * main.c -- zvm-sim FILE BOARD: checks a scene file for the board in that folder and
 * prints the statements for its VM.
 */
#include "diag.h"
#include "simfile.h"

#include <stdio.h>

enum { EXIT_GOOD = 0, EXIT_INPUT = 1, EXIT_USAGE = 2 };

int main(int argc, char **argv)
{
    arena_t *a = arena_new();
    strbuf_t scene;
    diag_set_program("zvm-sim");
    if (argc != 3) {
        fputs("usage: zvm-sim FILE.json BOARD-FOLDER\n", stderr);
        return EXIT_USAGE;
    }
    strbuf_init(&scene);
    bool good = simfile_read(a, argv[1], argv[2], &scene);
    if (good) {
        fputs(scene.data, stdout);
    }
    strbuf_free(&scene);
    arena_free(a);
    return good ? EXIT_GOOD : EXIT_INPUT;
}
