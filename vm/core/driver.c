/* SPDX-License-Identifier: MIT */
/* driver.c -- drivers in C that Python reaches by __driver(name).__ctl__(command, …).
 */
#include "driver.h"
#include "builtins.h"
#include "exc.h"
#include "gc.h"
#include "native.h"
#include "obj.h"
#include "state.h"
#include "text.h"

/* Few and looked up in order: a list takes no memory where there are none. */
typedef struct driver {
    VBLDriver driver; /* its id is the class */
    struct driver *next;
} driver_t;

static driver_t *drivers;

/* SPI0, SPI1 … are one driver: the class is the high byte of such a name. */
static uint32_t class_of_name(int64_t name)
{
    return (uint32_t)(name > 0xFF ? name >> 8 : name);
}

static driver_t *find(uint32_t id)
{
    driver_t *d = drivers;
    while (d && d->driver.id != id) {
        d = d->next;
    }
    return d;
}

void *vbl_install_driver(const VBLDriver *driver)
{
    uint32_t id = class_of_name(driver->id);
    driver_t *d = find(id);
    if (d == NULL) {
        d = gc_malloc(sizeof *d);
        if (d == NULL) {
            return NULL;
        }
        *d = (driver_t){.driver.id = id, .next = drivers};
        drivers = d;
    }
    d->driver.ctl = driver->ctl;
    return &d->driver;
}

const VBLDriver *vbl_get_driver(uint32_t id)
{
    driver_t *d = find(class_of_name(id));
    return d ? &d->driver : NULL;
}

static err_t no_driver(int64_t name)
{
    return vm_raise(ERR_PERIPHERAL_ERROR_EXC, "no driver 0x%x is installed",
                    (unsigned)name);
}

/* __driver(name): the driver of a peripheral's class. */
OPTIONAL err_t builtin___driver(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t name;
    (void)nargs, (void)self;
    err_t err = obj_index(args[0], &name);
    if (err != ERR_OK) {
        return err;
    }
    if (name < 0 || name > 0xFFFF || find(class_of_name(name)) == NULL) {
        return no_driver(name);
    }
    *res = PDRIVER_NEW(class_of_name(name));
    return ERR_OK;
}

static err_t method_ctl(int nargs, PObject *self, PObject **args, PObject **res)
{
    driver_t *d = find(PDRIVER_ID(self));
    PThread *t = vm.current;
    if (d == NULL) {
        return no_driver(PDRIVER_ID(self));
    }
    native_fn ctl = (native_fn)d->driver.ctl;
    *res = P_NONE;
    return native_finish_named("__ctl__", t, ctl(nargs, self, args, res), res);
}

static err_t driver_repr(PObject *self, text_t *out)
{
    return text_addf(out, "<driver %u>", (unsigned)PDRIVER_ID(self));
}

static err_t driver_hash(PObject *self, uint32_t *hash)
{
    *hash = PDRIVER_ID(self) * 0x9E3779B1u;
    return ERR_OK;
}

static const type_method_t driver_methods[] = {
    {NAME___ctl__, 0, 255, method_ctl, NULL},
};

const type_ops_t driver_ops = {
    .repr = driver_repr,
    .hash = driver_hash,
    .methods = driver_methods,
    .nmethods = sizeof driver_methods / sizeof *driver_methods,
};
