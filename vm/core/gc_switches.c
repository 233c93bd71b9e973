/* SPDX-License-Identifier: MIT */
/* gc_switches.c -- the collector's test switches from the environment; a board leaves
 * this file out. */
#include "gc.h"
#include <stdlib.h>

static uint32_t number_of(const char *name)
{
    const char *text = getenv(name);
    return text ? (uint32_t)strtoul(text, NULL, 10) : 0;
}

void gc_switches_from_env(void)
{
    gc_switches_t s = {
        .stress = number_of("ZVM_GC_STRESS"),
        .oom_at = number_of("ZVM_OOM_AT"),
        .oom_every = number_of("ZVM_OOM_EVERY"),
    };
    gc_set_switches(&s);
}
