/* SPDX-License-Identifier: MIT */
/*
 * diag_test.c -- the exact text of diagnostics, "did you mean", and command lines.
 */
/* parts: tools/support */
/* include: tools/support */
#define _GNU_SOURCE
#include "diag.h"
#include "opts.h"
#include "tap.h"

#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static char printed[4096];

/* Sends what is printed on `fd` into a file, until release(). */
static int saved, target;

static void capture(int fd)
{
    fflush(NULL);
    target = fd;
    saved = dup(fd);
    int file = memfd_create("printed", 0);
    dup2(file, fd);
    close(file);
}

static const char *release(void)
{
    fflush(NULL);
    lseek(target, 0, SEEK_SET);
    ssize_t got = read(target, printed, sizeof printed - 1);
    printed[got > 0 ? got : 0] = 0;
    dup2(saved, target);
    close(saved);
    return printed;
}

TEST(a_caret_stands_under_the_column)
{
    const char text[] = "int a;\nint imu_read(int h, struct s out);\n";
    diag_pos_t pos = {"imu.c", text, 2, 21, 0};
    capture(STDERR_FILENO);
    diag_error(&pos, DIAG_syntax, "pass a pointer", "'%s' is wrong", "struct s");
    CHECK_STR(release(), "imu.c:2:21: error: 'struct s' is wrong [syntax]\n"
                         "int imu_read(int h, struct s out);\n"
                         "                    ^\n"
                         "  hint: pass a pointer\n");
}

TEST(carets_keep_tabs_and_count_code_points)
{
    const char text[] = "\tx = \"\xC3\xA4\xE2\x82\xAC\" + yy";
    diag_pos_t pos = {"a.py", text, 1, 16, 18};
    capture(STDERR_FILENO);
    diag_warning(&pos, DIAG_scope, NULL, "odd");
    CHECK_STR(release(), "a.py:1:13: warning: odd [scope]\n"
                         "\tx = \"\xC3\xA4\xE2\x82\xAC\" + yy\n"
                         "\t           ^^\n");
}

TEST(places_may_be_partly_known)
{
    capture(STDERR_FILENO);
    diag_error(NULL, DIAG_usage, NULL, "one");
    diag_error(&(diag_pos_t){.file = "f"}, DIAG_file_read, NULL, "two");
    diag_error(&(diag_pos_t){.file = "f", .line = 3}, DIAG_link, NULL, "three");
    diag_error(&(diag_pos_t){"f", "only one line", 3, 2, 0}, DIAG_link, NULL, "four");
    CHECK_STR(release(), "zvm-native: error: one [usage]\n"
                         "f: error: two [file-read]\n"
                         "f:3: error: three [link]\n"
                         "f:3:2: error: four [link]\n");
}

TEST(json_is_one_object_a_line)
{
    diag_set_json(true);
    capture(STDOUT_FILENO);
    diag_error(&(diag_pos_t){"a\"b", "x\n", 1, 1, 0}, DIAG_syntax, "a\tb", "bad");
    diag_set_json(false);
    CHECK_STR(release(),
              "{\"severity\":\"error\",\"slug\":\"syntax\",\"message\":\"bad\","
              "\"file\":\"a\\\"b\",\"line\":1,\"column\":1,"
              "\"hint\":\"a\\u0009b\"}\n");
}

TEST(quiet_keeps_errors)
{
    diag_reset();
    diag_set_quiet(true);
    capture(STDERR_FILENO);
    diag_warning(NULL, DIAG_scope, NULL, "w");
    diag_error(NULL, DIAG_scope, NULL, "e");
    diag_set_quiet(false);
    CHECK_STR(release(), "zvm-native: error: e [scope]\n");
    CHECK_INT(diag_errors(), 1);
    CHECK_INT(diag_warnings(), 0);
}

TEST(the_nearest_name_is_near)
{
    const char *const names[] = {"gc_malloc", "gc_free", "memcpy", "x"};
    CHECK_STR(diag_nearest("gc_maloc", names, 4), "gc_malloc");
    CHECK_STR(diag_nearest("mmecpy", names, 4), "memcpy");
    CHECK(!diag_nearest("printf", names, 4));
    CHECK(!diag_nearest("y", names, 4));
}

typedef struct options {
    bool strict;
    const char *board, *glue;
    int jobs;
    size_t heap;
    opt_list_t define;
    const char *code;
} options_t;

