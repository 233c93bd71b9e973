/* SPDX-License-Identifier: MIT */
/*
 * call.c -- calling anything: binding arguments to parameters, frames for Python,
 * results from C.
 *
 * Arguments become locals where they lie on the Python stack. Only what does not fit is
 * moved: surplus positional ones into a tuple, keywords into their places or a dict.
 */
#include "call.h"
#include "attr.h"
#include "builtins.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "exec.h"
#include "gc.h"
#include "gen.h"
#include "native.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include <string.h>

/* Bytes of C stack that a nested loop and what it calls may need before the next check.
 */
#define C_STACK_RESERVE 16384

err_t call_check_c_stack(void)
{
    if (vos_stack_left() < C_STACK_RESERVE) {
        return vm_raise(ERR_RECURSION_EXC, "maximum recursion depth exceeded");
    }
    return ERR_OK;
}

err_t call_check_stack(PThread *t, PObject **sp, uint32_t slots)
{
    if (sp + slots + sizeof(frame_t) / sizeof *sp + 8 > t->stack_end) {
        return vm_raise(ERR_RECURSION_EXC, "maximum recursion depth exceeded");
    }
    return ERR_OK;
}

/* ---- error texts of binding ---- */

/* 'a', 'b', and 'c' */
static void add_name_list(text_t *text, const uint16_t *names, int n)
{
    for (int i = 0; i < n; i++) {
        const char *before = i == 0       ? ""
                             : n == 2     ? " and "
                             : i == n - 1 ? ", and "
                                          : ", ";
        text_addf(text, "%s'%s'", before, attr_name_text(names[i]));
    }
}

static err_t raise_text(text_t *text)
{
    PObject *message;
    err_t err = text_take(text, &message);
    return err != ERR_OK ? err : exc_raise_arg(ERR_TYPE_EXC, message);
}

static PObject *qualname(const image_code_t *code)
{
    return vm.consts[code->qualname];
}

static err_t missing_error(const image_code_t *code, const uint16_t *names, int n,
                           const char *kind)
{
    text_t text;
    char small[128];
    text_init(&text, small, sizeof small);
    text_addf(&text, "%S() missing %d required %s argument%s: ", qualname(code), n,
              kind, n == 1 ? "" : "s");
    add_name_list(&text, names, n);
    return raise_text(&text);
}

static err_t too_many_error(PFunction *fn, int given, int keyword_only)
{
    const image_code_t *code = fn->code;
    int most = code->nparams,
        defaults = fn->defaults ? (int)fn->defaults->header.length : 0;
    text_t text;
    char small[128];
    text_init(&text, small, sizeof small);
    text_addf(&text, "%S() takes ", qualname(code));
    if (defaults) {
        text_addf(&text, "from %d to ", most - defaults);
    }
    text_addf(&text, "%d positional argument%s but %d", most,
              most == 1 && !defaults ? "" : "s", given);
    if (keyword_only) {
        text_addf(&text, " positional argument%s (and %d keyword-only argument%s)",
                  given == 1 ? "" : "s", keyword_only, keyword_only == 1 ? "" : "s");
    }
    text_addf(&text, " %s given", given == 1 && !keyword_only ? "was" : "were");
    return raise_text(&text);
}

/* ---- binding to a function of the program ---- */

typedef struct {
    PThread *t;
    PFunction *fn;
    const image_code_t *code;
    PObject **locals;
    int npos;        /* positional arguments given */
    PObject **kw;    /* values of the keywords, above all locals */
    PTuple *kwnames; /* or NULL */
} binding_t;

static uint32_t varargs_slot(const image_code_t *code)
{
    return code->nparams + code->nkwonly;
}

static uint32_t varkw_slot(const image_code_t *code)
{
    return varargs_slot(code) + (code->flags & CODE_VARARGS ? 1 : 0);
}

/* Moves keyword values out of the way and clears what will be locals. Surplus
 * positional ones are packed. */
