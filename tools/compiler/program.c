/* SPDX-License-Identifier: MIT */
/*
 * program.c -- numbers of names, the built-ins, and rows of the image's tables.
 */
#include "program.h"
#include "board.h"
#include <string.h>

typedef struct fixed_name {
    const char *text;
    int number;
} fixed_name_t;

static const fixed_name_t fixed_names[] = {
#define NAME(number, name) {#name, number},
#define EXCEPTION(number, name, parent) {#name, number},
#include "names.def"
#undef NAME
#undef EXCEPTION
};
#define NFIXED (sizeof fixed_names / sizeof fixed_names[0])

void program_init(program_t *p, arena_t *a, const compile_options_t *o)
{
    memset(p, 0, sizeof *p);
    p->arena = a;
    p->options = o;
    p->library = o->sdk ? arena_printf(a, "%s/sdk/python", o->sdk) : NULL;
    map_init(&p->module_by_name, a);
    map_init(&p->exceptions, a);
    map_init(&p->scopes, a);
    map_init(&p->names, a);
    map_init(&p->defines, a);
    consts_init(&p->consts, a);
    for (size_t i = 0; i < NFIXED; i++) {
        map_set(&p->names, fixed_names[i].text,
                (void *)(intptr_t)(fixed_names[i].number + 1));
    }
}

const char *program_board(const program_t *p)
{
    return p->options->board ? p->options->board : "host";
}

int program_name(program_t *p, const char *text)
{
    void **slot = map_slot(&p->names, text, strlen(text), NULL);
    if (!*slot) {
        ARENA_PUSH(p->arena, &p->user_names, arena_strdup(p->arena, text));
        *slot = (void *)(intptr_t)(NAME_FIRST_USER + p->user_names.len);
    }
    return (int)(intptr_t)*slot - 1;
}

int program_find_name(const program_t *p, const char *text)
{
    return (int)(intptr_t)map_get(&p->names, text) - 1;
}

/* By number: the base of each exception, 0 for other names. */
static const uint16_t exception_parents[NAME_FIRST_USER] = {
#define NAME(number, name)
#define EXCEPTION(number, name, parent) [number] = NAME_##parent,
#include "names.def"
#undef NAME
#undef EXCEPTION
};

int program_builtin_exception(const program_t *p, const char *name)
{
    int number = program_find_name(p, name);
    bool exception =
        number >= 0 && number < NAME_FIRST_USER && exception_parents[number];
    return exception ? number : -1;
}

/* ---- built-ins ---- */

typedef struct builtin {
    const char *name;
    int number, min, max;
    const char *params;
} builtin_t;

static const builtin_t builtins[] = {
#define BUILTIN(number, name, type, min, max, params) {#name, number, min, max, params},
#define BUILTIN_CONST(name, value)
#include "builtins.def"
#undef BUILTIN
#undef BUILTIN_CONST
};
#define NBUILTINS (sizeof builtins / sizeof builtins[0])

static const struct {
    const char *name;
    int value;
} builtin_consts[] = {
#define BUILTIN(number, name, type, min, max, params)
#define BUILTIN_CONST(name, value) {#name, value},
#include "builtins.def"
#undef BUILTIN
#undef BUILTIN_CONST
};
#define NCONSTS (sizeof builtin_consts / sizeof builtin_consts[0])

/* Both tables by name: entries are 1 + row, of builtins first, then of builtin_consts.
 */
enum { BUCKETS = 1024 };
static uint16_t buckets[BUCKETS];
_Static_assert(NBUILTINS + NCONSTS < BUCKETS / 2, "the index stays sparse");

static const char *row_name(size_t row)
{
    return row < NBUILTINS ? builtins[row].name : builtin_consts[row - NBUILTINS].name;
}

static uint16_t *bucket_of(const char *name)
{
    unsigned h = 0;
    for (const char *c = name; *c; c++) {
        h = h * 31 + (unsigned char)*c;
    }
    for (;; h++) {
        uint16_t *b = &buckets[h % BUCKETS];
        if (!*b || strcmp(row_name(*b - 1u), name) == 0) {
            return b;
        }
    }
}

/* The row of either table, or -1. */
static int find_row(const char *name)
{
    static bool filled;
    for (size_t i = 0; !filled && i < NBUILTINS + NCONSTS; i++) {
        *bucket_of(row_name(i)) = (uint16_t)(i + 1);
    }
    filled = true;
    return *bucket_of(name) - 1;
}

int program_builtin(const char *name)
{
    int row = find_row(name);
    return row >= 0 && row < (int)NBUILTINS ? builtins[row].number : -1;
}

bool program_const(program_t *p, const char *name, int64_t *value)
{
    int row = find_row(name), number;
    const int64_t *defined = p->defines.count ? map_get(&p->defines, name) : NULL;
    if (defined) {
        *value = *defined;
        return true;
    }
    if (row >= (int)NBUILTINS) {
        *value = builtin_consts[row - (int)NBUILTINS].value;
        return true;
    }
    if (row >= 0 || !board_const(p, name, &number)) {
        return false;
    }
    *value = number;
    return true;
}

bool program_predefined(program_t *p, const char *name)
{
    static const char *const own[] = {"__name__",  "__file__",      "__doc__",
                                      "__debug__", "__module__",    "__class__",
                                      "Ellipsis",  "NotImplemented"};
    int64_t value;
    if (find_row(name) >= 0 || program_builtin_exception(p, name) >= 0 ||
        program_const(p, name, &value)) {
        return true;
    }
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        if (strcmp(name, own[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool program_builtin_takes(int builtin, int nargs)
{
    for (size_t i = 0; i < NBUILTINS; i++) {
        const builtin_t *b = &builtins[i];
        if (b->number == builtin) {
            return !*b->params && nargs >= b->min && (nargs <= b->max || b->max == 255);
        }
    }
    return false;
}

/* ---- rows ---- */

code_t *program_new_code(program_t *p, int module, const char *name,
                         const char *qualname)
{
    code_t *c = ARENA_NEW(p->arena, code_t);
    c->arena = p->arena;
    c->index = p->codes.len;
    c->module = module;
    c->name = program_name(p, name);
    c->qualname =
        consts_row(&p->consts, consts_str(&p->consts, qualname, strlen(qualname)));
    c->reachable = true;
    ARENA_PUSH(p->arena, &p->codes, c);
    return c;
}

int program_need(program_t *p, const char *name, const char *folder)
{
    for (int i = 0; i < p->needs.len; i++) {
        if (strcmp(p->needs.items[i].name, name) == 0) {
            return i;
        }
    }
    ARENA_PUSH(p->arena, &p->needs, ((compile_need_t){name, folder}));
    return p->needs.len - 1;
}
