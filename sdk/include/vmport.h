/* SPDX-License-Identifier: MIT */
/*
 * vmport.h -- what the VM asks of a port beside vosal.h: a console and files. For those
 * who write a port; programs and drivers have print() and open().
 *
 * Context: thread with the GIL.
 */
#ifndef VMPORT_H
#define VMPORT_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- the console: descriptors 0, 1 and 2 of the host, a chip's serial line ---- */

/* All n bytes, in order; what cannot be written is lost. */
void console_port_write(const void *data, size_t n);
/* The same for tracebacks. */
void console_port_error(const void *data, size_t n);
/*
 * One byte, CONSOLE_END at the end of input, CONSOLE_INTERRUPTED when something else came
 * first, as Ctrl-C: look, then ask again. Called by one thread at a time, without the GIL;
 * the others run while it waits.
 */
enum { CONSOLE_END = -1, CONSOLE_INTERRUPTED = -2 };
int console_port_read(void);
/* Does somebody watch, so that each line is to be written when it ends? */
bool console_port_interactive(void);

/* ---- files; without a file system, file_port_open fails. Results below 0 are -errno ---- */

/* Flags of file_port_open. */
enum {
    FILE_READ = 1,
    FILE_WRITE = 2,
    FILE_APPEND = 4,
    FILE_TRUNCATE = 8,
    FILE_CREATE = 16,
    FILE_NEW = 32 /* it must not exist */
};
/* A handle from 0 on. */
int file_port_open(const char *path, unsigned flags);
/* Bytes read or written, 1 … n; 0: end of the file. */
long file_port_read(int handle, void *data, size_t n);
long file_port_write(int handle, const void *data, size_t n);
/* Where a seek begins. */
enum { SEEK_FROM_START, SEEK_FROM_HERE, SEEK_FROM_END };
/* The new position, from the start of the file. */
long file_port_seek(int handle, long offset, int from);
int file_port_close(int handle);
/* Text of a -result. */
const char *file_port_error(int error);

#ifdef __cplusplus
}
#endif

#endif
