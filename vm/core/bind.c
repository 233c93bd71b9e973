/* SPDX-License-Identifier: MIT */
/*
 * bind.c -- binding arguments to parameters: of functions of the program, and of
 * built-ins that are described by a text.
 *
 * Arguments become locals where they lie on the Python stack. Only what does not fit is
 * moved: surplus positional ones into a tuple, keywords into their places or a dict.
 */
#include "attr.h"
#include "call.h"
#include "dict.h"
#include "exc.h"
#include "exec.h"
#include "gc.h"
#include "gen.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include <string.h>

/* ---- error texts of binding ---- */

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

PObject *call_name_as_str(PObject *name)
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
            PObject *key = call_name_as_str(name);
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

/* Of the parameters from … to - 1 those without a value: 'a', 'b', and 'c'. */
static err_t missing_error(const binding_t *b, int from, int to, int n,
                           const char *kind)
{
    text_t text;
    char small[64];
    int named = 0;
    text_init(&text, small, sizeof small);
    text_addf(&text, "%S() missing %d required %s argument%s: ", qualname(b->code), n,
              kind, n == 1 ? "" : "s");
    for (int i = from; i < to; i++) {
        if (b->locals[i] == NULL) {
            const char *before = named == 0       ? ""
                                 : n == 2         ? " and "
                                 : named == n - 1 ? ", and "
                                                  : ", ";
            text_addf(&text, "%s'%s'", before,
                      attr_name_text(code_param_names(b->code)[i]));
            named++;
        }
    }
    return raise_text(&text);
}

static err_t fill_positional_defaults(binding_t *b)
{
    const image_code_t *code = b->code;
    int missing = 0;
    int first =
        code->nparams - (b->fn->defaults ? (int)b->fn->defaults->header.length : 0);
    for (int i = 0; i < code->nparams; i++) {
        if (b->locals[i] == NULL && i >= first) {
            b->locals[i] = PTUPLE_ITEM(b->fn->defaults, i - first);
        } else if (b->locals[i] == NULL) {
            missing++;
        }
    }
    return missing ? missing_error(b, 0, code->nparams, missing, "positional") : ERR_OK;
}

static err_t fill_keyword_defaults(binding_t *b)
{
    const image_code_t *code = b->code;
    int missing = 0, end = code->nparams + code->nkwonly;
    for (int i = code->nparams; i < end; i++) {
        uint16_t name = code_param_names(code)[i];
        if (b->locals[i] == NULL && b->fn->kwdefaults) {
            err_t err = dict_get(b->fn->kwdefaults, PSMALLINT_NEW(name), &b->locals[i]);
            if (err != ERR_OK) {
                return err;
            }
        }
        if (b->locals[i] == NULL) {
            missing++;
        }
    }
    return missing ? missing_error(b, code->nparams, end, missing, "keyword-only")
                   : ERR_OK;
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

/* The cells that the function brings along. */
static void put_free(PFunction *fn, PObject **cells)
{
    memcpy(cells, tuple_items(fn->cells), fn->code->nfree * sizeof *cells);
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
        put_free(b->fn, cells + code->ncells);
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

__attribute__((noinline)) static err_t
call_bound_args(PThread *t, PFunction *fn, PObject **locals, int nargs, PTuple *kwnames,
                uint32_t flags, PObject **res, bool *entered)
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

err_t call_enter(PThread *t, PFunction *fn, PObject **locals, int nargs, uint32_t flags)
{
    const image_code_t *code = fn->code;
    if (!call_fits(t, locals, code->nlocals + code->stack)) {
        return call_too_deep();
    }
    for (int i = nargs; i < code->nlocals; i++) {
        locals[i] = NULL;
    }
    if (code->nfree) {
        put_free(fn, locals + code->nlocals - code->nfree);
    }
    push_frame(t, code, locals, flags);
    return ERR_OK;
}

err_t call_function(PThread *t, PFunction *fn, PObject **locals, int nargs,
                    PTuple *kwnames, uint32_t flags, PObject **res, bool *entered)
{
    if (kwnames || !code_is_direct(fn->code, nargs)) {
        return call_bound_args(t, fn, locals, nargs, kwnames, flags, res, entered);
    }
    *entered = true;
    return call_enter(t, fn, locals, nargs, flags);
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

/* A name's bytes: a str's have no NUL behind them. */
static const char *keyword_text(PObject *name, int *len)
{
    if (!IS_PSMALLINT(name)) {
        *len = (int)str_bytes(name);
        return (const char *)str_data(name);
    }
    const char *text = attr_name_text((uint16_t)PSMALLINT_VALUE(name));
    *len = (int)strlen(text);
    return text;
}

static err_t bind_builtin_keyword(const char *who, const param_t *params, int n,
                                  PObject *name, PObject *value, PObject **out)
{
    int len;
    const char *text = keyword_text(name, &len);
    for (int i = 0; i < n; i++) {
        if (!params[i].positional_only && len == params[i].len &&
            memcmp(text, params[i].start, (size_t)len) == 0) {
            if (out[i]) {
                return vm_raise(
                    ERR_TYPE_EXC,
                    "argument for %s() given by name ('%.*s') and position (%d)", who,
                    len, text, i + 1);
            }
            out[i] = value;
            return ERR_OK;
        }
    }
    return vm_raise(ERR_TYPE_EXC, "'%.*s' is an invalid keyword argument for %s()", len,
                    text, who);
}

static err_t missing_param(const char *who, const param_t *param, int index, int min,
                           int nargs)
{
    if (param->positional_only) {
        return vm_raise(ERR_TYPE_EXC,
                        "%s() takes at least %d positional argument%s (%d given)", who,
                        min, min == 1 ? "" : "s", nargs);
    }
    return vm_raise(ERR_TYPE_EXC, "%s() missing required argument '%.*s' (pos %d)", who,
                    param->len, param->start, index + 1);
}

static err_t too_many(const char *who, int positional, int all, int nargs)
{
    if (positional == 0) {
        return vm_raise(ERR_TYPE_EXC, "%s() takes no positional arguments", who);
    }
    return vm_raise(ERR_TYPE_EXC, "%s() takes at most %d %sargument%s (%d given)", who,
                    positional, positional < all ? "positional " : "",
                    positional == 1 ? "" : "s", nargs);
}

err_t call_bind_params(const char *who, const char *params, int min, int nargs,
                       PObject **args, PTuple *kw, PObject **out, int *nout)
{
    param_t rows[CALL_MAX_PARAMS];
    int n = split_params(params, rows), positional = 0;
    for (int i = 0; i < n; i++) {
        out[i] = NULL;
        positional += !rows[i].keyword_only;
    }
    if (nargs > positional) {
        return too_many(who, positional, n, nargs);
    }
    memcpy(out, args, (size_t)nargs * sizeof *out);
    err_t err = ERR_OK;
    for (uint32_t i = 0; err == ERR_OK && kw && i < kw->header.length; i++) {
        err = bind_builtin_keyword(who, rows, n, PTUPLE_ITEM(kw, i),
                                   args[nargs + (int)i], out);
    }
    for (int i = nargs; err == ERR_OK && i < min; i++) {
        if (out[i] == NULL) {
            err = missing_param(who, &rows[i], i, min, nargs);
        }
    }
    *nout = n;
    return err;
}
