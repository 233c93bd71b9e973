/* SPDX-License-Identifier: MIT */
/*
 * classic.c -- entries of decorators to source files, include folders and defines.
 */
#include "classic.h"

#include "diag.h"
#include "file.h"
#include "json.h"
#include "map.h"
#include "path.h"

#include <ctype.h>
#include <dirent.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

typedef struct resolver {
    arena_t *a;
    const compile_options_t *o;
    const compile_natives_t *natives;
    classic_t *out;
    map_t sources; /* real path → index + 1 */
    map_t objects, flags, symbols;
    map_t builds; /* MACRO blocks of cbuild.json files that have been taken */
} resolver_t;

/* Where an entry stands: names of files are relative to `dir`. */
typedef struct place {
    const char *dir;
    const diag_pos_t *pos;
    const opt_list_t *flags;
    bool library;
} place_t;

static void add_once(resolver_t *r, map_t *seen, opt_list_t *list, const char *text)
{
    bool first;
    map_slot(seen, text, strlen(text), &first);
    if (first) {
        ARENA_PUSH(r->a, list, text);
    }
}

/* The define of that name, or NULL. */
static const char **find_define(const resolver_t *r, const char *name, size_t len)
{
    for (int i = 0; i < r->out->defines.len; i++) {
        const char *d = r->out->defines.items[i];
        if (strncmp(d, name, len) == 0 && (!d[len] || d[len] == '=')) {
            return &r->out->defines.items[i];
        }
    }
    return NULL;
}

/* The last define of a name counts. */
static void add_define(resolver_t *r, const char *text)
{
    text += strncmp(text, "-D", 2) == 0 ? 2 : 0;
    const char **there = find_define(r, text, strcspn(text, "="));
    if (there && strchr(text, '=')) {
        *there = text;
    } else if (!there && *text) {
        ARENA_PUSH(r->a, &r->out->defines, text);
    }
}

static bool is_defined(const resolver_t *r, const char *macro)
{
    return find_define(r, macro, strlen(macro)) != NULL;
}

/* ---- include options ---- */

static void add_include(resolver_t *r, opt_list_t *flags, const char *dir,
                        const char *name)
{
    const char *flag = arena_printf(r->a, "-I%s", path_join(r->a, dir, name));
    ARENA_PUSH(r->a, flags, flag);
    add_once(r, &r->flags, &r->out->flags, flag);
}

/* "@": the official libraries, which here lie among the other modules. */
static void add_searched(resolver_t *r, opt_list_t *flags, const place_t *at,
                         const char *name)
{
    add_include(r, flags, at->dir, name);
    for (int i = 0; i < r->o->nsearch; i++) {
        add_include(r, flags, r->o->search[i], name);
    }
}

static const char *library_dir(resolver_t *r)
{
    return path_join(r->a, r->o->sdk ? r->o->sdk : ".", "sdk/python");
}

static const char *skip_slash(const char *text)
{
    return text + strspn(text, "/");
}

static void add_flag(resolver_t *r, opt_list_t *flags, const place_t *at,
                     const char *text)
{
    if (strncmp(text, "-D", 2) == 0) {
        add_define(r, text);
        return;
    }
    if (text[0] == '-' && text[1] != 'I') {
        ARENA_PUSH(r->a, flags, text);
        add_once(r, &r->flags, &r->out->flags, text);
        return;
    }
    text += text[0] == '-' ? 2 : 0;
    text += strspn(text, " ");
    if (strncmp(text, "...", 3) == 0) {
        add_include(r, flags, at->dir, skip_slash(text + 3));
    } else if (*text == '#') {
        add_include(r, flags, library_dir(r), skip_slash(text + 1));
    } else if (*text == '@') {
        add_searched(r, flags, at, skip_slash(text + 1));
        add_include(r, flags, library_dir(r), skip_slash(text + 1));
    } else {
        add_include(r, flags, at->dir, text);
    }
}

/* ---- sources ---- */

static const char *nearest_file(arena_t *a, const char *path)
{
    opt_list_t names = {0};
    DIR *dir = opendir(path_dir(a, path));
    for (struct dirent *e; dir && (e = readdir(dir));) {
        ARENA_PUSH(a, &names, arena_strdup(a, e->d_name));
    }
    if (dir) {
        closedir(dir);
    }
    const char *nearest = diag_nearest(path_base(path), names.items, names.len);
    return nearest ? arena_printf(a, "did you mean '%s'?", nearest)
                   : "names are relative to the folder of the module";
}

