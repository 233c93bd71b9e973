/* SPDX-License-Identifier: MIT */
/*
 * program.c -- finds and builds the native modules of a program.
 *
 * First the annotated drivers that it imports as modules, because only then can all of
 * the program be read; then C sources that belong to a Python module of the same name
 * whose decorators name no file; then everything that decorators name, as one module.
 */
#include "program.h"

#include "board.h"
#include "diag.h"
#include "file.h"
#include "manifest.h"
#include "map.h"
#include "path.h"
#include "sdk.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- drivers that are imported ---- */

typedef struct search {
    arena_t *a;
    opt_list_t dirs;    /* that modules are looked for in */
    map_t seen;         /* names of modules met */
    opt_list_t todo;    /* Python files to look through */
    opt_list_t drivers; /* C files beside the program that it imports as modules */
} search_t;

/* Does the Python source bind natives itself? Then what it says about C is looked at
 * when all of it can be read. */
static bool binds(arena_t *a, const char *python)
{
    char *text;
    size_t len;
    return file_read(a, python, &text, &len) &&
           (strstr(text, "@c_native") || strstr(text, "@native_c"));
}

/* A Python module and a C source of one name: its natives, or two things that meant the
 * same name. */
static void meet_both(search_t *s, const char *python, const char *driver)
{
    if (binds(s->a, python)) {
        return;
    }
    diag_warning(&(diag_pos_t){.file = driver}, DIAG_module_name,
                 "rename one of them, or bind the natives with @c_native",
                 "'%s' hides this driver: import finds the Python file first", python);
}

/* Does the folder have a module of that name? Then its sources are noted. */
static bool meet_in(search_t *s, const char *dir, const char *name)
{
    const char *python = path_join(s->a, dir, arena_printf(s->a, "%s.py", name));
    const char *driver = path_join(s->a, dir, arena_printf(s->a, "%s.c", name));
    bool both = file_exists(python);
    if (both) {
        ARENA_PUSH(s->a, &s->todo, python);
    }
    if (file_exists(driver)) {
        if (both) {
            meet_both(s, python, driver);
        } else {
            ARENA_PUSH(s->a, &s->drivers, driver);
        }
        return true;
    }
    return both;
}

static void meet(search_t *s, const char *name, size_t len)
{
    bool first;
    map_slot(&s->seen, name, len, &first);
    bool found = !first || !len;
    for (int i = 0; !found && i < s->dirs.len; i++) {
        found = meet_in(s, s->dirs.items[i], arena_strndup(s->a, name, len));
    }
}

static size_t word_length(const char *at)
{
    size_t len = 0;
    while (isalnum((unsigned char)at[len]) || at[len] == '_') {
        len++;
    }
    return len;
}

/* "import a, b.c as d" and "from a import b" at the start of a line. A name in a string
 * builds a driver for nothing. */
static void scan_line(search_t *s, const char *line)
{
    line += strspn(line, " \t");
    bool from = strncmp(line, "from ", 5) == 0;
    if (!from && strncmp(line, "import ", 7) != 0) {
        return;
    }
    line += from ? 5 : 7;
    for (;;) {
        line += strspn(line, " \t");
        meet(s, line, word_length(line));
        line += strcspn(line, ",;#\n");
        if (from || *line != ',') {
            return;
        }
        line++;
    }
}

static void scan_file(search_t *s, const char *path)
{
    char *text;
    size_t len;
    if (!file_read(s->a, path, &text, &len)) {
        return;
    }
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        scan_line(s, line);
    }
}

/* ---- building ---- */

typedef struct maker {
    arena_t *a;
    build_options_t *o;
    const char *path, *dir, *stem; /* of the main file */
    FILE *to;
    bool loud;
    int built;
    board_t board;
    manifest_t manifest;
    compile_natives_t natives;
    map_t listed; /* modules whose decorators name files */
    map_t pairs;  /* modules with a C source of their name and no list → the source */
} maker_t;

static bool tell(maker_t *m, const build_result_t *r)
{
    m->built++;
    if (m->loud || !r->fresh) {
        build_report(m->to, m->o, r);
    }
    return true;
}

static bool build_driver(maker_t *m, const char *const *sources, int n)
{
    const char *root = path_dir(m->a, sources[0]);
    build_result_t r;
    build_options_t o = *m->o;
    o.name = NULL; /* that of the program's sources, not of each */
    return build_module(m->a, &o, root, sources, n, &r) && tell(m, &r);
}

static bool contains(const manifest_t *m, const char *source)
{
    for (int i = 0; i < m->nsources; i++) {
        if (strcmp(m->sources[i], source) == 0) {
            return true;
        }
    }
    return false;
}

static bool build_drivers(maker_t *m)
{
    search_t s = {.a = m->a};
    const manifest_t *manifest = &m->manifest;
    map_init(&s.seen, m->a);
    ARENA_PUSH(m->a, &s.dirs, m->dir);
    for (int i = 0; i < m->o->search.len; i++) {
        ARENA_PUSH(m->a, &s.dirs, m->o->search.items[i]);
    }
    if (manifest->nsources && !build_driver(m, manifest->sources, manifest->nsources)) {
        return false;
    }
    ARENA_PUSH(m->a, &s.todo, m->path);
    for (int i = 0; i < s.todo.len; i++) {
        scan_file(&s, s.todo.items[i]);
    }
    for (int i = 0; i < s.drivers.len; i++) {
        if (!contains(manifest, s.drivers.items[i]) &&
            !build_driver(m, &s.drivers.items[i], 1)) {
            return false;
        }
    }
    return true;
}

