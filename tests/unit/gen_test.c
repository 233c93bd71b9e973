/* SPDX-License-Identifier: MIT */
/* gen_test.c -- the parts of zvm-gen that need no C: annotations, literals of Python,
 * doc comments. */
/* parts: gen tools/support */
/* include: gen tools/support */
#include "annot.h"
#include "check.h"
#include "tap.h"
#include "write.h"

static gen_t module(void)
{
    return (gen_t){.arena = arena_new(), .module = "m", .version = "0.0.0"};
}

TEST(takes_an_annotation_apart)
{
    gen_t g = module();
    annot_t a;
    CHECK(annot_parse(&g, &a, "method:bme_t, py = __init__ ,nogil", (diag_pos_t){0}));
    CHECK_STR(a.kind, "method");
    CHECK_STR(a.first, "bme_t");
    CHECK_STR(annot_get(&a, "py"), "__init__");
    CHECK_STR(annot_get(&a, "nogil"), "");
    CHECK(annot_get(&a, "errors") == NULL);
    CHECK(annot_parse(&g, &a, "fn:", (diag_pos_t){0}));
    CHECK_INT(a.len, 0);
    CHECK(annot_parse(&g, &a, "default:f(1, 2) , \"a,b\"", (diag_pos_t){0}));
    CHECK_STR(a.text, "f(1, 2) , \"a,b\"");
    arena_free(g.arena);
}

TEST(knows_names_of_python)
{
    CHECK(annot_is_python_name("read_2"));
    CHECK(annot_is_python_name("_x"));
    CHECK(annot_is_python_name("match"));
    CHECK(!annot_is_python_name("class"));
    CHECK(!annot_is_python_name("2nd"));
    CHECK(!annot_is_python_name(""));
    CHECK(!annot_is_python_name("a-b"));
}

TEST(points_at_whole_words)
{
    diag_pos_t pos = {
        .file = "f.c", .text = "\nC_NATIVE_FN(nogil2, nogil)", .line = 2, .col = 1};
    diag_pos_t at = annot_word_pos(pos, "nogil");
    CHECK_INT(at.col, 21);
    CHECK_INT(at.end_col, 26);
    CHECK_INT(annot_word_pos(pos, "absent").col, 1);
}

TEST(writes_literals_of_python)
{
    static const struct {
        value_t value;
        const char *text;
    } rows[] = {
        {{.kind = VALUE_INT, .i = -5}, "-5"},
        {{.kind = VALUE_UINT, .u = UINT64_MAX}, "18446744073709551615"},
        {{.kind = VALUE_REAL, .d = 0.1}, "0.1"},
        {{.kind = VALUE_REAL, .d = 3}, "3.0"},
        {{.kind = VALUE_REAL, .d = 1e300}, "1e+300"},
        {{.kind = VALUE_BOOL, .i = 1}, "True"},
        {{.kind = VALUE_NULL}, "None"},
        {{.kind = VALUE_STR, .s = "a\"b\\\n", .len = 5}, "\"a\\\"b\\\\\\x0a\""},
        {{.kind = VALUE_BYTES, .s = "\xff\0z", .len = 3}, "b\"\\xff\\x00z\""},
    };
    gen_t g = module();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        CHECK_STR(value_python(&g, &rows[i].value), rows[i].text);
    }
    arena_free(g.arena);
}

TEST(knows_the_ranges_of_integers)
{
    int64_t low;
    uint64_t high;
    type_int_range(TYPE_I16, &low, &high);
    CHECK_INT(low, -32768);
    CHECK_INT(high, 32767);
    type_int_range(TYPE_U64, &low, &high);
    CHECK_INT(low, 0);
    CHECK(high == UINT64_MAX);
}

TEST(reads_doc_comments)
{
    static const char doc[] =
        "First line.\n\nMore.\n@param bus  the bus,\n  in volts\n"
        "@raises OSError  no answer\n@raises ValueError\n@return a reading";
    gen_t g = module();
    CHECK_STR(doc_body(&g, doc), "First line.\n\nMore.");
    const char *word = "bus";
    CHECK_STR(doc_tag(&g, doc, "param", &word, 0), "the bus, in volts");
    word = NULL;
    CHECK_STR(doc_tag(&g, doc, "raises", &word, 1), "");
    CHECK_STR(word, "ValueError");
    CHECK_STR(doc_tag(&g, doc, "return", NULL, 0), "a reading");
    CHECK(doc_tag(&g, doc, "since", NULL, 0) == NULL);
    arena_free(g.arena);
}

TAP_MAIN
