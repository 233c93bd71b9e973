/* SPDX-License-Identifier: MIT */
/* gc_control.c -- the collector as programs see it: pausing it, and how full the heap
 * is. */
#include "gc.h"
#include "vminterface.h"

enum {
    INFO_TOTAL,
    INFO_FREE,
    INFO_FRAGMENTATION,
    INFO_USED_BLOCKS,
    INFO_FREE_BLOCKS,
    INFO_PERIOD,
    INFO_SINCE
};

static uint32_t period;

void gc_pause(void)
{
    gc_paused = true;
}

void gc_resume(uint32_t millis)
{
    gc_paused = false;
    period = millis;
}

uint32_t gc_info(int what)
{
    gc_info_t info;
    gc_get_info(&info);
    switch (what) {
    case INFO_TOTAL:
        return info.total;
    case INFO_FREE:
        return info.free;
    case INFO_FRAGMENTATION:
        return info.free
                   ? 100 - (uint32_t)((uint64_t)info.largest_free * 100 / info.free)
                   : 0;
    case INFO_USED_BLOCKS:
        return info.used_blocks;
    case INFO_FREE_BLOCKS:
        return info.free_blocks;
    case INFO_PERIOD:
        return gc_paused ? 0 : period;
    case INFO_SINCE:
        return (uint32_t)(vosMillis() - info.last);
    default:
        return 0;
    }
}
