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
#include "vmport.h"

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

#endif