static err_t make_room(binding_t *b, int nargs)
{
    const image_code_t *code = b->code;
    int nkw = nargs - b->npos;
    uint32_t most = code->nlocals > nargs ? code->nlocals : (uint32_t)nargs;
    err_t err = call_check_stack(b->t, b->locals, most + (uint32_t)nkw + code->stack);
    if (err != ERR_OK) {
        return err;
    }
    PTuple *rest = NULL;
    if (code->flags & CODE_VARARGS) {
        int surplus = b->npos > code->nparams ? b->npos - code->nparams : 0;
        rest = tuple_from((uint32_t)surplus, b->locals + code->nparams);
        if (rest == NULL) {
            return ERR_MEMORY_EXC;
        }
    }
    b->kw = b->locals + most;
    memmove(b->kw, b->locals + b->npos, (size_t)nkw * sizeof *b->kw);
    int kept = b->npos < code->nparams ? b->npos : code->nparams;
    for (PObject **p = b->locals + kept; p < b->kw; p++) {
        *p = NULL;
    }
    b->t->sp = b->kw + nkw;
    if (rest) {
        b->locals[varargs_slot(code)] = (PObject *)rest;
    }
    return ERR_OK;
}

/* Place of the parameter of that name, or -1. */
static int find_param(const image_code_t *code, uint16_t name)
{
    const uint16_t *names = code_param_names(code);
    for (int i = code->nposonly; name && i < code->nparams + code->nkwonly; i++) {
        if (names[i] == name) {
            return i;
        }
    }
    return -1;
}

static err_t unexpected_keyword(const image_code_t *code, PObject *name)
{
    const uint16_t *names = code_param_names(code);
    uint16_t number = attr_name_of(name);
    for (int i = 0; i < code->nposonly; i++) {
        if (names[i] == number) {
            return vm_raise(ERR_TYPE_EXC,
                            "%S() got some positional-only arguments passed as keyword "
                            "arguments: '%s'",
                            qualname(code), attr_name_text(number));
        }
    }
    if (IS_PSMALLINT(name)) {
        return vm_raise(ERR_TYPE_EXC, "%S() got an unexpected keyword argument '%s'",
                        qualname(code), attr_name_text(number));
    }
    return vm_raise(ERR_TYPE_EXC, "%S() got an unexpected keyword argument '%S'",
                    qualname(code), name);
}

static PObject *name_as_str(PObject *name)
{
    return IS_PSMALLINT(name)
               ? (PObject *)str_from_c(attr_name_text((uint16_t)PSMALLINT_VALUE(name)))
               : name;
}

