/* SPDX-License-Identifier: MIT */
/* exc_group.c -- exception groups: their parts and methods, and splitting for except*.
 */
#include "exc_group.h"
#include "call.h"
#include "exc.h"
#include "gc.h"
#include "list.h"
#include "obj.h"
#include "state.h"
#include "text.h"
#include "tuple.h"

bool group_is(PObject *exc)
{
    PTuple *args = exc_args(exc);
    if (exc_record(exc) == NULL || args->header.length != 2 ||
        !exc_derives(exc_number(exc), NAME_BaseExceptionGroup)) {
        return false;
    }
    PObject *members = PTUPLE_ITEM(args, 1); /* args can be set to anything */
    return IS_OBJ(PTUPLE_ITEM(args, 0), PSTRING) &&
           (IS_OBJ(members, PLIST) || IS_OBJ(members, PTUPLE));
}

static PObject *message_of(PObject *group)
{
    return PTUPLE_ITEM(exc_args(group), 0);
}

static PObject *members_of(PObject *group)
{
    return PTUPLE_ITEM(exc_args(group), 1);
}

/* ---- making ---- */

static err_t check_members(uint16_t number, PObject *members)
{
    bool plain = exc_derives(number, NAME_ExceptionGroup);
    uint32_t n = members->header.length;
    if (n == 0) {
        return vm_raise(ERR_VALUE_EXC,
                        "second argument (exceptions) must be a non-empty sequence");
    }
    for (uint32_t i = 0; i < n; i++) {
        PObject *member = PSEQUENCE_OBJECTS(members)[i];
        uint16_t of = IS_TAGGED(member) ? 0 : exc_number(member);
        if (of == 0) {
            return vm_raise(
                ERR_VALUE_EXC,
                "Item %u of second argument (exceptions) is not an exception",
                (unsigned)i);
        }
        if (plain && !exc_derives(of, NAME_Exception)) {
            return vm_raise(ERR_TYPE_EXC,
                            "Cannot nest BaseExceptions in an ExceptionGroup");
        }
    }
    return ERR_OK;
}

