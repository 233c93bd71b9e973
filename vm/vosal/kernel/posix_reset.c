/* SPDX-License-Identifier: MIT */
/* posix_reset.c -- the reset: this program again, with its arguments. */
#define _GNU_SOURCE
#include "vosal.h"
#include <fcntl.h>
#include <unistd.h>

enum { ARGUMENTS = 1 << 16 };

/* Splits the text of /proc/self/cmdline. */
static void split(char *text, size_t length, char **argv, size_t max)
{
    size_t n = 0;
    for (size_t at = 0; at < length && n + 1 < max; at++) {
        if (at == 0 || !text[at - 1]) {
            argv[n++] = text + at;
        }
    }
    argv[n] = NULL;
}

void vosSysReset(void)
{
    static char text[ARGUMENTS];
    static char *argv[ARGUMENTS / 16];
    static char path[4096];
    int fd = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
    if (length > 0 && readlink("/proc/self/exe", path, sizeof path - 1) > 0) {
        split(text, (size_t)length, argv, sizeof argv / sizeof *argv);
        execv(path, argv);
    }
    static const char failed[] = "zvm: cannot start the program again\n";
    (void)!write(2, failed, sizeof failed - 1);
    _exit(70);
}
