/* SPDX-License-Identifier: MIT */
/* class.c -- making classes, their method resolution order and layout; isinstance and
 * type(). */
#include "class.h"
#include "attr.h"
#include "builtins.h"
#include "call.h"
#include "dict.h"
#include "exc.h"
#include "gc.h"
#include "list.h"
#include "module.h"
#include "native.h"
#include "obj.h"
#include "str.h"
#include "text.h"
#include "tuple.h"
#include "type.h"
#include <string.h>

static class_attr_t *attrs_of(PClass *cls)
{
    return cls->attrs ? (class_attr_t *)cls->attrs->buffer : NULL;
}

static uint16_t *slots_of(PClass *cls)
{
    return cls->slots ? (uint16_t *)cls->slots->buffer : NULL;
}

/* ---- looking up ---- */

/* Position of the first attribute not below `name` in a class's own table. */
static uint32_t attr_position(PClass *cls, uint16_t name)
{
    const class_attr_t *attrs = attrs_of(cls);
    uint32_t lo = 0, hi = cls->header.length;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (attrs[mid].name < name) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo;
}

static PObject *own_attr(PClass *cls, uint16_t name)
{
    uint32_t i = attr_position(cls, name);
    return i < cls->header.length && attrs_of(cls)[i].name == name
               ? attrs_of(cls)[i].value
               : NULL;
}

PObject *class_find_after(PClass *cls, PObject *after, uint16_t name, PObject **owner)
{
    uint32_t i = 0, n = cls->mro->header.length;
    while (after && i < n && PTUPLE_ITEM(cls->mro, i++) != after) {
    }
    for (; i < n; i++) {
        PObject *base = PTUPLE_ITEM(cls->mro, i);
        PObject *value = IS_OBJ(base, PCLASS) ? own_attr((PClass *)base, name) : NULL;
        if (value) {
            if (owner) {
                *owner = base;
            }
            return value;
        }
    }
    return NULL;
}

PObject *class_find(PClass *cls, uint16_t name)
{
    return class_find_after(cls, NULL, name, NULL);
}

int class_slot(PClass *cls, uint16_t name)
{
    const uint16_t *slots = slots_of(cls);
    for (int i = 0; i < cls->nslots; i++) {
        if (slots[i] == name) {
            return i;
        }
    }
    return -1;
}

bool class_derives(PClass *cls, PObject *base)
{
    for (uint32_t i = 0; i < cls->mro->header.length; i++) {
        if (PTUPLE_ITEM(cls->mro, i) == base) {
            return true;
        }
    }
    return false;
}

/* ---- changing ---- */

static const struct {
    uint16_t name, flag;
} special_flags[] = {
    {NAME___getattr__, CLS_GETATTR}, {NAME___getattribute__, CLS_GETATTR},
    {NAME___setattr__, CLS_SETATTR}, {NAME___delattr__, CLS_SETATTR},
    {NAME___new__, CLS_NEW},         {NAME___eq__, CLS_EQ},
};

static void find_special_flags(PClass *cls)
{
    cls->flags &= (uint16_t)~CLS_SPECIAL_MASK;
    for (unsigned i = 0; i < sizeof special_flags / sizeof *special_flags; i++) {
        if (class_find(cls, special_flags[i].name)) {
            cls->flags |= special_flags[i].flag;
        }
    }
    PObject *eq_owner = NULL, *hash_owner = NULL;
    class_find_after(cls, NULL, NAME___eq__, &eq_owner);
    PObject *hash = class_find_after(cls, NULL, NAME___hash__, &hash_owner);
    if (hash == P_NONE ||
        (eq_owner &&
         (hash_owner == NULL ||
          (hash_owner != eq_owner && class_derives((PClass *)eq_owner, hash_owner))))) {
        cls->flags |= CLS_UNHASHABLE;
    }
}

static err_t insert_attr(PClass *cls, uint32_t at, uint16_t name, PObject *value)
{
    uint32_t n = cls->header.length;
    if (n == cls->attrs_cap) {
        uint32_t cap = n + n / 2 + 4;
        PBuffer *grown = gc_new_buffer(cap * sizeof(class_attr_t), true);
        if (grown == NULL) {
            return ERR_MEMORY_EXC;
        }
        if (n) {
            memcpy(grown->buffer, cls->attrs->buffer, n * sizeof(class_attr_t));
        }
        cls->attrs = grown;
        cls->attrs_cap = cap;
    }
    class_attr_t *attrs = attrs_of(cls);
    memmove(attrs + at + 1, attrs + at, (n - at) * sizeof *attrs);
    attrs[at] = (class_attr_t){name, value};
    cls->header.length = n + 1;
    return ERR_OK;
}

