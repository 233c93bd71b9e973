/* SPDX-License-Identifier: MIT */
/*
 * store.c -- memory that is a file's.
 */
#include "store.h"

#include "sim.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static uint8_t *map_file(int fd, size_t size)
{
    struct stat is;
    if (fstat(fd, &is) < 0 ||
        (is.st_size < (off_t)size && ftruncate(fd, (off_t)size))) {
        return NULL;
    }
    uint8_t *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (p == MAP_FAILED) {
        return NULL;
    }
    if (is.st_size < (off_t)size) {
        memset(p + is.st_size, 0xFF, size - (size_t)is.st_size);
    }
    return p;
}

uint8_t *store_open(const char *path, size_t size)
{
    if (!path) {
        return memset(sim_alloc(size), 0xFF, size);
    }
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    uint8_t *p = fd < 0 ? NULL : map_file(fd, size);
    if (!p) {
        sim_fail("cannot use '%s': %s", path, strerror(errno));
    }
    if (fd >= 0) {
        close(fd);
    }
    return p;
}
