/* SPDX-License-Identifier: MIT */
/*
 * resource.c -- __resource(which): the bytes of a file that new_resource() put into the
 * image, by index or by name. They stay where they are; a name that no file has is
 * None.
 */
#include "builtins.h"
#include "exc.h"
#include "obj.h"
#include "state.h"
#include "str.h"

/* name, bytes, name, bytes … or NULL. */
static PTuple *resources(void)
{
    uint32_t row = vm.header->resources;
    PObject *o = row < vm.header->nconsts ? vm.consts[row] : NULL;
    return o && IS_OBJ(o, PTUPLE) ? (PTuple *)o : NULL;
}

static err_t by_index(PTuple *table, uint32_t count, PObject *which, PObject **res)
{
    int64_t i;
    err_t err = obj_index(which, &i);
    if (err != ERR_OK) {
        return err;
    }
    if (i < 0 || i >= count) {
        return vm_raise(ERR_INDEX_EXC, "no resource %d", (int)i);
    }
    *res = PTUPLE_ITEM(table, 2 * i + 1);
    return ERR_OK;
}

OPTIONAL err_t builtin___resource(int nargs, PObject *self, PObject **args,
                                  PObject **res)
{
    PTuple *table = resources();
    uint32_t count = table ? PSEQUENCE_ELEMENTS(table) / 2 : 0;
    (void)nargs;
    (void)self;
    if (!IS_OBJ(args[0], PSTRING)) {
        return by_index(table, count, args[0], res);
    }
    for (uint32_t i = 0; i < count; i++) {
        PObject *name = PTUPLE_ITEM(table, 2 * i);
        if (IS_OBJ(name, PSTRING) && str_equal(name, args[0])) {
            *res = PTUPLE_ITEM(table, 2 * i + 1);
        }
    }
    return ERR_OK;
}
