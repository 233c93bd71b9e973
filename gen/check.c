/* SPDX-License-Identifier: MIT */
/* check.c -- names used twice, order of parameters, values against their types,
 * classes; then the names of the glue. */
#include "check.h"
#include "map.h"

#include <string.h>

/* ---- values ---- */

static bool int_in(const value_t *v, int64_t low, uint64_t high)
{
    return v->kind == VALUE_UINT ? v->u <= high
                                 : v->i >= low && (v->i < 0 || (uint64_t)v->i <= high);
}

static bool bad_default(gen_t *g, const param_t *p, const char *hint)
{
    diag_error(&p->def.pos, DIAG_native_default, hint, "default of '%s' cannot be %s",
               p->name, value_python(g, &p->def.value));
    return false;
}

static bool check_int_default(gen_t *g, param_t *p)
{
    value_t *v = &p->def.value;
    if (v->kind == VALUE_BOOL) {
        v->kind = VALUE_INT;
    }
    if (v->kind != VALUE_INT && v->kind != VALUE_UINT) {
        return bad_default(g, p, "the parameter is an int");
    }
    int64_t low;
    uint64_t high;
    type_int_range(p->type, &low, &high);
    if (p->low.text) {
        low = p->low.value.i;
        high = p->high.value.kind == VALUE_UINT ? p->high.value.u
                                                : (uint64_t)p->high.value.i;
        if (p->high.value.i < 0 && p->high.value.kind == VALUE_INT) {
            if (v->kind == VALUE_INT && v->i >= low && v->i <= p->high.value.i) {
                return true;
            }
            return bad_default(g, p, "it lies outside of ZN_RANGE");
        }
    }
    if (!int_in(v, low, high)) {
        return bad_default(
            g, p,
            arena_printf(g->arena, "%s %lld..%llu",
                         p->low.text ? "ZN_RANGE is" : "the C type holds",
                         (long long)low, (unsigned long long)high));
    }
    return true;
}

static bool check_real_default(gen_t *g, param_t *p)
{
    value_t *v = &p->def.value;
    if (v->kind == VALUE_INT) {
        *v = (value_t){.kind = VALUE_REAL, .d = (double)v->i};
    }
    if (v->kind != VALUE_REAL) {
        return bad_default(g, p, "the parameter is a float");
    }
    if (p->low.text && (v->d < p->low.value.d || v->d > p->high.value.d)) {
        return bad_default(g, p, "it lies outside of ZN_RANGE");
    }
    return true;
}

static bool check_text_default(gen_t *g, param_t *p)
{
    value_t *v = &p->def.value;
    if (p->type == TYPE_CHAR && v->kind == VALUE_INT) {
        char *s = arena_alloc(g->arena, 2);
        s[0] = (char)v->i;
        *v = (value_t){.kind = VALUE_STR, .s = s, .len = 1};
    }
    if (v->kind != VALUE_STR || (p->type == TYPE_CHAR && v->len != 1)) {
        return bad_default(g, p,
                           p->type == TYPE_CHAR ? "the parameter is one character"
                                                : "write a string literal");
    }
    if (p->type == TYPE_CSTR && memchr(v->s, 0, v->len)) {
        return bad_default(g, p, "'const char *' ends at the NUL inside");
    }
    if (p->type == TYPE_BYTES || p->type == TYPE_BYTES8) {
        v->kind = VALUE_BYTES;
    }
    return true;
}

static bool check_default(gen_t *g, param_t *p)
{
    value_t *v = &p->def.value;
    if (p->def.failed || p->low.failed || p->high.failed) {
        return false;
    }
    if (p->out) {
        diag_error(&p->def.pos, DIAG_native_default, NULL,
                   "'%s' is ZN_OUT: Python does not pass it", p->name);
        return false;
    }
    if (v->kind == VALUE_NULL) {
        bool none = p->nullable || p->type == TYPE_OBJECT;
        return none || bad_default(g, p, "add ZN_NULLABLE");
    }
    switch (p->type) {
    case TYPE_BOOL:
        v->kind =
            v->kind == VALUE_INT && (v->i == 0 || v->i == 1) ? VALUE_BOOL : v->kind;
        return v->kind == VALUE_BOOL || bad_default(g, p, "the parameter is a bool");
    case TYPE_FLOAT:
    case TYPE_DOUBLE:
        return check_real_default(g, p);
    case TYPE_CHAR:
    case TYPE_STR:
    case TYPE_CSTR:
    case TYPE_BYTES:
    case TYPE_BYTES8:
        return check_text_default(g, p);
    default:
        if (type_rows[p->type].flags & TYPE_INT) {
            return check_int_default(g, p);
        }
        return bad_default(g, p, "only NULL can be its default");
    }
}

