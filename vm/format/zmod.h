/* SPDX-License-Identifier: MIT */
/*
 * zmod.h -- a module binary: the natives of one module, linked for an address of a chip
 * that has its VM already (NAME.zmod).
 *
 * It lies in the slots, a part of flash that the VM leaves free: module binaries and
 * one image (image.h), each on a multiple of ZMOD_ALIGN right behind the one before, in
 * any order; the first word that is neither's magic is the end. Code and constants stay
 * where they are; the VM copies .data and clears .bss when it first looks for the
 * module.
 *
 * All integers are little-endian, all addresses the chip's.
 */
#ifndef FORMAT_ZMOD_H
#define FORMAT_ZMOD_H

#include <stdint.h>

#define ZMOD_MAGIC 0x444F4D5Au /* "ZMOD" */
#define ZMOD_FORMAT 1
#define ZMOD_ALIGN 16

typedef struct zmod_header {
    uint32_t magic;
    uint16_t format;               /* ZMOD_FORMAT */
    uint16_t header;               /* bytes of this struct */
    char tag[16];                  /* of the machine code, NUL-padded: "armv7m-sf" */
    uint16_t abi_major, abi_minor; /* ZN_ABI_… that it was compiled for */
    uint32_t vm;                   /* build id of the VM whose functions it calls */
    uint32_t address;              /* of this header */
    uint32_t length;               /* bytes, from the header to the end of the values */
    uint32_t data, data_length;    /* where .data is to be */
    uint32_t values;               /* where its first values are */
    uint32_t bss, bss_length;
    uint32_t module;      /* its zn_module_t */
    uint32_t init, ninit; /* functions to call, as of constructors in C++ */
    uint32_t crc;         /* CRC-32 (IEEE 802.3) of all, with this field zero */
    uint32_t reserved;
} zmod_header_t;

_Static_assert(sizeof(zmod_header_t) == 80,
               "the module's linker script leaves that room");

#endif
