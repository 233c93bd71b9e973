/* SPDX-License-Identifier: MIT */
/* vm.c -- starting the machine, running an image's main module, ending; the collector's
 * roots. */
#include "vm.h"
#include "attr.h"
#include "builtins.h"
#include "bytes.h"
#include "class.h"
#include "console.h"
#include "exc.h"
#include "gc.h"
#include "image_load.h"
#include "irq.h"
#include "module.h"
#include "native.h"
#include "state.h"
#include "str.h"
#include "systimer.h"
#include "thread.h"
#include "traceback.h"
#include "tuple.h"
#include "vmctrl.h"
#include "pstring.h"
#include <string.h>

vm_state_t vm;
_Atomic uint32_t vm_preempt;

static bool make_shared_values(void)
{
    vm.empty_tuple = (PObject *)tuple_new(0);
    vm.empty_str = (PObject *)str_new("", 0);
    vm.empty_bytes = (PObject *)pbytes_new(0, NULL);
    return vm.empty_tuple && vm.empty_str && vm.empty_bytes;
}

static void say(const char *text)
{
    console_error(text, strlen(text));
}

bool vm_start(const vm_config_t *config)
{
    vm.config = *config;
    gc_init_heap(config->heap, config->heap_size);
    gc_set_switches(&config->switches);
    vos_set_preempt_flag(&vm_preempt);
    if (thread_start_main() != ERR_OK || !make_shared_values()) {
        say("zvm: the heap is too small to start\n");
        return false;
    }
    return true;
}

/* What the main thread did not catch: the status to exit with, unless the program asked
 * for a reset. */
static int report_main(err_t err)
{
    bool leaves = exc_derives((uint16_t)err, NAME_SystemExit);
    vm_option_t reset =
        err == ERR_MEMORY_EXC ? VM_RESET_ON_OUTOFMEMORY : VM_RESET_ON_EXCEPTION;
    int status = trace_report(err);
    if (!leaves && vmctrl_option(reset)) {
        console_flush();
        vosSysReset();
    }
    return status;
}

int vm_run_image(void *image, size_t length)
{
    const char *why = image_load(image, length);
    PObject *ignored;
    if (why) {
        say(why);
        return 1;
    }
    err_t err = native_bind_image();
    if (err == ERR_OK) {
        err = module_import(0, &ignored);
    }
    int status = err == ERR_OK ? 0 : report_main(err);
    if (!thread_wait_all() && status == 0) {
        status = TRACE_INTERRUPTED;
    }
    console_flush();
    return status;
}

void vm_end(void)
{
    native_run_deallocs(true);
    console_flush();
}

uint32_t vm_oom_left(void)
{
    return gc_oom_left();
}

static void mark_array(PObject **values, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (values[i]) {
            gc_mark(values[i]);
        }
    }
}

static void mark_if(void *o)
{
    if (o) {
        gc_mark(o);
    }
}

void gc_mark_roots(void)
{
    if (vm.header) {
        mark_array(vm.globals, vm.header->nglobals);
        mark_array((PObject **)vm.modules, vm.header->nmodules);
    }
    mark_array((PObject **)vm.classes, vm.nclasses);
    mark_array(vm.ascii_chars, sizeof vm.ascii_chars / sizeof *vm.ascii_chars);
    mark_if(vm.new_names);
    mark_if(vm.name_index);
    mark_if(vm.function_attrs);
    mark_if(vm.empty_tuple);
    mark_if(vm.empty_str);
    mark_if(vm.empty_bytes);
    irq_mark();
    systimer_mark();
    native_mark_dead();
    PThread *t = vm.threads;
    if (t) {
        do {
            gc_mark_thread(t);
            t = t->next;
        } while (t != vm.threads);
    }
}
