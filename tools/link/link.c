/* SPDX-License-Identifier: MIT */
/*
 * link.c -- drives ld and objcopy.
 */
#include "link.h"

#include "check.h"
#include "diag.h"
#include "file.h"
#include "proc.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Runs one tool that writes `output`; what it prints is shown only when it fails. */
static bool run_tool(arena_t *a, const char *const *argv, const char *output)
{
    proc_t tool = {.argv = argv, .output = output};
    if (proc_run(a, &tool, 1, 1)) {
        return true;
    }
    if (tool.status >= 0) {
        fputs(tool.text, stderr);
        diag_error(NULL, DIAG_link, NULL, "'%s' failed with status %d", argv[0],
                   tool.status);
    }
    return false;
}

static bool rename_into_place(const char *temporary, const char *path)
{
    if (!file_exists(temporary) || rename(temporary, path) == 0) {
        return true; /* a dry run makes no temporary */
    }
    diag_error(NULL, DIAG_file_write, NULL, "cannot write '%s': %s", path,
               strerror(errno));
    unlink(temporary);
    return false;
}

/* All objects in one, unused sections dropped. */
static bool link_relocatable(arena_t *a, const link_job_t *job, const char *root,
                             const char *out)
{
    proc_args_t args = {0};
    const char *const head[] = {"ld", "-r", "--gc-sections", "-u", root, "-o", out};
    for (size_t i = 0; i < sizeof head / sizeof *head; i++) {
        proc_add(a, &args, head[i]);
    }
    for (int i = 0; i < job->nobjects; i++) {
        proc_add(a, &args, job->objects[i].path);
    }
    return run_tool(a, proc_argv(a, &args), out);
}

/* Two modules may both have a `reg_read`: only the table stays visible. */
static bool hide_symbols(arena_t *a, const char *root, const char *path)
{
    const char *const argv[] = {"objcopy", "--keep-global-symbol", root, path, NULL};
    return run_tool(a, argv, path);
}

static bool link_shared(arena_t *a, const link_job_t *job, const char *zno,
                        const char *out)
{
    const char *const argv[] = {"ld",
                                "-shared",
                                "-o",
                                out,
                                "-z",
                                "noexecstack",
                                "-z",
                                "now",
                                "--build-id=none",
                                "-soname",
                                arena_printf(a, "%s.so", job->name),
                                zno,
                                NULL};
    return run_tool(a, argv, out);
}

bool link_module(arena_t *a, const link_job_t *job, objfile_sizes_t *sizes)
{
    const char *root = arena_printf(a, "zvm_mod_%s", job->name);
    const char *zno = arena_printf(a, "%s.%ld.tmp", job->zno, (long)getpid());
    const char *so = arena_printf(a, "%s.%ld.tmp", job->so, (long)getpid());
    objfile_t module = {0};
    *sizes = (objfile_sizes_t){0};
    bool dry = !file_exists(job->objects[0].path);
    if (!dry && !check_objects(a, job)) {
        return false;
    }
    if (!link_relocatable(a, job, root, zno) || !hide_symbols(a, root, zno) ||
        !link_shared(a, job, zno, so)) {
        unlink(zno);
        return false;
    }
    if (!dry && !objfile_read(a, zno, &module)) {
        return false;
    }
    *sizes = objfile_sizes(&module);
    return rename_into_place(zno, job->zno) && rename_into_place(so, job->so);
}
