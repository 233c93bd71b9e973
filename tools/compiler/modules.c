/* SPDX-License-Identifier: MIT */
/*
 * modules.c -- finds, reads and links the modules of a program.
 */
#include "modules.h"
#include "config.h"
#include "file.h"
#include <dirent.h>
#include <string.h>

typedef struct site {
    module_t *module;
    import_site_t import;
} site_t;

typedef struct loader {
    program_t *program;
    LIST(site_t) sites;
    int done; /* sites whose modules have been read */
} loader_t;

/* ---- finding files ---- */

static const char *join(program_t *p, const char *dir, const char *rest)
{
    return *dir ? arena_printf(p->arena, "%s/%s", dir, rest) : rest;
}

static const char *dir_of(program_t *p, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_strndup(p->arena, path, (size_t)(slash - path)) : "";
}

const char *module_dir(program_t *p, const module_t *m)
{
    return dir_of(p, m->file);
}

typedef struct found {
    const char *path;
    bool is_package;
    bool is_folder; /* a package without __init__.py: there is no file at `path` */
    bool library;
    const char *native_folder; /* of a module that `zvm-native build` made, or NULL */
} found_t;

static bool try_file(program_t *p, const char *dir, const char *path, found_t *f)
{
    path = join(p, dir, path);
    if (!file_exists(path) || file_is_dir(path)) {
        return false;
    }
    f->path = path;
    return true;
}

static bool find_in(program_t *p, const char *dir, const char *name, bool library,
                    found_t *f)
{
    *f = (found_t){0};
    if (try_file(p, dir, arena_printf(p->arena, "%s.py", name), f)) {
        return true;
    }
    if (try_file(p, dir, arena_printf(p->arena, "%s/__init__.py", name), f)) {
        f->is_package = true;
        return true;
    }
    if (library &&
        try_file(p, dir, arena_printf(p->arena, "%s/%s.py", name, name), f)) {
        f->is_package = true; /* what lies beside it is M.x */
        return true;
    }
    if (try_file(
            p, dir,
            arena_printf(p->arena, "build/%s/%s/%s.py", program_board(p), name, name),
            f)) {
        f->native_folder = dir_of(p, f->path);
        return true;
    }
    return false;
}

/* A folder that is a package though it has no __init__.py. */
static bool find_folder(program_t *p, const char *dir, const char *name, found_t *f)
{
    const char *path = join(p, dir, name);
    if (!file_is_dir(path)) {
        return false;
    }
    *f = (found_t){.path = arena_printf(p->arena, "%s/__init__.py", path),
                   .is_package = true,
                   .is_folder = true};
    return true;
}

/* Such a folder counts when there is no module of the name in any place. */
static bool find_top_folder(program_t *p, const char *name, found_t *f)
{
    if (find_folder(p, p->main_dir, name, f)) {
        return true;
    }
    for (int i = 0; i < p->options->nsearch; i++) {
        if (find_folder(p, p->options->search[i], name, f)) {
            return true;
        }
    }
    bool found = p->library && find_folder(p, p->library, name, f);
    f->library = found;
    return found;
}

/* The standard library, then what the board brings. */
static bool find_in_sdk(program_t *p, const char *name, found_t *f)
{
    if (!p->library) {
        return false;
    }
    if (find_in(p, p->library, name, true, f)) {
        f->library = true;
        return true;
    }
    const char *dir =
        arena_printf(p->arena, "%s/boards/%s", p->options->sdk, program_board(p));
    return find_in(p, dir, name, false, f);
}

static bool find_top(program_t *p, const char *name, found_t *f)
{
    if (find_in(p, p->main_dir, name, false, f)) {
        return true;
    }
    for (int i = 0; i < p->options->nsearch; i++) {
        if (find_in(p, p->options->search[i], name, true, f)) {
            return true;
        }
    }
    return find_in_sdk(p, name, f) || find_top_folder(p, name, f);
}

/* ---- reading ---- */

