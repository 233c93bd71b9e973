/* SPDX-License-Identifier: MIT */
/* builtins_io.c -- print, input, open, exit. */
#include "builtins.h"
#include "call.h"
#include "console.h"
#include "exc.h"
#include "file.h"
#include "gc.h"
#include "obj.h"
#include "span.h"
#include "str.h"
#include "text.h"
#include "thread.h"
#include "vminterface.h"

/* ---- print ---- */

enum { PRINT_SEP, PRINT_END, PRINT_FILE, PRINT_FLUSH, PRINT_STREAM };

static err_t separator(PObject *keywords, int which, const char *name,
                       const char *usual, span_t *s)
{
    PObject *o = keywords ? PTUPLE_ITEM(keywords, which) : NULL;
    if (o == NULL || IS_NONE(o)) {
        *s = (span_t){(const uint8_t *)usual, 1};
        return ERR_OK;
    }
    if (!IS_OBJ(o, PSTRING)) {
        return vm_raise(ERR_TYPE_EXC, "%s must be None or a string, not %s", name,
                        type_name_of(o));
    }
    *s = span_of(o);
    return ERR_OK;
}

static err_t print_value(PObject *o)
{
    if (IS_OBJ(o, PSTRING)) {
        console_write(str_data(o), str_bytes(o));
        return ERR_OK;
    }
    char memory[128];
    text_t out;
    text_init(&out, memory, sizeof memory);
    err_t err = obj_str_to(o, &out);
    if (err == ERR_OK && (err = out.err) == ERR_OK) {
        console_write(out.data, out.length);
    }
    return err;
}

static err_t print_console(int nargs, PObject **args, span_t sep, span_t end)
{
    err_t err = ERR_OK;
    for (int i = 0; i < nargs && err == ERR_OK; i++) {
        if (i > 0) {
            console_write(sep.p, sep.n);
        }
        err = print_value(args[i]);
    }
    if (err == ERR_OK) {
        console_write(end.p, end.n);
    }
    return err;
}

/* To an object with write(): one call with all of it. */
static err_t print_object(PObject *file, int nargs, PObject **args, span_t sep,
                          span_t end)
{
    char memory[128];
    text_t out;
    PObject *text, *ignored;
    text_init(&out, memory, sizeof memory);
    err_t err = ERR_OK;
    for (int i = 0; i < nargs && err == ERR_OK; i++) {
        err = i > 0 ? text_add(&out, sep.p, sep.n) : ERR_OK;
        err = err ? err : obj_str_to(args[i], &out);
    }
    text_add(&out, end.p, end.n);
    err = err ? err : text_take(&out, &text);
    return err ? err : vm_call_method(file, NAME_write, &ignored, 1, &text);
}

/* What print() writes to when it is not told; NULL: the console. */
static PObject *usual;

err_t vm_print_to(PObject *stream)
{
    PObject *before = usual;
    console_flush();
    usual = IS_NONE(stream) ? NULL : stream;
    err_t err = usual ? gc_pin(usual) : ERR_OK;
    if (err != ERR_OK) {
        usual = before;
    } else if (before) {
        gc_unpin(before);
    }
    return err;
}

static PObject *target(PObject *keywords)
{
    PObject *file = keywords ? PTUPLE_ITEM(keywords, PRINT_FILE) : NULL;
    if (file == NULL || IS_NONE(file)) {
        file = keywords ? PTUPLE_ITEM(keywords, PRINT_STREAM) : NULL;
    }
    return file && !IS_NONE(file) ? file : usual;
}

OPTIONAL err_t builtin_print(int nargs, PObject *self, PObject **args, PObject **res)
{
    span_t sep, end;
    bool flush = false;
    err_t err = separator(self, PRINT_SEP, "sep", " ", &sep);
    err = err ? err : separator(self, PRINT_END, "end", "\n", &end);
    if (err == ERR_OK && self && PTUPLE_ITEM(self, PRINT_FLUSH)) {
        err = obj_is_true(PTUPLE_ITEM(self, PRINT_FLUSH), &flush);
    }
    if (err) {
        return err;
    }
    PObject *file = target(self);
    *res = P_NONE;
    if (file != NULL) {
        PObject *ignored;
        err = print_object(file, nargs, args, sep, end);
        return err || !flush ? err
                             : vm_call_method(file, NAME_flush, &ignored, 0, NULL);
    }
    err = print_console(nargs, args, sep, end);
    if (flush) {
        console_flush();
    }
    return err;
}

/* ---- input, open, exit ---- */

OPTIONAL err_t builtin_input(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    char part[128], memory[128];
    text_t out;
    bool more;
    err_t err = nargs > 0 ? print_value(args[0]) : ERR_OK;
    if (err) {
        return err;
    }
    text_init(&out, memory, sizeof memory);
    do {
        long n = console_read_line(part, sizeof part, &more);
        if (n < 0 && out.length == 0) {
            return vm_raise(ERR_EOF_EXC, "EOF when reading a line");
        }
        text_add(&out, part, n > 0 ? (size_t)n : 0);
        err = thread_safepoint();
    } while (more && err == ERR_OK);
    return err != ERR_OK ? err : text_take(&out, res);
}

OPTIONAL err_t builtin_open(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    return file_open(args[0], span_optional(nargs, args, 1), res);
}

OPTIONAL err_t builtin_exit(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self, (void)res;
    return exc_raise_arg(NAME_SystemExit, nargs > 0 ? args[0] : P_NONE);
}
