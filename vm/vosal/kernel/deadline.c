/* SPDX-License-Identifier: MIT */
/* deadline.c -- what is to be done at a time, in a list by time. */
#include "kernel.h"

#define DEADLINE(n) ((deadline_t *)(n))

void deadline_set(deadline_t *d, uint64_t at)
{
    deadline_clear(d);
    node_t *before = kernel.deadlines.prev;
    while (before != &kernel.deadlines && DEADLINE(before)->at > at) {
        before = before->prev;
    }
    d->at = at;
    list_insert_after(before, &d->node);
    kernel.alarm_stale |= before == &kernel.deadlines;
}

uint64_t deadline_next(void)
{
    return list_empty(&kernel.deadlines) ? PORT_NEVER
                                         : DEADLINE(kernel.deadlines.next)->at;
}

void deadline_run(uint64_t now)
{
    while (deadline_next() <= now) {
        deadline_t *d = DEADLINE(kernel.deadlines.next);
        deadline_clear(d);
        d->over(d);
    }
}
