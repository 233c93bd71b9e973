/* SPDX-License-Identifier: MIT */
/*
 * vmctrl.c -- __vmctrl(command, a, b, c): what the VM is, and its options.
 *
 *   0 INFO    a: 0 version, 1 (version, board, bits of a word, bytes of heap), 2 board,
 *             3 calls from interrupts lost
 *   1 SETOPT  option a to b     2 GETOPT  option a
 *   3 ENCRYPT  4 DECRYPT  5 TRACEMASK  6 TRACE   are no part of this VM
 */
#include "vmctrl.h"
#include "builtins.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "obj.h"
#include "state.h"
#include "str.h"
#include "tuple.h"
#include "vminterface.h"

enum { CMD_INFO, CMD_SETOPT, CMD_GETOPT, CMD_ENCRYPT, CMD_TRACE = 6 };
enum { INFO_VERSION, INFO_ALL, INFO_BOARD, INFO_LOST };

static bool options[VM_OPTIONS] = {
    [VM_TRACE_ON_EXCEPTION] = true,
    [VM_TRACE_ON_HARDFAULT] = true,
    [VM_TRACE_ON_OUTOFMEMORY] = true,
};

bool vmctrl_option(vm_option_t option)
{
    return options[option];
}

static PObject *board(void)
{
    return (PObject *)str_from_c(vm.config.board ? vm.config.board : "unknown");
}

static PObject *version(void)
{
    return (PObject *)str_from_c(vm.config.version ? vm.config.version : "unknown");
}

static PObject *all(void)
{
    gc_info_t info;
    gc_get_info(&info);
    PObject *items[] = {version(), board(), PSMALLINT_NEW(8 * sizeof(void *)),
                        int_new_u64(info.total)};
    for (unsigned i = 0; i < sizeof items / sizeof *items; i++) {
        if (items[i] == NULL) {
            return NULL;
        }
    }
    return (PObject *)tuple_from(sizeof items / sizeof *items, items);
}

static err_t tell(int64_t what, PObject **res)
{
    if (what < INFO_VERSION || what > INFO_LOST) {
        return vm_raise(ERR_VALUE_EXC, "the VM has no such information");
    }
    *res = what == INFO_ALL     ? all()
           : what == INFO_BOARD ? board()
           : what == INFO_LOST  ? int_new_u64(vm_irq_lost())
                                : version();
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t option(bool set, int64_t which, PObject *value, PObject **res)
{
    bool on;
    err_t err = obj_is_true(value, &on);
    if (err != ERR_OK) {
        return err;
    }
    if (which < 0 || which >= VM_OPTIONS) {
        return vm_raise(ERR_VALUE_EXC, "the VM has no such option");
    }
    if (set) {
        options[which] = on;
    }
    *res = PSMALLINT_NEW(options[which]);
    return ERR_OK;
}

OPTIONAL err_t builtin___vmctrl(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t command = 0, which = 0;
    (void)nargs, (void)self;
    err_t err = obj_index(args[0], &command);
    if (err != ERR_OK) {
        return err;
    }
    if (command >= CMD_ENCRYPT && command <= CMD_TRACE) {
        return vm_raise(ERR_UNSUPPORTED_EXC,
                        "encryption and tracing are not supported");
    }
    if (command < CMD_INFO || command > CMD_TRACE) {
        return vm_raise(ERR_VALUE_EXC, "unknown command of the VM");
    }
    err = obj_index(args[1], &which);
    if (err != ERR_OK) {
        return err;
    }
    return command == CMD_INFO ? tell(which, res)
                               : option(command == CMD_SETOPT, which, args[2], res);
}