static bool bad_range(const param_t *p, const char *why)
{
    diag_error(&p->low.pos, DIAG_native_range, NULL, "range of '%s' %s", p->name, why);
    return false;
}

static bool check_range(param_t *p)
{
    value_t *low = &p->low.value, *high = &p->high.value;
    if (p->low.failed || p->high.failed) {
        return false;
    }
    int flags = type_rows[p->type].flags;
    if (p->out || !(flags & (TYPE_INT | TYPE_REAL))) {
        return bad_range(p, "means nothing: it is no number that Python passes");
    }
    if (flags & TYPE_REAL) {
        for (value_t *v = low;; v = high) {
            if (v->kind == VALUE_INT) {
                *v = (value_t){.kind = VALUE_REAL, .d = (double)v->i};
            }
            if (v->kind != VALUE_REAL) {
                return bad_range(p, "is not made of numbers");
            }
            if (v == high) {
                return low->d <= high->d || bad_range(p, "is empty");
            }
        }
    }
    int64_t min;
    uint64_t max;
    type_int_range(p->type, &min, &max);
    bool ints =
        low->kind == VALUE_INT && (high->kind == VALUE_INT || high->kind == VALUE_UINT);
    if (!ints) {
        return bad_range(p, "is not made of ints");
    }
    if (!int_in(low, min, max) || !int_in(high, min, max)) {
        return bad_range(p, "goes beyond its C type");
    }
    return (high->kind == VALUE_UINT || low->i <= high->i) || bad_range(p, "is empty");
}

/* ---- parameters ---- */

static bool check_flags(const param_t *p)
{
    int flags = type_rows[p->type].flags;
    if (p->nullable && (p->out || !(flags & TYPE_NULLABLE))) {
        diag_error(&p->pos, DIAG_native_annotation,
                   "None can stand for str, views, instances and callables",
                   "'%s' cannot be ZN_NULLABLE", p->name);
        return false;
    }
    if (p->forever && p->type != TYPE_CALLABLE) {
        diag_error(&p->pos, DIAG_native_annotation, NULL,
                   "'%s' is no zn_callable, so ZN_SCOPE means nothing", p->name);
        return false;
    }
    return true;
}

static bool check_length(const fn_t *fn, const param_t *p)
{
    if (p->length_of >= 0 && !(type_rows[p->type].flags & TYPE_INT)) {
        diag_error(&p->pos, DIAG_native_len, NULL, "length '%s' is no integer",
                   p->name);
        return false;
    }
    if (p->length_of >= 0 && p->out) {
        diag_error(&p->pos, DIAG_native_len, "Python passes the length",
                   "length '%s' cannot be ZN_OUT", p->name);
        return false;
    }
    const param_t *pointer = p->length_of >= 0 ? &fn->items[p->length_of] : NULL;
    if (pointer && pointer->type != TYPE_FILLED &&
        !(type_rows[pointer->type].flags & TYPE_HELD)) {
        diag_error(&p->pos, DIAG_native_len, NULL,
                   "'%s' is no pointer to elements, so it has no length",
                   pointer->name);
        return false;
    }
    return true;
}

/* What follows a ZN_KWONLY is keyword-only too. */
static bool check_order(fn_t *fn)
{
    bool optional = false, keyword = false;
    for (int i = 0; i < fn->len; i++) {
        param_t *p = &fn->items[i];
        if (!param_is_python(fn, i)) {
            continue;
        }
        keyword = keyword || p->kwonly;
        p->kwonly = keyword;
        if (optional && !p->def.text && !keyword) {
            diag_error(&p->pos, DIAG_native_order, "give it a default, or move it",
                       "'%s' without default follows one with a default", p->name);
            return false;
        }
        optional = optional || p->def.text;
    }
    return true;
}