static module_t *add_module(loader_t *l, const char *name, const found_t *f,
                            const char *text, size_t len)
{
    program_t *p = l->program;
    module_t *m = ARENA_NEW(p->arena, module_t);
    m->name = name;
    m->file = f->path;
    m->is_package = f->is_package;
    m->library = f->library;
    m->index = p->modules.len;
    m->need = IMAGE_NONE;
    m->file_row =
        consts_row(&p->consts, consts_str(&p->consts, f->path, strlen(f->path)));
    const char *dot = strrchr(name, '.');
    m->package = f->is_package ? name
                 : dot         ? arena_strndup(p->arena, name, (size_t)(dot - name))
                               : "";
    if (f->native_folder) {
        m->need = program_need(p, name, f->native_folder);
    }
    ARENA_PUSH(p->arena, &p->modules, m);
    map_set(&p->module_by_name, name, m);
    if (!f->is_folder) {
        ARENA_PUSH(p->arena, &p->files, f->path);
    }
    if ((m->index || p->main_is_file) && !config_of_module(p, m)) {
        return NULL;
    }
    text = preproc(p, f->path, text, len);
    m->ast = text ? parse_module(p->arena, p->intern, f->path, text, len) : NULL;
    if (!m->ast) {
        return NULL;
    }
    import_list_t imports = {0};
    if (!statics_run(p, m) || !scope_build(p, m, &imports) || !declare_natives(p, m)) {
        return NULL;
    }
    for (int i = 0; i < imports.len; i++) {
        ARENA_PUSH(p->arena, &l->sites, ((site_t){m, imports.items[i]}));
    }
    return m;
}

/* A library's module M/M.py is also its own submodule M.M: `from M import M`. */
static bool is_itself(const module_t *m, const char *name)
{
    const char *slash = strrchr(m->file, '/');
    size_t len = strlen(name);
    return slash && strncmp(slash + 1, name, len) == 0 &&
           strcmp(slash + 1 + len, ".py") == 0;
}

static bool find_sub(program_t *p, const module_t *parent, const char *name, found_t *f)
{
    const char *dir = dir_of(p, parent->file);
    bool found = parent->is_package &&
                 (find_in(p, dir, name, false, f) || find_folder(p, dir, name, f));
    f->library = found && parent->library;
    return found;
}

static module_t *read_module(loader_t *l, const char *name, const found_t *f)
{
    program_t *p = l->program;
    char *text = "";
    size_t len = 0;
    if (!f->is_folder && !file_read(p->arena, f->path, &text, &len)) {
        return NULL;
    }
    return add_module(l, arena_strdup(p->arena, name), f, text, len);
}

/* The module of that absolute name; *missing when there is none, which has not been
 * reported. NULL otherwise: reported. */
static module_t *load(loader_t *l, const char *name, bool *missing)
{
    program_t *p = l->program;
    module_t *m = map_get(&p->module_by_name, name);
    *missing = false;
    if (m) {
        return m;
    }
    found_t f = {0};
    const char *dot = strrchr(name, '.');
    bool found;
    if (dot) {
        module_t *parent =
            load(l, arena_strndup(p->arena, name, (size_t)(dot - name)), missing);
        if (!parent) {
            return NULL;
        }
        if (parent->is_package && is_itself(parent, dot + 1)) {
            map_set(&p->module_by_name, name, parent);
            return parent;
        }
        found = find_sub(p, parent, dot + 1, &f);
    } else {
        found = find_top(p, name, &f);
    }
    *missing = !found;
    return found ? read_module(l, name, &f) : NULL;
}

/* ---- what is missing ---- */

static void collect_names(program_t *p, const char *dir, void *into)
{
    LIST(const char *) *names = into;
    DIR *d = opendir(*dir ? dir : ".");
    for (struct dirent *e; d && (e = readdir(d));) {
        size_t len = strcspn(e->d_name, ".");
        const char *end = e->d_name + len;
        if (len && (!*end || strcmp(end, ".py") == 0 || strcmp(end, ".c") == 0)) {
            ARENA_PUSH(p->arena, names, arena_strndup(p->arena, e->d_name, len));
        }
    }
    if (d) {
        closedir(d);
    }
}

static const char *missing_hint(program_t *p, const char *name)
{
    const char *source = arena_printf(p->arena, "%s.c", name);
    if (file_exists(join(p, p->main_dir, source))) {
        return arena_printf(p->arena, "run 'zvm-native build %s'", source);
    }
    LIST(const char *) names = {0};
    collect_names(p, p->main_dir, &names);
    collect_names(p, join(p, p->main_dir, "build/host"), &names);
    for (int i = 0; i < p->options->nsearch; i++) {
        collect_names(p, p->options->search[i], &names);
    }
    if (p->library) {
        collect_names(p, p->library, &names);
    }
    const char *near = diag_nearest(name, (const char *const *)names.items, names.len);
    return near ? arena_printf(p->arena, "did you mean '%s'?", near) : NULL;
}

static void report_missing(program_t *p, const module_t *m, ast_pos_t pos,
                           const char *name)
{
    diag_pos_t at = ast_diag_pos(m->ast, pos);
    diag_error(&at, DIAG_import_missing, missing_hint(p, name), "no module named '%s'",
               name);
}

