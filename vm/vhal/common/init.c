/* SPDX-License-Identifier: MIT */
/* init.c -- the start of a VHAL: no pin has an owner yet. */
#include "vhal.h"
#include <string.h>

int vhalInit(void *data)
{
    static bool started;
    (void)data;
    if (!started) {
        started = true;
        memset(vhal_tables()->status, 0xff, vhal_tables()->npins);
    }
    return VHAL_OK;
}
