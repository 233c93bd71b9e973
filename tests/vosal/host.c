/* SPDX-License-Identifier: MIT */
/*
 * host.c -- the VOSAL suite on the host. With --virtual as first word time is virtual,
 * with --real it is not. What stops a system is a signal or a sanitizer, so who is to
 * be stopped runs in a process of its own.
 */
#define _GNU_SOURCE
#include "host.h"
#include "port.h"
#include "vosal.h"
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool is_virtual;
static char *program;

void tap_put(const char *text)
{
    size_t n = strlen(text);
    (void)!write(STDOUT_FILENO, text, n);
}

void port_begin(int *argc, char **argv)
{
    program = argv[0];
    is_virtual = *argc > 1 && strcmp(argv[1], "--virtual") == 0;
    if (is_virtual || (*argc > 1 && strcmp(argv[1], "--real") == 0)) {
        memmove(argv + 1, argv + 2, (size_t)(*argc - 1) * sizeof *argv);
        --*argc;
    }
    host_begin(is_virtual);
}

bool port_time_is_exact(void)
{
    return is_virtual;
}

uint32_t port_time_slack(void)
{
    return is_virtual ? 1 : UINT32_MAX;
}

bool port_ticks_run(void)
{
    return true;
}

void port_compute(uint32_t us)
{
    if (is_virtual) {
        host_advance(us);
        return;
    }
    VSysTimer watch = vosTimerCreate();
    while (watch && vosTimerReadMicros(watch) < us) {
    }
    vosTimerDestroy(watch);
}

bool port_raise(void)
{
    return host_raise();
}

bool port_guards_stacks(void)
{
    return true;
}

int port_stops(const char *word)
{
    extern char **environ;
    char *argv[] = {program, (char *)word, NULL};
    pid_t child;
    int status = 0;
    if (posix_spawn(&child, program, NULL, NULL, argv, environ) != 0) {
        return -1;
    }
    waitpid(child, &status, 0);
    return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}
