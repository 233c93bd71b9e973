/* SPDX-License-Identifier: MIT */
/* posix_file.c -- files of the host. */
#include "vmport.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int file_port_open(const char *path, unsigned flags)
{
    bool read = flags & FILE_READ, write = flags & FILE_WRITE;
    int mode = read && write ? O_RDWR : write ? O_WRONLY : O_RDONLY;
    mode |= flags & FILE_APPEND ? O_APPEND : 0;
    mode |= flags & FILE_TRUNCATE ? O_TRUNC : 0;
    mode |= flags & FILE_CREATE ? O_CREAT : 0;
    mode |= flags & FILE_NEW ? O_CREAT | O_EXCL : 0;
    int handle = open(path, mode, 0666);
    return handle < 0 ? -errno : handle;
}

long file_port_read(int handle, void *data, size_t n)
{
    long got;
    do {
        got = read(handle, data, n);
    } while (got < 0 && errno == EINTR);
    return got < 0 ? -errno : got;
}

long file_port_write(int handle, const void *data, size_t n)
{
    long done;
    do {
        done = write(handle, data, n);
    } while (done < 0 && errno == EINTR);
    return done < 0 ? -errno : done;
}

long file_port_seek(int handle, long offset, int from)
{
    static const int whence[] = {[SEEK_FROM_START] = SEEK_SET,
                                 [SEEK_FROM_HERE] = SEEK_CUR,
                                 [SEEK_FROM_END] = SEEK_END};
    off_t at = lseek(handle, offset, whence[from]);
    return at < 0 ? -errno : (long)at;
}

int file_port_close(int handle)
{
    return close(handle) < 0 ? -errno : 0;
}

const char *file_port_error(int error)
{
    return strerror(error);
}
