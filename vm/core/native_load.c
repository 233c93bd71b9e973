/* SPDX-License-Identifier: MIT */
/*
 * native_load.c -- finding the native modules that an image needs, and in them the C
 * functions and classes that it names.
 */
#include "exc.h"
#include "gc.h"
#include "native_bind.h"
#include <string.h>

/* By row of the image's needs. */
static const zn_module_t **modules;

static const image_need_t *need_row(uint32_t row)
{
    return (const image_need_t *)(vm.image + vm.header->needs) + row;
}

static const char *text_at(uint32_t offset)
{
    return (const char *)vm.image + offset;
}

/* ---- modules ---- */

static err_t check_module(const zn_module_t *m, const image_need_t *need)
{
    const char *name = text_at(need->name);
    if (m->abi_major != ZN_ABI_MAJOR || m->abi_minor > ZN_ABI_MINOR) {
        return vm_raise(NAME_ImportError,
                        "native module '%s' wants ABI %d.%d, this VM offers %d.%d: run "
                        "'zvm-native build'",
                        name, m->abi_major, m->abi_minor, ZN_ABI_MAJOR, ZN_ABI_MINOR);
    }
    if (need->crc && m->crc != need->crc) {
        return vm_raise(NAME_ImportError,
                        "native module '%s' does not fit its Python side: run "
                        "'zvm-native build'",
                        name);
    }
    return ERR_OK;
}

static err_t load_module(uint32_t row)
{
    const image_need_t *need = need_row(row);
    const char *name = text_at(need->name), *why = NULL;
    const zn_module_t *m = NULL;
    if (vm.config.find_module) {
        m = vm.config.find_module(name, &why);
    }
    if (m == NULL) {
        return vm_raise(NAME_ImportError, "native module '%s' is not there: %s", name,
                        why ? why : "run 'zvm-native build'");
    }
    err_t err = check_module(m, need);
    if (err == ERR_OK && m->roots != m->roots_end) {
        err = gc_add_roots(m->roots, m->roots_end);
    }
    modules[row] = m;
    return err;
}

/* ---- symbols ---- */

static const zn_native_t *find_in(const zn_module_t *m, const char *symbol)
{
    uint32_t lo = 0, hi = m->nnatives;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        int order = strcmp(m->natives[mid].symbol, symbol);
        if (order == 0) {
            return &m->natives[mid];
        }
        if (order < 0) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return NULL;
}

static const zn_class_t *find_class_in(const zn_module_t *m, const char *symbol)
{
    for (uint32_t i = 0; i < m->nclasses; i++) {
        if (strcmp(m->classes[i]->symbol, symbol) == 0) {
            return m->classes[i];
        }
    }
    return NULL;
}

static err_t not_found(const char *what, const char *symbol, uint16_t need)
{
    if (need == IMAGE_NONE) {
        return vm_raise(NAME_ImportError, "%s '%s' is in no native module", what,
                        symbol);
    }
    return vm_raise(NAME_ImportError,
                    "%s '%s' is not in native module '%s': run 'zvm-native build'",
                    what, symbol, text_at(need_row(need)->name));
}

static void fill_row(native_row_t *row, zn_native_fn fn, const image_native_t *desc)
{
    const uint16_t *defaults = (const uint16_t *)(desc + 1) + desc->nparams;
    *row = (native_row_t){fn, desc, NULL, -1, -1, -1};
    if (desc->nkwonly == 0 && desc->nparams <= INT8_MAX &&
        !(desc->flags & (NATIVE_VARARGS | NATIVE_VARKW))) {
        row->plain = row->least = (int8_t)desc->nparams;
        while (row->least > 0 && defaults[row->least - 1] != IMAGE_NONE) {
            row->least--;
        }
        if (row->least < row->plain) {
            row->last = vm.consts[defaults[row->plain - 1]];
        }
        row->loose = desc->flags & NATIVE_METHOD ? -1 : row->plain;
    }
}

static err_t bind_native(uint32_t index)
{
    const image_native_t *desc =
        (const image_native_t *)(vm.image +
                                 ((const uint32_t *)(vm.image +
                                                     vm.header->natives))[index]);
    const char *symbol = text_at(desc->symbol);
    const zn_native_t *found = NULL;
    for (uint32_t i = 0; found == NULL && i < vm.header->nneeds; i++) {
        if (desc->need == IMAGE_NONE || desc->need == i) {
            found = find_in(modules[i], symbol);
        }
    }
    if (found == NULL) {
        return not_found("native", symbol, desc->need);
    }
    fill_row(&vm.natives[index], found->fn, desc);
    return ERR_OK;
}

err_t native_bind_class(const image_class_t *desc, const zn_class_t **res)
{
    const char *symbol = text_at(desc->symbol);
    const zn_class_t *found = NULL;
    for (uint32_t i = 0; found == NULL && modules && i < vm.header->nneeds; i++) {
        if (desc->need == IMAGE_NONE || desc->need == i) {
            found = find_class_in(modules[i], symbol);
        }
    }
    *res = found;
    return found ? ERR_OK : not_found("native class", symbol, desc->need);
}

/* ---- all of an image ---- */

static void *new_table(uint32_t n, size_t size)
{
    void *table = gc_malloc((uint32_t)(n * size));
    if (table) {
        memset(table, 0, n * size);
    }
    return table;
}

OPTIONAL err_t native_bind_image(void)
{
    uint32_t nneeds = vm.header->nneeds, nnatives = vm.header->nnatives;
    err_t err = ERR_OK;
    if ((nneeds && !(modules = new_table(nneeds, sizeof *modules))) ||
        (nnatives && !(vm.natives = new_table(nnatives, sizeof *vm.natives)))) {
        native_unbind();
        return ERR_MEMORY_EXC;
    }
    for (uint32_t i = 0; err == ERR_OK && i < nneeds; i++) {
        err = load_module(i);
    }
    for (uint32_t i = 0; err == ERR_OK && i < nnatives; i++) {
        err = bind_native(i);
    }
    return err;
}

void native_unbind(void)
{
    gc_free(modules);
    gc_free(vm.natives);
    modules = NULL;
    vm.natives = NULL;
}
