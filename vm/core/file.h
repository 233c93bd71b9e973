/* SPDX-License-Identifier: MIT */
/*
 * file.h -- what open() returns: reading and writing of text ("r", "w", "a", "r+" …)
 * and bytes ("rb" …).
 *
 * Unbuffered but for lines. A board without a file system has a port whose open fails.
 * Context: thread with the GIL.
 */
#ifndef CORE_FILE_H
#define CORE_FILE_H

#include "type.h"

extern const type_ops_t file_ops;

/* flags' low nibble: FILE_BYTES. length: bytes of `ahead` that were read ahead. */
typedef struct {
    PObjectHeader header;
    PObject *name;
    PBuffer *ahead;
    uint32_t handle; /* + 1; 0: closed */
    uint32_t start;  /* first byte of `ahead` not yet given */
} PFileObject;

#define FILE_BYTES 1

/* open(path, mode): FileNotFoundError and its like with "[Errno 2] No such file or
 * directory: 'x'". */
err_t file_open(PObject *path, PObject *mode, PObject **res);

/* The port's side (file_posix.c). Results below 0 are −errno. */
enum {
    FILE_READ = 1,
    FILE_WRITE = 2,
    FILE_APPEND = 4,
    FILE_TRUNCATE = 8,
    FILE_CREATE = 16,
    FILE_NEW = 32
};
int file_port_open(const char *path, unsigned flags);
long file_port_read(int handle, void *data, size_t n);
long file_port_write(int handle, const void *data, size_t n);
int file_port_close(int handle);
/* Text of a −result. */
const char *file_port_error(int error);

#endif
