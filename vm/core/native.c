/* SPDX-License-Identifier: MIT */
/*
 * native.c -- calling the program's natives: the direct way when the arguments lie as C
 * wants them, binding when they do not.
 */
#include "native.h"
#include "attr.h"
#include "call.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "exec.h"
#include "native_bind.h"
#include "parse_args.h"
#include "text.h"
#include "thread.h"
#include "tuple.h"
#include <string.h>

/* ---- after the call ---- */

/* "Sensor.read" when called on an object, else "crc8". */
static void add_name(text_t *text, const image_native_t *desc, PObject *self)
{
    if (self && desc->flags & NATIVE_METHOD && IS_OBJ(self, PINSTANCE)) {
        text_addf(text, "%s.", class_name((PObject *)class_of(self)));
    }
    text_add_c(text, attr_name_text(desc->name));
}

/* A text for the error number that a native returned without one. */
static err_t explain(const image_native_t *desc, err_t err)
{
    const char *name = attr_name_text(desc->name), *expected = NULL;
    const uint16_t *params = (const uint16_t *)(desc + 1);
    int index;
    PObject *arg;
    if (err == ERR_TYPE_EXC) {
        expected = parse_args_expected(&index, &arg);
    }
    if (expected && arg && index < desc->nparams + desc->nkwonly) {
        return vm_raise(err, "%s() argument '%s': expected %s, got %s", name,
                        attr_name_text(params[index]), expected,
                        IS_NONE(arg) ? "None" : type_name_of(arg));
    }
    /* these two are raised without memory, and often */
    if (err == ERR_MEMORY_EXC || err == ERR_STOP_ITERATION) {
        return err;
    }
    return vm_raise(err, "%s() failed", name);
}

/* What holds of any C function; false: the error number has no text yet. */
static bool settle(PThread *t, err_t *err, PObject **res)
{
    if (vm.current != t) {
        thread_gil_taken();
    }
    if (*err == ERR_OK) {
        /* left unset it is None; NULL is what a constructor gave */
        t->pending = NULL;
        *err = *res ? ERR_OK : ERR_MEMORY_EXC;
        return true;
    }
    if (t->pending && exc_number(t->pending) != *err) {
        t->pending = NULL;
    }
    return t->pending || (*err >= NAME_FIRST_USER && exc_exists(*err));
}

static err_t bad_number(const char *name, err_t err)
{
    return vm_raise(ERR_RUNTIME_EXC, "native '%s' returned %d", name, (int)err);
}

err_t native_finish(const native_row_t *row, PThread *t, err_t err, PObject **res)
{
    if (settle(t, &err, res)) {
        return err;
    }
    return exc_exists(err) ? explain(row->desc, err)
                           : bad_number(attr_name_text(row->desc->name), err);
}

err_t native_finish_named(const char *name, PThread *t, err_t err, PObject **res)
{
    if (settle(t, &err, res) || exc_exists(err)) {
        return err;
    }
    return bad_number(name, err);
}

/* ---- binding ---- */

typedef struct {
    const image_native_t *desc;
    const uint16_t *names;    /* of parameters and keyword-only ones */
    const uint16_t *defaults; /* constants, or IMAGE_NONE */
    PObject *self;
    PObject **out;
    int named;
} bind_t;

static err_t raise_text(text_t *text)
{
    PObject *message;
    err_t err = text_take(text, &message);
    return err != ERR_OK ? err : exc_raise_arg(ERR_TYPE_EXC, message);
}

static err_t raise_about(const bind_t *b, const char *what, PObject *name)
{
    text_t text;
    char small[128];
    text_init(&text, small, sizeof small);
    add_name(&text, b->desc, b->self);
    text_addf(&text, "() %s '", what);
    text_add_str(&text, name);
    text_add_c(&text, "'");
    return raise_text(&text);
}

static err_t too_many(const bind_t *b, int given)
{
    const image_native_t *d = b->desc;
    int bound = b->self && d->flags & NATIVE_METHOD, least = d->nparams;
    while (least > 0 && b->defaults[least - 1] != IMAGE_NONE) {
        least--;
    }
    text_t text;
    char small[128];
    text_init(&text, small, sizeof small);
    add_name(&text, d, b->self);
    text_add_c(&text, "() takes ");
    if (least < d->nparams) {
        text_addf(&text, "from %d to ", least + bound);
    }
    int most = d->nparams + bound;
    text_addf(&text, "%d positional argument%s but %d %s given", most,
              most == 1 && least == d->nparams ? "" : "s", given + bound,
              given + bound == 1 ? "was" : "were");
    return raise_text(&text);
}

