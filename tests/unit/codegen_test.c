/* SPDX-License-Identifier: MIT */
/* parts: tools/compiler tools/support vm/format */
/* include: tools/compiler tools/support vm/format */
/* libs: -l:libyaml.a */
/*
 * codegen_test.c -- what the compiler makes of small programs, as disassembly; and a
 * check of every instruction of bigger ones: known opcodes, jumps to instructions, one
 * stack depth at each place.
 */
#include "compiler.h"
#include "image.h"
#include "opinfo.h"
#include "tap.h"
#include <stdlib.h>

static char text[16384];

/* Compiles and disassembles; the result is cut to the lines of the code object `name`,
 * or whole when it is NULL. */
static const char *disasm(const char *program, const char *name)
{
    static char source[1 << 17];
    /* What nothing names would be dropped. */
    snprintf(source, sizeof source, "%s\n%s\n", program, name ? name : "");
    arena_t *a = arena_new();
    compile_options_t options = {.strip = true};
    compile_result_t r;
    text[0] = 0;
    if (compile_text(a, &options, "test.py", source, strlen(source), &r)) {
        strbuf_t out;
        strbuf_init(&out);
        disasm_image(r.image.data, r.image.len, false, &out);
        const char *from = out.data;
        if (name) {
            char head[64];
            snprintf(head, sizeof head, "'%s' (", name);
            from = strstr(out.data, head);
            from = from ? strchr(from, '\n') + 1 : "";
        }
        const char *end = name ? from : from + strlen(from);
        while (name && strncmp(end, "  ", 2) == 0) {
            end = strchr(end, '\n') + 1;
        }
        snprintf(text, sizeof text, "%.*s", (int)(end - from), from);
        strbuf_free(&out);
        strbuf_free(&r.image);
    }
    arena_free(a);
    return text;
}

/* ---- small functions ---- */

TEST(fuses_compare_and_call_of_global)
{
    CHECK_STR(disasm("def fib(n):\n"
                     "    if n < 2:\n"
                     "        return n\n"
                     "    return fib(n - 1) + fib(n - 2)\n",
                     "fib"),
              "     0 JUMP_IF_NOT_LT_FAST_INT8 $0 2 -> 7\n"
              "     5 RETURN_FAST        $0\n"
              "     7 SUB_FAST_INT8      $0 1\n"
              "    10 CALL_GLOBAL        g0 1\n"
              "    14 SUB_FAST_INT8      $0 2\n"
              "    17 CALL_GLOBAL        g0 1\n"
              "    21 ADD\n"
              "    22 RETURN\n");
}

TEST(range_loop_has_no_range)
{
    CHECK_STR(disasm("def f(n):\n"
                     "    s = 0\n"
                     "    for i in range(n):\n"
                     "        s += i\n"
                     "    return s\n",
                     "f"),
              "     0 LOAD_INT8          0\n"
              "     2 STORE_FAST_LOAD_FAST $1 $0\n"
              "     5 RANGE_PREP         1\n"
              "     7 JUMP               -> 16\n"
              "    10 LOAD_FAST_FAST     $1 $2\n"
              "    13 IADD\n"
              "    14 STORE_FAST         $1\n"
              "    16 LOOP_RANGE         $2 -> 10\n"
              "    20 RETURN_FAST        $1\n");
}

TEST(while_is_inverted)
{
    CHECK_STR(disasm("def f(a, b):\n"
                     "    while a < b:\n"
                     "        a += 1\n"
                     "    return a\n",
                     "f"),
              "     0 JUMP               -> 6\n"
              "     3 INC_FAST           $0 1\n"
              "     6 LOOP_IF_LT_FAST_FAST $0 $1 -> 3\n"
              "    11 RETURN_FAST        $0\n");
}

TEST(assignment_decides_the_check)
{
    CHECK_STR(disasm("def f(c):\n"
                     "    if c:\n"
                     "        x = 1\n"
                     "    y = x\n"
                     "    return x\n",
                     "f"),
              "     0 LOAD_FAST          $0\n"
              "     2 JUMP_IF_FALSE      -> 9\n"
              "     5 LOAD_INT8          1\n"
              "     7 STORE_FAST         $1\n"
              "     9 LOAD_FAST_CHECK    $1\n"
              "    11 STORE_FAST         $2\n"
              "    13 LOAD_FAST_CHECK    $1\n"
              "    15 RETURN\n");
}

