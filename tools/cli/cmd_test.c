/* SPDX-License-Identifier: MIT */
/*
 * cmd_test.c -- `zvm-native test`: runs a project's tests on one board or all.
 *
 * A test is a script in Python, or C that is built into a module and run by a script of
 * two lines that is made here (tap.h of the SDK).
 */
#include "board.h"
#include "diag.h"
#include "file.h"
#include "manifest.h"
#include "path.h"
#include "proc.h"
#include "program.h"
#include "start.h"
#include "tap.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

typedef struct test_options {
    run_options_t run;
    const char *junit;
    bool sanitize;
} test_options_t;

typedef struct tester {
    arena_t *a;
    test_options_t *o;
    board_t board;
    tap_log_t log;
    const char *preload; /* with --sanitize: the runtimes of the sanitizers */
} tester_t;

/* ---- which tests ---- */

static void add_matches(arena_t *a, const char *dir, opt_list_t *out)
{
    static const char *const patterns[] = {"tests/test_*.py", "tests/*_test.c",
                                           "test_*.py", "*_test.c"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        glob_t found = {0};
        glob(path_join(a, dir, patterns[i]), 0, NULL, &found);
        for (size_t k = 0; k < found.gl_pathc; k++) {
            ARENA_PUSH(a, out, arena_strdup(a, found.gl_pathv[k]));
        }
        globfree(&found);
    }
}

/* Files as given; the tests of folders; without arguments, those of this one. */
static bool find_tests(arena_t *a, const opt_list_t *arguments, opt_list_t *out)
{
    for (int i = 0; i < arguments->len; i++) {
        const char *path = arguments->items[i];
        if (file_is_dir(path)) {
            add_matches(a, path, out);
        } else if (file_exists(path)) {
            ARENA_PUSH(a, out, path);
        } else {
            diag_error(NULL, DIAG_file_read, NULL, "there is no test '%s'", path);
            return false;
        }
    }
    if (!arguments->len) {
        add_matches(a, ".", out);
    }
    for (int i = 0; i < out->len; i++) {
        out->items[i] += strncmp(out->items[i], "./", 2) == 0 ? 2 : 0;
    }
    if (!out->len) {
        diag_error(NULL, DIAG_usage,
                   "tests are tests/test_NAME.py, tests/NAME_test.c, or without tests/",
                   "there are no tests here");
    }
    return out->len > 0;
}

/* ---- C tests ---- */

/* The project is the folder above tests/. */
static const char *project_of(arena_t *a, const char *test)
{
    const char *dir = path_dir(a, test);
    return strcmp(path_base(dir), "tests") == 0 ? path_dir(a, dir) : dir;
}

static bool mentions(const char *text, const char *source)
{
    return strstr(text, path_base(source)) != NULL;
}

/* What a C test is linked with: the sources of package.json, else the C files of the
 * project's folder; not those that it includes itself, nor other tests. */
static bool find_subjects(tester_t *t, const char *test, const char *text,
                          opt_list_t *out)
{
    const char *project = project_of(t->a, test);
    build_options_t options = {0};
    manifest_t manifest;
    opt_list_t all = {0};
    if (!manifest_read(t->a, project, &options, &manifest)) {
        return false;
    }
    for (int i = 0; i < manifest.nsources; i++) {
        ARENA_PUSH(t->a, &all, manifest.sources[i]);
    }
    glob_t found = {0};
    glob(path_join(t->a, project, "*.c"), 0, NULL, &found);
    for (size_t i = 0; !manifest.nsources && i < found.gl_pathc; i++) {
        ARENA_PUSH(t->a, &all, arena_strdup(t->a, found.gl_pathv[i]));
    }
    globfree(&found);
    for (int i = 0; i < all.len; i++) {
        const char *stem = path_stem(t->a, all.items[i]);
        size_t len = strlen(stem);
        bool is_test = len > 5 && strcmp(stem + len - 5, "_test") == 0;
        if (!is_test && !mentions(text, all.items[i])) {
            ARENA_PUSH(t->a, out, all.items[i]);
        }
    }
    return true;
}

/* Names in the script are relative to where it lies, three folders below the project's
 * parent of build/. */
static const char *from_script(tester_t *t, const char *project, const char *path)
{
    size_t len = strcmp(project, ".") == 0 ? 0 : strlen(project) + 1;
    return path[0] == '/' ? path
                          : arena_printf(t->a, "../../../%s", path + len);
}

