/* SPDX-License-Identifier: MIT */
/*
 * build_compile.c -- command lines of the generator and the compiler, and running them.
 */
#include "build_job.h"

#include "diag.h"
#include "file.h"
#include "path.h"
#include "sdk.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const char *const compile_flags[] = {
    "-pipe", "-g", "-ffunction-sections", "-fdata-sections", "-fno-stack-protector",
};

static const char *const host_flags[] = {"-O2", "-fPIC"};

/* Small, and without tables for exceptions: nothing there unwinds. */
static const char *const chip_flags[] = {"-Os", "-fno-unwind-tables",
                                         "-fno-asynchronous-unwind-tables"};

static const char *const chip_cplusplus_flags[] = {
    "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics", "-fno-use-cxa-atexit"};

static const char *const driver_flags[] = {"-fno-common", "-Wall"};

/*
 * For sources written for the seeds' system and its compilers, which build without
 * edits: C99 without the names of POSIX, but with asm and typeof; char is unsigned as on
 * every chip it ran on; and what compilers have learned to refuse is a warning again.
 */
static const char *const classic_flags[] = {
    "-std=c99",
    "-fasm",
    "-DZN_CLASSIC",
    "-funsigned-char",
    "-fcommon",
    "-fno-strict-aliasing",
    "-fwrapv",
    "-ftrack-macro-expansion=0",
    "-Wno-error=implicit-function-declaration",
    "-Wno-error=implicit-int",
    "-Wno-error=int-conversion",
    "-Wno-error=incompatible-pointer-types",
    "-Wno-return-mismatch",
    "-Wno-declaration-missing-parameter-type",
    "-Wno-pointer-to-int-cast",
    "-Wno-int-to-pointer-cast",
};

static const char *const sanitize_flags[] = {
    "-fsanitize=address,undefined",
    "-fno-sanitize-recover=undefined",
    "-fno-omit-frame-pointer",
};

/* What a compiler says about options that only newer ones know, and where. */
static bool is_about_options(const char *line)
{
    return strstr(line, "note: unrecognized command-line option") ||
           strstr(line, "At top level:");
}

static void add_all(build_job_t *b, proc_args_t *args, const char *const *flags, int n)
{
    for (int i = 0; i < n; i++) {
        proc_add(b->a, args, flags[i]);
    }
}

static void add_prefixed(build_job_t *b, proc_args_t *args, const char *prefix,
                         const opt_list_t *list)
{
    for (int i = 0; i < list->len; i++) {
        proc_add(b->a, args, arena_printf(b->a, "%s%s", prefix, list->items[i]));
    }
}

static void add_search(build_job_t *b, proc_args_t *args)
{
    if (b->classic) {
        add_prefixed(b, args, "-D", &b->classic->defines);
    } else {
        add_prefixed(b, args, "-D", &b->o->defines);
    }
    add_prefixed(b, args, "-I", &b->o->includes);
}

static bool is_cplusplus(const char *source)
{
    const char *ext = path_ext(source);
    return strcmp(ext, ".cpp") == 0 || strcmp(ext, ".cc") == 0 ||
           strcmp(ext, ".cxx") == 0;
}

static void add_language(build_job_t *b, build_unit_t *u)
{
    if (is_cplusplus(u->source)) {
        proc_add(b->a, &u->args, "-std=gnu++17");
    } else if (!u->classic) {
        proc_add(b->a, &u->args, "-std=gnu11");
    }
    if (!u->classic) {
        add_all(b, &u->args, driver_flags, COUNT(driver_flags));
    } else if (is_cplusplus(u->source)) {
        proc_add(b->a, &u->args, "-DZN_CLASSIC");
    } else {
        add_all(b, &u->args, classic_flags, COUNT(classic_flags));
    }
    if (u->library) {
        proc_add(b->a, &u->args, "-w");
    } else if (u->classic && b->o->strict) {
        proc_add(b->a, &u->args, "-Wall");
    }
}

static void add_machine(build_job_t *b, build_unit_t *u)
{
    add_all(b, &u->args, compile_flags, COUNT(compile_flags));
    if (!board_is_chip(&b->board)) {
        add_all(b, &u->args, host_flags, COUNT(host_flags));
    } else {
        add_all(b, &u->args, chip_flags, COUNT(chip_flags));
        if (is_cplusplus(u->source)) {
            add_all(b, &u->args, chip_cplusplus_flags, COUNT(chip_cplusplus_flags));
        }
    }
    add_all(b, &u->args, b->board.cflags.items, b->board.cflags.len);
}