TEST(folds_constants)
{
    CHECK_STR(
        disasm("def f():\n    return (2 * 3 + 4, -1, 'a' + 'b', 1 << 40, not 1)\n",
               "f"),
        "     0 LOAD_CONST         (10, -1, 'ab', 1099511627776, False)\n"
        "     3 RETURN\n");
}

TEST(leaves_overflow_to_the_vm)
{
    CHECK(strstr(disasm("def f():\n    return 9223372036854775807 + 1\n", "f"),
                 "ADD_INT8"));
    CHECK(strstr(disasm("def f():\n    return 1 // 0\n", "f"), "FDIV_INT8"));
}

TEST(drops_dead_code)
{
    CHECK_STR(disasm("def f():\n"
                     "    if 0:\n        g()\n"
                     "    return 1\n"
                     "    g()\n",
                     "f"),
              "     0 LOAD_INT8          1\n     2 RETURN\n");
}

TEST(inlines_comprehensions)
{
    const char *out = disasm("def f(a):\n    return [x for x in a if x]\nf\n", NULL);
    CHECK(strstr(out, "LOOP_ITER_FAST"));
    CHECK(!strstr(out, "<listcomp>"));
    CHECK(strstr(disasm("def f(a):\n    return [lambda: x for x in a]\nf\n", NULL),
                 "<listcomp>"));
}

TEST(calls_builtins_by_number)
{
    CHECK(strstr(disasm("def f(a): return len(a)\n", "f"), "CALL_BUILTIN       len 1"));
    CHECK(
        strstr(disasm("def f(a): return len(a, 1)\n", "f"), "LOAD_BUILTIN       len"));
    CHECK(!strstr(disasm("len = 1\ndef f(a): return len(a)\n", "f"), "BUILTIN"));
}

TEST(names_exceptions_without_classes)
{
    const char *out =
        disasm("class E(Exception): pass\nclass F(E): pass\nraise F\n", NULL);
    CHECK(strstr(out, "LOAD_EXC           F"));
    CHECK(strstr(out, "exception E(Exception)\n"));
    CHECK(strstr(out, "exception F(E)\n"));
    CHECK(!strstr(out, "END_CLASS"));
}

TEST(slots_are_what_methods_assign)
{
    CHECK(strstr(disasm("class A:\n"
                        "    k = 1\n"
                        "    def __init__(this, x):\n        this.x = this.y = x\n"
                        "    def f(me):\n        me.z, me.x = 1, 2\n"
                        "A().f()\n",
                        NULL),
                 "class 0 A attrs k, __init__, f slots x, y, z\n"));
}

TEST(module_variables_become_locals)
{
    const char *out = disasm("a = 1\nb = a\ndef f(): return b\nf()\n", NULL);
    CHECK(strstr(out, "STORE_FAST_LOAD_FAST $0 $0"));
    CHECK(strstr(out, "b=g"));
    CHECK(!strstr(out, "a=g"));
}

/* ---- constants ---- */

TEST(constants_are_apart_by_type)
{
    const char *out =
        disasm("def f(x): return x(1000000000, 1000000000.0, True, 0.0, -0.0)\n", "f");
    CHECK(strstr(out, "1000000000\n"));
    CHECK(strstr(out, " 0\n"));
    CHECK(strstr(out, "-0\n"));
}

TEST(big_integers)
{
    const char *out =
        disasm("def f(): return (18446744073709551616, -0x8000000000000000)\n", "f");
    CHECK(strstr(out, "(0x000000010000000000000000, -9223372036854775808)"));
}

/* ---- refusals ---- */

static bool refuses(const char *source)
{
    return !*disasm(source, NULL);
}

TEST(scope_errors)
{
    CHECK(refuses("def f():\n    x = 1\n    global x\n"));
    CHECK(refuses("def f():\n    print(x)\n    global x\n"));
    CHECK(refuses("def f(x):\n    global x\n"));
    CHECK(refuses("def f():\n    nonlocal x\n"));
    CHECK(refuses("nonlocal x\n"));
    CHECK(refuses("def g():\n  x = 1\n  def f():\n    global x\n    nonlocal x\n"));
    CHECK(refuses("[x := 1 for x in range(3)]\n"));
    CHECK(!refuses("def f():\n    global x\n    x = 1\n"));
}

