/* SPDX-License-Identifier: MIT */
/* console.c -- buffered output to the port's console, and lines from it. */
#include "console.h"
#include "irq.h"
#include "limits.h"
#include "thread.h"
#include "vosal.h"
#include <string.h>

static char buffer[CONSOLE_BUFFER];
static size_t used;

void console_flush(void)
{
    size_t n = used;
    used = 0;
    if (n > 0) {
        console_port_write(buffer, n);
    }
}

void console_write(const void *data, size_t n)
{
    if (n > sizeof buffer - used) {
        console_flush();
    }
    if (n > sizeof buffer) {
        console_port_write(data, n);
        return;
    }
    memcpy(buffer + used, data, n);
    used += n;
    if (used > 0 && buffer[used - 1] == '\n' && console_port_interactive()) {
        console_flush();
    }
}

void console_error(const void *data, size_t n)
{
    console_flush();
    console_port_error(data, n);
}

static long read_line(char *line, size_t size, bool *more)
{
    size_t n = 0;
    for (;;) {
        int c = n < size ? console_port_read() : CONSOLE_INTERRUPTED;
        if (c == CONSOLE_INTERRUPTED) {
            *more = true;
            return (long)n;
        }
        if (c == CONSOLE_END) {
            return n > 0 ? (long)n : -1;
        }
        if (c == '\n') {
            return (long)(n > 0 && line[n - 1] == '\r' ? n - 1 : n);
        }
        line[n++] = (char)c;
    }
}

long console_read_line(char *line, size_t size, bool *more)
{
    static VSemaphore turn; /* lines of two readers do not mix */
    long n = 0;
    console_flush();
    turn = turn ? turn : vosSemCreate(1);
    *more = false;
    (void)irq_start(); /* what interrupts post is called meanwhile */
    thread_gil_release();
    if (turn && vosSemWait(turn) == VRES_OK) {
        n = read_line(line, size, more);
        vosSemSignal(turn);
    } else {
        *more = true;
    }
    thread_gil_acquire();
    return n;
}