err_t group_check(uint16_t number, PTuple *args)
{
    uint32_t n = args ? args->header.length : 0;
    if (n != 2) {
        return vm_raise(ERR_TYPE_EXC,
                        "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u "
                        "given)",
                        (unsigned)n);
    }
    if (!IS_OBJ(PTUPLE_ITEM(args, 0), PSTRING)) {
        return vm_raise(ERR_TYPE_EXC,
                        "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                        type_name_of(PTUPLE_ITEM(args, 0)));
    }
    PObject *members = PTUPLE_ITEM(args, 1);
    if (!IS_OBJ(members, PLIST) && !IS_OBJ(members, PTUPLE)) {
        return vm_raise(ERR_TYPE_EXC,
                        "second argument (exceptions) must be a sequence");
    }
    return check_members(number, members);
}

uint16_t group_number(uint16_t number, PTuple *args)
{
    PObject *members = PTUPLE_ITEM(args, 1);
    bool plain = number == NAME_BaseExceptionGroup;
    for (uint32_t i = 0; plain && i < members->header.length; i++) {
        plain = exc_derives(exc_number(PSEQUENCE_OBJECTS(members)[i]), NAME_Exception);
    }
    return plain ? NAME_ExceptionGroup : number;
}

/* A group with other members, chained as `like` is. */
static err_t derive(PObject *like, PObject *message, PObject *members, PObject **res)
{
    PObject *args[2] = {message, members};
    PTuple *tuple = tuple_from(2, args);
    PObject *group =
        tuple ? exc_new(group_number(NAME_BaseExceptionGroup, tuple), tuple) : NULL;
    PException *from = exc_record(like), *to = (PException *)group;
    if (group == NULL) {
        return ERR_MEMORY_EXC;
    }
    if (from) {
        to->cause = from->cause;
        to->context = from->context;
        to->trace = from->trace;
    }
    *res = group;
    return ERR_OK;
}

/* ---- splitting ---- */

static err_t split(PObject *exc, PObject *type, PObject **matching, PObject **rest);

/* None when there are no members. */
static err_t part(PObject *group, PList *members, PObject **res)
{
    *res = P_NONE;
    return members->header.length
               ? derive(group, message_of(group), (PObject *)members, res)
               : ERR_OK;
}

static err_t split_members(PObject *group, PObject *type, PObject **matching,
                           PObject **rest)
{
    PList *good = list_new(0), *bad = list_new(0);
    PObject *members = members_of(group);
    err_t err = good && bad ? call_check_c_stack() : ERR_MEMORY_EXC;
    for (uint32_t i = 0; err == ERR_OK && i < members->header.length; i++) {
        PObject *yes, *no;
        err = split(PSEQUENCE_OBJECTS(members)[i], type, &yes, &no);
        if (err == ERR_OK && yes != P_NONE) {
            err = list_append(good, yes);
        }
        if (err == ERR_OK && no != P_NONE) {
            err = list_append(bad, no);
        }
    }
    if (err == ERR_OK && (err = part(group, good, matching)) == ERR_OK) {
        err = part(group, bad, rest);
    }
    return err;
}

/* Parts of a group that match the type or not, None for an empty one. */
static err_t split(PObject *exc, PObject *type, PObject **matching, PObject **rest)
{
    bool match;
    err_t err = exc_matches(exc, type, &match);
    if (err == ERR_OK && !match && group_is(exc)) {
        return split_members(exc, type, matching, rest);
    }
    *matching = match ? exc : P_NONE;
    *rest = match ? P_NONE : exc;
    return err;
}

/* except* never sees a naked exception. */
static err_t wrap(PObject *exc, PObject **res)
{
    PObject *object = exc_object(exc);
    PList *members = object ? list_from(1, &object) : NULL;
    return members ? derive(object, vm.empty_str, (PObject *)members, res)
                   : ERR_MEMORY_EXC;
}

OPTIONAL err_t group_star_split(PObject **values)
{
    PObject *matching = P_NONE, *rest = values[0];
    bool naked = !group_is(values[0]);
    err_t err = split(values[0], values[1], &matching, &rest);
    if (err == ERR_OK && naked && matching != P_NONE) {
        err = wrap(matching, &matching);
    }
    values[0] = rest;
    values[1] = matching;
    return err;
}

/* ---- what Python sees ---- */

err_t group_str(PObject *group, text_t *out)
{
    uint32_t n = members_of(group)->header.length;
    text_add_str(out, message_of(group));
    return text_addf(out, " (%u sub-exception%s)", (unsigned)n, n == 1 ? "" : "s");
}

static err_t method_split(int nargs, PObject *self, PObject **args, PObject **res)
{
    PObject *parts[2];
    (void)nargs;
    err_t err = split(self, args[0], &parts[0], &parts[1]);
    if (err == ERR_OK) {
        *res = (PObject *)tuple_from(2, parts);
        err = *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    return err;
}

static err_t method_subgroup(int nargs, PObject *self, PObject **args, PObject **res)
{
    PObject *rest;
    (void)nargs;
    return split(self, args[0], res, &rest);
}

static err_t method_derive(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    PTuple *members;
    err_t err = tuple_from_iterable(args[0], &members);
    if (err == ERR_OK) {
        err = check_members(exc_number(self), (PObject *)members);
    }
    return err != ERR_OK ? err
                         : derive(self, message_of(self), (PObject *)members, res);
}

static const type_method_t group_methods[] = {
    {NAME_split, 1, 1, method_split, NULL},
    {NAME_subgroup, 1, 1, method_subgroup, NULL},
    {NAME_derive, 1, 1, method_derive, NULL},
};

err_t group_getattr(PObject *group, uint16_t name, PObject **res)
{
    if (name == NAME_message) {
        *res = message_of(group);
        return ERR_OK;
    }
    if (name == NAME_exceptions) {
        PObject *members = members_of(group);
        *res =
            (PObject *)tuple_from(members->header.length, PSEQUENCE_OBJECTS(members));
        return *res ? ERR_OK : ERR_MEMORY_EXC;
    }
    for (unsigned i = 0; i < sizeof group_methods / sizeof *group_methods; i++) {
        if (group_methods[i].name == name) {
            PNativeMethod *m = gc_new(PNATIVEMETHOD, POBJ_HASHABLE, sizeof *m);
            if (m == NULL) {
                return ERR_MEMORY_EXC;
            }
            m->method = &group_methods[i];
            m->self = group;
            *res = (PObject *)m;
        }
    }
    return ERR_OK;
}
