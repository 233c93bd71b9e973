/* SPDX-License-Identifier: MIT */
/* parts: tools/compiler tools/support vm/format */
/* include: tools/compiler tools/support vm/format */
/* parse_test.c -- trees of small programs, the words of syntax errors; `--dump FILE`
 * for parse_oracle.py. */
#include "ast.h"
#include "file.h"
#include "tap.h"
#include <stdlib.h>
#include <unistd.h>

static arena_t *arena;
static ast_module_t *module;

static ast_module_t *parse(const char *text)
{
    if (!arena) {
        arena = arena_new();
    }
    module = parse_module(arena, intern_new(arena), "t.py", text, strlen(text));
    return module;
}

/* The dump without its last line break. */
static const char *dump(const char *text)
{
    if (!parse(text)) {
        return NULL;
    }
    strbuf_t out;
    strbuf_init(&out);
    ast_dump(module, &out);
    char *copy = arena_strndup(arena, out.data, out.len ? out.len - 1 : 0);
    strbuf_free(&out);
    return copy;
}

/* What is reported for `text`, up to the end of the first line: "t.py:1:2: error: …".
 */
static const char *fault(const char *text)
{
    FILE *capture = tmpfile();
    fflush(stderr);
    int saved = dup(STDERR_FILENO);
    dup2(fileno(capture), STDERR_FILENO);
    ast_module_t *m = parse(text);
    fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);
    rewind(capture);
    char *line = arena_alloc(arena, 512);
    if (!fgets(line, 512, capture) || m) {
        line = NULL;
    }
    fclose(capture);
    if (line) {
        line[strcspn(line, "\n")] = '\0';
    }
    return line;
}

TEST(expressions)
{
    CHECK_STR(dump("a + b * -c ** d\n"),
              "(Expr (BinOp (Name a) '+' (BinOp (Name b) '*' (UnaryOp '-' (BinOp (Name "
              "c) '**' (Name d))))))");
    CHECK_STR(dump("not a < b is not c or d"),
              "(Expr (Or (UnaryOp 'not' (Compare (Name a) '<' (Name b) 'is not' (Name "
              "c))) (Name d)))");
    CHECK_STR(dump("f(a, *b, k=1, **c).x[1:, 2]"),
              "(Expr (Subscript (Attribute (Call (Name f) (Name a) (Starred (Name b)) "
              "k=(Int 1) **(Name c)) x) "
              "(Tuple (Slice (Int 1) - -) (Int 2))))");
    CHECK_STR(dump("[x for x, in y if x]"),
              "(Expr (ListComp (Name x) (for (Tuple.store (Name.store x)) (Name y) "
              "(Name x))))");
    CHECK_STR(dump("{**a, 1: 2}"), "(Expr (Dict - (Name a) (Int 1) (Int 2)))");
    CHECK_STR(dump("lambda a, /, b=1, *, c: 0"),
              "(Expr (Lambda (params a / b=(Int 1) * c) (Int 0)))");
}

TEST(literals)
{
    CHECK_STR(dump("0xFF_ff; 0b1_0; 00; 1_000"),
              "(Expr (Int ffff base 16))\n(Expr (Int 10 base 2))\n(Expr (Int "
              "0))\n(Expr (Int 1000))");
    CHECK_STR(dump("'a\\x41\\u00e9' r'\\n' \"\\\n\""),
              "(Expr (Str \"aA\\xc3\\xa9\\x5cn\"))");
    CHECK_STR(dump("b'\\xff\\q'"), "(Expr (Bytes \"\\xff\\x5cq\"))");
    CHECK(parse("9223372036854775807\n9223372036854775808"));
    CHECK_INT(module->body.items[0]->value->integer.value, INT64_MAX);
    CHECK(!module->body.items[1]->value->integer.small);
    CHECK_STR(module->body.items[1]->value->integer.digits, "9223372036854775808");
}

