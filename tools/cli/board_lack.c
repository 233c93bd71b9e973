/* SPDX-License-Identifier: MIT */
/*
 * board_lack.c -- what a chip's board needs of this computer, and whether it is there.
 */
#include "board.h"

#include "diag.h"
#include "file.h"
#include "path.h"
#include "sdk.h"
#include "strbuf.h"

#include <string.h>

bool board_is_chip(const board_t *b)
{
    return b->compiler != NULL;
}

const char *board_compiler(const board_t *b)
{
    return b->compiler ? b->compiler : "gcc";
}

const char *board_tool(arena_t *a, const board_t *b, const char *tool)
{
    const char *compiler = board_compiler(b);
    size_t len = strlen(compiler), tail = strlen("gcc");
    if (len < tail || strcmp(compiler + len - tail, "gcc") != 0) {
        return tool;
    }
    return arena_printf(a, "%.*s%s", (int)(len - tail), compiler, tool);
}

const char *board_file(arena_t *a, const board_t *b, const char *file)
{
    return sdk_path(a, arena_printf(a, "sdk/lib/%s/%s", b->name, file));
}

const char *board_install_command(arena_t *a, const opt_list_t *packages)
{
    strbuf_t s;
    strbuf_init(&s);
    strbuf_adds(&s, "sudo apt-get install");
    for (int i = 0; i < packages->len; i++) {
        strbuf_addf(&s, " %s", packages->items[i]);
    }
    const char *command = arena_strdup(a, s.data);
    strbuf_free(&s);
    return command;
}

static bool lacks_program(arena_t *a, const board_t *b, const char *program,
                          const opt_list_t *packages, board_lack_t *out)
{
    if (path_find_command(a, program)) {
        return false;
    }
    *out = (board_lack_t){
        .slug = DIAG_tool_missing,
        .text = arena_printf(a, "board '%s' needs '%s'", b->name, program),
        .hint = board_install_command(a, packages),
    };
    return true;
}

/* The archives are made together; one stands for all. */
static bool lacks_vm(arena_t *a, const board_t *b, board_lack_t *out)
{
    if (file_exists(board_file(a, b, "core.a"))) {
        return false;
    }
    *out = (board_lack_t){
        .slug = DIAG_board_sdk,
        .text = arena_printf(a, "the VM of board '%s' is not built: there is no '%s'",
                             b->name, board_file(a, b, "core.a")),
        .hint = arena_printf(a, "'make sdk BOARD=%s' makes it", b->name),
    };
    return true;
}

static bool lacks_emulator(arena_t *a, const board_t *b, board_lack_t *out)
{
    if (b->emulator.len) {
        return lacks_program(a, b, b->emulator.items[0], &b->emulator_packages, out);
    }
    *out = (board_lack_t){
        .slug = DIAG_board_hardware,
        .text = arena_printf(a, "board '%s' has no emulator", b->name),
        .hint = "'zvm-native build --firmware' makes what is programmed into the board",
    };
    return true;
}

bool board_lacks(arena_t *a, const board_t *b, unsigned wants, board_lack_t *out)
{
    if (!board_is_chip(b)) {
        return false;
    }
    return (wants & BOARD_COMPILES &&
            lacks_program(a, b, b->compiler, &b->compiler_packages, out)) ||
           (wants & BOARD_LINKS && lacks_vm(a, b, out)) ||
           (wants & BOARD_RUNS && lacks_emulator(a, b, out));
}

bool board_require(arena_t *a, const board_t *b, unsigned wants)
{
    board_lack_t lack;
    if (!board_lacks(a, b, wants, &lack)) {
        return true;
    }
    diag_error(NULL, lack.slug, lack.hint, "%s", lack.text);
    return false;
}
