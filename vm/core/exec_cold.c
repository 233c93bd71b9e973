/* SPDX-License-Identifier: MIT */
/* exec_cold.c -- what the loop does rarely: errors of names, unpacking, building,
 * raising, argument lists. */
#include "exec_cold.h"
#include "attr.h"
#include "builtins.h"
#include "call.h"
#include "class.h"
#include "dict.h"
#include "exc.h"
#include "exec.h"
#include "gc.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "module.h"
#include "native.h"
#include "obj.h"
#include "opcodes.h"
#include "range.h"
#include "set.h"
#include "slice.h"
#include "str.h"
#include "text.h"
#include "traceback.h"
#include "tuple.h"
#include <string.h>

const image_handler_t *exec_find_handler(const image_code_t *code, uint32_t pc)
{
    const uint16_t *names = code_param_names(code);
    int nnames = code->nparams + code->nkwonly + ((code->flags & CODE_VARARGS) != 0) +
                 ((code->flags & CODE_VARKW) != 0);
    const image_handler_t *row = (const image_handler_t *)(names + nnames);
    for (int i = 0; i < code->nhandlers; i++, row++) {
        if (pc >= row->start && pc < row->end) {
            return row;
        }
    }
    return NULL;
}

err_t cold_test(compare_t op, PObject *a, PObject *b, bool *res)
{
    PObject *value;
    if (op == CMP_EQ && IS_OBJ(a, PSTRING) && IS_OBJ(b, PSTRING)) {
        *res = str_equal(a, b);
        return ERR_OK;
    }
    err_t err = obj_compare(op, a, b, &value);
    return err != ERR_OK ? err : obj_is_true(value, res);
}

err_t cold_init_result(PObject *result)
{
    return vm_raise(ERR_TYPE_EXC, "__init__() should return None, not '%s'",
                    type_name_of(result));
}

/* ---- names ---- */

/* The names of locals that are no parameters stay on the host; without them the text
 * does without. */
static err_t unassigned_error(const image_code_t *code, int slot, err_t number,
                              const char *kind, const char *where)
{
    const char *name = trace_local_name(code, slot);
    return vm_raise(number,
                    "cannot access %s variable%s%s%s where it is not associated with a "
                    "value%s",
                    kind, *name ? " '" : "", name, *name ? "'" : "", where);
}

/* Module-level variables that no function uses are locals of the module's body. */
static bool is_module_body(const image_code_t *code)
{
    const image_module_t *rows =
        (const image_module_t *)(vm.image + vm.header->modules);
    return rows[code->module].code == code->index;
}

err_t cold_unbound_local(const image_code_t *code, int slot)
{
    if (is_module_body(code)) {
        const char *name = trace_local_name(code, slot), *quote = *name ? "'" : "";
        return vm_raise(ERR_NAME_EXC, "name%s%s%s%s is not defined", *name ? " " : "",
                        quote, name, quote);
    }
    return unassigned_error(code, slot, NAME_UnboundLocalError, "local", "");
}

err_t cold_unbound_cell(const image_code_t *code, int slot)
{
    bool is_free = slot >= code->nlocals - code->nfree;
    return is_free ? unassigned_error(code, slot, ERR_NAME_EXC, "free",
                                      " in enclosing scope")
                   : cold_unbound_local(code, slot);
}

err_t cold_name_error(uint16_t name)
{
    return vm_raise(ERR_NAME_EXC, "name '%s' is not defined", attr_name_text(name));
}

err_t cold_global_error(uint16_t global)
{
    return cold_name_error(module_global_name(global));
}

/* ---- unpacking ---- */

static void reverse_into(PObject **dst, PObject **src, int n)
{
    for (int i = 0; i < n; i++) {
        dst[n - 1 - i] = src[i];
    }
}

