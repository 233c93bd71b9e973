/* SPDX-License-Identifier: MIT */
/* parts: tools/compiler tools/support vm/format */
/* include: tools/compiler tools/support vm/format */
/* lex_test.c -- lines, indentation, names and the edges of tokens. */
#include "lex.h"
#include "tap.h"

static arena_t *arena;
static tokens_t tokens;

static bool lex(const char *text)
{
    ast_module_t m = {.file = "t.py", .text = text, .len = strlen(text)};
    return lex_module(arena, intern_new(arena), &m, &tokens);
}

/* The tokens by spelling; names, numbers and strings by their text. */
static const char *spell(const char *text)
{
    static char line[512];
    size_t used = 0;
    line[0] = '\0';
    if (!lex(text)) {
        return "fault";
    }
    for (int i = 0; i < tokens.len; i++) {
        const token_t *t = &tokens.items[i];
        bool by_text = t->kind >= T_NAME && t->kind <= T_STRING;
        const char *word = t->kind == T_ERROR ? t->text : lex_spelling(t->kind);
        used += (size_t)snprintf(line + used, sizeof line - used, "%s%.*s",
                                 i ? "|" : "", by_text ? t->len : (int)strlen(word),
                                 by_text ? t->text : word);
    }
    return line;
}

#define END "end of line|end of file"

TEST(operators_take_the_longest_match)
{
    CHECK_STR(spell("a**=b**c*=d"), "a|**=|b|**|c|*=|d|" END);
    CHECK_STR(spell("a->b-=c...d.e"), "a|->|b|-=|c|...|d|.|e|" END);
    CHECK_STR(spell("a<<=b<=c<d!=e:=f//=g"), "a|<<=|b|<=|c|<|d|!=|e|:=|f|//=|g|" END);
}

TEST(numbers_end_where_they_end)
{
    CHECK_STR(spell("1if 0x1for 1.e5.real .5j"), "1|if|0x1f|or|1.e5|.|real|.5j|" END);
    CHECK_STR(spell("1..a"), "1.|.|a|" END);
    CHECK_INT(tokens.items[0].kind, T_FLOAT);
}

TEST(strings_keep_prefix_and_quotes)
{
    CHECK_STR(spell("rb'a\\'b' f\"x\" '''a'b''' xr'c'"),
              "rb'a\\'b'|f\"x\"|'''a'b'''|xr|'c'|" END);
}

TEST(indentation_makes_blocks)
{
    CHECK_STR(spell("a\n  b\n\n # c\n    d\ne"),
              "a|end of line|indent|b|end of line|indent|d|end of "
              "line|unindent|unindent|e|" END);
    CHECK_STR(spell("a\n  b"),
              "a|end of line|indent|b|end of line|unindent|end of file");
    CHECK_STR(spell("  a\n b"),
              "indent|a|end of line|unindent|"
              "unindent does not match any outer indentation level|end of file");
}

TEST(tabs_must_agree_with_spaces)
{
    CHECK_STR(
        spell("a\n\tb\n        c"),
        "a|end of line|indent|b|end of line|"
        "inconsistent use of tabs and spaces in indentation|unindent|end of file");
}

TEST(lines_are_joined)
{
    CHECK_STR(spell("(a\n  # c\n b)\nc"), "(|a|b|)|end of line|c|" END);
    CHECK_STR(spell("a + \\\n   b"), "a|+|b|" END);
    CHECK_STR(spell("a \\ b"),
              "a|unexpected character after line continuation character|end of file");
}

TEST(brackets_have_levels)
{
    CHECK(lex("f(a[b])"));
    CHECK_INT(tokens.items[0].level, 0);
    CHECK_INT(tokens.items[1].level, 0);
    CHECK_INT(tokens.items[2].level, 1);
    CHECK_INT(tokens.items[4].level, 2);
    CHECK_INT(tokens.items[6].level, 0);
    CHECK_INT(tokens.open.kind, T_EOF);
    CHECK(lex("f(\n[a\n"));
    CHECK_INT(tokens.open.kind, T_LBRACKET);
    CHECK_INT(tokens.open.line, 2);
}

TEST(names_beyond_ascii)
{
    CHECK_STR(spell("é变 = ñ"), "é变|=|ñ|" END);
    CHECK_STR(spell("a–b"), "fault");
    CHECK_STR(spell("a\xc2\xa0"), "fault");
}

TEST(keywords_are_names_with_a_kind)
{
    CHECK(lex("if iff"));
    CHECK_INT(tokens.items[0].kind, T_IF);
    CHECK_INT(tokens.items[1].kind, T_NAME);
    CHECK_INT(intern_kind(tokens.items[0].text), T_IF);
}

TEST(positions_are_in_bytes)
{
    CHECK(lex("\xef\xbb\xbfx\n'''a\nb''' + é1"));
    CHECK_INT(tokens.items[0].col, 4);
    CHECK(tokens.items[2].multiline);
    CHECK_INT(tokens.items[3].line, 3);
    CHECK_INT(tokens.items[3].col, 6);
    CHECK_INT(tokens.items[4].len, 3);
}

int main(int argc, char **argv)
{
    arena = arena_new();
    int status = tap_main(argc, argv);
    arena_free(arena);
    return status;
}