static void remove_attr(PClass *cls, uint32_t at)
{
    class_attr_t *attrs = attrs_of(cls);
    cls->header.length--;
    memmove(attrs + at, attrs + at + 1, (cls->header.length - at) * sizeof *attrs);
}

/* Classes derived from a changed one may have gained or lost a special method. */
static void refresh_derived(PClass *changed)
{
    for (uint32_t i = 0; i < vm.nclasses; i++) {
        if (vm.classes[i] && class_derives(vm.classes[i], (PObject *)changed)) {
            find_special_flags(vm.classes[i]);
        }
    }
    attr_flush();
}

err_t class_set(PClass *cls, uint16_t name, PObject *value)
{
    uint32_t i = attr_position(cls, name);
    bool there = i < cls->header.length && attrs_of(cls)[i].name == name;
    err_t err = ERR_OK;
    if (value && there) {
        attrs_of(cls)[i].value = value;
    } else if (value) {
        err = insert_attr(cls, i, name, value);
    } else if (there) {
        remove_attr(cls, i);
    } else {
        return vm_raise(ERR_ATTRIBUTE_EXC, "type object '%s' has no attribute '%s'",
                        class_name((PObject *)cls), attr_name_text(name));
    }
    /* A class variable that is only rebound is the common case: functions and special
     * names are what others cache. */
    if (!there || name < NAME_FIRST_USER || !value || IS_OBJ(value, PFUNCTION) ||
        IS_OBJ(value, PPROPERTY)) {
        refresh_derived(cls);
    } else {
        attr_flush();
    }
    return err;
}

/* ---- method resolution order: C3 linearisation (Barrett et al., OOPSLA 1996) ---- */

/* Is `candidate` in the tail of any list from its current position? */
static bool in_a_tail(PList *lists, const uint32_t *heads, PObject *candidate)
{
    for (uint32_t i = 0; i < lists->header.length; i++) {
        PObject *list = PLIST_ITEM(lists, i);
        for (uint32_t j = heads[i] + 1; j < list->header.length; j++) {
            if (PTUPLE_ITEM(list, j) == candidate) {
                return true;
            }
        }
    }
    return false;
}

static void skip_heads(PList *lists, uint32_t *heads, PObject *taken)
{
    for (uint32_t i = 0; i < lists->header.length; i++) {
        PObject *list = PLIST_ITEM(lists, i);
        if (heads[i] < list->header.length && PTUPLE_ITEM(list, heads[i]) == taken) {
            heads[i]++;
        }
    }
}

#define MAX_BASES 16

/* The heads that are left, each once: none of them can come next. */
static err_t inconsistent(PList *lists, const uint32_t *heads)
{
    text_t text;
    char small[128];
    PObject *message, *seen[MAX_BASES + 1];
    int n = 0;
    text_init(&text, small, sizeof small);
    text_add_c(&text,
               "Cannot create a consistent method resolution\norder (MRO) for bases");
    for (uint32_t i = 0; i < lists->header.length; i++) {
        PObject *list = PLIST_ITEM(lists, i);
        bool fresh = heads[i] < list->header.length;
        for (int j = 0; fresh && j < n; j++) {
            fresh = seen[j] != PTUPLE_ITEM(list, heads[i]);
        }
        if (fresh) {
            seen[n] = PTUPLE_ITEM(list, heads[i]);
            text_addf(&text, "%s%s", n ? ", " : " ", class_name(seen[n]));
            n++;
        }
    }
    err_t err = text_take(&text, &message);
    return err != ERR_OK ? err : exc_raise_arg(ERR_TYPE_EXC, message);
}

static err_t merge(PList *lists, PList *out)
{
    uint32_t heads[MAX_BASES + 1] = {0};
    for (;;) {
        PObject *taken = NULL;
        bool empty = true;
        for (uint32_t i = 0; i < lists->header.length && !taken; i++) {
            PObject *list = PLIST_ITEM(lists, i);
            if (heads[i] < list->header.length) {
                PObject *candidate = PTUPLE_ITEM(list, heads[i]);
                empty = false;
                taken = in_a_tail(lists, heads, candidate) ? NULL : candidate;
            }
        }
        if (empty) {
            return ERR_OK;
        }
        if (taken == NULL) {
            return inconsistent(lists, heads);
        }
        skip_heads(lists, heads, taken);
        err_t err = list_append(out, taken);
        if (err != ERR_OK) {
            return err;
        }
    }
}

