/* SPDX-License-Identifier: MIT */
/* main.c -- a chip's program: starts the VM, runs the image, ends. */
#include "firmware.h"
#include "program.h"

#include "chipport.h"
#include "vhal.h"
#include "vm.h"
#include "vmport.h"
#include "vminterface.h"
#include "vosal.h"
#include <string.h>

static void *heap_alloc(size_t size)
{
    return gc_malloc((uint32_t)size);
}

static void heap_free(void *p)
{
    gc_free(p);
}

static int run_program(void)
{
    uint32_t length;
    const char *why;
    const void *image = program_image(&length, &why);
    if (!image) {
        console_port_error(why, strlen(why));
        return 1;
    }
    return vm_run_image((void *)(uintptr_t)image, length);
}

int main(void)
{
    vosInit(NULL);
    vos_set_allocator(heap_alloc, heap_free);
    vm_config_t config = {
        .heap = __heap_start,
        .heap_size = (size_t)(__heap_end - __heap_start),
        .find_module = program_module,
        .board = zvm_board,
        .version = ZVM_VERSION,
    };
    if (!vm_start(&config)) {
        return 1;
    }
    vhalInit(NULL);
    console_begin();
    int status = run_program();
    vm_end();
    console_end();
    return status;
}
