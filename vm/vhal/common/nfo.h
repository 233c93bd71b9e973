/* SPDX-License-Identifier: MIT */
/* nfo.h -- what a family fills in of the chip's identity for nfo.c. */
#ifndef VHAL_NFO_H
#define VHAL_NFO_H

#include "vhal.h"

enum { NFO_MOST = 16 };
/* Its bytes, 1 … NFO_MOST; returns how many. Context: any. */
int nfo_read(uint8_t *uid);

#endif