TEST(fstrings)
{
    CHECK_STR(dump("f'{{a}}'"), "(Expr (Str \"{a}\"))");
    CHECK_STR(dump("f'a{b!r:>{w}}' 'c'"),
              "(Expr (JoinedStr (Str \"a\") (FormattedValue (Name b) !r (JoinedStr "
              "(Str \">\") "
              "(FormattedValue (Name w)))) (Str \"c\")))");
    CHECK_STR(dump("f'{a = }'"),
              "(Expr (JoinedStr (Str \"a = \") (FormattedValue (Name a) !r)))");
    CHECK(parse("\nx = f'''a\n {b}'''"));
    const expr_t *joined = module->body.items[0]->assign.value;
    CHECK_INT(joined->values.items[1]->formatted.value->pos.line, 3);
    CHECK_INT(joined->values.items[1]->formatted.value->pos.col, 3);
}

TEST(statements)
{
    CHECK_STR(dump("if a: b\nelif c: d\nelse: e"), "(If (Name a)\n"
                                                   "  (body\n"
                                                   "    (Expr (Name b)))\n"
                                                   "  (else\n"
                                                   "    (If (Name c)\n"
                                                   "      (body\n"
                                                   "        (Expr (Name d)))\n"
                                                   "      (else\n"
                                                   "        (Expr (Name e))))))");
    CHECK_STR(dump("with (a as b, c): pass"),
              "(With (Name a) (Name.store b) (Name c) -\n  (body\n    (Pass)))");
    CHECK_STR(dump("from ..a.b import (c as d, e,)"), "(ImportFrom 2 a.b c:d e)");
    CHECK_STR(
        dump("match = case = _ = type"),
        "(Assign (Name.store match) (Name.store case) (Name.store _) (Name type))");
    CHECK(parse("def f():\n    yield\ndef g():\n    lambda: (yield)"));
    CHECK(module->body.items[0]->function.is_generator);
    CHECK(!module->body.items[1]->function.is_generator);
}

TEST(names_are_interned)
{
    CHECK(parse("abc; x.abc"));
    CHECK(module->body.items[0]->value->name ==
          module->body.items[1]->value->attribute.name);
}

TEST(positions)
{
    CHECK(parse("x = aa + \\\n  b.cc"));
    const expr_t *sum = module->body.items[0]->assign.value;
    CHECK_INT(sum->pos.col, 5);
    CHECK_INT(sum->pos.end_col, 0);
    CHECK_INT(sum->binary.right->pos.line, 2);
    CHECK_INT(sum->binary.right->attribute.name_pos.col, 5);
    CHECK_INT(sum->binary.right->attribute.name_pos.end_col, 7);
}

