/* SPDX-License-Identifier: MIT */
/*
 * memory.c -- memory of the scene, which stays; texts and reports.
 */
#define _GNU_SOURCE
#include "sim.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { CHUNK = 1 << 18 };

static char *chunk;
static size_t left;

static void *map(size_t size)
{
    void *p =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED) {
        sim_report("out of memory");
        _exit(70);
    }
    return p;
}

void *sim_alloc(size_t size)
{
    size = (size + 7) & ~(size_t)7;
    if (size > CHUNK / 4) {
        return map(size);
    }
    sim_lock();
    if (size > left) {
        chunk = map(CHUNK);
        left = CHUNK;
    }
    void *p = chunk;
    chunk += size;
    left -= size;
    sim_unlock();
    return p;
}

char *sim_strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(sim_alloc(size), text, size);
}

void sim_report(const char *fmt, ...)
{
    static const char prefix[] = "zvm: sim: ";
    char text[512];
    va_list list;
    memcpy(text, prefix, sizeof prefix);
    va_start(list, fmt);
    int n = vsnprintf(text + sizeof prefix - 1, sizeof text - sizeof prefix, fmt, list);
    va_end(list);
    size_t len = sizeof prefix - 1 + (n < 0 ? 0 : (size_t)n);
    len = len < sizeof text - 1 ? len : sizeof text - 2;
    text[len++] = '\n';
    (void)!write(STDERR_FILENO, text, len);
}

/* ---- the end ---- */

typedef struct at_end {
    struct at_end *next;
    void (*fn)(void);
} at_end_t;

static at_end_t *ends;

void sim_at_end(void (*fn)(void))
{
    static bool at_exit;
    if (!at_exit) {
        at_exit = true;
        atexit(sim_end);
    }
    at_end_t *e = sim_alloc(sizeof *e);
    e->fn = fn;
    e->next = ends;
    ends = e;
}

void sim_end(void)
{
    while (ends) { /* once: the end of the process comes by again */
        at_end_t *e = ends;
        ends = e->next;
        e->fn();
    }
}