static void report_name(program_t *p, const module_t *m, const ast_alias_t *alias,
                        const module_t *from)
{
    LIST(const char *) names = {0};
    for (int i = 0; i < from->scope->vars.len; i++) {
        if (from->scope->vars.items[i]->flags & VAR_BOUND) {
            ARENA_PUSH(p->arena, &names, from->scope->vars.items[i]->name);
        }
    }
    const char *near =
        diag_nearest(alias->name, (const char *const *)names.items, names.len);
    diag_pos_t at = ast_diag_pos(m->ast, alias->pos);
    diag_error(&at, DIAG_import_name,
               near ? arena_printf(p->arena, "did you mean '%s'?", near) : NULL,
               "cannot import name '%s' from '%s'", alias->name, from->name);
}

/* ---- names of imports ---- */

/* The absolute name, or NULL when there are more dots than packages. */
static const char *absolute(program_t *p, const module_t *m, const char *name,
                            int level)
{
    if (level == 0) {
        return name;
    }
    const char *base = m->package;
    for (int i = 1; i < level; i++) {
        const char *dot = strrchr(base, '.');
        base = dot ? arena_strndup(p->arena, base, (size_t)(dot - base)) : "";
    }
    if (!*base) {
        return NULL;
    }
    return name ? arena_printf(p->arena, "%s.%s", base, name) : base;
}

module_t *modules_get(program_t *p, const module_t *m, const char *name, int level)
{
    const char *full = absolute(p, m, name, level);
    return full ? map_get(&p->module_by_name, full) : NULL;
}

module_t *modules_sub(program_t *p, const module_t *package, const char *name)
{
    return map_get(&p->module_by_name,
                   arena_printf(p->arena, "%s.%s", package->name, name));
}

var_t *modules_var(const module_t *m, const char *name)
{
    var_t *v = scope_find(m->scope, name);
    return v && v->flags & VAR_BOUND ? v : NULL;
}

/* ---- loading what a site names ---- */

static bool load_plain(loader_t *l, const site_t *site)
{
    const alias_list_t *names = &site->import.stmt->import;
    for (int i = 0; i < names->len; i++) {
        bool missing;
        if (!load(l, names->items[i].name, &missing)) {
            if (!missing) {
                return false;
            }
            if (!site->import.guarded) {
                report_missing(l->program, site->module, names->items[i].pos,
                               names->items[i].name);
                return false;
            }
        }
    }
    return true;
}

static bool load_base(loader_t *l, const site_t *site)
{
    const stmt_t *s = site->import.stmt;
    const char *name =
        absolute(l->program, site->module, s->from.module, s->from.level);
    if (!name && site->import.guarded) {
        return true;
    }
    if (!name) {
        diag_pos_t at = ast_diag_pos(site->module->ast, s->pos);
        diag_error(&at, DIAG_import_missing, NULL,
                   *site->module->package
                       ? "attempted relative import beyond top-level package"
                       : "attempted relative import with no known parent package");
        return false;
    }
    bool missing;
    if (load(l, name, &missing) || (missing && site->import.guarded)) {
        return true;
    }
    if (missing) {
        report_missing(l->program, site->module, s->pos, name);
    }
    return false;
}

static bool star_of(program_t *p, const module_t *m, const stmt_t *s, module_t **target)
{
    if (s->kind != STMT_IMPORT_FROM || strcmp(s->from.names.items[0].name, "*") != 0) {
        return false;
    }
    *target = modules_get(p, m, s->from.module, s->from.level);
    return *target != NULL;
}

static bool module_has(loader_t *l, const module_t *m, const char *name, int depth)
{
    if (modules_var(m, name)) {
        return true;
    }
    for (int i = 0; i < l->sites.len && depth < 16; i++) {
        module_t *target;
        if (l->sites.items[i].module == m &&
            star_of(l->program, m, l->sites.items[i].import.stmt, &target) &&
            module_has(l, target, name, depth + 1)) {
            return true;
        }
    }
    return false;
}

/* The names of `from m import a, b` that are not m's own must be its submodules. */
static bool load_names(loader_t *l, const site_t *site)
{
    program_t *p = l->program;
    const stmt_t *s = site->import.stmt;
    module_t *base = modules_get(p, site->module, s->from.module, s->from.level);
    for (int i = 0; base && i < s->from.names.len; i++) {
        const ast_alias_t *alias = &s->from.names.items[i];
        /* A package that imports from itself means its submodules: the name is bound by
         * this very import. */
        bool own = base == site->module;
        if (strcmp(alias->name, "*") == 0 ||
            (!own && module_has(l, base, alias->name, 0))) {
            continue;
        }
        bool missing = true;
        if (base->is_package &&
            load(l, arena_printf(p->arena, "%s.%s", base->name, alias->name),
                 &missing)) {
            continue;
        }
        if (!missing) {
            return false;
        }
        if (!site->import.guarded &&
            !(own && modules_var(base, alias->name)->nbindings > 1)) {
            report_name(p, site->module, alias, base);
            return false;
        }
    }
    return true;
}