/* What a base contributes: a class its MRO, an exception name its ancestors. */
static PObject *linearised(PObject *base)
{
    PObject *chain[EXC_MAX_DEPTH];
    if (IS_OBJ(base, PCLASS)) {
        return (PObject *)((PClass *)base)->mro;
    }
    return (PObject *)tuple_from(exc_ancestors(PEXCEPTION_NUMBER(base), chain), chain);
}

static err_t make_mro(PClass *cls)
{
    uint32_t n = cls->bases->header.length;
    PList *lists = list_new(n + 1), *out = list_new(n + 2);
    err_t err = lists && out ? list_append(out, (PObject *)cls) : ERR_MEMORY_EXC;
    for (uint32_t i = 0; err == ERR_OK && i < n; i++) {
        PObject *list = linearised(PTUPLE_ITEM(cls->bases, i));
        err = list ? list_append(lists, list) : ERR_MEMORY_EXC;
    }
    if (err == ERR_OK && (err = list_append(lists, (PObject *)cls->bases)) == ERR_OK) {
        err = merge(lists, out);
    }
    if (err == ERR_OK) {
        cls->mro = tuple_from(out->header.length, list_items(out));
        err = cls->mro ? ERR_OK : ERR_MEMORY_EXC;
    }
    return err;
}

/* ---- layout of instances ---- */

static void add_slot(PClass *cls, uint16_t name)
{
    if (class_slot(cls, name) < 0) {
        slots_of(cls)[cls->nslots++] = name;
    }
}

/* The slots of the bases, first base first, then those of the class's own code; an
 * exception's arguments are slot 0. */
static err_t make_slots(PClass *cls, const image_class_t *desc)
{
    const uint16_t *own = (const uint16_t *)(desc + 1) + desc->nattrs;
    uint32_t most = desc->nslots + 1u;
    for (uint32_t i = 0; i < cls->bases->header.length; i++) {
        PObject *base = PTUPLE_ITEM(cls->bases, i);
        most += IS_OBJ(base, PCLASS) ? ((PClass *)base)->nslots : 0u;
    }
    cls->slots = gc_new_buffer(most * sizeof(uint16_t), false);
    if (cls->slots == NULL) {
        return ERR_MEMORY_EXC;
    }
    if (cls->number != IMAGE_NONE) {
        add_slot(cls, 0); /* the record of exc.h; no attribute has that number */
    }
    for (uint32_t i = 0; i < cls->bases->header.length; i++) {
        PClass *base = (PClass *)PTUPLE_ITEM(cls->bases, i);
        for (uint32_t j = 0; IS_OBJ(base, PCLASS) && j < base->nslots; j++) {
            add_slot(cls, slots_of(base)[j]);
        }
    }
    for (uint32_t i = 0; i < desc->nslots; i++) {
        if (cls->number == IMAGE_NONE || !exc_has_attribute(own[i])) {
            add_slot(cls, own[i]);
        }
    }
    return ERR_OK;
}

/* ---- making ---- */

static err_t check_base(PObject *base)
{
    if (IS_OBJ(base, PCLASS) || (IS_EXCEPTION(base))) {
        return ERR_OK;
    }
    return vm_raise(ERR_TYPE_EXC, "type '%s' is not an acceptable base type",
                    class_name(base));
}

/* The bases as written, without `object`. */
static err_t set_bases(PClass *cls, PObject *written)
{
    uint32_t n = 0;
    if (written == NULL || !IS_OBJ(written, PTUPLE)) {
        return vm_raise(ERR_TYPE_EXC, "a class body is no function");
    }
    PTuple *bases = tuple_new(written->header.length);
    if (bases == NULL) {
        return ERR_MEMORY_EXC;
    }
    for (uint32_t i = 0; i < written->header.length; i++) {
        PObject *base = PTUPLE_ITEM(written, i);
        if (base == PTYPEOBJ_NEW(POBJECT)) {
            continue;
        }
        err_t err = check_base(base);
        for (uint32_t j = 0; err == ERR_OK && j < n; j++) {
            if (PTUPLE_ITEM(bases, j) == base) {
                err =
                    vm_raise(ERR_TYPE_EXC, "duplicate base class %s", class_name(base));
            }
        }
        if (err != ERR_OK) {
            return err;
        }
        PTUPLE_SET_ITEM(bases, n++, base);
    }
    if (n > MAX_BASES) {
        return vm_raise(ERR_TYPE_EXC, "more than %d bases", MAX_BASES);
    }
    bases->header.length = n;
    cls->bases = bases;
    return ERR_OK;
}

