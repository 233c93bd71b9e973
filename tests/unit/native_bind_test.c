/* SPDX-License-Identifier: MIT */
/* native_bind_test.c -- how a native gets its arguments, and what becomes of its
 * result. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit */
#include "native_bind.h"
#include "tuple.h"
#include "values.h"

/* def count(index, find=2, *, get=3): names that need no image. */
static struct {
    image_native_t desc;
    uint16_t tail[6]; /* names, then defaults */
} decl;
static uint16_t *defaults;
static PObject *consts[2], *stack[64];
static native_row_t rows[1];
static PObject *result;

/* What the native saw, as a tuple. */
static err_t echo(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)self;
    *res = (PObject *)tuple_from((uint32_t)nargs, args);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static void start(int nparams, int nkwonly, int flags)
{
    values_start();
    values_thread.stack = values_thread.sp = stack;
    values_thread.stack_end = stack + 64;
    consts[0] = PSMALLINT_NEW(2);
    consts[1] = PSMALLINT_NEW(3);
    vm.consts = consts;
    decl.desc = (image_native_t){.name = NAME_count,
                                 .nparams = (uint8_t)nparams,
                                 .nkwonly = (uint8_t)nkwonly,
                                 .flags = (uint8_t)flags};
    int named = nparams + nkwonly;
    defaults = decl.tail + named;
    memcpy(decl.tail, (uint16_t[]){NAME_index, NAME_find, NAME_get},
           (size_t)named * sizeof *decl.tail);
    defaults[0] = IMAGE_NONE;
    for (int i = 1; i < named; i++) {
        defaults[i] = (uint16_t)(i - 1);
    }
    int plain = nkwonly || flags ? -1 : nparams;
    rows[0] = (native_row_t){echo,          &decl.desc,    NULL,
                             (int8_t)plain, (int8_t)plain, (int8_t)plain};
    vm.natives = rows;
}

/* Calls with npos arguments 10, 11 …, then `kw` (space-separated names) with 20, 21 …
 */
static const char *call(int npos, const char *kw)
{
    PObject *args[16], *names[8];
    uint32_t nkw = 0;
    char text[64];
    snprintf(text, sizeof text, "%s", kw);
    for (int i = 0; i < npos; i++) {
        args[i] = PSMALLINT_NEW(10 + i);
    }
    for (char *name = strtok(text, " "); name; name = strtok(NULL, " ")) {
        names[nkw] = values_str(name);
        args[(uint32_t)npos + nkw] = PSMALLINT_NEW(20 + (int)nkw);
        nkw++;
    }
    vm.header = &(image_header_t){0};
    err_t err = native_call(0, NULL, npos + (int)nkw, args,
                            nkw ? tuple_from(nkw, names) : NULL, &result);
    return values_show(err, result);
}

TEST(places_and_defaults)
{
    start(2, 0, 0);
    CHECK_STR(call(2, ""), "(10, 11)");
    CHECK_STR(call(1, ""), "(10, 2)");
    CHECK_STR(call(1, "find"), "(10, 20)");
    CHECK_STR(call(0, "find index"), "(21, 20)");
    CHECK(values_thread.sp == stack);
}

TEST(keyword_only)
{
    start(2, 1, 0);
    CHECK_STR(call(2, ""), "(10, 11, 3)");
    CHECK_STR(call(2, "get"), "(10, 11, 20)");
    CHECK_STR(
        call(3, ""),
        "TypeError: count() takes from 1 to 2 positional arguments but 3 were given");
    defaults[2] = IMAGE_NONE;
    CHECK_STR(call(1, ""),
              "TypeError: count() missing 1 required keyword-only argument: 'get'");
}

TEST(rest_and_keywords)
{
    start(1, 1, NATIVE_VARARGS | NATIVE_VARKW);
    defaults[1] = 0;
    CHECK_STR(call(1, ""), "(10, 2, (), {})");
    CHECK_STR(call(3, "find other"), "(10, 20, (11, 12), {'other': 21})");
    CHECK_STR(call(1, "index"),
              "TypeError: count() got multiple values for argument 'index'");
}

TEST(errors_are_pythons)
{
    start(2, 0, 0);
    CHECK_STR(call(0, ""),
              "TypeError: count() missing 1 required positional argument: 'index'");
    CHECK_STR(call(2, "nonsense"),
              "TypeError: count() got an unexpected keyword argument 'nonsense'");
    CHECK_STR(call(1, "index"),
              "TypeError: count() got multiple values for argument 'index'");
    defaults[1] = IMAGE_NONE;
    CHECK_STR(call(0, ""),
              "TypeError: count() missing 2 required positional arguments: 'index' and "
              "'find'");
    CHECK_STR(call(3, ""),
              "TypeError: count() takes 2 positional arguments but 3 were given");
    decl.desc.nposonly = 1;
    CHECK_STR(call(1, "index"),
              "TypeError: count() got some positional-only arguments passed as keyword "
              "arguments: 'index'");
}

static err_t minus_one(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)self;
    (void)args;
    (void)res;
    return -1;
}

static err_t unset(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)self;
    (void)args;
    (void)res;
    return ERR_OK;
}

static err_t no_memory(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)self;
    (void)args;
    *res = NULL; /* *res = pinteger_new(…), unchecked */
    return ERR_OK;
}

static err_t forgotten_error(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    (void)self;
    (void)args;
    (void)res;
    vm_raise(ERR_VALUE_EXC, "not returned");
    return ERR_OK;
}

static err_t other_error(int nargs, PObject *self, PObject **args, PObject **res)
{
    forgotten_error(nargs, self, args, res);
    return ERR_KEY_EXC;
}

TEST(results_and_errors)
{
    start(0, 0, 0);
    rows[0].fn = minus_one;
    CHECK_STR(call(0, ""), "RuntimeError: native 'count' returned -1");
    rows[0].fn = unset;
    CHECK_STR(call(0, ""), "None");
    rows[0].fn = no_memory;
    CHECK_STR(call(0, ""), "MemoryError: <class 'MemoryError'>");
    rows[0].fn = forgotten_error;
    CHECK_STR(call(0, ""), "None");
    CHECK(values_thread.pending == NULL);
    rows[0].fn = other_error;
    CHECK_STR(call(0, ""), "KeyError: 'count() failed'");
}

TEST(a_full_python_stack_is_a_recursion_error)
{
    start(2, 0, 0);
    values_thread.stack_end = stack + 10;
    CHECK_STR(call(1, ""), "RecursionError: maximum recursion depth exceeded");
}

TAP_MAIN