static err_t unpack_star(PList *list, PObject **dst, int before, int after)
{
    int n = (int)list->header.length, middle = n - before - after;
    if (middle < 0) {
        return vm_raise(ERR_VALUE_EXC,
                        "not enough values to unpack (expected at least %d, got %d)",
                        before + after, n);
    }
    PList *rest = list_from((uint32_t)middle, list_items(list) + before);
    if (rest == NULL) {
        return ERR_MEMORY_EXC;
    }
    reverse_into(dst, list_items(list) + before + middle, after);
    dst[after] = (PObject *)rest;
    reverse_into(dst + after + 1, list_items(list), before);
    return ERR_OK;
}

OPTIONAL err_t cold_unpack(PObject *iterable, PObject **dst, int before, int after,
                           bool star)
{
    if (star) {
        PList *list;
        err_t err = list_from_iterable(iterable, &list);
        return err != ERR_OK ? err : unpack_star(list, dst, before, after);
    }
    bool direct = (IS_OBJ(iterable, PTUPLE) || IS_OBJ(iterable, PLIST)) &&
                  (int)iterable->header.length == before;
    if (direct) {
        reverse_into(dst, PSEQUENCE_OBJECTS(iterable), before);
        return ERR_OK;
    }
    PObject *values[before > 0 ? before : 1];
    err_t err = iter_unpack(iterable, (uint32_t)before, values);
    if (err == ERR_OK) {
        reverse_into(dst, values, before);
    }
    return err;
}

/* ---- for i in range(…) ---- */

/* The state of LOOP_RANGE when all is small, and stop + step, too. */
static bool small_range(const int64_t *v, PObject **state)
{
    int64_t last = v[1] + v[2];
    if (!PSMALLINT_FITS(v[0]) || !PSMALLINT_FITS(v[1]) || !PSMALLINT_FITS(v[2]) ||
        !PSMALLINT_FITS(last)) {
        return false;
    }
    for (int i = 0; i < 3; i++) {
        state[i] = PSMALLINT_NEW(v[i]);
    }
    return true;
}

OPTIONAL err_t cold_range_prep(PObject **args, int n, PObject **state)
{
    int64_t v[3] = {0, 0, 1};
    if (n == 1 && IS_PSMALLINT(args[0])) {
        v[1] = PSMALLINT_VALUE(args[0]);
    } else {
        PObject *range;
        err_t err = range_from_args(n, args, &range);
        if (err != ERR_OK) {
            return err;
        }
        v[0] = ((PRange *)range)->start;
        v[1] = ((PRange *)range)->stop;
        v[2] = ((PRange *)range)->step;
    }
    if (small_range(v, state)) {
        return ERR_OK;
    }
    state[0] = (PObject *)iter_new_range(v[0], v[1], v[2]);
    state[1] = state[2] = P_NONE;
    return state[0] ? ERR_OK : ERR_MEMORY_EXC;
}

OPTIONAL err_t cold_range_next(PObject **state, PObject **res)
{
    return obj_next(state[0], res);
}

/* ---- building ---- */

OPTIONAL err_t cold_build_dict(PObject **items, int pairs, PObject **res)
{
    PDict *dict = dict_new((uint32_t)pairs);
    err_t err = dict ? ERR_OK : ERR_MEMORY_EXC;
    for (int i = 0; err == ERR_OK && i < pairs; i++) {
        err = dict_set(dict, items[2 * i], items[2 * i + 1]);
    }
    *res = (PObject *)dict;
    return err;
}

OPTIONAL err_t cold_build_set(PObject **items, int n, PObject **res)
{
    PSet *set = set_new(PSET, (uint32_t)n);
    err_t err = set ? ERR_OK : ERR_MEMORY_EXC;
    for (int i = 0; err == ERR_OK && i < n; i++) {
        err = set_add(set, items[i]);
    }
    *res = (PObject *)set;
    return err;
}

OPTIONAL err_t cold_build_string(PObject **items, int n, PObject **res)
{
    text_t text;
    char small[256];
    text_init(&text, small, sizeof small);
    for (int i = 0; i < n; i++) {
        text_add_str(&text, items[i]);
    }
    return text_take(&text, res);
}