static err_t set_attrs(PClass *cls, const image_class_t *desc, PObject **values)
{
    const uint16_t *names = (const uint16_t *)(desc + 1);
    err_t err = ERR_OK;
    for (uint32_t i = 0; err == ERR_OK && i < desc->nattrs; i++) {
        uint32_t at = attr_position(cls, names[i]);
        PObject *value = values[i];
        if (value && names[i] == NAME___init_subclass__ && IS_OBJ(value, PFUNCTION)) {
            err = builtin_classmethod(1, NULL, &value, &value); /* Python's own rule */
        }
        if (err == ERR_OK && value && names[i] != NAME___slots__) {
            err = insert_attr(cls, at, names[i], value);
        }
    }
    return err;
}

static err_t register_class(PClass *cls)
{
    if (vm.nclasses == vm.classes_cap) {
        uint32_t cap = vm.classes_cap ? vm.classes_cap * 2 : 16;
        PClass **grown = cap < ATTR_TYPE_KEY
                             ? gc_realloc(vm.classes, cap * (uint32_t)sizeof *grown)
                             : NULL;
        if (grown == NULL) {
            return ERR_MEMORY_EXC;
        }
        vm.classes = grown;
        vm.classes_cap = cap;
    }
    cls->header.aux = (uint16_t)vm.nclasses;
    vm.classes[vm.nclasses++] = cls;
    return ERR_OK;
}

/* __set_name__ of what the class holds. */
static err_t announce_names(PClass *cls)
{
    err_t err = ERR_OK;
    for (uint32_t i = 0; err == ERR_OK && i < cls->header.length; i++) {
        PObject *value = attrs_of(cls)[i].value;
        if (IS_OBJ(value, PINSTANCE) &&
            class_find(class_of(value), NAME___set_name__)) {
            bool found;
            PObject *name =
                        (PObject *)str_from_c(attr_name_text(attrs_of(cls)[i].name)),
                    *ignored;
            PObject *args[2] = {(PObject *)cls, name};
            err = name ? vm_call_special(value, NAME___set_name__, &found, &ignored, 2,
                                         args)
                       : ERR_MEMORY_EXC;
        }
    }
    return err;
}

/* __init_subclass__ of the nearest base that has one. */
static err_t announce_subclass(PClass *cls)
{
    PObject *self = (PObject *)cls, *ignored;
    PObject *hook = class_find_after(cls, self, NAME___init_subclass__, NULL);
    if (hook && IS_OBJ(hook, PCLASSMETHOD)) {
        hook = ((PProperty *)hook)->get;
    }
    return hook ? vm_call(hook, &ignored, 1, &self) : ERR_OK;
}

/* A native class's C struct, its own or a base's. */
static err_t set_native(PClass *cls, const image_class_t *desc)
{
    for (uint32_t i = 0; i < cls->bases->header.length; i++) {
        PClass *base = (PClass *)PTUPLE_ITEM(cls->bases, i);
        if (IS_OBJ(base, PCLASS) && base->native) {
            cls->native = base->native;
        }
    }
    return desc->flags & CLASS_NATIVE ? native_bind_class(desc, &cls->native) : ERR_OK;
}

OPTIONAL err_t class_make(const image_class_t *desc, PObject **locals, PObject **res)
{
    PClass *cls = gc_new(PCLASS, POBJ_HASHABLE, sizeof *cls);
    if (cls == NULL) {
        return ERR_MEMORY_EXC;
    }
    cls->name = desc->name;
    cls->module = desc->module;
    cls->flags = desc->flags;
    cls->number = desc->number;
    cls->qualname = vm.consts[desc->qualname];
    err_t err = set_bases(cls, locals[0]);
    if (err == ERR_OK && (err = make_mro(cls)) == ERR_OK &&
        (err = make_slots(cls, desc)) == ERR_OK &&
        (err = set_attrs(cls, desc, locals + 1)) == ERR_OK &&
        (err = set_native(cls, desc)) == ERR_OK &&
        (err = register_class(cls)) == ERR_OK) {
        find_special_flags(cls);
        *res = (PObject *)cls;
        err = announce_names(cls);
        if (err == ERR_OK) {
            err = announce_subclass(cls);
        }
    }
    return err;
}

/* ---- instances ---- */

PInstance *class_new_instance(PClass *cls)
{
    size_t size = sizeof(PInstance) + cls->nslots * sizeof(PObject *);
    if (cls->native) {
        size = native_instance_size(cls);
    }
    PInstance *o = gc_new(PINSTANCE, POBJ_HASHABLE, size);
    if (o) {
        o->header.aux = cls->header.aux;
        if (cls->native && native_watch(o, cls) != ERR_OK) {
            return NULL;
        }
    }
    return o;
}