static bool load_sites(loader_t *l)
{
    for (int checked = 0; checked < l->sites.len;) {
        for (; l->done < l->sites.len; l->done++) {
            site_t site = l->sites.items[l->done];
            if (!(site.import.stmt->kind == STMT_IMPORT ? load_plain(l, &site)
                                                        : load_base(l, &site))) {
                return false;
            }
        }
        site_t site = l->sites.items[checked++];
        if (site.import.stmt->kind == STMT_IMPORT_FROM && !load_names(l, &site)) {
            return false;
        }
    }
    return true;
}

/* ---- from m import * ---- */

/* The names in `__all__ = [ … ]` when it is a literal, else NULL. */
static const expr_t *all_literal(const module_t *m)
{
    for (int i = 0; i < m->ast->body.len; i++) {
        const stmt_t *s = m->ast->body.items[i];
        if (s->kind == STMT_ASSIGN && s->assign.targets.items[0]->kind == EXPR_NAME &&
            strcmp(s->assign.targets.items[0]->name, "__all__") == 0 &&
            (s->assign.value->kind == EXPR_LIST ||
             s->assign.value->kind == EXPR_TUPLE)) {
            return s->assign.value;
        }
    }
    return NULL;
}

static bool in_all(const expr_t *all, const char *name)
{
    for (int i = 0; i < all->values.len; i++) {
        const expr_t *e = all->values.items[i];
        if (e->kind == EXPR_STR && strcmp(e->str.data, name) == 0) {
            return true;
        }
    }
    return false;
}

bool modules_exports(const module_t *m, const var_t *v)
{
    const expr_t *all = all_literal(m);
    return v->flags & VAR_BOUND && (all ? in_all(all, v->name) : v->name[0] != '_');
}

/* Binds what the star brings and has not been bound yet; true when something was. */
static bool expand_star(program_t *p, module_t *m, const stmt_t *s,
                        const module_t *from)
{
    bool changed = false;
    for (int i = 0; i < from->scope->vars.len; i++) {
        const var_t *outer = from->scope->vars.items[i];
        if (!modules_exports(from, outer)) {
            continue;
        }
        var_t *v = scope_var(p, m->scope, outer->name);
        if (v->flags & VAR_BOUND && v->import == s) {
            continue;
        }
        bool first = !(v->flags & VAR_BOUND);
        v->flags |= VAR_BOUND;
        v->nbindings++;
        if (first) {
            ast_alias_t *alias = ARENA_NEW(p->arena, ast_alias_t);
            *alias = (ast_alias_t){s->pos, outer->name, NULL};
            v->import = s;
            v->alias = alias;
            changed = true;
        }
    }
    return changed;
}

static void expand_stars(loader_t *l)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < l->sites.len; i++) {
            site_t *site = &l->sites.items[i];
            module_t *from;
            if (star_of(l->program, site->module, site->import.stmt, &from)) {
                changed |=
                    expand_star(l->program, site->module, site->import.stmt, from);
            }
        }
    }
}

/* ---- __builtins__ ---- */

/*
 * The library's module __builtins__ has what programs may use without import and the VM
 * does not have itself. It is read when a name is left over that it could be, and kept
 * when it is. False has been reported.
 */
static bool load_builtins(loader_t *l)
{
    program_t *p = l->program;
    found_t f;
    if (!p->library || !free_names(p) ||
        !find_in(p, p->library, "__builtins__", true, &f)) {
        return true;
    }
    f.library = true;
    int nmodules = p->modules.len, nsites = l->sites.len;
    module_t *m = read_module(l, "__builtins__", &f);
    if (!m) {
        return false;
    }
    if (free_bind(p, m)) {
        p->builtins = m;
        return load_sites(l);
    }
    p->modules.len = nmodules;
    l->sites.len = nsites;
    map_set(&p->module_by_name, "__builtins__", NULL);
    return true;
}

/* False has been reported. */
static bool load_opener(loader_t *l)
{
    bool missing;
    if (!l->program->library || !free_opens(l->program)) {
        return true;
    }
    l->program->opener = load(l, intern(l->program->intern, "streams"), &missing);
    return (l->program->opener || missing) && load_sites(l);
}

bool modules_load(program_t *p, const char *name, const char *path, const char *text,
                  size_t len)
{
    loader_t l = {.program = p};
    p->main_dir = dir_of(p, path);
    p->intern = intern_new(p->arena);
    found_t f = {.path = path};
    if (!add_module(&l, name, &f, text, len) || !load_sites(&l)) {
        return false;
    }
    expand_stars(&l);
    if (!load_opener(&l) || !load_builtins(&l)) {
        return false;
    }
    expand_stars(&l);
    return statics_check(p);
}
