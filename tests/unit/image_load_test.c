/* SPDX-License-Identifier: MIT */
/* image_load_test.c -- images that must be refused, each with its sentence; placing. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit $(OUT)/gen */
#include "image_load.h"
#include "image_builder.h"
#include "values.h"

static const uint8_t bytes[] = {OP_LOAD_CONST, 3, 0, OP_RETURN};

static void build(uint64_t link_base)
{
    values_start();
    vm.config.verify = true;
    build_image(&(image_plan_t){.code = {.nlocals = 1, .stack = 1},
                                .bytes = bytes,
                                .nbytes = sizeof bytes,
                                .link_base = link_base});
}

static const char *load(void)
{
    return image_load(built, built_length);
}

TEST(a_good_image_is_placed)
{
    build(0);
    CHECK(load() == NULL);
    CHECK(vm.header == built_header());
    CHECK_INT(str_bytes(vm.consts[0]), 4);
    CHECK(PTUPLE_ITEM(vm.consts[1], 0) == vm.consts[0]);
    CHECK_INT(PSMALLINT_VALUE(vm.consts[2]), 5);
    CHECK(PFLOAT_VALUE(vm.consts[3]) == 2.5);
    CHECK(vm.globals[0] == NULL && vm.globals[1] == NULL && vm.modules[0] == NULL);
    image_unload();
    CHECK(vm.header == NULL && vm.globals == NULL);
}

TEST(an_image_linked_for_an_address_is_moved)
{
    build(0x20000);
    CHECK(load() == NULL);
    CHECK_INT(str_bytes(vm.consts[0]), 4);
    CHECK(PTUPLE_ITEM(vm.consts[1], 0) == vm.consts[0]);
    build((uintptr_t)built); /* already where it belongs */
    CHECK(load() == NULL);
    CHECK(PFLOAT_VALUE(vm.consts[3]) == 2.5);
}

TEST(what_is_no_image)
{
    build(0);
    CHECK_STR(image_load(built, 20), "zvm: this is not a program image\n");
    built_header()->magic ^= 1;
    CHECK_STR(load(), "zvm: this is not a program image\n");
}

TEST(an_image_for_another_vm)
{
    char wanted[160];
    build(0);
    built_header()->fingerprint = 0x1234;
    snprintf(wanted, sizeof wanted,
             "zvm: image was made for another VM (fingerprint 1234, this VM has %x): "
             "compile the program again\n",
             IMAGE_FINGERPRINT);
    CHECK_STR(load(), wanted);
    build(0);
    built_header()->word_bytes = 2;
    snprintf(wanted, sizeof wanted, "zvm: image has words of 2 bytes, this VM of %d\n",
             (int)sizeof(void *));
    CHECK_STR(load(), wanted);
}

TEST(a_damaged_image)
{
    char wanted[160];
    build(0);
    snprintf(wanted, sizeof wanted, "zvm: image is cut short: %u bytes of %u\n",
             built_length - 8, built_length);
    CHECK_STR(image_load(built, built_length - 8), wanted);
    build(0);
    uint32_t crc = built_header()->crc;
    built[built_length - 1] ^= 0x80;
    CHECK(strncmp(load(), "zvm: image is damaged (CRC ", 27) == 0);
    built[built_length - 1] ^= 0x80;
    built_header()->crc = crc ^ 1;
    CHECK(strncmp(load(), "zvm: image is damaged (CRC ", 27) == 0);
    build(0);
    built_header()->nrelocs = 1u << 31;
    built_seal();
    CHECK_STR(load(), "zvm: image is damaged: its relocations lie outside\n");
    CHECK(vm.header == NULL);
}

TEST(bytecode_that_is_refused)
{
    build(0);
    built[((uint32_t *)(void *)(built + built_header()->codes))[1] +
          sizeof(image_code_t)] = 0xEE;
    built_seal();
    CHECK_STR(load(),
              "zvm: image is damaged: an opcode is unknown (code 1, offset 0)\n");
}

TEST(no_memory_is_no_crash)
{
    for (uint32_t n = 1; n < 12; n++) {
        build(0);
        gc_set_switches(&(gc_switches_t){.oom_at = n, .oom_every = 1});
        const char *why = load();
        gc_set_switches(&(gc_switches_t){0});
        CHECK(why == NULL || vm.header == NULL);
    }
}

TAP_MAIN
