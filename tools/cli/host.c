/* SPDX-License-Identifier: MIT */
/*
 * host.c -- gives the VM what it needs of the computer, and runs one image.
 */
#include "host.h"

#include "cli.h"
#include "diag.h"
#include "natives.h"
#include "proc.h"
#include "sdk.h"
#include "sim.h"
#include "vhal.h"
#include "vm.h"
#include "vosal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Below 2^30: classic drivers put pointers into 32 bits and into Python integers. */
#define HEAP_ADDRESS ((void *)0x10000000)
enum { HEAP_DEFAULT = 256 << 20, VIRTUAL_NS_PER_OP = 50 };

/* A block for the VM, at the usual low address when that is free. NULL: reported. */
static void *map_heap(size_t size)
{
    void *heap = mmap(HEAP_ADDRESS, size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (heap == MAP_FAILED) {
        diag_error(NULL, DIAG_usage, "give less with --heap",
                   "cannot get %zu bytes for the heap: %s", size, strerror(errno));
        return NULL;
    }
    return heap;
}

static uint32_t number_of(const char *variable)
{
    const char *text = getenv(variable);
    return text ? (uint32_t)strtoul(text, NULL, 10) : 0;
}

/* The tests' (tests/lang/stress.py). */
static gc_switches_t switches_of_env(void)
{
    return (gc_switches_t){
        .stress = number_of("ZVM_GC_STRESS"),
        .oom_at = number_of("ZVM_OOM_AT"),
        .oom_every = number_of("ZVM_OOM_EVERY"),
    };
}

/* Says it when the allocation that was to fail was never asked for. */
static void report_switches(const gc_switches_t *s)
{
    uint32_t left = vm_oom_left();
    if (left && !s->oom_every) {
        fprintf(stderr, "zvm: ZVM_OOM_AT: only %u allocations\n", s->oom_at - left);
    }
}

/* zvm-sim reads the JSON, so that the VM is not slower to start for a parser. NULL:
 * reported. */
static const char *read_scene(arena_t *a, const char *path)
{
    const char *argv[] = {sdk_program(a, "zvm-sim"), path, sdk_path(a, "boards/host"),
                          NULL};
    proc_t reader = {.argv = argv};
    if (!path) {
        return "";
    }
    if (proc_run(a, &reader, 1, 1)) {
        return reader.text;
    }
    fputs(reader.text ? reader.text : "", stderr);
    return NULL;
}

/* False: reported. */
static bool set_scene(arena_t *a, const host_options_t *o)
{
    const char *scene = read_scene(a, o->sim);
    if (!scene) {
        return false;
    }
    if (!sim_scene(scene) || (o->trace && !sim_trace(o->trace))) {
        diag_error(NULL, DIAG_sim_scene, NULL, "%s", sim_error());
        return false;
    }
    return true;
}

static int run_image(vm_config_t *config, void *image, size_t len)
{
    if (config->virtual_time) {
        vos_set_virtual_time(VIRTUAL_NS_PER_OP);
    }
    if (!vm_start(config)) {
        return EXIT_INPUT;
    }
    vhalInit(NULL);
    int status = vm_run_image(image, len);
    vm_end();
    sim_end();
    report_switches(&config->switches);
    return status == EXIT_GOOD && sim_mistakes() ? EXIT_INPUT : status;
}

int host_run(arena_t *a, const host_options_t *o, void *image, size_t len,
             const char *name, const opt_list_t *arguments, int skip)
{
    const char **argv = ARENA_ARRAY(a, const char *, arguments->len + 2);
    int argc = 0;
    argv[argc++] = o->name ? o->name : name;
    for (int i = skip; i < arguments->len; i++) {
        argv[argc++] = arguments->items[i];
    }
    size_t size = o->heap ? o->heap : HEAP_DEFAULT;
    vm_config_t config = {
        .heap = map_heap(size),
        .heap_size = size,
        .verify = true,
        .virtual_time = o->time && strcmp(o->time, "virtual") == 0,
        .argc = argc,
        .argv = (char **)argv,
        .find_module = natives_find,
        .board = sizeof(void *) == 8 ? "host" : "host32",
        .version = ZVM_VERSION,
        .switches = switches_of_env(),
    };
    return config.heap && set_scene(a, o) ? run_image(&config, image, len) : EXIT_INPUT;
}
