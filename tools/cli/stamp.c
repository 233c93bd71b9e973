/* SPDX-License-Identifier: MIT */
/*
 * stamp.c -- writes and compares stamps.
 */
#include "stamp.h"

#include "file.h"
#include "strbuf.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define STAMP_MAGIC "zvm-native stamp 1"

static int64_t nanoseconds(struct timespec t)
{
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* All but the hash. */
static bool get_state(const char *path, stamp_state_t *out)
{
    struct stat st;
    if (stat(path, &st) < 0) {
        return false;
    }
    *out = (stamp_state_t){st.st_size, nanoseconds(st.st_mtim), st.st_ino, 0};
    return true;
}

/* 0 when it cannot be read, which is no hash of a file that was. */
static uint64_t content_hash(const char *path, int64_t size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || size == 0) {
        if (fd >= 0) {
            close(fd);
        }
        return fd < 0 ? 0 : file_hash("", 0);
    }
    void *data = mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (data == MAP_FAILED) {
        return 0;
    }
    uint64_t hash = file_hash(data, (size_t)size);
    munmap(data, (size_t)size);
    return hash;
}

void stamp_init(stamp_t *s, arena_t *a, uint64_t options)
{
    *s = (stamp_t){.arena = a, .options = options};
}

void stamp_start(stamp_t *s)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME_COARSE, &now); /* the clock of file times */
    s->started = nanoseconds(now);
    s->before = s->len;
}

void stamp_add(stamp_t *s, const char *path)
{
    for (int i = 0; i < s->len; i++) {
        if (strcmp(s->items[i].path, path) == 0) {
            return;
        }
    }
    stamp_file_t file = {.path = arena_strdup(s->arena, path)};
    if (get_state(path, &file.state)) {
        file.state.hash = content_hash(path, file.state.size);
    }
    ARENA_PUSH(s->arena, s, file);
}

/*
 * The next name of "x.o: a.c b.h \<newline> c\ d.h" at *at, or NULL at the end. A
 * backslash before a blank belongs to the name, before a line end it continues the
 * list.
 */
static const char *next_name(arena_t *a, const char **at)
{
    const char *c = *at;
    while (*c == ' ' || *c == '\n' || (c[0] == '\\' && c[1] == '\n')) {
        c++;
    }
    char *name = arena_alloc(a, strcspn(c, "\n") + 1);
    size_t len = 0;
    for (; *c && *c != ' ' && *c != '\n'; c++) {
        c += c[0] == '\\' && c[1] == ' ';
        name[len++] = *c;
    }
    *at = c;
    return len ? name : NULL;
}

void stamp_add_depfile(stamp_t *s, const char *path)
{
    char *text;
    size_t len;
    if (!file_exists(path) || !file_read(s->arena, path, &text, &len)) {
        return;
    }
    const char *colon = strchr(text, ':');
    const char *at = colon ? colon + 1 : "";
    for (const char *name; (name = next_name(s->arena, &at));) {
        stamp_add(s, name);
    }
}

/*
 * Files read by the build whose names were not known before it are trusted only when
 * older than its start; the others when they are still what they were. What we make
 * ourselves lies below `out`.
 */
static bool is_safe(const stamp_t *s, int i, const char *out)
{
    const stamp_file_t *f = &s->items[i];
    stamp_state_t now;
    if (!get_state(f->path, &now)) {
        return false;
    }
    if (i < s->before) {
        return now.time == f->state.time && now.size == f->state.size;
    }
    return strncmp(f->path, out, strlen(out)) == 0 || now.time < s->started;
}

bool stamp_write(const stamp_t *s, const char *path, const char *out)
{
    strbuf_t text;
    strbuf_init(&text);
    strbuf_addf(&text, STAMP_MAGIC " %016" PRIx64 "\n", s->options);
    for (int i = 0; i < s->len; i++) {
        const stamp_state_t *st = &s->items[i].state;
        if (!is_safe(s, i, out)) {
            strbuf_free(&text);
            unlink(path);
            return true;
        }
        strbuf_addf(&text, "%" PRId64 " %" PRId64 " %" PRIu64 " %016" PRIx64 " %s\n",
                    st->size, st->time, st->inode, st->hash, s->items[i].path);
    }
    bool good = file_write(path, text.data, text.len);
    strbuf_free(&text);
    return good;
}

/* One line; `*moved` when only time or inode differ. */
static bool line_is_fresh(const char *line, bool *moved)
{
    stamp_state_t was, is;
    int name = 0;
    if (sscanf(line, "%" SCNd64 " %" SCNd64 " %" SCNu64 " %" SCNx64 " %n", &was.size,
               &was.time, &was.inode, &was.hash, &name) < 4 ||
        !name || !get_state(line + name, &is) || is.size != was.size) {
        return false;
    }
    if (is.time == was.time && is.inode == was.inode) {
        return true;
    }
    *moved = true;
    return content_hash(line + name, is.size) == was.hash;
}

typedef struct names {
    const char **items;
    int len, cap;
} names_t;

/* Touched files with the same content: the next look is by times only again. */
static void rewrite(arena_t *a, const names_t *names, const char *path, uint64_t options)
{
    stamp_t s;
    stamp_init(&s, a, options);
    for (int i = 0; i < names->len; i++) {
        stamp_add(&s, names->items[i]); /* reads the file */
    }
    s.before = s.len;
    stamp_write(&s, path, "");
}

bool stamp_is_fresh(arena_t *a, const char *path, uint64_t options)
{
    char *text, *save = NULL;
    size_t len;
    bool moved = false;
    if (!file_exists(path) || !file_read(a, path, &text, &len)) {
        return false;
    }
    names_t names = {0};
    const char *head = strtok_r(text, "\n", &save);
    const char *want = arena_printf(a, STAMP_MAGIC " %016" PRIx64, options);
    if (!head || strcmp(head, want) != 0) {
        return false;
    }
    for (char *line; (line = strtok_r(NULL, "\n", &save));) {
        if (!line_is_fresh(line, &moved)) {
            return false;
        }
        int name = 0;
        sscanf(line, "%*s %*s %*s %*s %n", &name);
        ARENA_PUSH(a, &names, line + name);
    }
    if (moved) {
        rewrite(a, &names, path, options);
    }
    return true;
}