PDict *class_overflow(PInstance *instance, bool create)
{
    if (instance->header.length == 0 && create) {
        PDict *dict = dict_new(2);
        if (dict) {
            instance->header.length = gc_ref(dict);
        }
        return dict;
    }
    return instance->header.length ? gc_deref(instance->header.length) : NULL;
}

/* ---- types as Python sees them ---- */

PObject *class_type_of(PObject *o)
{
    uint8_t type = PTYPE(o);
    switch (type) {
    case PINSTANCE:
        return (PObject *)class_of(o);
    case PEXCEPTION:
        return IS_TAGGED(o) ? PTYPEOBJ_NEW(PTYPE_TYPE) : PEXCEPTION_NEW(o->header.aux);
    case PCLASS:
        return PTYPEOBJ_NEW(PTYPE_TYPE);
    case PSMALLINT:
    case PBIGINT:
        return PTYPEOBJ_NEW(PINTEGER);
    case PCELL: /* the type of two tagged values too */
        return PTYPEOBJ_NEW(o == P_ELLIPSIS          ? PELLIPSIS
                            : o == P_NOT_IMPLEMENTED ? PNOTIMPLEMENTED
                                                     : PCELL);
    default:
        return PTYPEOBJ_NEW(type);
    }
}

const char *class_name(PObject *cls)
{
    if (IS_OBJ(cls, PCLASS)) {
        return attr_name_text(((PClass *)cls)->name);
    }
    if (IS_EXCEPTION(cls)) {
        return exc_name(PEXCEPTION_NUMBER(cls));
    }
    return IS_TYPEOBJ(cls) ? typestrings[PTYPEOBJ_ID(cls)] : type_name_of(cls);
}

static bool is_class(PObject *o)
{
    return IS_OBJ(o, PCLASS) || IS_EXCEPTION(o) || IS_TYPEOBJ(o);
}

static bool type_derives(PObject *sub, PObject *cls)
{
    if (sub == cls || cls == PTYPEOBJ_NEW(POBJECT)) {
        return true;
    }
    if (IS_OBJ(sub, PCLASS)) {
        return class_derives((PClass *)sub, cls);
    }
    if (IS_EXCEPTION(sub) && IS_EXCEPTION(cls)) {
        return exc_derives(PEXCEPTION_NUMBER(sub), PEXCEPTION_NUMBER(cls));
    }
    return sub == PTYPEOBJ_NEW(PBOOL) && cls == PTYPEOBJ_NEW(PINTEGER);
}

static err_t derives_any(PObject *sub, PObject *cls, const char *who, bool *res)
{
    *res = false;
    if (is_class(cls)) {
        *res = type_derives(sub, cls);
        return ERR_OK;
    }
    if (!IS_OBJ(cls, PTUPLE)) {
        bool instance = strcmp(who, "isinstance()") == 0;
        return vm_raise(
            ERR_TYPE_EXC,
            instance ? "%s arg 2 must be a type, a tuple of types, or a union"
                     : "%s arg 2 must be a class, a tuple of classes, or a union",
            who);
    }
    err_t err = ERR_OK;
    for (uint32_t i = 0; err == ERR_OK && !*res && i < cls->header.length; i++) {
        err = derives_any(sub, PTUPLE_ITEM(cls, i), who, res);
    }
    return err;
}

err_t class_is_instance(PObject *o, PObject *cls, bool *res)
{
    return derives_any(class_type_of(o), cls, "isinstance()", res);
}

err_t class_is_subclass(PObject *sub, PObject *cls, bool *res)
{
    if (!is_class(sub)) {
        return vm_raise(ERR_TYPE_EXC, "issubclass() arg 1 must be a class");
    }
    return derives_any(sub, cls, "issubclass()", res);
}

static err_t class_repr(PObject *self, text_t *out)
{
    PClass *cls = (PClass *)self;
    PObject *module;
    err_t err = module_name(cls->module, &module);
    return err != ERR_OK ? err
                         : text_addf(out, "<class '%S.%S'>", module, cls->qualname);
}

/* Classic programs compare type(x) with PINSTANCE. */
static err_t class_compare(compare_t op, PObject *a, PObject *b, PObject **res)
{
    (void)a;
    bool same = op == CMP_EQ && b == PSMALLINT_NEW(PINSTANCE);
    *res = same ? P_TRUE : P_NOT_IMPLEMENTED;
    return ERR_OK;
}

const type_ops_t class_ops = {.repr = class_repr, .compare = class_compare};