static const opt_row_t rows[] = {
    {"strict", 's', OPT_FLAG, NULL, "be strict", offsetof(options_t, strict)},
    {"board", 'b', OPT_TEXT, "NAME", "board", offsetof(options_t, board)},
    {"glue", 0, OPT_CHOICE, "format|inline", "glue", offsetof(options_t, glue)},
    {"jobs", 'j', OPT_COUNT, "N", "jobs", offsetof(options_t, jobs)},
    {"heap", 0, OPT_SIZE, "SIZE", "heap", offsetof(options_t, heap)},
    {"define", 'D', OPT_LIST, "X", "define", offsetof(options_t, define)},
    {"code", 'c', OPT_LAST, "TEXT", "code", offsetof(options_t, code)},
    {0},
};
static const opt_command_t command = {.name = "prog build",
                                      .arguments = "FILE...",
                                      .summary = "builds",
                                      .rows = rows,
                                      .most = -1};

static opts_result_t parse(arena_t *a, options_t *o, opt_list_t *args, const char *line)
{
    char *argv[32], *text = arena_strdup(a, line);
    int argc = 0;
    *o = (options_t){0};
    *args = (opt_list_t){0};
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " ")) {
        argv[argc++] = word;
    }
    capture(STDERR_FILENO);
    opts_result_t r = opts_parse(a, &command, argc, argv, o, args);
    release();
    return r;
}

TEST(every_spelling_of_an_option_is_taken)
{
    arena_t *a = arena_new();
    options_t o;
    opt_list_t args;
    CHECK_INT(parse(a, &o, &args,
                    "p x.c -sj4 --board=host --glue inline -DA -D B --heap 64k -- -y"),
              OPTS_RUN);
    CHECK(o.strict);
    CHECK_INT(o.jobs, 4);
    CHECK_STR(o.board, "host");
    CHECK_STR(o.glue, "inline");
    CHECK_INT(o.heap, 65536);
    CHECK_INT(o.define.len, 2);
    CHECK_STR(o.define.items[1], "B");
    CHECK_INT(args.len, 2);
    CHECK_STR(args.items[1], "-y");
    arena_free(a);
}

TEST(the_last_option_leaves_the_rest_alone)
{
    arena_t *a = arena_new();
    options_t o;
    opt_list_t args;
    CHECK_INT(parse(a, &o, &args, "p -c pass --strict"), OPTS_RUN);
    CHECK(!o.strict);
    CHECK_STR(args.items[0], "--strict");
    arena_free(a);
}

TEST(wrong_command_lines_are_told)
{
    static const struct {
        const char *line, *message;
    } cases[] = {
        {"p --bord x", "zvm-native: error: unknown option '--bord' [usage]\n"
                       "  hint: did you mean '--board'?\n"},
        {"p --zzzzzz", "zvm-native: error: unknown option '--zzzzzz' [usage]\n"
                       "  hint: 'prog build --help' lists the options\n"},
        {"p --glue fast", "zvm-native: error: option '--glue' wants format or inline, "
                          "not 'fast' [usage]\n"},
        {"p -j", "zvm-native: error: option '--jobs' wants a value: N [usage]\n"},
        {"p -j0", "zvm-native: error: option '--jobs' wants a number from 1 to 1024, "
                  "not '0' [usage]\n"},
        {"p --heap 9g", "zvm-native: error: option '--heap' wants a size such as "
                        "65536, 64k or 16m, not '9g' [usage]\n"},
        {"p --strict=1", "zvm-native: error: option '--strict' takes no value "
                         "[usage]\n"},
    };
    arena_t *a = arena_new();
    options_t o;
    opt_list_t args;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_INT(parse(a, &o, &args, cases[i].line), OPTS_BAD);
        CHECK_STR(printed, cases[i].message);
    }
    arena_free(a);
}

TEST(rows_become_words_and_markdown)
{
    strbuf_t s;
    strbuf_init(&s);
    opts_words(&command, &s);
    CHECK_STR(s.data, "--strict --board --glue --jobs --heap --define --code --help");
    strbuf_clear(&s);
    opts_markdown(&command, &s);
    CHECK(strstr(s.data, "| `--glue format/inline` | glue |\n"));
    strbuf_free(&s);
}

TAP_MAIN
