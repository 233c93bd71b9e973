/* Python called from interrupts and from C threads: vm_post, vm_add_irq, vm_attach. */
#include "zerynth.h"

static zn_callable kept;
static PObject *two C_NATIVE_ROOT;
static VSysTimer timer;
static VSemaphore done;
static int32_t fired, wanted;

/* Context: isr. */
static void on_timer(void *arg)
{
    PObject *number = PSMALLINT_NEW(fired);
    (void)arg;
    vm_post(kept.object, 1, &number);
    if (++fired == wanted) {
        vosTimerReset(timer);
    }
}

/// Calls cb(0) … cb(n - 1), each from a timer's interrupt.
C_NATIVE_FN() void interrupts_every_ms(int32_t n, zn_callable cb ZN_SCOPE(forever))
{
    kept = cb;
    fired = 0;
    wanted = n;
    timer = timer ? timer : vosTimerCreate();
    vosTimerRecurrent(timer, TIME_U(1, MILLIS), on_timer, NULL);
}

/// Posts more calls than the queue holds; how many were lost.
C_NATIVE_FN() int32_t interrupts_flood(zn_callable cb ZN_SCOPE(forever))
{
    uint32_t before = vm_irq_lost();
    int32_t refused = 0;
    for (int i = 0; i < VM_IRQS + 3; i++) {
        refused += !vm_post(cb.object, 0, NULL);
    }
    return refused == (int32_t)(vm_irq_lost() - before) ? refused : -1;
}

/// The arguments come as a tuple.
C_NATIVE_FN() err_t interrupts_pair(zn_callable cb ZN_SCOPE(forever))
{
    PObject *items[2] = {PSMALLINT_NEW(1), PSMALLINT_NEW(2)};
    two = (PObject *)ptuple_new(2, items);
    if (two == NULL) {
        return ERR_MEMORY_EXC;
    }
    vm_add_irq(cb.object, two);
    return ERR_OK;
}

/* A C thread that makes objects without the GIL and calls Python with it. */
static void worker(void *arg)
{
    PObject *text = (PObject *)pstring_new(6, (const uint8_t *)"worker"), *res;
    (void)arg;
    if (text && vm_attach() == ERR_OK) {
        if (vm_call(kept.object, &res, 1, &text) != ERR_OK) {
            vm_clear();
        }
        vm_detach();
    }
    vosSemSignal(done);
}

/// cb("worker") from a thread of C's, while the caller waits without the GIL.
C_NATIVE_FN(nogil) err_t interrupts_from_thread(zn_callable cb ZN_SCOPE(forever))
{
    kept = cb;
    done = vosSemCreate(0);
    VThread th = done ? vosThCreate(8192, VOS_PRIO_NORMAL, (void *)worker, NULL, NULL) : NULL;
    if (th == NULL) {
        return ERR_MEMORY_EXC;
    }
    vosThResume(th);
    vosSemWait(done);
    vosSemDestroy(done);
    return ERR_OK;
}