static void plan_unit(build_job_t *b, build_unit_t *u)
{
    if (b->o->launcher) {
        proc_add(b->a, &u->args, b->o->launcher);
    }
    proc_add(b->a, &u->args, b->compiler);
    add_machine(b, u);
    if (b->o->sanitize) {
        add_all(b, &u->args, sanitize_flags, COUNT(sanitize_flags));
    }
    add_language(b, u);
    if (u->classic) {
        proc_add(b->a, &u->args,
                 arena_printf(b->a, "-I%s", path_dir(b->a, u->source)));
    }
    if (u->flags) {
        add_all(b, &u->args, u->flags->items, u->flags->len);
    }
    add_search(b, &u->args);
    if (u->classic) {
        add_all(b, &u->args, b->classic->flags.items, b->classic->flags.len);
    }
    proc_add(b->a, &u->args, "-I");
    proc_add(b->a, &u->args, sdk_path(b->a, "sdk/include"));
    proc_add(b->a, &u->args, "-MD");
    proc_add(b->a, &u->args, "-MF");
    proc_add(b->a, &u->args, arena_printf(b->a, "%s.d", u->object));
    proc_add(b->a, &u->args, "-c");
    proc_add(b->a, &u->args, u->source);
}

void build_plan(build_job_t *b)
{
    for (int i = 0; i < b->nunits; i++) {
        plan_unit(b, &b->units[i]);
    }
}

/* The compiler writes OBJECT.PID.tmp. */
static proc_t compile(build_job_t *b, build_unit_t *u)
{
    const char *out = arena_printf(b->a, "%s.%ld.tmp", u->object, (long)getpid());
    proc_add(b->a, &u->args, "-o");
    proc_add(b->a, &u->args, out);
    return (proc_t){.argv = proc_argv(b->a, &u->args), .output = out};
}

/* ---- the generator ---- */

static void add_dialect(build_job_t *b, proc_args_t *args)
{
    proc_add(b->a, args, "--std=gnu99");
    proc_add(b->a, args, "-DZN_CLASSIC");
    proc_add(b->a, args, "--cflag=-funsigned-char");
    for (int i = 0; i < b->classic->flags.len; i++) {
        proc_add(b->a, args, arena_printf(b->a, "--cflag=%s", b->classic->flags.items[i]));
    }
    for (int i = 0; i < b->nunits - 1; i++) {
        proc_add(b->a, args,
                 arena_printf(b->a, "-I%s", path_dir(b->a, b->units[i].source)));
    }
}

/* Only what has natives: a classic source without is none of the generator's. */
static void add_readable(build_job_t *b, proc_args_t *args)
{
    for (int i = 0; i < b->nunits - 1; i++) {
        const build_unit_t *u = &b->units[i];
        char *text = NULL;
        size_t len;
        bool wanted = !u->classic || (!u->library && file_read(b->a, u->source, &text, &len) &&
                                      strstr(text, "C_NATIVE"));
        if (wanted) {
            proc_add(b->a, args, u->source);
        }
    }
}

/* With `check` it only looks for mistakes. */
static proc_t generate(build_job_t *b, bool check)
{
    const build_options_t *o = b->o;
    proc_args_t args = {0};
    const char *const head[] = {
        b->generator,
        arena_printf(b->a, "--glue=%s", o->glue ? o->glue : "format"),
        "--out",
        b->work,
        "--module",
        b->name,
        "--sdk",
        sdk_path(b->a, "sdk/include")};
    add_all(b, &args, head, COUNT(head));
    const char *bound =
        check && !o->common.dry_run ? build_write_bound(b) : NULL;
    if (check) {
        proc_add(b->a, &args, "--check");
    }
    if (bound) {
        proc_add(b->a, &args, "--bound");
        proc_add(b->a, &args, bound);
    }
    if (o->strict) {
        proc_add(b->a, &args, "--strict");
    }
    for (int i = 0; i < o->allowed.len; i++) {
        proc_add(b->a, &args, "--allow");
        proc_add(b->a, &args, o->allowed.items[i]);
    }
    if (o->common.json) {
        proc_add(b->a, &args, "--json");
    }
    if (board_is_chip(&b->board)) {
        build_add_target(b, &args);
    } else {
        add_prefixed(b, &args, "--cflag=", &b->board.cflags);
    }
    if (b->classic) {
        add_dialect(b, &args);
    }
    add_search(b, &args);
    int before = args.len;
    add_readable(b, &args);
    return (proc_t){.argv = args.len > before ? proc_argv(b->a, &args) : NULL};
}

