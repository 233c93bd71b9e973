/* SPDX-License-Identifier: MIT */
/*
 * link.c -- drives ld and objcopy.
 */
#include "link.h"

#include "check.h"
#include "diag.h"
#include "file.h"
#include "proc.h"
#include "tool.h"

#include <string.h>
#include <unistd.h>

/* The compiler's library of arithmetic for the job's machine; NULL: reported. */
static const char *find_libgcc(arena_t *a, const link_job_t *job)
{
    proc_args_t args = {0};
    proc_add(a, &args, job->compiler);
    tool_add_all(a, &args, job->cflags, job->ncflags);
    proc_add(a, &args, "-print-libgcc-file-name");
    proc_t tool = {.argv = proc_argv(a, &args)};
    if (!proc_run(a, &tool, 1, 1)) {
        diag_error(NULL, DIAG_link, NULL, "'%s' failed with status %d", job->compiler,
                   tool.status);
        return NULL;
    }
    return arena_strndup(a, tool.text, strcspn(tool.text, "\n"));
}

/* All objects in one, unused sections dropped unless `whole`. What the compiler's own
 * library has is linked with a chip's firmware once, for all modules. `check` is NULL in
 * a dry run. */
static bool link_relocatable(arena_t *a, const link_job_t *job, const check_t *check,
                             const char *root, bool whole, const char *out)
{
    proc_args_t args = {0};
    proc_add(a, &args, job->tools.ld);
    tool_add_all(a, &args, job->ldflags, job->nldflags);
    const char *const head[] = {"-r", "-d", "-u", root, "-o", out};
    tool_add_all(a, &args, head, sizeof head / sizeof *head);
    if (!whole) {
        proc_add(a, &args, "--gc-sections");
    }
    for (int i = 0; i < job->nobjects; i++) {
        proc_add(a, &args, job->objects[i].path);
    }
    if (check && !job->board && check_needs_libgcc(check)) {
        const char *libgcc = find_libgcc(a, job);
        if (!libgcc) {
            return false;
        }
        proc_add(a, &args, libgcc);
    }
    return tool_run(a, proc_argv(a, &args), out);
}

/*
 * Two modules may both have a `reg_read`: only the table stays visible. A classic
 * source that includes less than zerynth.h calls C's malloc and means the VM's.
 */
static bool hide_symbols(arena_t *a, const link_job_t *job, const check_t *check,
                         const char *root, const char *path)
{
    static const char *const heap[][2] = {{"malloc", "malloc=gc_malloc"},
                                          {"free", "free=gc_free"},
                                          {"calloc", "calloc=zcalloc"},
                                          {"realloc", "realloc=zrealloc"}};
    proc_args_t args = {0};
    const char *const head[] = {job->tools.objcopy, "--keep-global-symbol", root};
    tool_add_all(a, &args, head, sizeof head / sizeof *head);
    for (size_t i = 0; job->classic && i < sizeof heap / sizeof *heap; i++) {
        if (check && check_uses(check, heap[i][0])) {
            proc_add(a, &args, "--redefine-sym");
            proc_add(a, &args, heap[i][1]);
        }
    }
    proc_add(a, &args, path);
    return tool_run(a, proc_argv(a, &args), path);
}

/*
 * Below 2^30, as everything of the host boards, so that classic code may keep a pointer
 * in 32 bits or in a Python integer; at a place of its own, so that modules seldom want
 * the same. The loader of a program that is not position independent follows it.
 */
static const char *text_address(arena_t *a, const char *name)
{
    enum { FIRST = 0x20000000, STEP = 1 << 20, PLACES = 240 };
    uint64_t place = file_hash(name, strlen(name)) % PLACES;
    return arena_printf(a, "-Ttext-segment=0x%llx",
                        (unsigned long long)(FIRST + place * STEP));
}

static bool link_shared(arena_t *a, const link_job_t *job, const char *zno,
                        const char *out)
{
    proc_args_t args = {0};
    proc_add(a, &args, job->tools.ld);
    tool_add_all(a, &args, job->ldflags, job->nldflags);
    const char *const rest[] = {"-shared",
                                "-o",
                                out,
                                "-z",
                                "noexecstack",
                                "-z",
                                "now",
                                "--build-id=none",
                                text_address(a, job->name),
                                "-soname",
                                arena_printf(a, "%s.so", job->name),
                                zno};
    tool_add_all(a, &args, rest, sizeof rest / sizeof *rest);
    return tool_run(a, proc_argv(a, &args), out);
}

/* The sanitizers' tables of global variables count as unused, and a chip's list of C
 * tests (tap.h). They stay, unless code that nobody uses asks for what nobody has. */
static bool link_objects(arena_t *a, const link_job_t *job, check_t *check,
                         const char *root, const char *zno)
{
    bool wanted = job->sanitize ||
                  (job->board && check && check_has_section(check, "tap_tests"));
    bool whole = wanted &&
                 link_relocatable(a, job, check, root, true, zno) &&
                 (!check || check_is_closed(check, zno));
    return whole || link_relocatable(a, job, check, root, false, zno);
}

static bool link_both(arena_t *a, const link_job_t *job, check_t *check,
                      const char *zno, const char *so)
{
    const char *root = arena_printf(a, "zvm_mod_%s", job->name);
    return link_objects(a, job, check, root, zno) &&
           hide_symbols(a, job, check, root, zno) &&
           (!check || check_undefined(check, zno)) &&
           (!so || link_shared(a, job, zno, so));
}

bool link_module(arena_t *a, const link_job_t *job, objfile_sizes_t *sizes)
{
    const char *zno = arena_printf(a, "%s.%ld.tmp", job->zno, (long)getpid());
    const char *so =
        job->so ? arena_printf(a, "%s.%ld.tmp", job->so, (long)getpid()) : NULL;
    objfile_t module = {0};
    *sizes = (objfile_sizes_t){0};
    bool dry = !file_exists(job->objects[0].path);
    check_t *check = dry ? NULL : check_open(a, job);
    if (!dry && (!check || !check_objects(check))) {
        return false;
    }
    if (!link_both(a, job, check, zno, so)) {
        unlink(zno);
        return false;
    }
    if (!dry && !objfile_read(a, zno, &module)) {
        return false;
    }
    *sizes = objfile_sizes(&module);
    return tool_rename(zno, job->zno) &&
           (!so || tool_rename(so, job->so));
}
