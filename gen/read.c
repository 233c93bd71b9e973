/* SPDX-License-Identifier: MIT */
/*
 * read.c -- walks the declarations of each source and builds the model from those that
 * carry annotations.
 *
 * Annotations may stand in the source or in a header of the user's. What two sources
 * include is read once: a declaration is known by the place of its annotation.
 */
#include "read.h"
#include "annot.h"
#include "file.h"
#include "lint.h"

#include <ctype.h>
#include <string.h>

#define MAX_NOTES 8

/* ---- annotations of a declaration ---- */

typedef struct notes {
    reader_t *r;
    annot_t items[MAX_NOTES];
    int len;
    bool ok;
} notes_t;

static enum CXChildVisitResult visit_note(CXCursor c, CXCursor parent,
                                          CXClientData data)
{
    (void)parent;
    notes_t *n = data;
    if (clang_getCursorKind(c) != CXCursor_AnnotateAttr || n->len == MAX_NOTES) {
        return CXChildVisit_Continue;
    }
    const char *text = read_string(n->r, clang_getCursorSpelling(c));
    if (strncmp(text, "zn:", 3) == 0) {
        diag_pos_t pos = read_cursor_pos(n->r, c);
        n->ok = annot_parse(n->r->g, &n->items[n->len++], text + 3, pos) && n->ok;
    }
    return CXChildVisit_Continue;
}

static notes_t read_notes(reader_t *r, CXCursor c)
{
    notes_t n = {.r = r, .ok = true};
    clang_visitChildren(c, visit_note, &n);
    return n;
}

static const annot_t *find_note(const notes_t *n, const char *kind)
{
    for (int i = 0; i < n->len; i++) {
        if (strcmp(n->items[i].kind, kind) == 0) {
            return &n->items[i];
        }
    }
    return NULL;
}

/* Was the declaration of this annotation read before? Remembers it. */
static bool is_seen(reader_t *r, const annot_t *a)
{
    const char *key = arena_printf(r->g->arena, "%s:%d:%d:%s", a->pos.file, a->pos.line,
                                   a->pos.col, a->text);
    bool created;
    *map_slot(&r->seen, key, strlen(key), &created) = (void *)a;
    return !created;
}

/* ---- expressions ---- */

static void add_expr(reader_t *r, expr_t *e, const char *text, diag_pos_t pos,
                     const char *what)
{
    *e = (expr_t){.text = text, .pos = pos, .what = what, .source = r->source};
}

/* ---- parameters ---- */

static bool read_range(reader_t *r, param_t *p, const annot_t *a)
{
    const char *comma = strchr(a->text, ',');
    int depth = 0;
    for (const char *s = a->text; *s; s++) {
        depth += *s == '(' ? 1 : *s == ')' ? -1 : 0;
        if (*s == ',' && depth == 0) {
            comma = s;
            break;
        }
    }
    const char *low = arena_strndup(r->g->arena, a->text, (size_t)(comma - a->text));
    const char *what = arena_printf(r->g->arena, "range of '%s'", p->name);
    add_expr(r, &p->low, low, a->pos, what);
    add_expr(r, &p->high, comma + 1 + strspn(comma + 1, " "), a->pos, what);
    return true;
}

static bool read_scope(param_t *p, const annot_t *a)
{
    p->forever = strcmp(a->text, "forever") == 0;
    if (!p->forever && strcmp(a->text, "call") != 0) {
        diag_error(&a->pos, DIAG_native_annotation, "write ZN_SCOPE(forever)",
                   "the scope of a callable is 'call' or 'forever', not '%s'", a->text);
        return false;
    }
    return true;
}

static bool apply_notes(reader_t *r, param_t *p, const notes_t *n)
{
    bool ok = n->ok;
    for (int i = 0; i < n->len; i++) {
        const annot_t *a = &n->items[i];
        const char *k = a->kind;
        if (strcmp(k, "default") == 0) {
            add_expr(r, &p->def, a->text, a->pos,
                     arena_printf(r->g->arena, "default of '%s'", p->name));
        } else if (strcmp(k, "range") == 0) {
            ok = read_range(r, p, a) && ok;
        } else if (strcmp(k, "kwonly") == 0) {
            p->kwonly = true;
        } else if (strcmp(k, "nullable") == 0) {
            p->nullable = true;
        } else if (strcmp(k, "out") == 0) {
            p->out = true;
        } else if (strcmp(k, "len") == 0) {
            p->len_name = a->text;
        } else if (strcmp(k, "scope") == 0) {
            ok = read_scope(p, a) && ok;
        }
    }
    return ok;
}