TEST(program_errors)
{
    CHECK(refuses("import no_such_module\n"));
    CHECK(!refuses("try:\n    import no_such_module\nexcept ImportError: pass\n"));
    CHECK(refuses("from . import x\n"));
    CHECK(refuses("class A(metaclass=B): pass\n"));
    CHECK(refuses("@c_native(name, [])\ndef f(): pass\nf()\n"));
    CHECK(refuses("@c_native('f', [])\ndef f(a=g()): pass\nf()\n"));
}

TEST(natives_are_declared)
{
    const char *out = disasm("K = 5\n"
                             "@native_c('c_f', ['f.c'])\ndef f(a, b=K, *c): pass\n"
                             "class A:\n"
                             "    @c_native('c_m', [])\n    def m(self, x='q'): pass\n"
                             "f(A().m())\n",
                             NULL);
    CHECK(strstr(out, "native 0 f = c_f (a, b=5)\n"));
    CHECK(strstr(out, "native 1 m = c_m (x='q') method\n"));
}

TEST(limits)
{
    static char source[1 << 16];
    size_t at = 0;
    at += (size_t)sprintf(source + at, "def f():\n");
    for (int i = 0; i < 300; i++) {
        at += (size_t)sprintf(source + at, "    v%d = 1\n", i);
    }
    sprintf(source + at, "f()\n");
    CHECK(refuses(source));
}

TEST(drops_what_nothing_names)
{
    const char *source = "def used(): return helper()\n"
                         "def helper(): return 1\n"
                         "def lost(): return also()\n"
                         "def also(): return 2\n"
                         "class A:\n"
                         "    def m(self): return 1\n"
                         "    def n(self): return 2\n"
                         "    def __len__(self): return 1\n"
                         "print(used(), A().m())\n";
    const char *out = disasm(source, NULL);
    CHECK(strstr(out, "'helper'") && strstr(out, "'A.m'") &&
          strstr(out, "'A.__len__'"));
    CHECK(!strstr(out, "'lost'") && !strstr(out, "'also'") && !strstr(out, "'A.n'"));
    char dynamic[1024];
    snprintf(dynamic, sizeof dynamic, "%sprint(getattr(A, 'n' + ''))\n", source);
    CHECK(strstr(disasm(dynamic, NULL), "'A.n'"));
}

/* ---- every instruction ---- */

typedef struct checker {
    const image_code_t *code;
    const uint8_t *bytes;
    int *depth; /* before each instruction; -1: not reached, -2: no instruction starts
                   here */
    int work[65536];
    int nwork, faults;
} checker_t;

static int field(const uint8_t *p, char kind)
{
    return opcode_field_size(kind) == 1 ? *p : p[0] | p[1] << 8;
}

static void reach(checker_t *c, int pc, int depth)
{
    if (pc < 0 || pc >= c->code->length || c->depth[pc] == -2 ||
        depth > c->code->stack || (c->depth[pc] >= 0 && c->depth[pc] != depth)) {
        c->faults++;
    } else if (c->depth[pc] == -1) {
        c->depth[pc] = depth;
        c->work[c->nwork++] = pc;
    }
}

static void follow(checker_t *c, int pc)
{
    const uint8_t *p = c->bytes + pc;
    int args[3] = {0}, next = pc + opinfo_size(*p), target = -1, at = 1, i = 0;
    for (const char *f = opinfo[*p].fields; *f; at += opcode_field_size(*f++)) {
        args[i++] = field(p + at, *f);
        target = *f == 'j'   ? next + args[i - 1]
                 : *f == 'r' ? next - args[i - 1]
                             : target;
        c->faults += (*f == 'l' || *f == 'd') && args[i - 1] >= c->code->nlocals;
    }
    int n = opinfo_count(*p, args), depth = c->depth[pc];
    c->faults += depth < opinfo_pops(*p, n);
    depth += opinfo_pushes(*p, n) - opinfo_pops(*p, n);
    if (target >= 0) {
        reach(c, target, depth + opinfo_jump_extra(*p));
    }
    if (!opinfo_ends_block(*p)) {
        reach(c, next, depth);
    }
}