/* What is wrong and what is said about it. */
static const struct {
    const char *text, *message;
} faults[] = {
    {"if x\n    y", "1:5: error: expected ':' [syntax]"},
    {"x = (1,\ny = 2", "1:5: error: '(' was never closed [syntax]"},
    {"x = 'abc\n",
     "1:5: error: unterminated string literal (detected at line 1) [syntax]"},
    {"'''abc\n\n", "1:1: error: unterminated triple-quoted string literal (detected at "
                   "line 2) [syntax]"},
    {"f(a b)", "1:3: error: invalid syntax. Perhaps you forgot a comma? [syntax]"},
    {"f() = 1", "1:1: error: cannot assign to function call here. Maybe you meant '==' "
                "instead of '='? [syntax]"},
    {"None = 1", "1:1: error: cannot assign to None [syntax]"},
    {"if x:\n  a\n b",
     "3:2: error: unindent does not match any outer indentation level [syntax]"},
    {"if x:\ny",
     "2:1: error: expected an indented block after 'if' statement on line 1 [syntax]"},
    {"  x", "1:3: error: unexpected indent [syntax]"},
    {"f(a=1, b)", "1:8: error: positional argument follows keyword argument [syntax]"},
    {"def f(a=1, b): pass",
     "1:12: error: non-default argument follows default argument [syntax]"},
    {"def f(a, a): pass",
     "1:10: error: duplicate argument 'a' in function definition [syntax]"},
    {"return", "1:1: error: 'return' outside function [syntax]"},
    {"break", "1:1: error: 'break' outside loop [syntax]"},
    {"class A:\n yield", "2:2: error: 'yield' outside function [syntax]"},
    {"f'{a'", "1:5: error: f-string: expecting '}' [syntax]"},
    {"f'{}'", "1:4: error: f-string: empty expression not allowed [syntax]"},
    {"f'{a b}'",
     "1:4: error: f-string: invalid syntax. Perhaps you forgot a comma? [syntax]"},
    {"print 1", "1:1: error: missing parentheses in call to 'print'. Did you mean "
                "print(...)? [syntax]"},
    {"if x = 1: pass", "1:4: error: invalid syntax. Maybe you meant '==' or ':=' "
                       "instead of '='? [syntax]"},
    {"(1]", "1:3: error: closing parenthesis ']' does not match opening parenthesis "
            "'(' [syntax]"},
    {"0777", "1:1: error: leading zeros in decimal integer literals are not permitted "
             "[syntax]"},
    {"*a = 1",
     "1:1: error: starred assignment target must be in a list or tuple [syntax]"},
    {"x = *a", "1:5: error: can't use starred expression here [syntax]"},
    {"async def f(): pass",
     "1:1: error: 'async def' is not supported [unsupported-syntax]"},
    {"match x:\n  case 1: pass",
     "1:1: error: 'match' statement is not supported [unsupported-syntax]"},
    {"1j", "1:1: error: a complex number is not supported [unsupported-syntax]"},
    {"# coding: latin-1\n",
     "1:11: error: encoding 'latin-1' is not supported [unsupported-syntax]"},
    {"x = \xff", "1:5: error: byte 0xff is not valid UTF-8 [syntax]"},
};

TEST(faults_are_explained)
{
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        const char *got = fault(faults[i].text);
        CHECK_STR(got ? got + strlen("t.py:") : NULL, faults[i].message);
    }
}

/* `open` n times, then `middle`, then `close` n times. */
static const char *nested(const char *open, const char *middle, const char *close,
                          int n)
{
    strbuf_t s;
    strbuf_init(&s);
    for (int i = 0; i < n; i++) {
        strbuf_adds(&s, open);
    }
    strbuf_adds(&s, middle);
    for (int i = 0; i < n; i++) {
        strbuf_adds(&s, close);
    }
    char *text = arena_strndup(arena, s.data, s.len);
    strbuf_free(&s);
    return text;
}

TEST(depth_is_limited)
{
    parse("");
    CHECK(parse(nested("(", "1", ")", 150)));
    CHECK(parse(nested("x + ", "1", "", 1000)));
    CHECK_STR(fault(nested("(", "1", ")", 100000)),
              "t.py:1:201: error: too many nested parentheses [syntax]");
    CHECK(fault(nested("-", "1", "", 100000)));
    CHECK(fault(nested("not ", "1", "", 100000)));
    CHECK(fault(nested("lambda: ", "1", "", 100000)));
    CHECK(fault(nested("1 if x else ", "1", "", 100000)));
    CHECK(fault(nested("2 ** ", "1", "", 100000)));
    CHECK(fault(nested("x + ", "1", "", 100000)));
    CHECK(fault(nested("", "x", ".x", 100000)));
    CHECK(fault(nested("if x: pass\nel", "se: pass", "", 100000)));
}

/* `--dump FILE`: the tree on standard output and 0, or 1. */
static int dump_file(const char *path)
{
    arena = arena_new();
    char *text;
    size_t len;
    strbuf_t out;
    ast_module_t *m = file_read(arena, path, &text, &len)
                          ? parse_module(arena, intern_new(arena), path, text, len)
                          : NULL;
    if (m) {
        strbuf_init(&out);
        ast_dump(m, &out);
        fwrite(out.data, 1, out.len, stdout);
        strbuf_free(&out);
    }
    arena_free(arena);
    return m == NULL;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--dump") == 0) {
        return dump_file(argv[2]);
    }
    int status = tap_main(argc, argv);
    if (arena) {
        arena_free(arena);
    }
    return status;
}
