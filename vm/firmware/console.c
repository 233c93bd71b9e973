/* SPDX-License-Identifier: MIT */
/* console.c -- the VM's console on a chip: serial line 0 of the board; and no files. */
#include "chipport.h"
#include "firmware.h"
#include "vhal.h"
#include "vmport.h"
#include <errno.h>

enum { END = 4 }; /* Ctrl-D */

static bool line; /* it is driven by interrupts */

void console_begin(void)
{
    line = chip_console_begin();
}

/* A program may have closed the line, or opened it for itself. */
static void put(const char *data, size_t n)
{
    if (line && vhalSerialWrite(0, (uint8_t *)(uintptr_t)data, (uint32_t)n) == (int)n) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        chip_put(data[i]);
    }
}

void console_port_write(const void *data, size_t n)
{
    put(data, n);
}

void console_port_error(const void *data, size_t n)
{
    put(data, n);
}

/* The Enter key of a terminal is a carriage return, which pipes may have before each
 * end of line. */
int console_port_read(void)
{
    static bool after_return;
    uint8_t c;
    do {
        int n = line ? vhalSerialRead(0, &c, 1) : VHAL_GENERIC_ERROR;
        if (n != 1) {
            return n == 0 ? CONSOLE_INTERRUPTED : CONSOLE_END;
        }
    } while (c == '\n' && after_return);
    after_return = c == '\r';
    return c == '\r' ? '\n' : c == END ? CONSOLE_END : c;
}

bool console_port_interactive(void)
{
    return true;
}

void console_end(void)
{
    if (line) {
        line = false;
        vhalSerialDone(0);
    }
}

int file_port_open(const char *path, unsigned flags)
{
    (void)path;
    (void)flags;
    return -ENOSYS;
}

long file_port_read(int handle, void *data, size_t n)
{
    (void)handle;
    (void)data;
    (void)n;
    return -ENOSYS;
}

long file_port_write(int handle, const void *data, size_t n)
{
    (void)handle;
    (void)data;
    (void)n;
    return -ENOSYS;
}

long file_port_seek(int handle, long offset, int from)
{
    (void)handle;
    (void)offset;
    (void)from;
    return -ENOSYS;
}

int file_port_close(int handle)
{
    (void)handle;
    return -ENOSYS;
}

const char *file_port_error(int error)
{
    (void)error;
    return "this board has no files";
}
