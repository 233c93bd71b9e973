/* SPDX-License-Identifier: MIT */
/*
 * flash.c -- flash in the address space: a file, or memory without one.
 *
 * It is mapped twice: where the program reads it, and for us to write. A store by the
 * program faults, as on a chip. Erasing makes 0xff of whole sectors, writing only
 * clears bits.
 */
#define _GNU_SOURCE
#include "parts.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Below 2^30, where there is room: an address fits a small integer of Python. */
#define FLASH_ADDRESS ((void *)0x08000000)
enum { SIZE = 256 << 10, SECTOR = 4096, LOST = 75 };

static struct {
    const char *path; /* NULL: memory */
    uint32_t size, sector;
    uint32_t operations_left; /* until the power goes; 0: it stays */
    uint8_t *read, *write;
} flash = {.size = SIZE, .sector = SECTOR};

/* ---- the memory ---- */

static int open_file(void)
{
    return flash.path ? open(flash.path, O_RDWR | O_CREAT | O_CLOEXEC, 0666)
                      : memfd_create("flash", MFD_CLOEXEC);
}

/* What a shorter file does not have is erased. */
static bool map_file(int fd)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || ftruncate(fd, flash.size) != 0) {
        return false;
    }
    void *write = mmap(NULL, flash.size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    void *read = mmap(FLASH_ADDRESS, flash.size, PROT_READ, MAP_SHARED, fd, 0);
    if (write == MAP_FAILED || read == MAP_FAILED) {
        return false;
    }
    flash.write = write;
    flash.read = read;
    if (st.st_size < (off_t)flash.size) {
        memset(flash.write + st.st_size, 0xff, flash.size - (size_t)st.st_size);
    }
    return true;
}

static bool need_flash(void)
{
    if (!flash.read) {
        int fd = open_file();
        if (fd < 0 || !map_file(fd)) {
            sim_report("cannot use '%s' as flash: %s",
                       flash.path ? flash.path : "memory", strerror(errno));
        }
        if (fd >= 0) {
            close(fd);
        }
    }
    return flash.read;
}

void *vhal_flash_start(void)
{
    return need_flash() ? flash.read : NULL;
}

uint32_t vhal_flash_size(void)
{
    return flash.size;
}

/* Where `addr` is in the flash, if `size` bytes from there are; else -1. */
static int64_t offset_of(const void *addr, uint32_t size)
{
    if (!need_flash()) {
        return -1;
    }
    uintptr_t from = (uintptr_t)flash.read, at = (uintptr_t)addr;
    return at >= from && at - from < flash.size && size <= flash.size - (at - from)
               ? (int64_t)(at - from)
               : -1;
}

/* ---- operations ---- */

/* How much of `size` is done before the power goes. */
static uint32_t last_part(uint32_t size, bool *lost)
{
    *lost = flash.operations_left == 1;
    flash.operations_left -= flash.operations_left > 0;
    return *lost ? size / 2 : size;
}

static void lose_power(void)
{
    sim_report("power lost in a flash operation");
    sim_end();
    _exit(LOST);
}

int vhalFlashErase(void *addr, uint32_t size)
{
    int64_t at = offset_of(addr, size);
    bool lost;
    if (at < 0) {
        return VHAL_GENERIC_ERROR;
    }
    uint32_t first = (uint32_t)at / flash.sector * flash.sector;
    uint32_t end = (uint32_t)at + (size ? size : 1);
    end = (end + flash.sector - 1) / flash.sector * flash.sector;
    end = end < flash.size ? end : flash.size;
    memset(flash.write + first, 0xff, last_part(end - first, &lost));
    if (lost) {
        lose_power();
    }
    return VHAL_OK;
}

int vhalFlashWrite(void *addr, uint8_t *data, uint32_t len)
{
    int64_t at = offset_of(addr, len);
    bool lost;
    if (at < 0) {
        return VHAL_GENERIC_ERROR;
    }
    uint32_t n = last_part(len, &lost);
    for (uint32_t i = 0; i < n; i++) {
        flash.write[(uint32_t)at + i] &= data[i];
    }
    if (lost) {
        lose_power();
    }
    return (int)len;
}

void *vhalFlashAlignToSector(void *addr)
{
    int64_t at = offset_of(addr, 0);
    uint64_t aligned = at < 0 ? 0 : ((uint64_t)at + flash.sector - 1) / flash.sector;
    aligned *= flash.sector;
    return at < 0 || aligned >= flash.size ? NULL : flash.read + aligned;
}

int vhalFlashGetSector(void *addr)
{
    int64_t at = offset_of(addr, 0);
    return at < 0 ? VHAL_GENERIC_ERROR : (int)(at / flash.sector);
}

static void set_flash(sim_args_t *args)
{
    flash.path = sim_arg(args, "file");
    flash.size = (uint32_t)sim_arg_whole(args, "size", SIZE);
    flash.sector = (uint32_t)sim_arg_whole(args, "sector", SECTOR);
    flash.operations_left = (uint32_t)sim_arg_whole(args, "power_loss_after", 0);
    if (!flash.sector || !flash.size || flash.size % flash.sector) {
        sim_fail("the size is no multiple of the sector's");
    }
}

const sim_statement_t flash_statements[] = {
    {"flash", set_flash},
    {0},
};
