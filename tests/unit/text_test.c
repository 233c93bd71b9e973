/* SPDX-License-Identifier: MIT */
/* text_test.c -- the string builder: growing, formats, sticky errors. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit */
#include "text.h"
#include "values.h"

static text_t out;
static char memory[16];

static const char *text_now(void)
{
    PObject *o = NULL;
    err_t err = text_take(&out, &o);
    return values_show(err, o);
}

static void begin(void)
{
    values_start();
    text_init(&out, memory, sizeof memory);
}

TEST(moves_to_the_heap_when_full)
{
    begin();
    for (int i = 0; i < 100; i++) {
        CHECK_INT(text_add(&out, "0123456789", 10), ERR_OK);
        CHECK(i == 0 ? out.data == memory : out.data != memory);
    }
    CHECK_INT(out.length, 1000);
    CHECK(memcmp(out.data + 990, "0123456789", 10) == 0);
}

TEST(formats)
{
    begin();
    text_addf(&out, "%d %u %s %.*s %c%% %x", -5, 7u, "abc", 2, "xyz", 'c', 255u);
    text_addf(&out, " %ld %lld %llu", -1L, INT64_MIN, UINT64_MAX);
    CHECK_STR(text_now(),
              "'-5 7 abc xy c% ff -1 -9223372036854775808 18446744073709551615'");
    begin();
    text_addf(&out, "%R|%S", values_str("a'b"), values_str("a'b"));
    CHECK_STR(text_now(), "'\"a\\'b\"|a\\'b'");
}

TEST(fills_with_any_code_point)
{
    begin();
    text_fill(&out, 0x4E16, 3);
    text_fill(&out, '-', 2);
    text_add_code(&out, 0xDCFF);
    CHECK_INT(out.length, 12);
    CHECK(memcmp(out.data, "\u4e16\u4e16\u4e16--\xff", 12) == 0);
}

TEST(keeps_an_error)
{
    begin();
    gc_set_switches(&(gc_switches_t){.oom_at = 1, .oom_every = 1});
    CHECK_INT(text_add(&out, "0123456789", 10), ERR_OK);
    CHECK_INT(text_add(&out, "0123456789", 10), ERR_MEMORY_EXC);
    CHECK_INT(text_add_char(&out, 'x'), ERR_MEMORY_EXC);
    CHECK_INT(text_addf(&out, "%d", 5), ERR_MEMORY_EXC);
    gc_set_switches(&(gc_switches_t){0});
    PObject *o;
    CHECK_INT(text_take(&out, &o), ERR_MEMORY_EXC);
}

TAP_MAIN