static bool check_fn(gen_t *g, fn_t *fn)
{
    bool ok = check_order(fn);
    for (int i = 0; i < fn->len; i++) {
        param_t *p = &fn->items[i];
        ok = check_flags(p) && check_length(fn, p) && ok;
        bool ranged = !p->low.text || check_range(p);
        ok = ranged && (!p->def.text || check_default(g, p)) && ok;
        if (param_is_python(fn, i)) {
            p->index = fn->npy++;
        }
        if (p->forever && fn->cls) {
            p->kept = fn->cls->nkept++;
        }
    }
    bool is_signed = fn->ret == TYPE_I8 || fn->ret == TYPE_I16 || fn->ret == TYPE_I32 ||
                     fn->ret == TYPE_I64;
    if (fn->negative && !is_signed) {
        diag_error(&fn->pos, DIAG_native_annotation, NULL,
                   "'%s' returns no signed int, so errors = negative means nothing",
                   fn->cname);
        ok = false;
    }
    if (fn->cls && strcmp(fn->py, "__init__") == 0 && fn_results(fn) > 0) {
        diag_error(&fn->pos, DIAG_native_class, "return err_t or nothing",
                   "constructor '%s' has a result", fn->cname);
        ok = false;
    }
    return ok;
}

static bool check_class(cclass_t *cls)
{
    cls->py = cls->py ? cls->py : cls->cname;
    if (!cls->complete) {
        diag_error(&cls->pos, DIAG_native_class,
                   "define the struct in a source of the module",
                   "the size of '%s' is not known", cls->cname);
    }
    return cls->complete;
}

/* ---- names ---- */

static bool add_name(map_t *names, const char *name, const char *cname, diag_pos_t *pos)
{
    bool created;
    void **slot = map_slot(names, name, strlen(name), &created);
    if (created) {
        *slot = pos;
        return true;
    }
    const diag_pos_t *first = *slot;
    diag_error(pos, DIAG_native_name,
               arena_printf(names->arena,
                            "it is used at %s:%d; rename one with py = NAME",
                            first->file, first->line),
               "'%s': the name '%s' is used twice", cname, name);
    return false;
}

static const char *without_module(gen_t *g, const char *name)
{
    size_t len = strlen(g->module);
    return strncmp(name, g->module, len) == 0 && name[len] == '_' && name[len + 1]
               ? name + len + 1
               : name;
}

static void name_fn(gen_t *g, fn_t *fn)
{
    if (fn->py == fn->cname) {
        fn->py = without_module(g, fn->cname);
    }
    fn->qualname =
        fn->cls ? arena_printf(g->arena, "%s.%s", fn->cls->py, fn->py) : fn->py;
    fn->glue = arena_printf(g->arena, "zn_%s_%s", g->module, fn->cname);
}

static bool check_names(gen_t *g)
{
    map_t names;
    map_init(&names, g->arena);
    bool ok = true;
    for (int i = 0; i < g->classes.len; i++) {
        cclass_t *c = g->classes.items[i];
        ok = add_name(&names, c->py, c->cname, &c->pos) && ok;
    }
    for (int i = 0; i < g->enums.len; i++) {
        cenum_t *e = g->enums.items[i];
        ok = add_name(&names, e->py, e->cname, &e->pos) && ok;
    }
    for (int i = 0; i < g->consts.len; i++) {
        cconst_t *k = g->consts.items[i];
        ok = add_name(&names, k->py, k->cname, &k->pos) && ok;
    }
    for (int i = 0; i < g->fns.len; i++) {
        fn_t *fn = g->fns.items[i];
        ok = add_name(&names, fn->qualname, fn->cname, &fn->pos) && ok;
    }
    for (int i = 0; i < g->classics.len; i++) {
        classic_t *c = g->classics.items[i];
        ok = (!c->exposed || add_name(&names, c->name, c->name, &c->pos)) && ok;
    }
    return ok;
}

bool check_module(gen_t *g)
{
    bool ok = true;
    for (int i = 0; i < g->classes.len; i++) {
        ok = check_class(g->classes.items[i]) && ok;
    }
    for (int i = 0; i < g->fns.len; i++) {
        name_fn(g, g->fns.items[i]);
        ok = check_fn(g, g->fns.items[i]) && ok;
    }
    if (ok && !g->fns.len && !g->classes.len && !g->enums.len && !g->consts.len &&
        !g->classics.len) {
        diag_warning(
            &(diag_pos_t){.file = g->sources[0]}, DIAG_native_annotation,
            "write C_NATIVE_FN() in front of a function that Python shall call",
            "nothing here is for Python: no C_NATIVE_FN, no C_NATIVE");
    }
    return check_names(g) && ok;
}