static bool report(const place_t *at, const char *hint, const char *text)
{
    diag_error(at->pos, DIAG_native_source, hint, "%s", text);
    return false;
}

/* Without "x/..", for messages, when that is the same file: x may be a link. */
static const char *shorten(arena_t *a, const char *path, const char *full)
{
    char *copy = arena_strdup(a, path), *up;
    while ((up = strstr(copy, "/../")) && up != copy) {
        char *start = up;
        while (start > copy && start[-1] != '/') {
            start--;
        }
        if (strncmp(start, "../", 3) == 0) {
            break;
        }
        memmove(start, up + 4, strlen(up + 4) + 1);
    }
    char *short_full = realpath(copy, NULL);
    bool same = full && short_full && strcmp(full, short_full) == 0;
    free(short_full);
    return same ? copy : path;
}

/* The second decorator that names a file adds its flags. */
static void add_source(resolver_t *r, const place_t *at, const char *path)
{
    bool first;
    char *full = realpath(path, NULL);
    path = shorten(r->a, path, full);
    const char *key = full ? full : path;
    void **slot = map_slot(&r->sources, key, strlen(key), &first);
    free(full);
    if (first) {
        ARENA_PUSH(r->a, &r->out->sources,
                   ((classic_source_t){.path = path, .library = at->library}));
        *slot = (void *)(intptr_t)r->out->sources.len;
    }
    classic_source_t *s = &r->out->sources.items[(intptr_t)*slot - 1];
    for (int i = 0; i < at->flags->len; i++) {
        ARENA_PUSH(r->a, &s->flags, at->flags->items[i]);
    }
}

/* "csrc/" and a star, ".c" behind it or not: all C files of the folder. */
static bool is_pattern(const char *path)
{
    size_t len = strlen(path);
    return (len && path[len - 1] == '*') || strcmp(path_base(path), "*.c") == 0;
}

static bool add_entry(resolver_t *r, const place_t *at, const char *entry);

static bool add_folder(resolver_t *r, const place_t *at, const char *pattern)
{
    const char *dir = path_dir(r->a, pattern);
    glob_t found = {0};
    if (!file_is_dir(dir)) {
        return report(at, nearest_file(r->a, dir),
                      arena_printf(r->a, "there is no folder '%s'", dir));
    }
    glob(arena_printf(r->a, "%s/*.c", dir), 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *path = arena_strdup(r->a, found.gl_pathv[i]);
        add_source(r, at, strncmp(path, "./", 2) == 0 ? path + 2 : path);
    }
    bool any = found.gl_pathc > 0;
    globfree(&found);
    return any ||
           report(at, NULL, arena_printf(r->a, "there is no C file in '%s'", dir));
}

/* ---- cbuild.json ---- */

static bool is_list_of_text(const cJSON *list)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        if (!cJSON_IsString(item)) {
            return false;
        }
    }
    return !list || cJSON_IsArray(list);
}

static bool check_block(const char *path, const cJSON *block)
{
    static const char *const keys[] = {"src", "inc", "defs", NULL};
    for (int i = 0; keys[i]; i++) {
        if (!is_list_of_text(cJSON_GetObjectItemCaseSensitive(block, keys[i]))) {
            diag_error(&(diag_pos_t){.file = path}, DIAG_native_source, NULL,
                       "'%s.%s' must be a list of strings", block->string, keys[i]);
            return false;
        }
    }
    return true;
}

/* NAME or NAME=VALUE is a define; anything else is a value of the block's own macro. */
static const char *define_of(arena_t *a, const char *macro, const char *text)
{
    const char *name = text + (strncmp(text, "-D", 2) == 0 ? 2 : 0);
    bool named = isalpha((unsigned char)*name) || *name == '_';
    return named ? arena_strdup(a, name) : arena_printf(a, "%s=%s", macro, text);
}

/* The sources of a MACRO that is defined. Its own defines may define others. */
static bool add_block(resolver_t *r, const place_t *at, const cJSON *block)
{
    opt_list_t flags = {0};
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(block, "defs"))
    {
        add_define(r, define_of(r->a, block->string, item->valuestring));
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(block, "inc"))
    {
        add_flag(r, &flags, at, arena_strdup(r->a, item->valuestring));
    }
    place_t here = *at;
    here.flags = &flags;
    for (int i = 0; i < at->flags->len; i++) {
        ARENA_PUSH(r->a, &flags, at->flags->items[i]);
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(block, "src"))
    {
        if (!add_entry(r, &here, arena_strdup(r->a, item->valuestring))) {
            return false;
        }
    }
    return true;
}

