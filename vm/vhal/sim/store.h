/* SPDX-License-Identifier: MIT */
/*
 * store.h -- what a chip keeps without power.
 */
#ifndef SIM_STORE_H
#define SIM_STORE_H

#include <stddef.h>
#include <stdint.h>

/*
 * `size` bytes that are the file's: what is written there is in the file at once. A
 * missing or shorter file is made up with 0xFF. Without a path plain memory full of
 * 0xFF. NULL: it cannot be opened; sim_fail has said why. Context: the scene.
 */
uint8_t *store_open(const char *path, size_t size);

#endif