static err_t bind_keywords(binding_t *b)
{
    const image_code_t *code = b->code;
    PDict *rest = NULL;
    if (code->flags & CODE_VARKW) {
        rest = dict_new(b->kwnames ? b->kwnames->header.length : 0);
        if (rest == NULL) {
            return ERR_MEMORY_EXC;
        }
        b->locals[varkw_slot(code)] = (PObject *)rest;
    }
    for (uint32_t i = 0; b->kwnames && i < b->kwnames->header.length; i++) {
        PObject *name = PTUPLE_ITEM(b->kwnames, i);
        int at = find_param(code, attr_name_of(name));
        err_t err = ERR_OK;
        if (at >= 0 && b->locals[at] == NULL) {
            b->locals[at] = b->kw[i];
        } else if (at >= 0) {
            err = vm_raise(ERR_TYPE_EXC, "%S() got multiple values for argument '%s'",
                           qualname(code), attr_name_text(code_param_names(code)[at]));
        } else if (rest) {
            PObject *key = name_as_str(name);
            err = key ? dict_set(rest, key, b->kw[i]) : ERR_MEMORY_EXC;
        } else {
            err = unexpected_keyword(code, name);
        }
        if (err != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

static err_t fill_positional_defaults(binding_t *b)
{
    const image_code_t *code = b->code;
    uint16_t missing[256];
    int nmissing = 0;
    int first =
        code->nparams - (b->fn->defaults ? (int)b->fn->defaults->header.length : 0);
    for (int i = 0; i < code->nparams; i++) {
        if (b->locals[i] == NULL && i >= first) {
            b->locals[i] = PTUPLE_ITEM(b->fn->defaults, i - first);
        } else if (b->locals[i] == NULL) {
            missing[nmissing++] = code_param_names(code)[i];
        }
    }
    return nmissing ? missing_error(code, missing, nmissing, "positional") : ERR_OK;
}

static err_t fill_keyword_defaults(binding_t *b)
{
    const image_code_t *code = b->code;
    uint16_t missing[256];
    int nmissing = 0;
    for (int i = code->nparams; i < code->nparams + code->nkwonly; i++) {
        uint16_t name = code_param_names(code)[i];
        if (b->locals[i] == NULL && b->fn->kwdefaults) {
            err_t err = dict_get(b->fn->kwdefaults, PSMALLINT_NEW(name), &b->locals[i]);
            if (err != ERR_OK) {
                return err;
            }
        }
        if (b->locals[i] == NULL) {
            missing[nmissing++] = name;
        }
    }
    return nmissing ? missing_error(code, missing, nmissing, "keyword-only") : ERR_OK;
}

static int keyword_only_given(binding_t *b)
{
    int n = 0;
    for (uint32_t i = 0; b->kwnames && i < b->kwnames->header.length; i++) {
        n += find_param(b->code, attr_name_of(PTUPLE_ITEM(b->kwnames, i))) >=
             b->code->nparams;
    }
    return n;
}

static err_t make_cells(binding_t *b)
{
    const image_code_t *code = b->code;
    PObject **cells = b->locals + code->nlocals - code->ncells - code->nfree;
    for (int i = 0; i < code->ncells; i++) {
        cells[i] = gc_new(PCELL, 0, sizeof(PCell));
        if (cells[i] == NULL) {
            return ERR_MEMORY_EXC;
        }
    }
    if (code->nfree) {
        memcpy(cells + code->ncells, tuple_items(b->fn->cells),
               code->nfree * sizeof *cells);
    }
    return ERR_OK;
}

static err_t bind(binding_t *b, int nargs)
{
    const image_code_t *code = b->code;
    if (b->npos > code->nparams && !(code->flags & CODE_VARARGS)) {
        return too_many_error(b->fn, b->npos, keyword_only_given(b));
    }
    err_t err = make_room(b, nargs);
    if (err == ERR_OK && (b->kwnames || code->flags & CODE_VARKW)) {
        err = bind_keywords(b);
    }
    if (err == ERR_OK && b->npos < code->nparams) {
        err = fill_positional_defaults(b);
    }
    if (err == ERR_OK && code->nkwonly) {
        err = fill_keyword_defaults(b);
    }
    return err == ERR_OK && (code->ncells | code->nfree) ? make_cells(b) : err;
}

static void push_frame(PThread *t, const image_code_t *code, PObject **locals,
                       uint32_t flags)
{
    frame_t *frame = (frame_t *)(locals + code->nlocals);
    frame->prev = t->frame;
    frame->locals = locals;
    frame->code = code;
    frame->ip = code_start(code);
    frame->flags = flags;
    FRAME_OPERANDS(frame)[-1] = NULL;
    t->frame = frame;
    t->sp = FRAME_OPERANDS(frame);
}

err_t call_function(PThread *t, PFunction *fn, PObject **locals, int nargs,
                    PTuple *kwnames, uint32_t flags, PObject **res, bool *entered)
{
    binding_t b = {.t = t,
                   .fn = fn,
                   .code = fn->code,
                   .locals = locals,
                   .npos = nargs,
                   .kwnames = kwnames};
    b.npos -= kwnames ? (int)kwnames->header.length : 0;
    err_t err = bind(&b, nargs);
    if (err != ERR_OK) {
        return err;
    }
    *entered = !(b.code->flags & CODE_GENERATOR);
    if (*entered) {
        push_frame(t, b.code, locals, flags);
        return ERR_OK;
    }
    *res = (PObject *)gen_new(b.code, locals);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* ---- binding to a built-in with a params description ---- */

typedef struct {
    const char *start;
    int len;
    bool positional_only, keyword_only;
} param_t;

/* The next parameter of a description; false at the end. */
static bool next_param(const char **at, param_t *p, bool *keyword_only)
{
    while (**at) {
        const char *end = strchr(*at, ',');
        p->start = *at;
        p->len = end ? (int)(end - *at) : (int)strlen(*at);
        *at = end ? end + 1 : p->start + p->len;
        if (p->start[0] == '*') {
            *keyword_only = true;
        } else if (p->start[0] != '/') {
            p->keyword_only = *keyword_only;
            return true;
        }
    }
    return false;
}

static int split_params(const char *params, param_t *out)
{
    int n = 0;
    bool keyword_only = false;
    const char *slash = strstr(params, "/");
    while (n < CALL_MAX_PARAMS && next_param(&params, &out[n], &keyword_only)) {
        out[n].positional_only = slash && out[n].start < slash;
        n++;
    }
    return n;
}

static const char *keyword_text(PObject *name)
{
    return IS_PSMALLINT(name) ? attr_name_text((uint16_t)PSMALLINT_VALUE(name))
                              : (const char *)str_data(name);
}

static err_t bind_builtin_keyword(const char *who, const param_t *params, int n,
                                  PObject *name, PObject *value, PObject **out)
{
    const char *text = keyword_text(name);
    for (int i = 0; i < n; i++) {
        if (!params[i].positional_only &&
            strncmp(text, params[i].start, (size_t)params[i].len) == 0 &&
            text[params[i].len] == 0) {
            if (out[i]) {
                return vm_raise(
                    ERR_TYPE_EXC,
                    "argument for %s() given by name ('%s') and position (%d)", who,
                    text, i + 1);
            }
            out[i] = value;
            return ERR_OK;
        }
    }
    return vm_raise(ERR_TYPE_EXC, "'%s' is an invalid keyword argument for %s()", text,
                    who);
}

err_t call_bind_params(const char *who, const char *params, int nargs, PObject **args,
                       PTuple *kw, PObject **out, int *nout)
{
    param_t rows[CALL_MAX_PARAMS];
    int n = split_params(params, rows), positional = 0;
    for (int i = 0; i < n; i++) {
        out[i] = NULL;
        positional += !rows[i].keyword_only;
    }
    if (nargs > positional) {
        return vm_raise(ERR_TYPE_EXC, "%s() takes at most %d argument%s (%d given)",
                        who, positional, positional == 1 ? "" : "s", nargs);
    }
    memcpy(out, args, (size_t)nargs * sizeof *out);
    err_t err = ERR_OK;
    for (uint32_t i = 0; err == ERR_OK && kw && i < kw->header.length; i++) {
        err = bind_builtin_keyword(who, rows, n, PTUPLE_ITEM(kw, i),
                                   args[nargs + (int)i], out);
    }
    *nout = n;
    return err;
}

static err_t check_count(const char *who, int nargs, int min, int max)
{
    if (nargs >= min && nargs <= max) {
        return ERR_OK;
    }
    if (min == max) {
        return min == 0 ? vm_raise(ERR_TYPE_EXC, "%s() takes no arguments (%d given)",
                                   who, nargs)
               : min == 1
                   ? vm_raise(ERR_TYPE_EXC,
                              "%s() takes exactly one argument (%d given)", who, nargs)
                   : vm_raise(ERR_TYPE_EXC, "%s expected %d arguments, got %d", who,
                              min, nargs);
    }
    return vm_raise(ERR_TYPE_EXC, "%s expected at %s %d argument%s, got %d", who,
                    nargs < min ? "least" : "most", nargs < min ? min : max,
                    (nargs < min ? min : max) == 1 ? "" : "s", nargs);
}

/* **kwargs of a built-in as a dict. */
static err_t keyword_dict(PObject **values, PTuple *kwnames, PObject **res)
{
    PDict *dict = dict_new(kwnames->header.length);
    err_t err = dict ? ERR_OK : ERR_MEMORY_EXC;
    for (uint32_t i = 0; err == ERR_OK && i < kwnames->header.length; i++) {
        PObject *key = name_as_str(PTUPLE_ITEM(kwnames, i));
        err = key ? dict_set(dict, key, values[i]) : ERR_MEMORY_EXC;
    }
    *res = (PObject *)dict;
    return err;
}

static err_t call_variadic_builtin(const builtin_row_t *b, int npos, PObject **args,
                                   PTuple *kwnames, PObject **res)
{
    PObject *keywords = NULL, *bound[CALL_MAX_PARAMS];
    err_t err = check_count(b->name, npos, b->min, b->max);
    if (err == ERR_OK && kwnames && strcmp(b->params, "**") == 0) {
        err = keyword_dict(args + npos, kwnames, &keywords);
    } else if (err == ERR_OK && kwnames) {
        int n;
        err = call_bind_params(b->name, b->params, 0, args + npos, kwnames, bound, &n);
        if (err == ERR_OK && (keywords = (PObject *)tuple_new((uint32_t)n)) == NULL) {
            err = ERR_MEMORY_EXC;
        } else if (err == ERR_OK) {
            memcpy(tuple_items((PTuple *)keywords), bound, (size_t)n * sizeof *bound);
        }
    }
    return err != ERR_OK ? err : b->fn(npos, keywords, args, res);
}

static err_t call_builtin(const builtin_row_t *b, int nargs, PObject **args,
                          PTuple *kwnames, PObject **res)
{
    int npos = nargs - (kwnames ? (int)kwnames->header.length : 0);
    *res = P_NONE;
    if (b->max == 255) {
        return call_variadic_builtin(b, npos, args, kwnames, res);
    }
    if (kwnames) {
        PObject *bound[CALL_MAX_PARAMS];
        int n;
        if (*b->params == 0) {
            return vm_raise(ERR_TYPE_EXC, "%s() takes no keyword arguments", b->name);
        }
        err_t err =
            call_bind_params(b->name, b->params, npos, args, kwnames, bound, &n);
        return err != ERR_OK ? err : b->fn(n, NULL, bound, res);
    }
    err_t err = check_count(b->name, npos, b->min, b->max);
    return err != ERR_OK ? err : b->fn(npos, NULL, args, res);
}

static err_t call_type_method(const type_method_t *m, PObject *self, int nargs,
                              PObject **args, PTuple *kwnames, PObject **res)
{
    const char *name = attr_name_text(m->name);
    int npos = nargs - (kwnames ? (int)kwnames->header.length : 0);
    PObject *bound[CALL_MAX_PARAMS];
    *res = P_NONE;
    if (self == NULL) {
        if (npos == 0) {
            return vm_raise(ERR_TYPE_EXC, "unbound method %s() needs an argument",
                            name);
        }
        self = args[0];
        args++;
        npos--;
        nargs--;
        if (type_find_method(PTYPE(self), m->name) != m && !exc_number(self)) {
            return vm_raise(ERR_TYPE_EXC,
                            "descriptor '%s' doesn't apply to a '%s' object", name,
                            type_name_of(self));
        }
    }
    if (m->params && strcmp(m->params, "**") == 0) {
        PObject *dict = NULL;
        err_t err = kwnames ? keyword_dict(args + npos, kwnames, &dict) : ERR_OK;
        return err != ERR_OK ? err
                             : native_call_with_dict(m, self, npos, args, dict, res);
    }
    if (m->params) {
        err_t err =
            call_bind_params(name, m->params, npos, args, kwnames, bound, &nargs);
        if (err == ERR_OK && npos < m->min && bound[m->min - 1] == NULL) {
            err = check_count(name, npos, m->min, m->max);
        }
        return err != ERR_OK ? err : m->fn(nargs, self, bound, res);
    }
    if (kwnames) {
        return vm_raise(ERR_TYPE_EXC, "%s.%s() takes no keyword arguments",
                        type_name_of(self), name);
    }
    err_t err = check_count(name, npos, m->min, m->max);
    return err != ERR_OK ? err : m->fn(npos, self, args, res);
}

/* ---- calling classes ---- */

static err_t new_by_method(PObject *new, PClass *cls, int nargs, PObject **args,
                           PTuple *kwnames, PObject **res)
{
    PObject *with_cls[64] = {(PObject *)cls};
    if (nargs > 63) {
        return vm_raise(ERR_TYPE_EXC, "__new__() takes at most 63 arguments");
    }
    if (IS_OBJ(new, PSTATICMETHOD)) {
        new = ((PProperty *)new)->get;
    }
    memcpy(with_cls + 1, args, (size_t)nargs * sizeof *args);
    return vm_call_kw(new, res, nargs + 1, with_cls, kwnames);
}

/* Without an __init__: an exception keeps its arguments, all others take none. */
static err_t init_without_method(PClass *cls, PInstance *o, int nargs, PObject **args,
                                 PTuple *kwnames)
{
    if (cls->number != IMAGE_NONE && kwnames == NULL) {
        PTuple *tuple = tuple_from((uint32_t)nargs, args);
        o->slots[0] = (PObject *)tuple;
        return tuple ? ERR_OK : ERR_MEMORY_EXC;
    }
    if (nargs && !(cls->flags & CLS_NEW)) {
        return vm_raise(ERR_TYPE_EXC, "%s() takes no arguments",
                        attr_name_text(cls->name));
    }
    return ERR_OK;
}

err_t call_class(PThread *t, PClass *cls, PObject **base, int nargs, PTuple *kwnames,
                 PObject **res, bool *entered)
{
    PObject *instance;
    err_t err = ERR_OK;
    *entered = false;
    if (cls->flags & CLS_NEW) {
        err = new_by_method(class_find(cls, NAME___new__), cls, nargs, base + 1,
                            kwnames, &instance);
        if (err != ERR_OK || !IS_OBJ(instance, PINSTANCE) ||
            !class_derives(class_of(instance), (PObject *)cls)) {
            *res = instance;
            return err;
        }
        cls = class_of(instance);
    } else if ((instance = (PObject *)class_new_instance(cls)) == NULL) {
        return ERR_MEMORY_EXC;
    }
    PObject *init = class_find(cls, NAME___init__);
    if (cls->number != IMAGE_NONE && init && kwnames == NULL) {
        PTuple *tuple = tuple_from((uint32_t)nargs, base + 1);
        ((PInstance *)instance)->slots[0] =
            (PObject *)tuple; /* BaseException.__new__ does this */
        if (tuple == NULL) {
            return ERR_MEMORY_EXC;
        }
    }
    base[0] = *res = instance;
    if (init == NULL) {
        return init_without_method(cls, (PInstance *)instance, nargs, base + 1,
                                   kwnames);
    }
    if (IS_OBJ(init, PFUNCTION)) {
        return call_function(t, (PFunction *)init, base, nargs + 1, kwnames, FRAME_INIT,
                             res, entered);
    }
    PObject *ignored;
    if (IS_NATIVE(init)) {
        err = native_call(PNATIVE_INDEX(init) - NATIVE_FIRST, instance, nargs, base + 1,
                          kwnames, &ignored);
    } else {
        err = vm_call_method(instance, NAME___init__, &ignored, nargs, base + 1);
    }
    return err;
}

/* ---- calling anything ---- */

/* A method's self takes the callee's place. */
static err_t call_bound(PThread *t, PMethod *m, PObject **base, int nargs,
                        PTuple *kwnames, PObject **res, bool *entered)
{
    PObject *fn = m->fn;
    if (IS_OBJ(fn, PFUNCTION)) {
        base[0] = m->self;
        return call_function(t, (PFunction *)fn, base, nargs + 1, kwnames, 0, res,
                             entered);
    }
    if (IS_NATIVE(fn) && PNATIVE_INDEX(fn) >= NATIVE_FIRST) {
        return native_call(PNATIVE_INDEX(fn) - NATIVE_FIRST, m->self, nargs, base + 1,
                           kwnames, res);
    }
    memmove(base + 2, base + 1, (size_t)nargs * sizeof *base);
    base[0] = fn;
    base[1] = m->self;
    t->sp = base + 2 + nargs;
    return call_begin(t, base, nargs + 1, kwnames, res, entered);
}

static err_t call_exception(PObject *exc, int nargs, PObject **args, PTuple *kwnames,
                            PObject **res)
{
    if (kwnames) {
        return vm_raise(ERR_TYPE_EXC, "%s() takes no keyword arguments",
                        exc_name(PEXCEPTION_NUMBER(exc)));
    }
    PTuple *tuple = nargs ? tuple_from((uint32_t)nargs, args) : NULL;
    *res = nargs && tuple == NULL ? NULL : exc_new(PEXCEPTION_NUMBER(exc), tuple);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t call_instance(PThread *t, PObject **base, int nargs, PTuple *kwnames,
                           PObject **res, bool *entered)
{
    PObject *self = base[0], *method;
    err_t err = attr_find(self, NAME___call__, &method);
    if (err != ERR_OK) {
        return err;
    }
    if (method == NULL) {
        return vm_raise(ERR_TYPE_EXC, "'%s' object is not callable",
                        type_name_of(self));
    }
    base[0] = method;
    return call_begin(t, base, nargs, kwnames, res, entered);
}

err_t call_begin(PThread *t, PObject **base, int nargs, PTuple *kwnames, PObject **res,
                 bool *entered)
{
    PObject *callee = base[0], **args = base + 1;
    *entered = false;
    switch (PTYPE(callee)) {
    case PFUNCTION:
        return call_function(t, (PFunction *)callee, args, nargs, kwnames, FRAME_CALLEE,
                             res, entered);
    case PMETHOD:
        return call_bound(t, (PMethod *)callee, base, nargs, kwnames, res, entered);
    case PCLASS:
        return call_class(t, (PClass *)callee, base, nargs, kwnames, res, entered);
    case PNATIVE:
        if (PNATIVE_INDEX(callee) >= NATIVE_FIRST) {
            return native_call(PNATIVE_INDEX(callee) - NATIVE_FIRST, NULL, nargs, args,
                               kwnames, res);
        }
        return call_builtin(&builtin_rows[PNATIVE_INDEX(callee)], nargs, args, kwnames,
                            res);
    case PNATIVEMETHOD:
        return call_type_method(((PNativeMethod *)callee)->method,
                                ((PNativeMethod *)callee)->self, nargs, args, kwnames,
                                res);
    case PTYPE_TYPE: {
        const builtin_row_t *row = builtin_of_type((uint8_t)PTYPEOBJ_ID(callee));
        if (row) {
            return call_builtin(row, nargs, args, kwnames, res);
        }
        return vm_raise(ERR_TYPE_EXC, "cannot create '%s' instances",
                        class_name(callee));
    }
    case PEXCEPTION:
        if (IS_TAGGED(callee)) {
            return call_exception(callee, nargs, args, kwnames, res);
        }
        break;
    case PINSTANCE:
        return call_instance(t, base, nargs, kwnames, res, entered);
    default:
        break;
    }
    return vm_raise(ERR_TYPE_EXC, "'%s' object is not callable", type_name_of(callee));
}

err_t call_method_begin(PThread *t, uint16_t name, PObject **base, int nargs,
                        PObject **res, bool *entered)
{
    PObject *method, *obj = base[0];
    *entered = false;
    if (!IS_OBJ(obj, PINSTANCE) && !IS_TYPEOBJ(obj) && !IS_EXCEPTION(obj)) {
        const type_method_t *m = type_find_method(PTYPE(obj), name);
        if (m) {
            return call_type_method(m, obj, nargs, base + 1, NULL, res);
        }
    }
    err_t err = attr_get(obj, name, &method);
    if (err != ERR_OK) {
        return err;
    }
    base[0] = method;
    return call_begin(t, base, nargs, NULL, res, entered);
}

/* ---- from C ---- */

err_t vm_call_kw(PObject *fn, PObject **res, int nargs, PObject **args, PTuple *kwnames)
{
    PThread *t = vm.current;
    PObject **base = t->sp;
    bool entered;
    err_t err = call_check_c_stack();
    if (err != ERR_OK ||
        (err = call_check_stack(t, base, (uint32_t)nargs + 2)) != ERR_OK) {
        return err;
    }
    base[0] = fn;
    for (int i = 0; i < nargs; i++) {
        base[1 + i] = args[i];
    }
    t->sp = base + 1 + nargs;
    err = call_begin(t, base, nargs, kwnames, res, &entered);
    if (err == ERR_OK && entered) {
        t->frame->flags |= FRAME_ENTRY;
        err = exec_run(t, ERR_OK, res);
    }
    t->sp = base;
    return err;
}

err_t vm_call(PObject *fn, PObject **res, int nargs, PObject **args)
{
    return vm_call_kw(fn, res, nargs, args, NULL);
}

/* fn(self, args…) without a bound method. */
static err_t call_with_self(PObject *fn, PObject *self, PObject **res, int nargs,
                            PObject **args)
{
    PObject *all[8] = {self};
    for (int i = 0; i < nargs; i++) {
        all[1 + i] = args[i];
    }
    return vm_call(fn, res, nargs + 1, all);
}

err_t vm_call_method(PObject *obj, uint16_t name, PObject **res, int nargs,
                     PObject **args)
{
    PObject *method;
    if (IS_OBJ(obj, PINSTANCE) && nargs < 8) {
        PObject *fn = class_find(class_of(obj), name);
        if (fn && IS_OBJ(fn, PFUNCTION)) {
            return call_with_self(fn, obj, res, nargs, args);
        }
    }
    err_t err = attr_get(obj, name, &method);
    return err != ERR_OK ? err : vm_call(method, res, nargs, args);
}

err_t vm_call_special(PObject *instance, uint16_t name, bool *found, PObject **res,
                      int nargs, PObject **args)
{
    PObject *fn = class_find(class_of(instance), name);
    *found = fn != NULL && fn != P_NONE;
    if (!*found) {
        return ERR_OK;
    }
    return IS_OBJ(fn, PFUNCTION) ? call_with_self(fn, instance, res, nargs, args)
                                 : vm_call_method(instance, name, res, nargs, args);
}
