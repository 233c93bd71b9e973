/* SPDX-License-Identifier: MIT */
/* trace_print.c -- reports of exceptions that nobody caught, in CPython's words. */
#include "attr.h"
#include "class.h"
#include "console.h"
#include "exc.h"
#include "int.h"
#include "module.h"
#include "obj.h"
#include "str.h"
#include "text.h"
#include "trace_record.h"
#include "tuple.h"
#include "vmctrl.h"
#include <string.h>

/* ---- frames ---- */

static void add_code_name(text_t *out, const image_code_t *code)
{
    const image_module_t *module =
        (const image_module_t *)(vm.image + vm.header->modules) + code->module;
    text_add_c(out,
               module->code == code->index ? "<module>" : attr_name_text(code->name));
}

static void add_entry(text_t *out, const trace_entry_t *e)
{
    uint32_t line = trace_line(e->code, e->pc);
    if (line == 0) {
        text_addf(out, "@T %d:%d ", e->code->index, e->pc);
        add_code_name(out, e->code);
        text_add_c(out, "\n");
        return;
    }
    text_addf(out, "  File \"%s\", line %u, in ", trace_file(e->code), line);
    add_code_name(out, e->code);
    text_add_c(out, "\n");
    trace_add_source(out, trace_file(e->code), line);
}

static void add_trace(text_t *out, const trace_t *trace)
{
    if (trace == NULL || trace->length == 0) {
        return;
    }
    text_add_c(out, "Traceback (most recent call last):\n");
    for (int i = trace->length - 1; i >= 0; i--) {
        const trace_entry_t *e = &trace->entries[i];
        for (int n = 0; n <= e->again && n < 3; n++) {
            add_entry(out, e);
        }
        if (e->again > 2) {
            text_addf(out, "  [Previous line repeated %d more time%s]\n", e->again - 2,
                      e->again == 3 ? "" : "s");
        }
        if (trace->lost && i == TRACE_MAX / 2) {
            text_add_c(out, "  [Some frames are not shown]\n");
        }
    }
}

/* ---- the exception itself ---- */

static void add_class_name(text_t *out, PObject *exc)
{
    PObject *module;
    if (!IS_OBJ(exc, PINSTANCE)) {
        uint16_t row = exc_module(exc_number(exc));
        if (row != 0 && row != IMAGE_NONE && module_name(row, &module) == ERR_OK) {
            text_addf(out, "%S.", module);
        }
        text_add_c(out, exc_name(exc_number(exc)));
        return;
    }
    PClass *cls = class_of(exc);
    if (cls->module != 0 && module_name(cls->module, &module) == ERR_OK) {
        text_add_str(out, module);
        text_add_c(out, ".");
    }
    text_add_str(out, cls->qualname);
}

static void add_exception(text_t *out, PObject *exc)
{
    PObject *text = vm.empty_str;
    add_class_name(out, exc);
    PObject *message = IS_EXCEPTION(exc) ? exc_message(exc_number(exc)) : NULL;
    text = message ? message : text;
    if (!IS_EXCEPTION(exc) && obj_str(exc, &text) != ERR_OK) {
        exc_clear();
        text_add_c(out, ": <exception str() failed>\n");
        return;
    }
    if (str_bytes(text)) {
        text_add_c(out, ": ");
        text_add_str(out, text);
    }
    text_add_c(out, "\n");
}

/* An exception, after those it arose from; `depth` cuts circles. */
static void add_chain(text_t *out, PObject *exc, int depth)
{
    PObject *cause = NULL, *context = NULL;
    PException *e = exc_record(exc);
    if (e && depth > 0) {
        cause = e->cause;
        context = e->context;
    }
    if (cause && cause != P_NONE) {
        add_chain(out, cause, depth - 1);
        text_add_c(out, "\nThe above exception was the direct cause of the following "
                        "exception:\n\n");
    } else if (context && exc_attribute(exc, NAME___suppress_context__) == P_FALSE) {
        add_chain(out, context, depth - 1);
        text_add_c(out, "\nDuring handling of the above exception, another exception "
                        "occurred:\n\n");
    }
    add_trace(out, trace_of(exc));
    add_exception(out, exc);
}

/* ---- reports ---- */

/* What SystemExit means: None 0, a number itself, anything else is printed. */
static int exit_status(PObject *exc)
{
    PTuple *args = exc_args(exc);
    PObject *code = args->header.length == 0   ? P_NONE
                    : args->header.length == 1 ? PTUPLE_ITEM(args, 0)
                                               : (PObject *)args;
    int64_t status;
    PObject *text;
    if (code == P_NONE) {
        return 0;
    }
    if (int_is(code)) {
        return int_get(code, &status) ? (int)(status & 0xFF) : 0xFF;
    }
    if (obj_str(code, &text) == ERR_OK) {
        console_error(str_data(text), str_bytes(text));
        console_error("\n", 1);
    }
    return 1;
}

int trace_report(err_t err)
{
    PObject *exc = exc_take(err);
    char small[sizeof(void *) == 8 ? 512 : 128];
    text_t text;
    if (exc_derives(exc_number(exc), NAME_SystemExit)) {
        return exit_status(exc);
    }
    bool interrupted = exc_derives(exc_number(exc), NAME_KeyboardInterrupt);
    int status = interrupted ? TRACE_INTERRUPTED : 1;
    if (!vmctrl_option(err == ERR_MEMORY_EXC ? VM_TRACE_ON_OUTOFMEMORY
                                             : VM_TRACE_ON_EXCEPTION)) {
        return status;
    }
    text_init(&text, small, sizeof small);
    add_chain(&text, exc, 16);
    if (text.err != ERR_OK) { /* no memory for all of it */
        text_init(&text, small, sizeof small);
        add_class_name(&text, exc);
        text_add_c(&text, "\n");
    }
    console_error(text.data, text.length);
    return status;
}