/* Names the parameters of [from, to) that have no value. */
static err_t missing(const bind_t *b, int from, int to, int count)
{
    text_t text;
    char small[128];
    int shown = 0;
    text_init(&text, small, sizeof small);
    add_name(&text, b->desc, b->self);
    text_addf(&text, "() missing %d required %s argument%s: ", count,
              from ? "keyword-only" : "positional", count == 1 ? "" : "s");
    for (int i = from; i < to; i++) {
        if (b->out[i] == NULL) {
            const char *before = shown == 0           ? ""
                                 : count == 2         ? " and "
                                 : shown == count - 1 ? ", and "
                                                      : ", ";
            text_addf(&text, "%s'%s'", before, attr_name_text(b->names[i]));
            shown++;
        }
    }
    return raise_text(&text);
}

static err_t fill_defaults(const bind_t *b, int from, int to)
{
    int count = 0;
    for (int i = from; i < to; i++) {
        if (b->out[i] == NULL && b->defaults[i] != IMAGE_NONE) {
            b->out[i] = vm.consts[b->defaults[i]];
        }
        count += b->out[i] == NULL;
    }
    return count ? missing(b, from, to, count) : ERR_OK;
}

static int find_param(const bind_t *b, uint16_t name)
{
    for (int i = b->desc->nposonly; name && i < b->named; i++) {
        if (b->names[i] == name) {
            return i;
        }
    }
    return -1;
}

static err_t bind_keyword(const bind_t *b, PObject *name, PObject *value, PDict *rest)
{
    int at = find_param(b, attr_name_of(name));
    PObject *text = at >= 0 && b->out[at] == NULL ? name : call_name_as_str(name);
    if (text == NULL) {
        return ERR_MEMORY_EXC;
    }
    if (at >= 0 && b->out[at]) {
        return raise_about(b, "got multiple values for argument", text);
    }
    if (at >= 0) {
        b->out[at] = value;
        return ERR_OK;
    }
    if (rest) {
        return dict_set(rest, text, value);
    }
    for (int i = 0; i < b->desc->nposonly; i++) {
        if (b->names[i] == attr_name_of(name)) {
            return raise_about(b,
                               "got some positional-only arguments passed as keyword "
                               "arguments:",
                               text);
        }
    }
    return raise_about(b, "got an unexpected keyword argument", text);
}

static err_t bind_positional(const bind_t *b, int npos, PObject **args, PObject **rest)
{
    int direct = npos < b->desc->nparams ? npos : b->desc->nparams;
    if (npos > direct && rest == NULL) {
        return too_many(b, npos);
    }
    for (int i = 0; i < direct; i++) {
        b->out[i] = args[i];
    }
    if (rest) {
        *rest = (PObject *)tuple_from((uint32_t)(npos - direct), args + direct);
        return *rest ? ERR_OK : ERR_MEMORY_EXC;
    }
    return ERR_OK;
}

/* Fills b->out, which is on the Python stack so that the collector sees it. */
static err_t bind(const bind_t *b, int npos, PObject **args, PTuple *kwnames)
{
    uint8_t flags = b->desc->flags;
    PObject **next = b->out + b->named;
    PObject **rest = flags & NATIVE_VARARGS ? next++ : NULL;
    PDict *keywords = NULL;
    err_t err = bind_positional(b, npos, args, rest);
    if (err == ERR_OK && flags & NATIVE_VARKW) {
        keywords = dict_new(0);
        *next = (PObject *)keywords;
        err = keywords ? ERR_OK : ERR_MEMORY_EXC;
    }
    for (uint32_t i = 0; err == ERR_OK && kwnames && i < kwnames->header.length; i++) {
        err = bind_keyword(b, PTUPLE_ITEM(kwnames, i), args[npos + (int)i], keywords);
    }
    if (err == ERR_OK) {
        err = fill_defaults(b, 0, b->desc->nparams);
    }
    return err == ERR_OK ? fill_defaults(b, b->desc->nparams, b->named) : err;
}