static bool add_blocks(resolver_t *r, const place_t *at, const char *path,
                       const cJSON *json, bool *changed)
{
    const cJSON *block;
    cJSON_ArrayForEach(block, json)
    {
        const char *key = arena_printf(r->a, "%s:%s", path, block->string);
        if (map_get(&r->builds, key) || !is_defined(r, block->string)) {
            continue;
        }
        map_set(&r->builds, key, r);
        *changed = true;
        if (!check_block(path, block) || !add_block(r, at, block)) {
            return false;
        }
    }
    return true;
}

static bool add_cbuild(resolver_t *r, const place_t *at, const char *path)
{
    const char *text;
    place_t here = *at;
    here.dir = path_dir(r->a, path);
    cJSON *json = json_read(r->a, path, &text);
    bool good = json != NULL, changed = true;
    while (good && changed) {
        changed = false;
        good = add_blocks(r, &here, path, json, &changed);
    }
    cJSON_Delete(json);
    return good;
}

/* ---- entries ---- */

static bool is_prebuilt(const char *path)
{
    const char *ext = path_ext(path);
    return strcmp(ext, ".rvo") == 0 || strcmp(ext, ".o") == 0;
}

static bool add_entry(resolver_t *r, const place_t *at, const char *entry)
{
    const char *mark = strstr(entry, "#csrc");
    place_t here = *at;
    const char *path = path_join(r->a, at->dir, entry);
    if (mark) {
        path = path_join(r->a, library_dir(r), mark + 1);
        here.library = true;
    }
    if (is_pattern(path)) {
        return add_folder(r, &here, path);
    }
    if (!file_exists(path)) {
        return report(&here, nearest_file(r->a, path),
                      arena_printf(r->a, "there is no C file '%s'", path));
    }
    if (strcmp(path_base(path), "cbuild.json") == 0) {
        return add_cbuild(r, &here, path);
    }
    if (is_prebuilt(path)) {
        add_once(r, &r->objects, &r->out->objects, path);
    } else {
        add_source(r, &here, path);
    }
    return true;
}

static bool add_native(resolver_t *r, const compile_native_t *n)
{
    opt_list_t flags = {0};
    place_t at = {n->dir, &n->pos, &flags, false};
    bool first;
    for (int i = 0; i < n->nincludes; i++) {
        add_flag(r, &flags, &at, n->includes[i]);
    }
    for (int i = 0; i < n->nsources; i++) {
        if (!add_entry(r, &at, n->sources[i])) {
            return false;
        }
    }
    map_slot(&r->symbols, n->symbol, strlen(n->symbol), &first);
    if (first) {
        ARENA_PUSH(r->a, &r->out->natives, n);
    }
    return true;
}

static bool add_cfiles(resolver_t *r)
{
    static const opt_list_t none;
    for (int i = 0; i < r->natives->ncfiles; i++) {
        const compile_cfile_t *c = &r->natives->cfiles[i];
        place_t at = {c->dir, &c->pos, &none, false};
        if (!c->library && !add_entry(r, &at, c->file)) {
            return false;
        }
    }
    return true;
}

bool classic_resolve(arena_t *a, const compile_options_t *o, const compile_natives_t *n,
                     bool (*own)(const void *context, const compile_native_t *native),
                     const void *context, classic_t *out)
{
    resolver_t r = {.a = a, .o = o, .natives = n, .out = out};
    map_t *const maps[] = {&r.sources, &r.objects,
                           &r.flags,   &r.symbols, &r.builds};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        map_init(maps[i], a);
    }
    *out = (classic_t){0};
    for (int i = 0; i < n->ndefines; i++) {
        add_define(&r, n->defines[i]);
    }
    for (int i = 0; i < n->nnatives; i++) { /* all of them before any cbuild.json */
        for (int k = 0; k < n->natives[i].ndefines; k++) {
            add_define(&r, n->natives[i].defines[k]);
        }
    }
    for (int i = 0; i < o->ndefines; i++) { /* the command line has the last word */
        add_define(&r, o->defines[i]);
    }
    for (int i = 0; i < n->nnatives; i++) {
        const compile_native_t *native = &n->natives[i];
        if (!native->library && !native->is_class && !own(context, native) &&
            !add_native(&r, native)) {
            return false;
        }
    }
    return add_cfiles(&r);
}
