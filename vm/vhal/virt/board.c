/* SPDX-License-Identifier: MIT */
/* board.c -- starts the family. */
#include "vhal.h"

int vhalInit(void *data)
{
    (void)data;
    return VHAL_OK;
}
