/* SPDX-License-Identifier: MIT */
/*
 * main.c -- a chip's program: the VM with the image and the native modules that were
 * linked with it.
 */
#include "firmware.h"

#include "chipport.h"
#include "vhal.h"
#include "vm.h"
#include "vminterface.h"
#include "vosal.h"
#include "zn_glue.h"
#include <string.h>

static const zn_module_t *find_module(const char *name, const char **why)
{
    *why = "it was not linked";
    for (int i = 0; zvm_modules[i]; i++) {
        if (strcmp(zvm_modules[i]->name, name) == 0) {
            return zvm_modules[i];
        }
    }
    return NULL;
}

static void *heap_alloc(size_t size)
{
    return gc_malloc((uint32_t)size);
}

static void heap_free(void *p)
{
    gc_free(p);
}

int main(void)
{
    vosInit(NULL);
    vos_set_allocator(heap_alloc, heap_free);
    vm_config_t config = {
        .heap = __heap_start,
        .heap_size = (size_t)(__heap_end - __heap_start),
        .find_module = find_module,
        .board = zvm_board,
        .version = ZVM_VERSION,
    };
    if (!vm_start(&config)) {
        return 1;
    }
    vhalInit(NULL);
    int status = vm_run_image((void *)(uintptr_t)zvm_image, zvm_image_length);
    vm_end();
    console_end();
    return status;
}