/* Writes PROJECT/build/BOARD/tests/STEM.py. NULL: reported. */
static const char *write_script(tester_t *t, const char *test)
{
    const char *project = project_of(t->a, test);
    opt_list_t subjects = {0};
    char *text;
    size_t len;
    if (!file_read(t->a, test, &text, &len) ||
        !find_subjects(t, test, text, &subjects)) {
        return NULL;
    }
    strbuf_t s;
    strbuf_init(&s);
    strbuf_addf(&s,
                "# Made by zvm-native test: runs %s.\n"
                "@c_native(\"zn_tap_run\", [\"%s\"",
                test, from_script(t, project, test));
    for (int i = 0; i < subjects.len; i++) {
        strbuf_addf(&s, ", \"%s\"", from_script(t, project, subjects.items[i]));
    }
    strbuf_addf(&s, "], [], [\"-I../../..\"])\ndef run():\n    pass\n\n\n"
                    "exit(1 if run() else 0)\n");
    const char *folder = path_join(
        t->a, project, arena_printf(t->a, "build/%s/tests", t->board.name));
    const char *path = arena_printf(t->a, "%s/%s.py", folder, path_stem(t->a, test));
    bool changed;
    bool good = file_mkdirs(folder) && file_write_if_changed(path, s.data, s.len, &changed);
    strbuf_free(&s);
    return good ? path : NULL;
}

/* ---- running ---- */

/* The sanitizers' runtimes must be there before anything else, and the VM, which is not
 * built with them, has nothing to say about leaks. */
static void add_preload(tester_t *t, proc_args_t *args)
{
    if (t->preload) {
        proc_add(t->a, args, "env");
        proc_add(t->a, args, arena_printf(t->a, "LD_PRELOAD=%s", t->preload));
        proc_add(t->a, args,
                 "ASAN_OPTIONS=detect_leaks=0:handle_segv=1:detect_stack_use_after_return=0");
        proc_add(t->a, args, "UBSAN_OPTIONS=print_stacktrace=1");
    }
}

/* Scripts in tests/ import the project's modules. */
static bool build_test(tester_t *t, const char *program, const char *project)
{
    build_options_t *o = &t->o->run.build;
    o->search = (opt_list_t){0};
    if (strcmp(project, path_dir(t->a, program)) != 0) {
        ARENA_PUSH(t->a, &o->search, project);
    }
    FILE *null = fopen("/dev/null", "w");
    o->sanitize = false; /* what the program is compiled against */
    bool good = null && program_build(t->a, o, program, null, false, NULL);
    if (good && t->o->sanitize) {
        o->sanitize = true;
        good = program_build(t->a, o, program, null, false, NULL);
    }
    if (null) {
        fclose(null);
    }
    return good;
}

/* False: it has not been started, which is reported. */
static bool run_on_host(tester_t *t, const char *test, const char *program)
{
    static const opt_list_t none;
    const char *const *command = start_command(t->a, &t->o->run, program, &none, 0);
    proc_args_t args = {0};
    if (!command) {
        return false;
    }
    add_preload(t, &args);
    for (int i = 0; command[i]; i++) {
        proc_add(t->a, &args, command[i]);
    }
    proc_t p = {.argv = proc_argv(t->a, &args)};
    proc_run(t->a, &p, 1, 1);
    tap_add_output(&t->log, t->board.name, test, p.text ? p.text : "", p.status);
    return true;
}

static void keep(void *context, const char *text, size_t len)
{
    strbuf_add(context, text, len);
}

/* A test that does not end must not keep the others from running. */
static bool run_on_chip(tester_t *t, const char *test, const char *program)
{
    enum { USUAL_TIMEOUT = 60 };
    run_options_t o = t->o->run;
    strbuf_t text;
    o.emulate.timeout = o.emulate.timeout ? o.emulate.timeout : USUAL_TIMEOUT;
    strbuf_init(&text);
    int before = diag_errors();
    int status = start_on_chip(t->a, &o, &t->board, program, false, keep, &text);
    bool started = status >= 0 || text.len || diag_errors() == before;
    if (started) {
        tap_add_output(&t->log, t->board.name, test, text.data,
                       status < 0 ? EXIT_INPUT : status);
    }
    strbuf_free(&text);
    return started;
}

static void run_test(tester_t *t, const char *test)
{
    bool is_c = strcmp(path_ext(test), ".c") == 0;
    const char *program = is_c ? write_script(t, test) : test;
    bool runs = program && build_test(t, program, project_of(t->a, test)) &&
                (board_is_chip(&t->board) ? run_on_chip(t, test, program)
                                          : run_on_host(t, test, program));
    if (!runs) {
        tap_add(&t->log, (tap_result_t){.board = t->board.name,
                                        .file = test,
                                        .name = "builds",
                                        .state = TAP_FAILED,
                                        .detail = ""});
    }
}

