/* SPDX-License-Identifier: MIT */
/*
 * mapfile_test.c -- GNU ld's maps: long names, archives, fillings, merged strings.
 */
/* parts: tools/link tools/support */
/* include: tools/link tools/support */
/* libs: -lelf -lcjson -l:libyaml.a */
#include "diag.h"
#include "file.h"
#include "mapfile.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

static const char text[] =
    "Archive member included to satisfy reference by file (symbol)\n"
    "\n"
    "lib/core.a(vm.o)              image.o (vm_start)\n"
    "\n"
    "Discarded input sections\n"
    "\n"
    " .text          0x00000000      0x254 lib/libgcc.a(_muldf3.o)\n"
    "\n"
    "Memory Configuration\n"
    "\n"
    "Name             Origin             Length             Attributes\n"
    "flash            0x00000000         0x00040000         xr\n"
    "ram              0x20000000         0x00010000         xrw\n"
    "*default*        0x00000000         0xffffffff\n"
    "\n"
    "Linker script and memory map\n"
    "\n"
    "LOAD image.o\n"
    "START GROUP\n"
    "                0x00001000                        __stack_size = 0x1000\n"
    "\n"
    ".text           0x00000000      0x140\n"
    " *(.vectors)\n"
    " .vectors       0x00000000       0x40 lib with blank/firmware.a(start.o)\n"
    "                0x00000040                        __text_start = .\n"
    " *(.text .text.*)\n"
    " .text.vm_start_with_a_long_name\n"
    "                0x00000040       0x84 lib/core.a(vm.o)\n"
    "                0x00000040                vm_start_with_a_long_name\n"
    " *fill*         0x000000c4        0x4 \n"
    " .text.empty    0x000000c8        0x0 lib/core.a(vm.o)\n"
    " .rodata.str1.1\n"
    "                0x000000c8       0x60 lib/core.a(vm.o)\n"
    "                                 0x70 (size before relaxing)\n"
    " .rodata.str1.1\n"
    "                0x00000100       0x20 lib/core.a(gc.o)\n"
    " .text.f        0x00000120       0x20 d.zno\n"
    "\n"
    ".stacks         0x20000000     0x1000\n"
    "                0x20001000                        . = (. + __stack_size)\n"
    " *fill*         0x20000000     0x1000 \n"
    "\n"
    ".data           0x20001000        0x8 load address 0x00000140\n"
    " .data.options  0x20001000        0x8 lib/core.a(vmctrl.o)\n"
    "\n"
    ".an_output_section_with_a_long_name\n"
    "                0x20001008        0x4\n"
    " COMMON         0x20001008        0x4 d.zno\n";

static const char *write_map(arena_t *a, const char *content)
{
    static char path[64];
    snprintf(path, sizeof path, "/tmp/zvm-map-XXXXXX");
    close(mkstemp(path));
    if (!file_write(path, content, strlen(content))) {
        abort();
    }
    (void)a;
    return path;
}

static bool read_text(arena_t *a, const char *content, mapfile_t *out)
{
    const char *path = write_map(a, content);
    bool good = mapfile_read(a, path, out);
    unlink(path);
    return good;
}

static const mapfile_input_t *find(const mapfile_t *m, const char *section, int nth)
{
    for (int i = 0; i < m->inputs.len; i++) {
        if (strcmp(m->inputs.items[i].section, section) == 0 && nth-- == 0) {
            return &m->inputs.items[i];
        }
    }
    return NULL;
}

TEST(regions_and_outputs)
{
    arena_t *a = arena_new();
    mapfile_t m;
    CHECK(read_text(a, text, &m));
    CHECK_INT(m.regions.len, 2);
    CHECK_STR(m.regions.items[1].name, "ram");
    CHECK_INT(m.regions.items[1].start, 0x20000000);
    CHECK_INT(m.regions.items[1].size, 0x10000);
    CHECK_INT(m.outputs.len, 4);
    CHECK_STR(m.outputs.items[2].name, ".data");
    CHECK_INT(m.outputs.items[2].load, 0x140);
    CHECK_INT(m.outputs.items[1].load, 0x20000000);
    CHECK_STR(m.outputs.items[3].name, ".an_output_section_with_a_long_name");
    CHECK_INT(m.outputs.items[3].size, 4);
    arena_free(a);
}

TEST(inputs_of_objects_and_archives)
{
    arena_t *a = arena_new();
    mapfile_t m;
    CHECK(read_text(a, text, &m));
    CHECK_INT(m.inputs.len, 7);
    const mapfile_input_t *start = find(&m, ".vectors", 0);
    CHECK_STR(start->file, "lib with blank/firmware.a");
    CHECK_STR(start->member, "start.o");
    CHECK_INT(find(&m, ".text.vm_start_with_a_long_name", 0)->size, 0x84);
    CHECK_STR(find(&m, ".text.f", 0)->file, "d.zno");
    CHECK(!find(&m, ".text.f", 0)->member);
    CHECK_STR(find(&m, "COMMON", 0)->output, ".an_output_section_with_a_long_name");
    CHECK(!find(&m, ".text", 0)); /* was thrown away */
    arena_free(a);
}

TEST(merged_strings_count_once)
{
    arena_t *a = arena_new();
    mapfile_t m;
    CHECK(read_text(a, text, &m));
    CHECK_INT(find(&m, ".rodata.str1.1", 0)->size, 0x38);
    CHECK_INT(find(&m, ".rodata.str1.1", 1)->size, 0x20);
    arena_free(a);
}

TEST(another_file_is_refused)
{
    arena_t *a = arena_new();
    mapfile_t m;
    int before = diag_errors();
    CHECK(!read_text(a, "no map\n", &m));
    CHECK_INT(diag_errors() - before, 1);
    arena_free(a);
}

TAP_MAIN
