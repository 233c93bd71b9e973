/* SPDX-License-Identifier: MIT */
/* calls.c -- Python called from C: at once, by the interrupt thread, from C threads. */
#include "expect.h"

C_NATIVE(test_calls_threads)
{
    C_NATIVE_UNWARN();
    PThread *t = PTHREAD_CURRENT();
    EXPECT(t != NULL && PTYPE(t) == PTHREAD && VM_DEFAULT_THREAD_SIZE >= 4096 && VM_IRQS >= 8);
    EXPECT(VMT_INACTIVE == 0 && VMT_SUSPENDED == 1 && VMT_RUNNING == 2 && VMT_RETURNING == 3 && VMT_FINISHED == 4);
    return ERR_OK;
}

C_NATIVE(test_calls_kernel_objects)
{
    C_NATIVE_UNWARN();
    PSysObject *o = psysobj_new(PSYS_SEMAPHORE);
    EXPECT(PTYPE(o) == PSYSOBJ && o->type == 0 && o->sys.sem == NULL && PCHECK_HASHABLE(o));
    o->sys.sem = vosSemCreate(1);
    EXPECT(vosSemWaitTimeout(o->sys.sem, VTIME_IMMEDIATE) == VRES_OK);
    vosSemDestroy(o->sys.sem);
    EXPECT(PSYS_BSEMAPHORE == 1 && PSYS_TIMER == 2 && PSYS_EVENT == 3);
    return ERR_OK;
}

/* fn(*args): its result, or its exception as it is. */
C_NATIVE(call)
{
    C_NATIVE_UNWARN();
    CHECK_ARG(args[1], PTUPLE);
    return vm_call(args[0], res, (int)PSEQUENCE_ELEMENTS(args[1]), PTUPLE_OBJECTS(args[1]));
}

/* What a thing is to C. */
C_NATIVE(type_number)
{
    C_NATIVE_UNWARN();
    PClass *cls = (PClass *)args[0];
    PInstance *instance = (PInstance *)cls;
    PModule *module = (PModule *)instance;
    PFunction *function = (PFunction *)module;
    PCallable *callable = (PCallable *)function;
    PMethod *method = (PMethod *)callable;
    PException *exception = (PException *)method;
    PFrame *frame = (PFrame *)(void *)exception;
    MAKE_RESULT(PSMALLINT_NEW(PTYPE((PObject *)(void *)frame)));
    return ERR_OK;
}

/* Calls fn(0), fn(1) …, from now on. */
C_NATIVE(post)
{
    C_NATIVE_UNWARN();
    int32_t n, queued = 0;
    CHECK_ARG_INT(args[1]);
    n = PYC_ARG_INT(1);
    for (int32_t i = 0; i < n; i++) {
        PObject *arg = PSMALLINT_NEW(i);
        queued += vm_post(args[0], 1, &arg);
    }
    MAKE_RESULT(PSMALLINT_NEW(queued));
    return ERR_OK;
}

C_NATIVE(add_irq)
{
    C_NATIVE_UNWARN();
    vm_add_irq(args[0], args[1]);
    return ERR_OK;
}

C_NATIVE(lost)
{
    C_NATIVE_UNWARN();
    MAKE_RESULT(PSMALLINT_NEW(vm_irq_lost()));
    return ERR_OK;
}

static PObject *callback C_NATIVE_ROOT;
static VSemaphore done;

static void worker(void *arg)
{
    (void)arg;
    PObject *ignored, *text;
    if (vm_attach() == ERR_OK) {
        text = (PObject *)pstring_new(1, (uint8_t *)"C");
        if (vm_call(callback, &ignored, 1, &text) != ERR_OK) {
            vm_clear();
        }
        vm_detach();
    }
    vosSemSignal(done);
}

C_NATIVE(from_thread)
{
    C_NATIVE_UNWARN();
    callback = args[0];
    done = vosSemCreate(0);
    VThread th = vosThCreate(16384, VOS_PRIO_NORMAL, (void *)worker, NULL, NULL);
    vosThResume(th);
    RELEASE_GIL();
    vosSemWait(done);
    ACQUIRE_GIL();
    vosSemDestroy(done);
    return ERR_OK;
}
