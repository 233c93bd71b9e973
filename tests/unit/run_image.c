/* SPDX-License-Identifier: MIT */
/*
 * run_image.c -- the VM with the standard library's natives, without compiler: runs
 * one image. Built with CONFIG=m32 it executes images with words of 4 bytes, as a chip
 * does. Its option is zvm's.
 */
/* parts: sdk/python vm/core vm/vosal/kernel vm/vhal/sim vm/format */
/* include: vm/core sdk/include */
#include "vm.h"
#include "vosal.h"
#include "zn_glue.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAP_SIZE = 64 << 20, PYTHON_STACK = 64 << 10, VIRTUAL_NS_PER_OP = 50 };
static _Alignas(16) char heap[HEAP_SIZE];

extern const struct zn_module *const zvm_stdlib[]; /* mk/stdlib.mk */

static const struct zn_module *find_module(const char *name, const char **why)
{
    *why = "it is not one of the standard library";
    for (int i = 0; zvm_stdlib[i]; i++) {
        if (strcmp(zvm_stdlib[i]->name, name) == 0) {
            return zvm_stdlib[i];
        }
    }
    return NULL;
}

/* The whole file in memory that is 8-aligned; NULL: there is none to read. */
static void *read_file(const char *path, size_t *length)
{
    FILE *f = fopen(path, "rb");
    if (f == NULL || fseek(f, 0, SEEK_END) != 0) {
        return NULL;
    }
    *length = (size_t)ftell(f);
    rewind(f);
    void *image = aligned_alloc(8, (*length + 7) / 8 * 8);
    bool good = image && fread(image, 1, *length, f) == *length;
    fclose(f);
    return good ? image : NULL;
}

int main(int argc, char **argv)
{
    bool is_virtual = false;
    for (; argc > 1 && strcmp(argv[1], "--time=virtual") == 0; argc--, argv++) {
        is_virtual = true;
    }
    vm_config_t config = {
        .heap = heap,
        .heap_size = sizeof heap,
        .python_stack = PYTHON_STACK,
        .verify = true,
        .virtual_time = is_virtual,
        .argc = argc - 1,
        .argv = argv + 1,
        .find_module = find_module,
    };
    size_t length;
    void *image = argc > 1 ? read_file(argv[1], &length) : NULL;
    if (image == NULL) {
        fprintf(stderr, "usage: run_image [--time=virtual] APP.zimg\n");
        return 2;
    }
    if (is_virtual) {
        vos_set_virtual_time(VIRTUAL_NS_PER_OP);
    }
    if (!vm_start(&config)) {
        return 1;
    }
    int status = vm_run_image(image, length);
    vm_end();
    free(image);
    return status;
}
