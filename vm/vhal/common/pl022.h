/* SPDX-License-Identifier: MIT */
/* pl022.h -- what a family fills in of its SPI masters that are PL022 for pl022.c. */
#ifndef VHAL_PL022_H
#define VHAL_PL022_H

#include <stdint.h>

/* Powers SPI master `bus`, a hardware number; returns where its registers are. Context:
 * thread. */
uintptr_t pl022_open(uint32_t bus);

#endif
