/* SPDX-License-Identifier: MIT */
/* posix_console.c -- the console of the host: file descriptors 0, 1 and 2. */
#include "vmport.h"
#include "vosal.h"
#include <errno.h>
#include <unistd.h>

static void write_all(int fd, const void *data, size_t n)
{
    const char *p = data;
    while (n > 0) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return; /* nobody is there to be told */
        }
        p += done;
        n -= (size_t)done;
    }
}

void console_port_write(const void *data, size_t n)
{
    write_all(STDOUT_FILENO, data, n);
}

void console_port_error(const void *data, size_t n)
{
    write_all(STDERR_FILENO, data, n);
}

int console_port_read(void)
{
    static unsigned char ahead[256];
    static ssize_t next, end;
    if (next == end) {
        next = end = 0;
        vos_host_block_begin();
        ssize_t got = read(STDIN_FILENO, ahead, sizeof ahead);
        int error = errno;
        vos_host_block_end();
        if (got <= 0) {
            return got < 0 && error == EINTR ? CONSOLE_INTERRUPTED : CONSOLE_END;
        }
        end = got;
    }
    return ahead[next++];
}

bool console_port_interactive(void)
{
    static signed char answer = -1;
    if (answer < 0) {
        answer = (signed char)isatty(STDOUT_FILENO);
    }
    return answer;
}
