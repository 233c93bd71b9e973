/* SPDX-License-Identifier: MIT */
/*
 * support_test.c -- arenas, buffers, maps, files, paths and processes of the tools.
 */
/* parts: tools/support */
/* include: tools/support */
#include "arena.h"
#include "diag.h"
#include "file.h"
#include "map.h"
#include "path.h"
#include "proc.h"
#include "strbuf.h"
#include "tap.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of this test's own, removed by remove_folder(). */
static char folder[64];

static const char *in_folder(arena_t *a, const char *name)
{
    if (!*folder) {
        strcpy(folder, "/tmp/zvm-support-XXXXXX");
        if (!mkdtemp(folder)) {
            abort();
        }
    }
    return path_join(a, folder, name);
}

TEST(arena_gives_zeroed_aligned_memory)
{
    arena_t *a = arena_new();
    for (size_t size = 1; size < 100000; size = size * 3 + 1) {
        unsigned char *p = arena_alloc(a, size);
        CHECK_INT((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            CHECK_INT(p[i], 0);
        }
        memset(p, 0xEE, size);
    }
    arena_free(a);
}

TEST(arena_push_keeps_all_items)
{
    arena_t *a = arena_new();
    struct {
        int *items;
        int len, cap;
    } list = {0};
    for (int i = 0; i < 1000; i++) {
        ARENA_PUSH(a, &list, i);
    }
    for (int i = 0; i < 1000; i++) {
        CHECK_INT(list.items[i], i);
    }
    CHECK_STR(arena_printf(a, "%d-%s", 7, "x"), "7-x");
    arena_free(a);
}

TEST(strbuf_grows_and_is_always_terminated)
{
    strbuf_t s;
    strbuf_init(&s);
    CHECK_STR(s.data, "");
    for (int i = 0; i < 500; i++) {
        strbuf_addf(&s, "%03d", i);
        CHECK_INT(strlen(s.data), s.len);
    }
    CHECK_INT(s.len, 1500);
    strbuf_clear(&s);
    CHECK_STR(s.data, "");
    strbuf_free(&s);
}

TEST(strbuf_writes_little_endian_and_aligns)
{
    strbuf_t s;
    strbuf_init(&s);
    strbuf_addle(&s, 0x0102030405060708, 8);
    strbuf_addc(&s, 'x');
    strbuf_align(&s, 4);
    CHECK_INT(s.len, 12);
    strbuf_setle(&s, 8, 0xBEEF, 2);
    CHECK(memcmp(s.data, "\x08\x07\x06\x05\x04\x03\x02\x01\xEF\xBE\0\0", 12) == 0);
    strbuf_align(&s, 4);
    CHECK_INT(s.len, 12);
    strbuf_align(&s, 256);
    CHECK_INT(s.len, 256);
    strbuf_free(&s);
}

TEST(map_keeps_order_and_finds_all)
{
    arena_t *a = arena_new();
    map_t m;
    map_init(&m, a);
    CHECK(!map_get(&m, "absent"));
    for (intptr_t i = 0; i < 5000; i++) {
        map_set(&m, arena_printf(a, "key%d", (int)i), (void *)(i + 1));
    }
    for (intptr_t i = 0; i < 5000; i++) {
        const char *key = arena_printf(a, "key%d", (int)i);
        CHECK_INT((intptr_t)map_get(&m, key), i + 1);
        CHECK_STR(m.entries[i].key, key);
    }
    bool created;
    *map_slot(&m, "key7", 4, &created) = a;
    CHECK(!created && map_getn(&m, "key7!", 4) == a);
    CHECK_INT(m.count, 5000);
    CHECK_INT(map_find(&m, "nope", 4), -1);
    arena_free(a);
}

TEST(file_write_replaces_whole_files)
{
    arena_t *a = arena_new();
    const char *path = in_folder(a, "out/deep/file");
    CHECK(file_mkdirs(path_dir(a, path)));
    CHECK(file_write(path, "one", 3));
    bool changed = true;
    CHECK(file_write_if_changed(path, "one", 3, &changed) && !changed);
    CHECK(file_write_if_changed(path, "two!", 4, &changed) && changed);
    char *data;
    size_t len;
    CHECK(file_read(a, path, &data, &len));
    CHECK_INT(len, 4);
    CHECK_STR(data, "two!");
    arena_free(a);
}

TEST(file_read_reads_what_has_no_size)
{
    arena_t *a = arena_new();
    char *data;
    size_t len;
    CHECK(file_read(a, "/proc/self/maps", &data, &len));
    CHECK(len > 0 && strlen(data) == len);
    arena_free(a);
}

TEST(file_failures_are_reported_and_leave_the_old_file)
{
    arena_t *a = arena_new();
    char *data;
    size_t len;
    fflush(stdout);
    int saved = dup(STDERR_FILENO), null = open("/dev/null", O_WRONLY);
    dup2(null, STDERR_FILENO);
    close(null);
    diag_reset();
    bool read_absent = file_read(a, in_folder(a, "absent"), &data, &len);
    bool read_dir = file_read(a, folder, &data, &len);
    bool full = file_write("/dev/full", "x", 1);
    bool no_dir = file_write(in_folder(a, "no/such/file"), "x", 1);
    dup2(saved, STDERR_FILENO);
    close(saved);
    CHECK(!read_absent && !read_dir && !full && !no_dir);
    CHECK_INT(diag_errors(), 4);
    arena_free(a);
}

TEST(file_hash_tells_small_changes)
{
    char text[64];
    memset(text, 'a', sizeof text);
    uint64_t first = file_hash(text, sizeof text);
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = 'b';
        CHECK(file_hash(text, sizeof text) != first);
        text[i] = 'a';
    }
    CHECK(file_hash(text, 0) != file_hash("\0", 1));
    CHECK(file_hash(text, sizeof text) == first);
}

