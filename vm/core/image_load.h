/* SPDX-License-Identifier: MIT */
/*
 * image_load.h -- placing an image: who made it, is it whole, where does everything
 * lie.
 *
 * After a load vm.image, vm.header and vm.consts point into the image, and vm.globals
 * and vm.modules are tables of the right size, all NULL. Context: thread with the GIL.
 */
#ifndef CORE_IMAGE_LOAD_H
#define CORE_IMAGE_LOAD_H

#include "state.h"

/*
 * Checks and places the image of `length` bytes at `image` (8-aligned, writable when it
 * has addresses to relocate, kept by the caller until image_unload). NULL when all is
 * well, else a line for the console that says why not, good until the next call;
 * nothing is placed then.
 */
const char *image_load(void *image, size_t length);
/* Forgets the image and frees the tables. */
void image_unload(void);

#endif
