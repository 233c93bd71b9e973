/* SPDX-License-Identifier: MIT */
/* parts: tools/compiler tools/support vm/format */
/* include: tools/compiler tools/support vm/format */
/* libs: -l:libyaml.a */
/*
 * declare_test.c -- what compile_natives() finds in a program of two modules.
 */
#include "compiler.h"
#include "file.h"
#include "tap.h"
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/declare_testXXXXXX";
static arena_t *arena;
static compile_natives_t natives;

static void put(const char *name, const char *text)
{
    file_write(arena_printf(arena, "%s/%s", folder, name), text, strlen(text));
}

static bool collect(const char *text)
{
    static const char *const defines[] = {"OPTION=7"};
    compile_options_t o = {.board = "host", .defines = defines, .ndefines = 1};
    put("main.py", text);
    return compile_natives(arena, &o, arena_printf(arena, "%s/main.py", folder),
                           &natives);
}

static const char *joined(const char *const *items, int n)
{
    const char *all = "";
    for (int i = 0; i < n; i++) {
        all = arena_printf(arena, "%s%s ", all, items[i]);
    }
    return all;
}

TEST(lists_are_as_written)
{
    CHECK(collect("@native_c('a_f', ['csrc/*.c', 'x.c'], ['VHAL_SPI', 'N=1'],\n"
                  "          ['-I.../inc'])\n"
                  "def f(a, b=1, *c): pass\n"));
    CHECK_INT(natives.nnatives, 1);
    const compile_native_t *n = natives.natives;
    CHECK_STR(n->symbol, "a_f");
    CHECK_STR(n->name, "f");
    CHECK_STR(n->module, "__main__");
    CHECK_STR(n->dir, folder);
    CHECK_STR(joined(n->sources, n->nsources), "csrc/*.c x.c ");
    CHECK_STR(joined(n->defines, n->ndefines), "VHAL_SPI N=1 ");
    CHECK_STR(joined(n->includes, n->nincludes), "-I.../inc ");
    CHECK_INT(n->pos.line, 1);
}

TEST(imported_modules_and_class_bodies_count)
{
    put("lib.py", "class A:\n"
                  "    @c_native('lib_f', [])\n"
                  "    def _f(x): pass\n"
                  "__cfile('more.c')\n");
    CHECK(collect("def late():\n"
                  "    import lib\n"
                  "@c_native('b')\n"
                  "def b(): pass\n"));
    CHECK_INT(natives.nnatives, 2);
    CHECK_STR(natives.natives[0].symbol, "b");
    CHECK_INT(natives.natives[0].nsources, 0);
    CHECK_STR(natives.natives[1].symbol, "lib_f");
    CHECK_STR(natives.natives[1].module, "lib");
    CHECK_INT(natives.ncfiles, 1);
    CHECK_STR(natives.cfiles[0].file, "more.c");
    CHECK_STR(natives.cfiles[0].dir, folder);
    CHECK_INT(natives.nfiles, 2);
}

TEST(defines_are_of_the_whole_program)
{
    put("lib.py", "__cdefine(LEVEL, 4)\n");
    put("lib.yml", "config:\n  QUIET: false\n  GONE: null\n  OPTION: 1\n");
    put("cconf.json", "{\"FROM_JSON\": \"text\"}");
    CHECK(collect("import lib\n"));
    CHECK_STR(joined(natives.defines, natives.ndefines),
              "TARGET=host OPTION=7 QUIET=0 LEVEL=4 FROM_JSON=text ");
}

TEST(what_is_left_out_declares_nothing)
{
    CHECK(collect("#-if OPTION < 5\n"
                  "@c_native('a', [])\n"
                  "def a(): pass\n"
                  "#-endif\n"
                  "if __defined(TARGET, 'chip'):\n"
                  "    @c_native('b', [])\n"
                  "    def b(): pass\n"));
    CHECK_INT(natives.nnatives, 0);
}

int main(int argc, char **argv)
{
    arena = arena_new();
    if (!mkdtemp(folder)) {
        return 1;
    }
    int status = tap_main(argc, argv);
    for (const char *const *name =
             (const char *const[]){"main.py", "lib.py", "lib.yml", "cconf.json", NULL};
         *name; name++) {
        remove(arena_printf(arena, "%s/%s", folder, *name));
    }
    rmdir(folder);
    arena_free(arena);
    return status;
}
