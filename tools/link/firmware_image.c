/* SPDX-License-Identifier: MIT */
/*
 * firmware_image.c -- a program's image as assembler text, in words: most are numbers,
 * those that hold addresses are relative to the symbol `zvm_image`.
 */
#include "firmware.h"

#include "image.h"

#include <string.h>

enum { WORD = 4 };

static uint32_t word_at(const uint8_t *bytes, size_t len, size_t at)
{
    uint32_t word = 0;
    memcpy(&word, bytes + at, len - at < WORD ? len - at : WORD);
    return word;
}

void firmware_write_image(strbuf_t *out, const link_firmware_t *f)
{
    const uint8_t *image = f->image;
    image_header_t header;
    memcpy(&header, image, sizeof header);
    const uint8_t *relocs = image + header.relocs;
    uint32_t next = 0; /* the relocations ascend */
    strbuf_adds(out, ".section .zvm.image, \"a\", %progbits\n.balign 8\n.globl zvm_image\n"
                     ".type zvm_image, %object\nzvm_image:\n");
    for (size_t at = 0; at < f->image_len; at += WORD) {
        uint32_t word = word_at(image, f->image_len, at);
        if (at == offsetof(image_header_t, link_base)) {
            strbuf_adds(out, ".4byte zvm_image\n");
        } else if (next < header.nrelocs &&
                   word_at(relocs, header.nrelocs * WORD, next * WORD) == at) {
            strbuf_addf(out, ".4byte zvm_image + %u\n", (unsigned)word);
            next++;
        } else {
            strbuf_addf(out, ".4byte 0x%x\n", (unsigned)word);
        }
    }
    strbuf_adds(out, ".size zvm_image, . - zvm_image\n");
}

void firmware_write_tables(strbuf_t *out, const link_firmware_t *f)
{
    strbuf_adds(out, ".section .rodata.zvm_tables, \"a\", %progbits\n.balign 4\n"
                     ".globl zvm_modules, zvm_image_length, zvm_board\n"
                     ".type zvm_modules, %object\nzvm_modules:\n");
    for (int i = 0; i < f->nmodules; i++) {
        strbuf_addf(out, ".4byte zvm_mod_%s\n", f->modules[i]);
    }
    strbuf_addf(out,
                ".4byte 0\n.size zvm_modules, . - zvm_modules\n"
                "zvm_image_length: .4byte %u\nzvm_board: .asciz \"%s\"\n",
                (unsigned)f->image_len, f->board);
}
