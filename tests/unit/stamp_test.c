/* SPDX-License-Identifier: MIT */
/*
 * stamp_test.c -- a build knows whether there is anything to do.
 */
/* parts: tools/cli tools/support */
/* include: tools/cli tools/support */
#include "file.h"
#include "path.h"
#include "stamp.h"
#include "tap.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { OPTIONS = 42 };

typedef struct project {
    arena_t *a;
    const char *folder, *source, *header, *output, *stamp, *depfile;
} project_t;

static void put(const char *path, const char *text)
{
    if (!file_write(path, text, strlen(text))) {
        abort();
    }
}

/* Times of files are set, so that no test depends on the clock's steps. */
static void set_age(const char *path, int seconds)
{
    struct timespec now, times[2];
    clock_gettime(CLOCK_REALTIME, &now);
    now.tv_sec -= seconds;
    times[0] = times[1] = now;
    utimensat(AT_FDCWD, path, times, 0);
}

static project_t make_project(void)
{
    char name[] = "/tmp/zvm-stamp-XXXXXX";
    project_t p = {.a = arena_new()};
    if (!mkdtemp(name)) {
        abort();
    }
    p.folder = arena_strdup(p.a, name);
    p.source = path_join(p.a, p.folder, "a.c");
    p.header = path_join(p.a, p.folder, "a b.h");
    p.output = path_join(p.a, p.folder, "out/a.so");
    p.stamp = path_join(p.a, p.folder, "out/stamp");
    p.depfile = path_join(p.a, p.folder, "a.d");
    if (!file_mkdirs(path_join(p.a, p.folder, "out"))) {
        abort();
    }
    put(p.source, "source");
    put(p.header, "header");
    set_age(p.source, 100);
    set_age(p.header, 100);
    return p;
}

static void remove_project(project_t *p)
{
    const char *const files[] = {p->source, p->header, p->output, p->stamp, p->depfile};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        unlink(files[i]);
    }
    rmdir(path_join(p->a, p->folder, "out"));
    rmdir(p->folder);
    arena_free(p->a);
}

/* `meddle` is what happens while the build runs. */
static void build(project_t *p, void (*meddle)(project_t *p))
{
    stamp_t s;
    stamp_init(&s, p->a, OPTIONS);
    stamp_add(&s, p->source);
    stamp_start(&s);
    put(p->output, "output");
    put(p->depfile,
        arena_printf(p->a, "a.o: %s \\\n %s/a\\ b.h\n", p->source, p->folder));
    if (meddle) {
        meddle(p);
    }
    stamp_add_depfile(&s, p->depfile);
    stamp_add(&s, p->output);
    if (!stamp_write(&s, p->stamp, path_join(p->a, p->folder, "out"))) {
        abort();
    }
}

static bool is_fresh(project_t *p)
{
    return stamp_is_fresh(p->a, p->stamp, OPTIONS);
}

TEST(without_a_stamp_there_is_work)
{
    project_t p = make_project();
    bool fresh = is_fresh(&p);
    remove_project(&p);
    CHECK(!fresh);
}

TEST(after_a_build_there_is_nothing_to_do)
{
    project_t p = make_project();
    build(&p, NULL);
    bool fresh = is_fresh(&p), other = stamp_is_fresh(p.a, p.stamp, OPTIONS + 1);
    remove_project(&p);
    CHECK(fresh);
    CHECK(!other);
}

TEST(a_touched_file_is_compared_by_content)
{
    project_t p = make_project();
    build(&p, NULL);
    set_age(p.header, 5);
    bool touched = is_fresh(&p), again = is_fresh(&p);
    put(p.header, "HEADER");
    bool changed = is_fresh(&p);
    remove_project(&p);
    CHECK(touched && again);
    CHECK(!changed);
}

TEST(a_lost_output_is_made_again)
{
    project_t p = make_project();
    build(&p, NULL);
    unlink(p.output);
    bool fresh = is_fresh(&p);
    remove_project(&p);
    CHECK(!fresh);
}

TEST(a_damaged_stamp_is_none)
{
    project_t p = make_project();
    build(&p, NULL);
    put(p.stamp, "zvm-native stamp 1 000000000000002a\nnonsense\n");
    bool fresh = is_fresh(&p);
    remove_project(&p);
    CHECK(!fresh);
}

static void save_source(project_t *p)
{
    put(p->source, "edited");
}

static void save_header(project_t *p)
{
    put(p->header, "edited");
}

TEST(what_was_saved_during_the_build_is_built_again)
{
    project_t p = make_project();
    build(&p, save_source);
    bool source = is_fresh(&p);
    build(&p, save_header);
    bool header = is_fresh(&p);
    remove_project(&p);
    CHECK(!source);
    CHECK(!header);
}

TAP_MAIN