/* ---- running ---- */

/* Beside an object that was not made it would be a half-written output. */
static void remove_depfile(build_job_t *b, const char *object)
{
    if (!b->o->common.dry_run) {
        unlink(arena_printf(b->a, "%s.d", object));
    }
}

static void show(const build_job_t *b, const char *text)
{
    for (const char *line = text; *line;) {
        size_t len = strcspn(line, "\n");
        len += line[len] == '\n';
        const char *copy = arena_strndup(b->a, line, len);
        if (!b->classic || !is_about_options(copy)) {
            fputs(copy, stderr);
        }
        line += len;
    }
}

static bool accept_object(build_job_t *b, const proc_t *p, const build_unit_t *u)
{
    if (*p->text && (!b->o->common.quiet || p->status != 0)) {
        show(b, p->text);
    }
    if (p->status != 0) {
        if (p->status > 0) {
            diag_error(&(diag_pos_t){.file = u->source}, DIAG_compile, NULL,
                       "the C compiler refuses it");
        }
        remove_depfile(b, u->object);
        return false;
    }
    if (!b->o->common.dry_run && rename(p->output, u->object) < 0) {
        diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", u->object,
                   strerror(errno));
        return false;
    }
    return true;
}

static int job_count(const build_options_t *o)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return o->jobs ? o->jobs : processors > 0 ? (int)processors : 1;
}

static bool accept_all(build_job_t *b, const proc_t *compiles)
{
    bool good = true;
    for (int i = 0; i < b->nunits; i++) {
        if (compiles[i].text) { /* else not started, because one before it failed */
            good &= accept_object(b, &compiles[i], &b->units[i]);
        } else {
            good = false;
        }
    }
    return good;
}

static void report_generator(const build_job_t *b, const proc_t *p)
{
    fputs(p->text, b->o->common.json ? stdout : stderr);
    if (p->status > 2) {
        diag_error(NULL, DIAG_compile, NULL, "'%s' failed with status %d", p->argv[0],
                   p->status);
    }
}

/*
 * The generator and the compiler see the same source, so both run at once; the glue
 * follows as soon as it is written. What is wrong with the source is told by the
 * generator; the compiler is heard only when the generator is content.
 */
static bool compile_generated(build_job_t *b)
{
    proc_t *procs = ARENA_ARRAY(b->a, proc_t, b->nunits + 1), *compiles = procs + 1;
    procs[0] = generate(b, false);
    for (int i = 0; i < b->nunits; i++) {
        compiles[i] = compile(b, &b->units[i]);
    }
    compiles[b->nunits - 1].after = &procs[0];
    proc_run(b->a, procs, b->nunits + 1, job_count(b->o));
    if (procs[0].status == 0) {
        fputs(procs[0].text, b->o->common.json ? stdout : stderr);
        return accept_all(b, compiles);
    }
    report_generator(b, &procs[0]);
    for (int i = 0; i < b->nunits; i++) {
        unlink(compiles[i].output);
        remove_depfile(b, b->units[i].object);
    }
    return false;
}

/*
 * Here the generator only looks for mistakes, last, so that its failure stops nothing:
 * a source that the compiler takes and its front end does not is a good one.
 */
static bool compile_listed(build_job_t *b)
{
    int n = b->nunits;
    proc_t *procs = ARENA_ARRAY(b->a, proc_t, n + 1), *lint = procs + n;
    for (int i = 0; i < n; i++) {
        procs[i] = compile(b, &b->units[i]);
    }
    *lint = generate(b, true);
    proc_run(b->a, procs, n + (lint->argv != NULL), job_count(b->o));
    if (!accept_all(b, procs)) {
        return false;
    }
    bool content = !lint->argv || !lint->text || lint->status == 0;
    if (lint->text && (content || b->o->strict) && !b->o->common.quiet) {
        report_generator(b, lint);
    }
    return content || !b->o->strict;
}

bool build_compile(build_job_t *b)
{
    return b->generated ? compile_generated(b) : compile_listed(b);
}
