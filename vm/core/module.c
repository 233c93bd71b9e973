/* SPDX-License-Identifier: MIT */
/* module.c -- modules: running their bodies once, and their names as attributes. */
#include "module.h"
#include "attr.h"
#include "call.h"
#include "exc.h"
#include "exec.h"
#include "gc.h"
#include "str.h"
#include "text.h"
#include "type.h"

static const image_module_t *row_of(uint16_t row)
{
    return (const image_module_t *)(vm.image + vm.header->modules) + row;
}

static PModule *module_object(uint16_t row)
{
    PModule *m = vm.modules[row];
    if (m == NULL && (m = gc_new(PMODULE, POBJ_HASHABLE, sizeof *m)) != NULL) {
        m->header.aux = row;
        vm.modules[row] = m;
    }
    return m;
}

err_t module_import(uint16_t row, PObject **res)
{
    PModule *m = module_object(row);
    if (m == NULL) {
        return ERR_MEMORY_EXC;
    }
    *res = (PObject *)m;
    if (m->loaded != MODULE_NEW) {
        return ERR_OK;
    }
    PFunction *body = gc_new(PFUNCTION, 0, sizeof *body);
    PObject *ignored;
    if (body == NULL) {
        return ERR_MEMORY_EXC;
    }
    body->code = vm_code(row_of(row)->code);
    m->loaded = MODULE_RUNNING;
    err_t err = vm_call((PObject *)body, &ignored, 0, NULL);
    m->loaded = err == ERR_OK ? MODULE_LOADED : MODULE_NEW;
    return err;
}

/* The global slot of a name, or NULL. */
static PObject **find_global(uint16_t row, uint16_t name)
{
    const image_module_t *m = row_of(row);
    const uint16_t *syms = (const uint16_t *)(vm.image + m->syms);
    for (uint32_t i = 0; i < m->nsyms; i++) {
        if (syms[2 * i] == name) {
            return &vm.globals[syms[2 * i + 1]];
        }
    }
    return NULL;
}

err_t module_attribute(PModule *module, uint16_t name, PObject **res)
{
    PObject **global = find_global(module->header.aux, name);
    *res = global ? *global : NULL;
    if (*res == NULL && name == NAME___name__) {
        return module_name(module->header.aux, res);
    }
    return ERR_OK;
}

err_t module_set_attribute(PModule *module, uint16_t name, PObject *value)
{
    PObject **global = find_global(module->header.aux, name);
    if (global == NULL || (value == NULL && *global == NULL)) {
        return vm_raise(ERR_ATTRIBUTE_EXC, "module '%s' has no attribute '%s'",
                        attr_name_text(row_of(module->header.aux)->name),
                        attr_name_text(name));
    }
    *global = value;
    return ERR_OK;
}

err_t module_name(uint16_t row, PObject **res)
{
    *res = (PObject *)str_from_c(row == 0 ? "__main__"
                                          : attr_name_text(row_of(row)->name));
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

uint16_t module_global_name(uint16_t global)
{
    for (uint16_t row = 0; row < vm.header->nmodules; row++) {
        const image_module_t *m = row_of(row);
        const uint16_t *syms = (const uint16_t *)(vm.image + m->syms);
        for (uint32_t i = 0; i < m->nsyms; i++) {
            if (syms[2 * i + 1] == global) {
                return syms[2 * i];
            }
        }
    }
    return 0;
}

static err_t module_repr(PObject *self, text_t *out)
{
    const image_module_t *m = row_of(self->header.aux);
    text_addf(out, "<module '%s' from %R>", attr_name_text(m->name),
              vm.consts[m->file]);
    return ERR_OK;
}

const type_ops_t module_ops = {.repr = module_repr};