static __attribute__((noinline)) err_t call_bound(const native_row_t *row,
                                                  PObject *self, int nargs,
                                                  PObject **args, PTuple *kwnames,
                                                  PObject **res)
{
    PThread *t = vm.current;
    PObject **sp = t->sp;
    const image_native_t *d = row->desc;
    bind_t b = {.desc = d, .self = self, .out = sp};
    b.named = d->nparams + d->nkwonly;
    b.names = (const uint16_t *)(d + 1);
    b.defaults = b.names + b.named;
    int slots = b.named + !!(d->flags & NATIVE_VARARGS) + !!(d->flags & NATIVE_VARKW);
    err_t err = call_check_stack(t, sp, (uint32_t)slots);
    if (err != ERR_OK) {
        return err;
    }
    memset(sp, 0, (size_t)slots * sizeof *sp);
    t->sp = sp + slots;
    int nkw = kwnames ? (int)kwnames->header.length : 0;
    err = bind(&b, nargs - nkw, args, kwnames);
    if (err == ERR_OK) {
        err = native_run(row, t, self, slots, b.out, res);
    }
    t->sp = sp;
    return err;
}

/* Only parameters at the end are missing, and their defaults are constants: those go
 * behind the arguments, which mostly are the top of the Python stack already. */
static __attribute__((noinline)) err_t call_with_defaults(const native_row_t *row,
                                                          PObject *self, int nargs,
                                                          PObject **args, PObject **res)
{
    PThread *t = vm.current;
    PObject **sp = t->sp, **out = args + nargs == sp ? args : sp;
    const image_native_t *d = row->desc;
    const uint16_t *defaults = (const uint16_t *)(d + 1) + d->nparams;
    err_t err = call_check_stack(t, sp, d->nparams);
    if (err != ERR_OK) {
        return err;
    }
    if (out != args) {
        memcpy(out, args, (size_t)nargs * sizeof *out);
    }
    for (int i = nargs; i < row->plain; i++) {
        out[i] = vm.consts[defaults[i]];
    }
    t->sp = out + row->plain;
    err = native_run(row, t, self, row->plain, out, res);
    t->sp = sp;
    return err;
}

const char *native_name(uint32_t index)
{
    return attr_name_text(vm.natives[index].desc->name);
}

OPTIONAL err_t native_call(uint32_t index, PObject *self, int nargs, PObject **args,
                           PTuple *kwnames, PObject **res)
{
    const native_row_t *row = &vm.natives[index];
    if (self == NULL && row->desc->flags & NATIVE_METHOD) { /* Sensor.read(s, …) */
        if (nargs == (kwnames ? (int)kwnames->header.length : 0)) {
            return vm_raise(ERR_TYPE_EXC, "unbound method %s() needs an argument",
                            native_name(index));
        }
        self = *args++;
        nargs--;
    }
    if (kwnames == NULL && nargs == row->plain) {
        return native_run(row, vm.current, self, nargs, args, res);
    }
    if (kwnames == NULL && nargs < row->plain && nargs >= row->least) {
        return call_with_defaults(row, self, nargs, args, res);
    }
    return call_bound(row, self, nargs, args, kwnames, res);
}

err_t native_call_with_dict(const type_method_t *m, PObject *self, int npos,
                            PObject **args, PObject *dict, PObject **res)
{
    PThread *t = vm.current;
    PObject **sp = t->sp;
    if (npos < m->min || (m->max != 255 && npos > m->max)) {
        return vm_raise(ERR_TYPE_EXC, "%s expected at %s %d argument%s, got %d",
                        attr_name_text(m->name), npos < m->min ? "least" : "most",
                        npos < m->min ? m->min : m->max,
                        (npos < m->min ? m->min : m->max) == 1 ? "" : "s", npos);
    }
    err_t err = call_check_stack(t, sp, (uint32_t)npos + 1);
    if (err != ERR_OK) {
        return err;
    }
    if (npos > 0) { /* args may be NULL */
        memmove(sp, args, (size_t)npos * sizeof *sp);
    }
    sp[npos] = dict;
    t->sp = sp + npos + 1;
    err = m->fn(npos + 1, self, sp, res);
    t->sp = sp;
    return err;
}