OPTIONAL err_t cold_build_slice(PObject **items, int n, PObject **res)
{
    *res = (PObject *)slice_new(items[0], items[1], n == 3 ? items[2] : P_NONE);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

OPTIONAL err_t cold_format(int conversion, PObject *value, PObject *spec, PObject **res)
{
    err_t err = ERR_OK;
    switch (conversion) {
    case 1:
        err = obj_str(value, &value);
        break;
    case 2:
        err = obj_repr(value, &value);
        break;
    case 3:
        err = builtin_ascii(1, NULL, &value, &value);
        break;
    default:
        break;
    }
    if (err != ERR_OK) {
        return err;
    }
    if (IS_OBJ(value, PSTRING) && (spec == NULL || spec->header.length == 0)) {
        *res = value;
        return ERR_OK;
    }
    return obj_format(value, spec ? spec : vm.empty_str, res);
}

PObject *cold_star_callee(PObject *list, PObject **sp, const uint8_t *ip)
{
    return list->header.length == 0 && ip[0] == OP_LIST_TO_TUPLE && ip[1] == OP_CALL_EX
               ? sp[-2]
               : NULL;
}

static const char *callee_name(PObject *callee)
{
    if (IS_OBJ(callee, PNATIVEMETHOD)) {
        return attr_name_text(((PNativeMethod *)callee)->method->name);
    }
    if (IS_NATIVE(callee)) {
        uint32_t index = PNATIVE_INDEX(callee);
        return index >= NATIVE_FIRST ? native_name(index - NATIVE_FIRST)
                                     : builtin_rows[index].name;
    }
    return class_name(callee);
}

/* TypeError about a call: its callee, then `what` with its detail. */
static err_t argument_error(PObject *callee, const char *what, const char *detail)
{
    text_t text;
    char small[128];
    PObject *message, *module;
    err_t err = ERR_OK;
    text_init(&text, small, sizeof small);
    if (IS_OBJ(callee, PMETHOD)) {
        callee = ((PMethod *)callee)->fn;
    }
    if (IS_OBJ(callee, PFUNCTION)) {
        const image_code_t *code = ((PFunction *)callee)->code;
        err = module_name(code->module, &module);
        if (err == ERR_OK) {
            text_addf(&text, "%S.%S() ", module, vm.consts[code->qualname]);
        }
    } else if (IS_OBJ(callee, PCLASS)) {
        PClass *cls = (PClass *)callee;
        err = module_name(cls->module, &module);
        if (err == ERR_OK) {
            text_addf(&text, "%S.%S() ", module, cls->qualname);
        }
    } else {
        text_addf(&text, "%s() ", callee_name(callee));
    }
    text_addf(&text, what, detail);
    err = err != ERR_OK ? err : text_take(&text, &message);
    return err != ERR_OK ? err : exc_raise_arg(ERR_TYPE_EXC, message);
}

OPTIONAL err_t cold_list_extend(PObject *list, PObject *iterable, PObject *callee)
{
    err_t err = list_extend((PList *)list, iterable);
    if (err == ERR_TYPE_EXC && type_of(iterable)->iter == NULL) {
        exc_clear();
        if (callee) {
            return argument_error(callee,
                                  "argument after * must be an iterable, not %s",
                                  type_name_of(iterable));
        }
        return vm_raise(ERR_TYPE_EXC, "Value after * must be an iterable, not %s",
                        type_name_of(iterable));
    }
    return err;
}

/* keys() and [] of whatever is no dict. */
static err_t merge_mapping(PDict *dict, PObject *mapping)
{
    PObject *keys, *it, *key, *value;
    err_t err = vm_call_method(mapping, NAME_keys, &keys, 0, NULL);
    if (err != ERR_OK || (err = obj_iter(keys, &it)) != ERR_OK) {
        return err;
    }
    while ((err = obj_next(it, &key)) == ERR_OK && key) {
        if ((err = obj_getitem(mapping, key, &value)) != ERR_OK ||
            (err = dict_set(dict, key, value)) != ERR_OK) {
            return err;
        }
    }
    return err;
}

static err_t merge_keywords(PDict *dict, PDict *more, PObject *callee)
{
    uint32_t pos = 0;
    PObject *key, *value, *there;
    while (dict_next(more, &pos, &key, &value)) {
        if (!IS_OBJ(key, PSTRING)) {
            return vm_raise(ERR_TYPE_EXC, "keywords must be strings");
        }
        err_t err = dict_get(dict, key, &there);
        if (err == ERR_OK && there) {
            return argument_error(callee,
                                  "got multiple values for keyword argument '%s'",
                                  (const char *)str_data(key));
        }
        if (err != ERR_OK || (err = dict_set(dict, key, value)) != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

OPTIONAL err_t cold_dict_merge(PObject *dict, PObject *mapping, PObject *callee)
{
    PObject *keys;
    if (IS_OBJ(mapping, PDICT)) {
        return callee ? merge_keywords((PDict *)dict, (PDict *)mapping, callee)
                      : dict_update((PDict *)dict, mapping);
    }
    err_t err = attr_find(mapping, NAME_keys, &keys);
    if (err != ERR_OK) {
        return err;
    }
    if (keys == NULL) {
        return callee ? argument_error(callee,
                                       "argument after ** must be a mapping, not %s",
                                       type_name_of(mapping))
                      : vm_raise(ERR_TYPE_EXC, "'%s' object is not a mapping",
                                 type_name_of(mapping));
    }
    return merge_mapping((PDict *)dict, mapping);
}

/* ---- functions ---- */

static bool are_cells(PObject *tuple, uint32_t n)
{
    if (!IS_OBJ(tuple, PTUPLE) || tuple->header.length != n) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!IS_OBJ(PTUPLE_ITEM(tuple, i), PCELL)) {
            return false;
        }
    }
    return true;
}

OPTIONAL err_t cold_make_function(uint16_t index, int flags, PObject **parts,
                                  PObject **res)
{
    const image_code_t *code = vm_code(index);
    PFunction *fn = gc_new(PFUNCTION, POBJ_HASHABLE, sizeof *fn);
    if (fn == NULL) {
        return ERR_MEMORY_EXC;
    }
    fn->code = code;
    if (flags & 1) {
        fn->defaults = (PTuple *)*parts++;
    }
    if (flags & 2) {
        fn->kwdefaults = (PDict *)*parts++;
    }
    if (flags & 4) {
        fn->cells = (PTuple *)*parts++;
    }
    bool sound =
        (fn->defaults == NULL || IS_OBJ((PObject *)fn->defaults, PTUPLE)) &&
        (fn->kwdefaults == NULL || IS_OBJ((PObject *)fn->kwdefaults, PDICT)) &&
        (code->nfree ? fn->cells && are_cells((PObject *)fn->cells, code->nfree)
                     : fn->cells == NULL);
    *res = (PObject *)fn;
    return sound
               ? ERR_OK
               : vm_raise(ERR_RUNTIME_EXC, "the image makes a function of wrong parts");
}

static err_t function_repr(PObject *self, text_t *out)
{
    return text_addf(out, "<function %S at 0x%lx>",
                     vm.consts[((PFunction *)self)->code->qualname],
                     (unsigned long)POBJ_WORD(self));
}

static err_t method_repr(PObject *self, text_t *out)
{
    PMethod *m = (PMethod *)self;
    if (IS_NATIVE(m->fn) && PNATIVE_INDEX(m->fn) >= NATIVE_FIRST) {
        return text_addf(out, "<bound method %s of %R>",
                         native_name(PNATIVE_INDEX(m->fn) - NATIVE_FIRST), m->self);
    }
    if (!IS_OBJ(m->fn, PFUNCTION)) {
        return text_addf(out, "<bound method of %R>", m->self);
    }
    return text_addf(out, "<bound method %S of %R>",
                     vm.consts[((PFunction *)m->fn)->code->qualname], m->self);
}

static err_t method_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    *res = P_NOT_IMPLEMENTED;
    if (op == CMP_EQ && IS_OBJ(b, PMETHOD)) {
        PMethod *x = (PMethod *)a, *y = (PMethod *)b;
        *res = PBOOL_NEW(x->fn == y->fn && x->self == y->self);
    }
    return ERR_OK;
}

static err_t method_hash(PObject *self, uint32_t *hash)
{
    PMethod *m = (PMethod *)self;
    *hash = (uint32_t)((POBJ_WORD(m->fn) >> 3) * 31 + (POBJ_WORD(m->self) >> 3)) *
            2654435761u;
    return ERR_OK;
}

const type_ops_t function_ops = {.repr = function_repr};
const type_ops_t method_ops = {
    .repr = method_repr, .compare = method_compare, .hash = method_hash};

/* ---- raising ---- */

static err_t raise_from(PObject *exc, PObject *cause)
{
    if (IS_OBJ(cause, PCLASS) && ((PClass *)cause)->number != IMAGE_NONE) {
        err_t err = vm_call(cause, &cause, 0, NULL);
        if (err != ERR_OK) {
            return err;
        }
    }
    if (cause != P_NONE && exc_number(cause) == 0) {
        return vm_raise(ERR_TYPE_EXC,
                        "exception causes must derive from BaseException");
    }
    if (IS_OBJ(exc, PCLASS)) {
        err_t err = vm_call(exc, &exc, 0, NULL);
        if (err != ERR_OK) {
            return err;
        }
    }
    exc = exc_object(exc);
    cause = exc && cause != P_NONE ? exc_object(cause) : cause;
    if (exc == NULL || cause == NULL) {
        return ERR_MEMORY_EXC;
    }
    PException *e = exc_record(exc);
    if (e) {
        e->cause = cause;
    }
    return exc_raise_value(exc);
}

OPTIONAL err_t cold_raise(PThread *t, int n, PObject **values)
{
    if (n == 0) {
        return t->handled ? exc_reraise(t->handled)
                          : vm_raise(ERR_RUNTIME_EXC, "No active exception to reraise");
    }
    return n == 1 ? exc_raise_value(values[0]) : raise_from(values[0], values[1]);
}

/* ---- f(*args, **kwargs) ---- */

/* The dict's keys as the names and its values behind the positional arguments. */
static err_t spread_keywords(PDict *dict, PObject **values, PTuple **names)
{
    uint32_t n = dict->header.length, pos = 0, i = 0;
    PObject *key, *value;
    PTuple *tuple = tuple_new(n);
    if (tuple == NULL) {
        return ERR_MEMORY_EXC;
    }
    while (i < n && dict_next(dict, &pos, &key, &value)) {
        PTUPLE_SET_ITEM(tuple, i, key);
        values[i++] = value;
    }
    *names = n ? tuple : NULL;
    return ERR_OK;
}

OPTIONAL err_t cold_call_ex(PThread *t, PObject **base, bool keywords, int *nargs,
                            PTuple **names)
{
    PObject *tuple = base[1];
    PDict *dict = keywords ? (PDict *)base[2] : NULL;
    if (!IS_OBJ(tuple, PTUPLE) || (dict && !IS_OBJ((PObject *)dict, PDICT))) {
        return vm_raise(ERR_RUNTIME_EXC, "the image calls with wrong argument lists");
    }
    uint32_t npos = tuple->header.length, nkw = dict ? dict->header.length : 0;
    err_t err = call_check_stack(t, base, npos + nkw + 2);
    if (err == ERR_OK && dict) {
        err = spread_keywords(dict, base + 1 + npos, names);
    }
    if (err == ERR_OK) {
        memcpy(base + 1, tuple_items((PTuple *)tuple), npos * sizeof *base);
        *nargs = (int)(npos + (*names ? nkw : 0));
        t->sp = base + 1 + *nargs;
    }
    return err;
}