static int check_code(const image_code_t *code)
{
    static checker_t c;
    c.code = code;
    c.bytes = (const uint8_t *)code + code->start;
    c.nwork = c.faults = 0;
    c.depth = malloc(sizeof *c.depth * (size_t)(code->length + 1));
    for (int i = 0; i < code->length; i++) {
        c.depth[i] = -2;
    }
    for (int pc = 0; pc < code->length; pc += opinfo_size(c.bytes[pc])) {
        c.depth[pc] = -1;
        if (!opinfo[c.bytes[pc]].name) {
            free(c.depth);
            return 1;
        }
    }
    reach(&c, 0, 0);
    const image_handler_t *rows = (const image_handler_t *)c.bytes - code->nhandlers;
    for (int i = 0; i < code->nhandlers; i++) {
        reach(&c, rows[i].target, rows[i].depth + 1);
    }
    while (c.nwork > 0) {
        follow(&c, c.work[--c.nwork]);
    }
    for (int pc = 0; pc < code->length; pc += opinfo_size(c.bytes[pc])) {
        c.faults += c.depth[pc] < 0; /* dead code */
        for (int i = 0; i < code->nhandlers; i++) {
            c.faults +=
                pc >= rows[i].start && pc < rows[i].end && c.depth[pc] < rows[i].depth;
        }
    }
    free(c.depth);
    return c.faults;
}

/* The function of the program, which must be called f. */
static int check_program(const char *program)
{
    static char source[4096];
    snprintf(source, sizeof source, "%sf(0)\n", program);
    arena_t *a = arena_new();
    compile_options_t options = {.word_bytes = 4};
    compile_result_t r;
    int faults = 1;
    if (compile_text(a, &options, "test.py", source, strlen(source), &r)) {
        const image_header_t *h = (const void *)r.image.data;
        const uint32_t *rows = (const void *)(r.image.data + h->codes);
        faults = 0;
        for (uint32_t i = 0; i < h->ncodes; i++) {
            faults += check_code((const void *)(r.image.data + rows[i]));
        }
        strbuf_free(&r.image);
    }
    arena_free(a);
    return faults;
}

TEST(ways_out_of_try)
{
    CHECK_INT(check_program("def f(a):\n"
                            "  for i in a:\n"
                            "    for j in range(i):\n"
                            "      try:\n"
                            "        with a as x, i as (y, z):\n"
                            "          if x: return x\n"
                            "          if y: break\n"
                            "          if z: continue\n"
                            "      except (A, B) as e:\n"
                            "        if e: return e\n"
                            "        if j: break\n"
                            "        continue\n"
                            "      except C:\n"
                            "        raise\n"
                            "      else:\n"
                            "        return j\n"
                            "      finally:\n"
                            "        if i: break\n"
                            "        if j: return 3\n"
                            "        for k in a:\n"
                            "          if k: continue\n"
                            "          break\n"),
              0);
}

TEST(loops_in_final_bodies)
{
    CHECK_INT(check_program("def f(a):\n"
                            "  while a:\n"
                            "    try:\n"
                            "      for x in a:\n"
                            "        try: return x\n"
                            "        finally:\n"
                            "          with a: break\n"
                            "    finally:\n"
                            "      try: a()\n"
                            "      except E as e: continue\n"),
              0);
}

TEST(star_handlers)
{
    CHECK_INT(check_program("def f(a):\n"
                            "  try: a()\n"
                            "  except* A as e: print(e)\n"
                            "  except* (B, C): a(1)\n"
                            "  else: a(2)\n"
                            "  finally: a(3)\n"),
              0);
}

TEST(generators_and_conditions)
{
    CHECK_INT(
        check_program(
            "def f(a, *b, c=1, **d):\n"
            "  x = [y for z in a if z for y in z if y or z and not c]\n"
            "  try: r = yield from a\n"
            "  except E: r = yield\n"
            "  q = {k: v for k, v in d.items()} if a < r < 3 != x else (b and c)\n"
            "  while not (a and b or c) or a <= x <= r: a = yield q\n"
            "  return lambda: (a, x, (i for i in q), f(*b, c, **d, e=1))\n"
            "assert f, 'text'\n"
            "x = y = f(1)[2:3, ::-1].z\n"
            "x[1:2] += y.z\n"
            "(a, *b), [c] = x, y\n"
            "print(f'{x!r:>{y}} {x}', *a, sep=b)\n"),
        0);
}

TAP_MAIN