/* The full path of a runtime of this compiler; NULL: reported. */
static const char *find_runtime(tester_t *t, const char *name)
{
    const char *const argv[] = {"gcc", arena_printf(t->a, "-print-file-name=%s", name),
                                NULL};
    proc_t p = {.argv = argv};
    bool good = proc_run(t->a, &p, 1, 1);
    const char *path =
        good ? arena_strndup(t->a, p.text, strcspn(p.text, "\n")) : NULL;
    if (!path || !file_exists(path)) {
        diag_error(NULL, DIAG_tool_missing, "sudo apt-get install libgcc-12-dev",
                   "the compiler has no '%s'", name);
        return NULL;
    }
    return path;
}

static bool prepare_sanitizers(tester_t *t)
{
    const char *asan = find_runtime(t, "libasan.so");
    const char *ubsan = asan ? find_runtime(t, "libubsan.so") : NULL;
    if (ubsan) {
        t->preload = arena_printf(t->a, "%s:%s", asan, ubsan);
    }
    return ubsan != NULL;
}

enum { WANTED = BOARD_COMPILES | BOARD_LINKS | BOARD_RUNS };

static bool run_board(tester_t *t, const char *name, const opt_list_t *tests)
{
    t->o->run.build.board = name;
    if (!board_read(t->a, name, &t->board)) {
        return false;
    }
    if (!board_require(t->a, &t->board, WANTED)) {
        return false;
    }
    if (t->o->sanitize && t->board.word != (int)sizeof(void *)) {
        diag_error(NULL, DIAG_usage, "use --board host",
                   "--sanitize works on board 'host' only");
        return false;
    }
    if (!t->log.json && !t->log.quiet) {
        printf("# board %s\n", t->board.name);
    }
    for (int i = 0; i < tests->len; i++) {
        run_test(t, tests->items[i]);
    }
    return true;
}

/* Can the tests run on it, on this computer? With --board all, if not, it is said. */
static bool is_possible(tester_t *t, const char *name)
{
    board_t board;
    board_lack_t lack;
    if (!board_read(t->a, name, &board) ||
        (t->o->sanitize && board.word != (int)sizeof(void *))) {
        return false;
    }
    if (!board_lacks(t->a, &board, WANTED, &lack)) {
        return true;
    }
    if (!t->log.json && !t->log.quiet) {
        printf("# board %s is skipped: %s: %s\n", name, lack.text, lack.hint);
    }
    return false;
}

static bool run_boards(tester_t *t, const opt_list_t *tests)
{
    const char *wanted = t->o->run.build.board;
    opt_list_t boards = {0};
    if (!wanted || strcmp(wanted, "all") != 0) {
        return run_board(t, wanted, tests);
    }
    board_names(t->a, &boards);
    for (int i = 0; i < boards.len; i++) {
        if (is_possible(t, boards.items[i]) && !run_board(t, boards.items[i], tests)) {
            return false;
        }
    }
    return true;
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    test_options_t *o = options;
    const cli_common_t *common = &o->run.build.common;
    opt_list_t tests = {0};
    tester_t t = {.a = a,
                  .o = o,
                  .log = {.arena = a, .json = common->json, .quiet = common->quiet}};
    if (!find_tests(a, arguments, &tests) || (o->sanitize && !prepare_sanitizers(&t)) ||
        !run_boards(&t, &tests)) {
        return EXIT_INPUT;
    }
    tap_end(&t.log);
    if (o->junit && !tap_write_junit(&t.log, o->junit)) {
        return EXIT_INPUT;
    }
    return t.log.failed ? EXIT_INPUT : EXIT_GOOD;
}

static const opt_row_t rows[] = {
    BUILD_ROWS,
    {"sanitize", 0, OPT_FLAG, NULL,
     "build natives with the address and undefined behaviour sanitizers",
     offsetof(test_options_t, sanitize)},
    {"junit", 0, OPT_TEXT, "FILE", "write the results as JUnit XML too",
     offsetof(test_options_t, junit)},
    HOST_ROWS(run_options_t, host),
    EMULATE_ROWS(run_options_t, emulate),
    {0},
};

const cli_command_t cmd_test = {
    .opts = {.name = "zvm-native test",
             .arguments = "[TEST.py|TEST.c|FOLDER...]",
             .summary = "run a project's tests",
             .details =
                 "Tests are tests/test_NAME.py and tests/NAME_test.c, or the same "
                 "without tests/. A script may use\nthe module unittest, or print TAP, "
                 "or simply end well. C tests use tap.h of the SDK and are\nlinked with "
                 "the sources of package.json, else with the project's C files. With "
                 "--board all,\nall of it on every board that is installed; those of chips in their "
                 "emulators.",
             .rows = rows,
             .common = cli_common_rows,
             .least = 0,
             .most = -1},
    .options_size = sizeof(test_options_t),
    .run = run,
};