/* ---- what decorators say ---- */

static bool is_main(const compile_native_t *n)
{
    return strcmp(n->module, "__main__") == 0;
}

/* The last part of its name, which is that of its file. */
static const char *file_stem(const maker_t *m, const compile_native_t *n)
{
    const char *dot = strrchr(n->module, '.');
    return is_main(n) ? m->stem : dot ? dot + 1 : n->module;
}

/* Was its Python side written by a build? */
static bool is_generated(const maker_t *m, const compile_native_t *n)
{
    const char *tail = arena_printf(m->a, "build/%s/%s", m->board.name, n->module);
    size_t have = strlen(n->dir), want = strlen(tail);
    return have >= want && strcmp(n->dir + have - want, tail) == 0;
}

static void find_pairs(maker_t *m)
{
    for (int i = 0; i < m->natives.nnatives; i++) {
        const compile_native_t *n = &m->natives.natives[i];
        if (n->nsources && !n->library) {
            map_set(&m->listed, n->module, m);
        }
    }
    for (int i = 0; i < m->natives.nnatives; i++) {
        const compile_native_t *n = &m->natives.natives[i];
        const char *source =
            path_join(m->a, n->dir, arena_printf(m->a, "%s.c", file_stem(m, n)));
        bool taken = is_main(n) && m->listed.count; /* the program's module */
        if (!n->library && !map_get(&m->listed, n->module) && !is_generated(m, n) &&
            !taken && file_exists(source)) {
            map_set(&m->pairs, n->module, (void *)source);
        }
    }
}

static bool build_pairs(maker_t *m)
{
    for (int i = 0; i < m->pairs.count; i++) {
        const char *source = m->pairs.entries[i].value;
        build_result_t r;
        build_options_t o = *m->o;
        o.name = NULL;
        if (!contains(&m->manifest, source) &&
            (!build_module(m->a, &o, path_dir(m->a, source), &source, 1, &r) ||
             !tell(m, &r))) {
            return false;
        }
    }
    return true;
}

static bool has_own(const void *context, const compile_native_t *n)
{
    const maker_t *m = context;
    return is_generated(m, n) || map_get(&m->pairs, n->module);
}

/* The compiler prefers what was built beside a module: what was there before its
 * decorators named files must not stay. */
static void remove_stale(maker_t *m)
{
    static const char *const suffixes[] = {".so", ".zno", ".stamp"};
    for (int i = 0; i < m->natives.nnatives; i++) {
        const compile_native_t *n = &m->natives.natives[i];
        if (n->library || is_main(n) || has_own(m, n)) {
            continue;
        }
        const char *base =
            path_join(m->a, n->dir,
                      arena_printf(m->a, "build/%s/%s/%s", m->board.name, n->module,
                                   n->module));
        for (int k = 0; k < 3; k++) {
            unlink(arena_printf(m->a, "%s%s", base, suffixes[k]));
        }
    }
}

static bool check_stem(const maker_t *m)
{
    if (path_is_module_name(m->stem)) {
        return true;
    }
    diag_error(&(diag_pos_t){.file = m->path}, DIAG_module_name,
               "rename the file: letters, digits and _",
               "the program's natives are a module '%s', which is no name", m->stem);
    return false;
}

static bool build_listed(maker_t *m, const compile_options_t *o)
{
    classic_t c;
    build_result_t r;
    if (!classic_resolve(m->a, o, &m->natives, has_own, m, &c)) {
        return false;
    }
    if (!c.natives.len && !c.sources.len) {
        return true;
    }
    if (!m->o->common.dry_run && !m->o->sanitize) {
        remove_stale(m);
    }
    return check_stem(m) && build_classic(m->a, m->o, m->dir, m->stem, &c, &r) &&
           tell(m, &r);
}

compile_options_t program_compile_options(arena_t *a, const build_options_t *o,
                                          const board_t *board)
{
    return (compile_options_t){.sdk = sdk_root(a),
                               .search = o->search.items,
                               .nsearch = o->search.len,
                               .board = board->name,
                               .defines = o->defines.items,
                               .ndefines = o->defines.len,
                               .word_bytes = board->word};
}

bool program_find_board(arena_t *a, const build_options_t *o, const char *path, board_t *out)
{
    build_options_t options = *o;
    manifest_t manifest;
    return manifest_read(a, path_dir(a, path), &options, &manifest) &&
           board_read(a, options.board, out);
}

bool program_build(arena_t *a, build_options_t *o, const char *path, FILE *to, bool loud,
                   int *built)
{
    maker_t m = {.a = a,
                 .o = o,
                 .path = path,
                 .dir = path_dir(a, path),
                 .stem = path_stem(a, path),
                 .to = to,
                 .loud = loud};
    map_init(&m.listed, a);
    map_init(&m.pairs, a);
    const char *home = o->search.len ? o->search.items[0] : m.dir;
    if (!manifest_read(a, home, o, &m.manifest) || !board_read(a, o->board, &m.board) ||
        !build_drivers(&m)) {
        return false;
    }
    compile_options_t options = program_compile_options(a, o, &m.board);
    if (!compile_natives(a, &options, path, &m.natives)) {
        return false;
    }
    find_pairs(&m);
    bool good = build_pairs(&m) && build_listed(&m, &options);
    if (built) {
        *built = m.built;
    }
    return good;
}