static int find_param(const fn_t *fn, const char *name)
{
    for (int i = 0; i < fn->len; i++) {
        if (strcmp(fn->items[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static bool bind_length(reader_t *r, fn_t *fn, int i)
{
    param_t *p = &fn->items[i];
    if (!p->len_name) {
        return true;
    }
    int at = find_param(fn, p->len_name);
    diag_pos_t pos = annot_word_pos(p->pos, "ZN_LEN");
    if (at < 0 || at == i) {
        const char **names = ARENA_ARRAY(r->g->arena, const char *, fn->len);
        for (int k = 0; k < fn->len; k++) {
            names[k] = k == i ? "" : fn->items[k].name;
        }
        const char *near = diag_nearest(p->len_name, names, fn->len);
        diag_error(&pos, DIAG_native_len,
                   near ? arena_printf(r->g->arena, "did you mean '%s'?", near) : NULL,
                   "'%s' has no parameter '%s'", fn->cname, p->len_name);
        return false;
    }
    if (fn->items[at].length >= 0) {
        diag_error(&pos, DIAG_native_len, NULL, "'%s' has two lengths", p->len_name);
        return false;
    }
    fn->items[at].length = i;
    p->length_of = at;
    return true;
}

static bool read_params(reader_t *r, fn_t *fn, CXCursor c)
{
    bool ok = true;
    int n = clang_Cursor_getNumArguments(c);
    for (int i = 0; i < n; i++) {
        CXCursor arg = clang_Cursor_getArgument(c, (unsigned)i);
        param_t p = {.length = -1, .length_of = -1, .index = -1};
        p.name = read_string(r, clang_getCursorSpelling(arg));
        p.pos = read_extent_pos(r, arg);
        notes_t notes = read_notes(r, arg);
        if (!*p.name) {
            diag_error(&p.pos, DIAG_native_type, "its name is what Python passes it by",
                       "a parameter of '%s' has no name", fn->cname);
            ok = false;
        }
        if (*p.name && !annot_is_python_name(p.name)) {
            diag_error(&p.pos, DIAG_native_name, "rename it",
                       "parameter '%s' has a name that is a word of Python", p.name);
            ok = false;
        }
        ok = apply_notes(r, &p, &notes) && ok;
        ARENA_PUSH(r->g->arena, fn, p);
    }
    for (int i = 0; i < n; i++) {
        ok = bind_length(r, fn, i) && ok;
    }
    bool bound = ok; /* else the types would complain of what was said already */
    for (int i = 0; i < n && bound; i++) {
        CXCursor arg = clang_Cursor_getArgument(c, (unsigned)i);
        ok = read_param_type(r, &fn->items[i], clang_getCursorType(arg)) && ok;
    }
    return ok;
}

/* ---- functions ---- */

static const char *strip_prefix(const char *name, const char *prefix, size_t len)
{
    return strncmp(name, prefix, len) == 0 && name[len] == '_' && name[len + 1]
               ? name + len + 1
               : name;
}

static cclass_t *find_class(gen_t *g, const char *cname)
{
    for (int i = 0; i < g->classes.len; i++) {
        cclass_t *cls = g->classes.items[i];
        if (strcmp(cls->cname, cname) == 0 ||
            (cls->tag && strcmp(cls->tag, cname) == 0)) {
            return cls;
        }
    }
    return NULL;
}

static bool bind_class(reader_t *r, fn_t *fn, const annot_t *a)
{
    gen_t *g = r->g;
    fn->cls = find_class(g, a->first);
    if (fn->cls) {
        return true;
    }
    const char **names = ARENA_ARRAY(g->arena, const char *, g->classes.len);
    for (int i = 0; i < g->classes.len; i++) {
        names[i] = g->classes.items[i]->cname;
    }
    const char *near = diag_nearest(a->first, names, g->classes.len);
    diag_pos_t pos = annot_word_pos(a->pos, a->first);
    diag_error(&pos, DIAG_native_class,
               near ? arena_printf(g->arena, "did you mean '%s'?", near)
                    : "put C_NATIVE_CLASS() in front of its typedef",
               "'%s' is not an annotated class", a->first);
    return false;
}

static const char *method_name(const fn_t *fn)
{
    const char *cls = fn->cls->cname;
    size_t len = strlen(cls);
    if (len > 2 && strcmp(cls + len - 2, "_t") == 0) {
        len -= 2;
    }
    return strip_prefix(fn->cname, cls, len);
}

static bool check_self(fn_t *fn)
{
    if (fn->len == 0 || fn->items[0].cls != fn->cls) {
        diag_error(&fn->pos, DIAG_native_class, NULL,
                   "the first parameter of method '%s' is not '%s *'", fn->cname,
                   fn->cls->cname);
        return false;
    }
    return true;
}

static bool read_fn(reader_t *r, CXCursor c, const annot_t *a)
{
    gen_t *g = r->g;
    fn_t *fn = ARENA_NEW(g->arena, fn_t);
    fn->cname = read_string(r, clang_getCursorSpelling(c));
    fn->pos = read_cursor_pos(r, c);
    fn->doc = read_doc(r, a->pos);
    fn->nogil = annot_get(a, "nogil") != NULL;
    fn->negative = annot_get(a, "errors") != NULL;
    if (a->first && !bind_class(r, fn, a)) {
        return false;
    }
    bool ok = true;
    if (clang_Cursor_isVariadic(c)) {
        diag_error(&fn->pos, DIAG_native_type, "write it as a classic C_NATIVE",
                   "'%s' takes a variable number of arguments", fn->cname);
        ok = false;
    }
    if (clang_Cursor_getStorageClass(c) == CX_SC_Static) {
        diag_error(&fn->pos, DIAG_native_annotation, "remove 'static'",
                   "the glue cannot call '%s', which is static", fn->cname);
        ok = false;
    }
    ok = read_params(r, fn, c) && ok;
    ok = read_return_type(r, fn, clang_getCursorResultType(c)) && ok;
    ok = ok && (!fn->cls || check_self(fn));
    fn->py = annot_get(a, "py");
    if (ok) {
        fn->py = fn->py ? fn->py
                 : fn->cls
                     ? method_name(fn)
                     : fn->cname; /* the module's prefix goes when its name is known */
        ARENA_PUSH(g->arena, &g->fns, fn);
    }
    return ok;
}

/* ---- classes, enums, constants, the module ---- */

static const char *default_class_name(gen_t *g, const char *cname)
{
    size_t len = strlen(cname);
    if (len > 2 && strcmp(cname + len - 2, "_t") == 0) {
        len -= 2;
    }
    char *name = arena_alloc(g->arena, len + 1);
    size_t n = 0;
    bool upper = true;
    for (size_t i = 0; i < len; i++) {
        if (cname[i] == '_') {
            upper = true;
            continue;
        }
        name[n++] = upper ? (char)toupper((unsigned char)cname[i]) : cname[i];
        upper = false;
    }
    return name;
}

/* A struct written `typedef struct C_NATIVE_CLASS() tag { … } name;` is called by the
 * name, which comes later. */
static void name_class(reader_t *r, CXCursor typedef_decl)
{
    CXType type =
        clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(typedef_decl));
    cclass_t *cls =
        type.kind == CXType_Record
            ? map_get(&r->records, read_string(r, clang_getTypeSpelling(type)))
            : NULL;
    if (cls && !cls->complete) {
        ARENA_PUSH(r->g->arena, &r->classes, ((class_type_t){cls, type}));
    }
    if (cls && !cls->named) {
        cls->named = true;
        cls->cname = read_string(r, clang_getCursorSpelling(typedef_decl));
        cls->py = cls->py ? cls->py : default_class_name(r->g, cls->cname);
    }
}

static bool read_class(reader_t *r, CXCursor c, const annot_t *a)
{
    gen_t *g = r->g;
    bool is_typedef = clang_getCursorKind(c) == CXCursor_TypedefDecl;
    CXType type = clang_getCanonicalType(
        is_typedef ? clang_getTypedefDeclUnderlyingType(c) : clang_getCursorType(c));
    cclass_t *cls = ARENA_NEW(g->arena, cclass_t);
    cls->cname = read_string(r, clang_getCursorSpelling(c));
    cls->pos = read_cursor_pos(r, c);
    if (type.kind != CXType_Record) {
        diag_error(&cls->pos, DIAG_native_class, NULL, "'%s' is not a struct",
                   cls->cname);
        return false;
    }
    cls->py = annot_get(a, "py");
    cls->doc = read_doc(r, is_typedef ? a->pos : read_extent_pos(r, c));
    cls->dealloc = annot_get(a, "dealloc");
    const char *record = read_string(r, clang_getTypeSpelling(type));
    cls->tag = strncmp(record, "struct ", 7) == 0 ? record : NULL;
    ARENA_PUSH(g->arena, &g->classes, cls);
    map_set(&r->records, record, cls);
    ARENA_PUSH(g->arena, &r->classes, ((class_type_t){cls, type}));
    if (is_typedef) {
        name_class(r, c);
    }
    return true;
}

typedef struct members {
    reader_t *r;
    cenum_t *en;
} members_t;

static enum CXChildVisitResult visit_member(CXCursor c, CXCursor parent,
                                            CXClientData data)
{
    (void)parent;
    members_t *m = data;
    if (clang_getCursorKind(c) == CXCursor_EnumConstantDecl) {
        const char *name = read_string(m->r, clang_getCursorSpelling(c));
        const char *prefix = m->en->prefix;
        size_t n = prefix ? strlen(prefix) : 0;
        struct enum_member member = {
            .cname = name,
            .name =
                prefix && strncmp(name, prefix, n) == 0 && name[n] ? name + n : name,
            .value = clang_getEnumConstantDeclValue(c)};
        ARENA_PUSH(m->r->g->arena, m->en, member);
    }
    return CXChildVisit_Continue;
}

static bool read_enum(reader_t *r, CXCursor c, const annot_t *a)
{
    gen_t *g = r->g;
    cenum_t *en = ARENA_NEW(g->arena, cenum_t);
    CXType type = clang_getCanonicalType(clang_getCursorType(c));
    const char *name = read_string(r, clang_getTypeSpelling(type));
    const char *py = annot_get(a, "py");
    en->cname = strncmp(name, "enum ", 5) == 0 ? name + 5 : name;
    en->py = py ? py : default_class_name(g, en->cname);
    en->prefix = annot_get(a, "prefix");
    en->pos = a->pos;
    en->doc = read_doc(r, read_extent_pos(r, c));
    if (!annot_is_python_name(en->py)) {
        diag_error(&a->pos, DIAG_native_annotation, "add py = NAME",
                   "the enum has no name of its own");
        return false;
    }
    members_t m = {r, en};
    clang_visitChildren(c, visit_member, &m);
    for (int i = 0; i < en->len; i++) {
        if (!annot_is_python_name(en->items[i].name)) {
            diag_error(&a->pos, DIAG_native_annotation, "choose a shorter prefix",
                       "enumerator '%s' is not a Python name", en->items[i].name);
            return false;
        }
    }
    ARENA_PUSH(g->arena, &g->enums, en);
    map_set(&r->records, name, en);
    return true;
}

static bool read_const(reader_t *r, CXCursor c, const annot_t *a)
{
    gen_t *g = r->g;
    cconst_t *k = ARENA_NEW(g->arena, cconst_t);
    const char *py = annot_get(a, "py");
    k->cname = a->first;
    k->py = py ? py : a->first;
    k->pos = annot_word_pos(a->pos, a->first);
    k->doc = read_doc(r, a->pos);
    if (!annot_is_python_name(k->py)) {
        diag_error(&k->pos, DIAG_native_const, "add py = NAME",
                   "'%s' is not a Python name", k->py);
        return false;
    }
    add_expr(r, &k->expr, k->cname, k->pos,
             arena_printf(g->arena, "constant '%s'", k->cname));
    if (!value_of_variable(r, &k->expr, c)) {
        diag_error(&k->pos, DIAG_native_const, NULL,
                   "the value of '%s' is not known before the program runs", k->cname);
        return false;
    }
    ARENA_PUSH(g->arena, &g->consts, k);
    return true;
}

static bool read_module(reader_t *r, CXCursor c, const annot_t *a)
{
    (void)c;
    gen_t *g = r->g;
    if (g->module_pos.file) {
        diag_error(&a->pos, DIAG_native_name, "a module has one C_NATIVE_MODULE",
                   "the module is named a second time");
        return false;
    }
    if (!annot_is_python_name(a->first)) {
        diag_error(&a->pos, DIAG_native_annotation, NULL,
                   "'%s' is not a name that Python can import", a->first);
        return false;
    }
    const char *version = annot_get(a, "version");
    g->module_pos = a->pos;
    g->module = g->module ? g->module : a->first;
    g->version = version ? version : g->version;
    g->doc = read_doc(r, a->pos);
    return true;
}

/* ---- the walk ---- */

typedef struct kind_reader {
    enum CXCursorKind cursor;
    const char *kind;
    bool (*read)(reader_t *r, CXCursor c, const annot_t *a);
} kind_reader_t;

static const kind_reader_t kind_readers[] = {
    {CXCursor_FunctionDecl, "fn", read_fn},
    {CXCursor_FunctionDecl, "method", read_fn},
    {CXCursor_TypedefDecl, "class", read_class},
    {CXCursor_StructDecl, "class", read_class},
    {CXCursor_EnumDecl, "enum", read_enum},
    {CXCursor_VarDecl, "const", read_const},
    {CXCursor_VarDecl, "module", read_module},
};

static void read_annotated(reader_t *r, CXCursor c, enum CXCursorKind cursor)
{
    notes_t n = read_notes(r, c);
    for (size_t i = 0; i < sizeof kind_readers / sizeof kind_readers[0]; i++) {
        const kind_reader_t *row = &kind_readers[i];
        const annot_t *a = row->cursor == cursor ? find_note(&n, row->kind) : NULL;
        if (a && n.ok && !is_seen(r, a)) {
            row->read(r, c, a);
        }
    }
    if (cursor == CXCursor_TypedefDecl) {
        name_class(r, c);
    }
}

/* What keeps the glue from calling it with the struct of a dead object. */
static const char *fault_as_dealloc(CXCursor fn)
{
    bool one = clang_Cursor_getNumArguments(fn) == 1 && !clang_Cursor_isVariadic(fn);
    CXType arg = one ? clang_getCursorType(clang_Cursor_getArgument(fn, 0))
                     : clang_getCursorResultType(fn);
    return clang_Cursor_getStorageClass(fn) == CX_SC_Static ? "is static"
           : !one || clang_getCanonicalType(arg).kind != CXType_Pointer
               ? "does not take a pointer to the struct, and nothing else"
               : "";
}

static void check_deallocs(reader_t *r)
{
    for (int i = 0; i < r->g->classes.len; i++) {
        const cclass_t *cls = r->g->classes.items[i];
        const char *fault = cls->dealloc ? map_get(&r->functions, cls->dealloc) : "";
        if (fault && !*fault) {
            continue;
        }
        diag_error(&cls->pos, DIAG_native_class,
                   arena_printf(r->g->arena, "write void %s(%s *self)", cls->dealloc,
                                cls->cname),
                   "the dealloc '%s' of '%s' %s", cls->dealloc, cls->cname,
                   fault ? fault : "is declared nowhere");
    }
}

static const fn_t *find_typed(const gen_t *g, const char *cname)
{
    for (int i = 0; i < g->fns.len; i++) {
        if (strcmp(g->fns.items[i]->cname, cname) == 0) {
            return g->fns.items[i];
        }
    }
    return NULL;
}

static enum CXChildVisitResult visit_local(CXCursor c, CXCursor parent,
                                           CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(c) == CXCursor_VarDecl &&
        clang_Cursor_getStorageClass(c) == CX_SC_Static) {
        lint_variable(data, c);
    }
    return CXChildVisit_Recurse;
}

/* A function's body: a typed native's, a classic one's, or neither. */
static void read_body(reader_t *r, CXCursor c)
{
    const fn_t *typed = find_typed(r->g, read_string(r, clang_getCursorSpelling(c)));
    clang_visitChildren(c, visit_local, r);
    if (typed) {
        lint_body(r, c, typed, NULL);
    } else if (read_is_native_type(c)) {
        read_classic(r, c);
    }
}

static enum CXChildVisitResult visit_top(CXCursor c, CXCursor parent, CXClientData data)
{
    (void)parent;
    reader_t *r = data;
    if (clang_Location_isInSystemHeader(clang_getCursorLocation(c))) {
        return CXChildVisit_Continue;
    }
    enum CXCursorKind kind = clang_getCursorKind(c);
    if (kind == CXCursor_LinkageSpec || kind == CXCursor_UnexposedDecl) {
        return CXChildVisit_Recurse;
    }
    if (kind == CXCursor_TypedefDecl || kind == CXCursor_StructDecl ||
        kind == CXCursor_EnumDecl || kind == CXCursor_VarDecl ||
        kind == CXCursor_FunctionDecl) {
        read_annotated(r, c, kind);
    }
    if (kind == CXCursor_FunctionDecl) {
        map_set(&r->functions, read_string(r, clang_getCursorSpelling(c)),
                (void *)(uintptr_t)fault_as_dealloc(c));
    }
    if (kind == CXCursor_VarDecl) {
        lint_variable(r, c);
    }
    if (kind == CXCursor_FunctionDecl && clang_isCursorDefinition(c)) {
        read_body(r, c);
    }
    return CXChildVisit_Continue;
}

static void read_layouts(reader_t *r)
{
    for (int i = 0; i < r->classes.len; i++) {
        read_layout(r, r->classes.items[i].cls, r->classes.items[i].type);
    }
    r->classes.len = 0;
}

static bool read_source(reader_t *r, const char *source)
{
    gen_t *g = r->g;
    enum CXErrorCode code =
        clang_parseTranslationUnit2(r->index, source, g->clang_args, g->nclang_args,
                                    NULL, 0, CXTranslationUnit_None, &r->tu);
    r->source = source;
    if (code != CXError_Success) {
        r->tu = NULL;
        diag_error(&(diag_pos_t){.file = source}, DIAG_c_syntax, NULL,
                   "libclang cannot read the source");
        return false;
    }
    CXTargetInfo target = clang_getTranslationUnitTargetInfo(r->tu);
    g->pointer_size = clang_TargetInfo_getPointerWidth(target) / 8;
    clang_TargetInfo_dispose(target);
    if (!read_diagnostics(r, r->tu)) {
        return false;
    }
    clang_visitChildren(clang_getTranslationUnitCursor(r->tu), visit_top, r);
    read_layouts(r);
    lint_report_variables(r);
    return true;
}

static bool check_readable(gen_t *g)
{
    bool ok = true;
    for (int i = 0; i < g->nsources; i++) {
        char *data;
        size_t len;
        ok = file_read(g->arena, g->sources[i], &data, &len) && ok;
    }
    return ok;
}

bool read_sources(gen_t *g)
{
    if (!check_readable(g)) {
        return false;
    }
    reader_t r = {.g = g, .index = clang_createIndex(0, 0)};
    map_init(&r.files, g->arena);
    map_init(&r.seen, g->arena);
    map_init(&r.records, g->arena);
    map_init(&r.functions, g->arena);
    for (int i = 0; i < g->nsources; i++) {
        read_source(&r, g->sources[i]);
        if (r.tu) {
            clang_disposeTranslationUnit(r.tu);
        }
    }
    if (diag_errors() == 0) {
        check_deallocs(&r);
    }
    bool ok = diag_errors() == 0;
    if (ok) {
        value_evaluate(&r); /* what fails is marked, so that the rest is checked too */
    }
    clang_disposeIndex(r.index);
    return ok;
}