TEST(paths_come_apart)
{
    arena_t *a = arena_new();
    CHECK_STR(path_dir(a, "a/b.c"), "a");
    CHECK_STR(path_dir(a, "b.c"), ".");
    CHECK_STR(path_dir(a, "/b"), "/");
    CHECK_STR(path_base("a/b.c"), "b.c");
    CHECK_STR(path_stem(a, "x.y/b.tar.c"), "b.tar");
    CHECK_STR(path_ext("x.y/b"), "");
    CHECK_STR(path_join(a, ".", "b"), "b");
    CHECK_STR(path_join(a, "a/", "b"), "a/b");
    CHECK_STR(path_join(a, "a", "/b"), "/b");
    CHECK(path_find_command(a, "sh") && !path_find_command(a, "no-such-command"));
    arena_free(a);
}

TEST(module_names_are_python_identifiers)
{
    CHECK(path_is_module_name("bme280") && path_is_module_name("_x"));
    CHECK(!path_is_module_name("") && !path_is_module_name("9lives"));
    CHECK(!path_is_module_name("my-driver") && !path_is_module_name("class"));
}

TEST(processes_run_in_parallel_and_are_heard)
{
    arena_t *a = arena_new();
    const char *const argv[] = {"sh", "-c", "echo out; echo err >&2", NULL};
    proc_t procs[8];
    for (int i = 0; i < 8; i++) {
        procs[i] = (proc_t){.argv = argv};
    }
    CHECK(proc_run(a, procs, 8, 3));
    for (int i = 0; i < 8; i++) {
        CHECK_INT(procs[i].status, 0);
        CHECK_STR(procs[i].text, "out\nerr\n");
    }
    arena_free(a);
}

TEST(a_failed_process_stops_the_rest_and_takes_its_output_along)
{
    arena_t *a = arena_new();
    const char *out = in_folder(a, "half");
    const char *const fails[] = {"sh", "-c",
                                 arena_printf(a, "echo half > %s; exit 3", out), NULL};
    const char *const killed[] = {"sh", "-c", "kill -9 $$", NULL};
    proc_t procs[] = {{.argv = fails, .output = out}, {.argv = killed}};
    CHECK(!proc_run(a, procs, 2, 1));
    CHECK_INT(procs[0].status, 3);
    CHECK(!file_exists(out));
    CHECK(!proc_run(a, &procs[1], 1, 1));
    CHECK_INT(procs[1].status, 128 + 9);
    arena_free(a);
}

TEST(a_process_may_wait_for_another)
{
    arena_t *a = arena_new();
    const char *made = in_folder(a, "made");
    const char *const makes[] = {
        "sh", "-c", arena_printf(a, "sleep 0.1; echo yes > %s", made), NULL};
    const char *const reads[] = {"cat", made, NULL};
    const char *const fails[] = {"false", NULL};
    proc_t procs[] = {{.argv = reads, .after = &procs[1]}, {.argv = makes}};
    CHECK(proc_run(a, procs, 2, 2));
    CHECK_STR(procs[0].text, "yes\n");
    procs[1].argv = fails;
    CHECK(!proc_run(a, procs, 2, 2));
    CHECK_INT(procs[0].status, -1);
    CHECK(procs[0].text == NULL);
    arena_free(a);
}

TEST(remove_folder)
{
    arena_t *a = arena_new();
    const char *const argv[] = {"rm", "-r", folder, NULL};
    CHECK(proc_run(a, &(proc_t){.argv = argv}, 1, 1));
    arena_free(a);
}

TAP_MAIN
