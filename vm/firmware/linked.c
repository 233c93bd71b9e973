/* SPDX-License-Identifier: MIT */
/* linked.c -- a program that was linked with the VM into one firmware. */
#include "firmware.h"
#include "program.h"

const void *program_image(uint32_t *length, const char **why)
{
    *why = NULL;
    *length = zvm_image_length;
    return zvm_image;
}

const zn_module_t *program_module(const char *name, const char **why)
{
    *why = "it was not linked";
    return program_find(zvm_modules, name);
}
