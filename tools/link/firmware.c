/* SPDX-License-Identifier: MIT */
/*
 * firmware.c -- a program for a chip: its image and modules linked with the prebuilt VM
 * of the board. What ld has to say is told in our words (firmware_fit.c).
 */
#include "firmware.h"

#include "diag.h"
#include "file.h"
#include "proc.h"
#include "tool.h"
#include "unused.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The firmware's start comes before what a kernel of the user's may have for one. */
const char *const link_archives[] = {"firmware.a", "core.a", "format.a", "vosal.a",
                                     "vhal.a",     "python.a", NULL};

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

const char *link_map_of(arena_t *a, const char *elf)
{
    size_t len = strlen(elf), ext = strlen(".elf");
    bool named = len > ext && strcmp(elf + len - ext, ".elf") == 0;
    return arena_printf(a, "%.*s.map", (int)(named ? len - ext : len), elf);
}

static const char *in_lib(arena_t *a, const link_firmware_t *f, const char *name)
{
    return arena_printf(a, "%s/%s", f->lib, name);
}

static void add_compiler(arena_t *a, const link_firmware_t *f, proc_args_t *args)
{
    proc_add(a, args, f->compiler);
    tool_add_all(a, args, f->cflags, f->ncflags);
}

/* The image and the tables as an object. */
static const char *assemble(arena_t *a, const link_firmware_t *f)
{
    const char *source = arena_printf(a, "%s.s", f->work);
    const char *object = arena_printf(a, "%s.o", f->work);
    proc_args_t args = {0};
    strbuf_t text;
    strbuf_init(&text);
    firmware_write_image(&text, f);
    firmware_write_tables(&text, f);
    bool good = file_write(source, text.data, text.len);
    strbuf_free(&text);
    add_compiler(a, f, &args);
    const char *const rest[] = {"-c", source, "-o", object};
    tool_add_all(a, &args, rest, COUNT(rest));
    return good && tool_run(a, proc_argv(a, &args), object) ? object : NULL;
}

/* What stands in place of the VM's functions that the program cannot reach, as an
 * object; NULL: nothing. */
static const char *make_unused(arena_t *a, const link_firmware_t *f)
{
    const char *source = arena_printf(a, "%s.unused.c", f->work);
    const char *object = arena_printf(a, "%s.unused.o", f->work);
    proc_args_t args = {0};
    strbuf_t text;
    strbuf_init(&text);
    bool made = unused_write(a, f, &text) && file_write(source, text.data, text.len);
    strbuf_free(&text);
    add_compiler(a, f, &args);
    const char *const rest[] = {"-Os", "-c", source, "-o", object};
    tool_add_all(a, &args, rest, COUNT(rest));
    return made && tool_run(a, proc_argv(a, &args), object) ? object : NULL;
}

/* Without a `map`, for a message only, ld writes what does not fit, too. */
static const char *const *link_command(arena_t *a, const link_firmware_t *f,
                                       const char *const *objects, const char *elf,
                                       const char *map)
{
    proc_args_t args = {0};
    add_compiler(a, f, &args);
    const char *const head[] = {"-nostartfiles",
                                "-T",
                                in_lib(a, f, "board.ld"),
                                arena_printf(a, "-L%s", f->lib),
                                "-Wl,--gc-sections",
                                "-Wl,--build-id=none",
                                "-Wl,--no-warn-rwx-segments",
                                "-o",
                                elf,
                                in_lib(a, f, f->end),
                                objects[0]};
    tool_add_all(a, &args, head, COUNT(head));
    if (objects[1]) {
        proc_add(a, &args, objects[1]);
    }
    proc_add(a, &args,
             map ? arena_printf(a, "-Wl,-Map=%s", map) : "-Wl,--noinhibit-exec");
    tool_add_all(a, &args, f->objects, f->nobjects);
    proc_add(a, &args, "-Wl,--start-group");
    for (const char *const *name = link_archives; *name; name++) {
        proc_add(a, &args, in_lib(a, f, *name));
    }
    proc_add(a, &args, "-Wl,--end-group");
    return proc_argv(a, &args);
}

/* ld stops at what does not fit; to say what is big, it must go on. */
static void report(arena_t *a, const link_firmware_t *f, const char *const *objects,
                   const proc_t *failed)
{
    const char *elf = arena_printf(a, "%s.big.elf", f->work);
    if (firmware_is_too_big(failed->text)) {
        proc_t again = {.argv = link_command(a, f, objects, elf, NULL), .output = elf};
        proc_set_quiet(true);
        proc_run(a, &again, 1, 1);
        proc_set_quiet(false);
    }
    firmware_report(a, f, failed, elf);
    unlink(elf);
}

bool link_firmware(arena_t *a, const link_firmware_t *f)
{
    const char *temporary = arena_printf(a, "%s.%ld.tmp", f->elf, (long)getpid());
    const char *map = arena_printf(a, "%s.map", temporary);
    const char *const objects[] = {assemble(a, f), make_unused(a, f)};
    if (!objects[0]) {
        return false;
    }
    proc_t ld = {.argv = link_command(a, f, objects, temporary, map),
                 .output = temporary};
    if (proc_run(a, &ld, 1, 1)) {
        return tool_rename(map, link_map_of(a, f->elf)) &&
               tool_rename(temporary, f->elf);
    }
    unlink(map);
    if (ld.status > 0) {
        report(a, f, objects, &ld);
    }
    return false;
}

bool link_convert(arena_t *a, const link_tools_t *tools, const char *elf,
                  const char *format, const char *out)
{
    const char *temporary = arena_printf(a, "%s.%ld.tmp", out, (long)getpid());
    const char *const argv[] = {tools->objcopy, "-O", format, elf, temporary, NULL};
    return tool_run(a, argv, temporary) && tool_rename(temporary, out);
}
