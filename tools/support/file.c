/* SPDX-License-Identifier: MIT */
/*
 * file.c -- whole files in, whole files out.
 */
#include "file.h"

#include "diag.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_failed(const char *path, const char *why)
{
    diag_error(NULL, DIAG_file_read, NULL, "cannot read '%s': %s", path, why);
    return false;
}

static bool write_failed(const char *path, const char *why)
{
    diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", path, why);
    return false;
}

/* Reads to the end, whatever the size said before: pipes and /proc report 0. */
static char *read_all(arena_t *a, int fd, size_t guess, size_t *len)
{
    size_t cap = guess + 1, used = 0;
    char *data = arena_alloc(a, cap);
    for (;;) {
        ssize_t got = read(fd, data + used, cap - used);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return NULL;
        }
        if (got == 0) {
            break;
        }
        used += (size_t)got;
        if (used == cap) {
            char *bigger = arena_alloc(a, cap * 2);
            memcpy(bigger, data, used);
            data = bigger;
            cap *= 2;
        }
    }
    data[used] = 0;
    *len = used;
    return data;
}

bool file_read(arena_t *a, const char *path, char **data, size_t *len)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) < 0) {
        int why = errno;
        if (fd >= 0) {
            close(fd);
        }
        return read_failed(path, strerror(why));
    }
    if (S_ISDIR(st.st_mode)) {
        close(fd);
        return read_failed(path, strerror(EISDIR));
    }
    *data = read_all(a, fd, st.st_size > 0 ? (size_t)st.st_size : 4095, len);
    int why = errno;
    close(fd);
    return *data ? true : read_failed(path, strerror(why));
}

static bool write_all(int fd, const char *data, size_t len)
{
    while (len) {
        ssize_t put = write(fd, data, len);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return false;
        }
        data += put;
        len -= (size_t)put;
    }
    return true;
}

/*
 * No fsync: whoever kills us finds the old file or the new, and a build that a power cut spoils
 * is made again, while a sync would cost more than the whole build. Devices (/dev/full,
 * /dev/stdout) are written in place: they cannot be renamed over.
 */
static bool write_beside(const char *path, const char *temporary, const void *data,
                         size_t len)
{
    int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) {
        return false;
    }
    bool good = write_all(fd, data, len);
    int why = errno;
    good = (close(fd) == 0) && good && rename(temporary, path) == 0;
    if (!good) {
        why = why ? why : errno;
        unlink(temporary);
        errno = why;
    }
    return good;
}

static bool write_device(const char *path, const void *data, size_t len)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    bool good = write_all(fd, data, len);
    int why = errno;
    close(fd);
    errno = why;
    return good;
}

bool file_write(const char *path, const void *data, size_t len)
{
    struct stat st;
    errno = 0;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
        return write_device(path, data, len) ? true
                                             : write_failed(path, strerror(errno));
    }
    size_t room = strlen(path) + 32;
    char *temporary = malloc(room);
    if (!temporary) {
        return write_failed(path, strerror(ENOMEM));
    }
    snprintf(temporary, room, "%s.%ld.tmp", path, (long)getpid());
    unlink(temporary); /* left by a killed process that had our number */
    errno = 0;
    bool good = write_beside(path, temporary, data, len);
    int why = errno;
    free(temporary);
    return good ? true : write_failed(path, strerror(why));
}

static bool same_content(const char *path, const void *data, size_t len)
{
    struct stat st;
    if (stat(path, &st) < 0 || !S_ISREG(st.st_mode) || (size_t)st.st_size != len) {
        return false;
    }
    arena_t *a = arena_new();
    size_t old_len = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    char *old = fd < 0 ? NULL : read_all(a, fd, len, &old_len);
    if (fd >= 0) {
        close(fd);
    }
    bool same = old && old_len == len && memcmp(old, data, len) == 0;
    arena_free(a);
    return same;
}

bool file_write_if_changed(const char *path, const void *data, size_t len,
                           bool *changed)
{
    bool same = same_content(path, data, len);
    if (changed) {
        *changed = !same;
    }
    return same || file_write(path, data, len);
}

bool file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

bool file_is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool make_one(const char *path)
{
    return mkdir(path, 0777) == 0 || (errno == EEXIST && file_is_dir(path));
}

bool file_mkdirs(const char *path)
{
    if (file_is_dir(path)) {
        return true;
    }
    arena_t *a = arena_new();
    char *part = arena_strdup(a, path);
    bool good = true;
    for (char *slash = part + 1; good && *slash; slash++) {
        if (*slash == '/') {
            *slash = 0;
            good = make_one(part);
            *slash = '/';
        }
    }
    good = good && make_one(part);
    int why = errno;
    arena_free(a);
    return good ? true : write_failed(path, strerror(why));
}

/* Eight bytes a step, each mixed by a multiplication and a fold. */
uint64_t file_hash(const void *data, size_t len)
{
    const unsigned char *p = data;
    uint64_t h = 0x9E3779B97F4A7C15u ^ (len * 0xff51afd7ed558ccdu), word;
    for (; len >= 8; p += 8, len -= 8) {
        memcpy(&word, p, 8);
        h = (h ^ word) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    word = 0;
    if (len) {
        memcpy(&word, p, len);
    }
    h = (h ^ word) * 0xc4ceb9fe1a85ec53u;
    return h ^ (h >> 29);
}
