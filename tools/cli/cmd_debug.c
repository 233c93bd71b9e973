/* SPDX-License-Identifier: MIT */
/*
 * cmd_debug.c -- `zvm-native debug`: a program under gdb, with the symbols of the VM
 * and of its modules, and a command for Python's frames (sdk/gdb/zvm.py).
 *
 * gdb starts the emulator of a chip's board itself and talks with it over a pipe, so
 * that both end together. The console of the board is among gdb's own output.
 */
#include "board.h"
#include "diag.h"
#include "path.h"
#include "program.h"
#include "sdk.h"
#include "start.h"
#include "strbuf.h"

#include <string.h>

typedef struct debug_options {
    run_options_t run;
    opt_list_t gdb;
} debug_options_t;

/* NULL: reported. */
static const char *find_gdb(arena_t *a, const board_t *board)
{
    const char *name = board_is_chip(board) ? "gdb-multiarch" : "gdb";
    const char *path = path_find_command(a, name);
    if (!path) {
        diag_error(NULL, DIAG_tool_missing,
                   arena_printf(a, "sudo apt-get install %s", name), "there is no '%s'",
                   name);
    }
    return path;
}

static void add_command(arena_t *a, proc_args_t *args, const char *command)
{
    proc_add(a, args, "-ex");
    proc_add(a, args, command);
}

/* The extension, and where it and gdb find things. */
static void add_extension(arena_t *a, proc_args_t *args, const char *image)
{
    proc_add(a, args, "-q");
    proc_add(a, args, "-x");
    proc_add(a, args, sdk_path(a, "sdk/gdb/zvm.py"));
    add_command(a, args, arena_printf(a, "python zvm_image(r'''%s''')", image));
    add_command(a, args, arena_printf(a, "directory %s", sdk_root(a)));
}

static void add_own(arena_t *a, const debug_options_t *o, proc_args_t *args)
{
    for (int i = 0; i < o->gdb.len; i++) {
        proc_add(a, args, o->gdb.items[i]);
    }
}

/*
 * For the shell that gdb starts the other end of the pipe with. Standard output is
 * gdb's, so the console goes into a second pipe, and from there to where gdb shows it.
 */
static const char *shell_line(arena_t *a, const proc_args_t *words)
{
    strbuf_t s;
    strbuf_init(&s);
    for (int i = 0; i < words->len; i++) {
        strbuf_adds(&s, i ? " '" : "'");
        for (const char *c = words->items[i]; *c; c++) {
            strbuf_adds(&s, *c == '\'' ? "'\\''" : (char[]){*c, 0});
        }
        strbuf_addc(&s, '\'');
    }
    const char *text = arena_printf(a, "{ %s 3>&1 >&4 | cat >&2; } 4>&1", s.data);
    strbuf_free(&s);
    return text;
}

/* An interrupt from the keyboard is for gdb, which stops the program: `setsid` keeps it
 * from the emulator. */
static const char *const *chip_command(arena_t *a, const debug_options_t *o,
                                       const board_t *board, const char *program,
                                       proc_args_t *args)
{
    static const char *const stopped[] = {"-serial", "file:/dev/fd/3", "-S", "-gdb",
                                          "stdio"};
    proc_args_t emulator = {0};
    firmware_t f;
    if (!board_require(a, board, BOARD_COMPILES | BOARD_LINKS | BOARD_RUNS) ||
        !program_build(a, (build_options_t *)&o->run.build, program, stderr, false,
                       NULL) ||
        !firmware_link(a, &o->run.build, board, program, true, &f)) {
        return NULL;
    }
    proc_add(a, &emulator, "setsid");
    emulate_command(a, board, &o->run.emulate, &f, &emulator);
    for (size_t i = 0; i < sizeof stopped / sizeof *stopped; i++) {
        proc_add(a, &emulator, stopped[i]);
    }
    add_extension(a, args, f.image);
    add_command(a, args,
                arena_printf(a, "target remote | %s", shell_line(a, &emulator)));
    add_own(a, o, args);
    proc_add(a, args, f.elf);
    return proc_argv(a, args);
}

static const char *const *host_command(arena_t *a, debug_options_t *o,
                                       const board_t *board, const char *program,
                                       const opt_list_t *arguments, proc_args_t *args)
{
    if (!program_build(a, &o->run.build, program, stderr, false, NULL)) {
        return NULL;
    }
    o->run.compiled = true;
    const char *const *command = start_command(a, &o->run, program, arguments, 1);
    if (!command) {
        return NULL;
    }
    const char *stem = path_stem(a, program);
    add_extension(
        a, args,
        path_join(a, path_dir(a, program),
                  arena_printf(a, "build/%s/%s/%s.zimg", board->name, stem, stem)));
    add_own(a, o, args);
    proc_add(a, args, "--args");
    for (int i = 0; command[i]; i++) {
        proc_add(a, args, command[i]);
    }
    return proc_argv(a, args);
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    debug_options_t *o = options;
    const char *program = arguments->items[0];
    board_t board;
    proc_args_t args = {0};
    if (!program_find_board(a, &o->run.build, program, &board)) {
        return EXIT_INPUT;
    }
    bool chip = board_is_chip(&board);
    if (chip && !start_check_chip(&o->run, &board, arguments->len - 1)) {
        return EXIT_USAGE;
    }
    const char *gdb = find_gdb(a, &board);
    if (!gdb) {
        return EXIT_INPUT;
    }
    proc_add(a, &args, gdb);
    const char *const *command =
        chip ? chip_command(a, o, &board, program, &args)
             : host_command(a, o, &board, program, arguments, &args);
    return command ? start_become(command, o->run.build.common.dry_run) : EXIT_INPUT;
}

static const opt_row_t rows[] = {
    BUILD_ROWS,
    {"gdb", 0, OPT_LIST, "ARGUMENT", "give gdb this argument too, as --gdb=-batch",
     offsetof(debug_options_t, gdb)},
    HOST_ROWS(debug_options_t, run.host),
    EMULATE_ROWS(debug_options_t, run.emulate),
    {0},
};

const cli_command_t cmd_debug = {
    .opts =
        {.name = "zvm-native debug",
         .arguments = "MAIN.py [--board NAME] [ARGUMENT...]",
         .summary = "build what is stale and run a program in gdb",
         .details =
             "Built like `zvm-native run` does. gdb has the symbols of the VM and of "
             "the modules, and the\ncommand py-bt, which prints Python's frames. A "
             "chip's program waits at its first instruction,\nin the emulator.",
         .rows = rows,
         .common = cli_common_rows,
         .least = 1,
         .most = -1,
         .stop = true,
         .resume = "board"},
    .options_size = sizeof(debug_options_t),
    .run = run,
};
