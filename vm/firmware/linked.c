/* SPDX-License-Identifier: MIT */
/* linked.c -- a program that was linked with the VM into one firmware. */
#include "firmware.h"
#include "program.h"
#include <string.h>

const void *program_image(uint32_t *length, const char **why)
{
    *why = NULL;
    *length = zvm_image_length;
    return zvm_image;
}

const zn_module_t *program_module(const char *name, const char **why)
{
    *why = "it was not linked";
    for (int i = 0; zvm_modules[i]; i++) {
        if (strcmp(zvm_modules[i]->name, name) == 0) {
            return zvm_modules[i];
        }
    }
    return NULL;
}
