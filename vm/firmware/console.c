/* SPDX-License-Identifier: MIT */
/* console.c -- the VM's console on a chip: serial line 0 of the board; and no files. */
#include "chipport.h"
#include "firmware.h"
#include "vmport.h"
#include <errno.h>

static void put(const char *data, size_t n)
{
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

int console_port_read(void)
{
    return CONSOLE_END;
}

bool console_port_interactive(void)
{
    return true;
}

void console_end(void)
{
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
