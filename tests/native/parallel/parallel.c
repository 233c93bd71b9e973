/* C threads, the GIL, calls from interrupts in order, and clocks. */
#include "zerynth.h"

static zn_callable kept;
static VSemaphore done;
static int32_t next_number, last_number, taken;

/* ---- many posts, in order ---- */

/* Context: isr. As many as the queue has room for. */
static void on_timer(void *arg)
{
    (void)arg;
    while (next_number < last_number && next_number - taken < VM_IRQS) {
        PObject *number = PSMALLINT_NEW(next_number);
        if (!vm_post(kept.object, 1, &number)) {
            return;
        }
        next_number++;
    }
}

/// cb(0) … cb(n - 1) from a timer; returns while they come.
C_NATIVE_FN() void parallel_post(int32_t n, zn_callable cb ZN_SCOPE(forever))
{
    static VSysTimer timer;
    kept = cb;
    next_number = taken = 0;
    last_number = n;
    timer = timer ? timer : vosTimerCreate();
    vosTimerRecurrent(timer, TIME_U(200, MICROS), on_timer, NULL);
}

/// cb was called once more.
C_NATIVE_FN() void parallel_take(void)
{
    taken++;
}

/* ---- a native that waits for a call that an interrupt made ---- */

static void ask(void *arg)
{
    (void)arg;
    vm_post(kept.object, 0, NULL);
}

/// Waits without the GIL until what it has called calls answer().
C_NATIVE_FN(nogil) int32_t parallel_wait_for_answer(zn_callable cb ZN_SCOPE(forever))
{
    VSysTimer timer = vosTimerCreate();
    kept = cb;
    done = done ? done : vosSemCreate(0);
    vosTimerOneShot(timer, TIME_U(1, MILLIS), ask, NULL);
    int32_t result = vosSemWaitTimeout(done, TIME_U(2, SECONDS));
    vosTimerDestroy(timer);
    vosSemDestroy(done);
    done = NULL;
    return result == VRES_OK;
}

C_NATIVE_FN() void parallel_answer(void)
{
    vosSemSignal(done);
}

/* ---- C threads ---- */

#define ROUNDS 200
static volatile int32_t good;

/* Makes objects without the GIL, counts with it, calls Python attached. Its own data is nothing of Python's. */
static void worker(void *arg)
{
    for (int32_t i = 0; i < ROUNDS; i++) {
        PObject *items[2] = {(PObject *)pinteger_new(1000000000000 + i), PSMALLINT_NEW(i)}, *res;
        PObject *pair = items[0] ? (PObject *)ptuple_new(2, items) : NULL;
        ACQUIRE_GIL();
        good += pair && PTUPLE_ITEM(pair, 0) == items[0] && PSMALLINT_VALUE(PTUPLE_ITEM(pair, 1)) == i;
        RELEASE_GIL();
        if (i % 50 == 0 && vm_attach() == ERR_OK) {
            if (vm_call(kept.object, &res, 1, &pair) != ERR_OK) {
                vm_clear();
            }
            vm_detach();
        }
    }
    (void)arg;
    vosSemSignal(done);
}

/// `n` C threads at work; each calls cb four times. How much of what they did was good.
C_NATIVE_FN(nogil) int32_t parallel_threads(int32_t n, zn_callable cb ZN_SCOPE(forever))
{
    kept = cb;
    good = 0;
    done = vosSemCreate(0);
    for (int32_t i = 0; i < n; i++) {
        VThread th = vosThCreate(16384, VOS_PRIO_NORMAL, (void *)worker, NULL, (void *)(intptr_t)(i + 1));
        if (th == NULL) {
            return -1;
        }
        vosThResume(th);
    }
    for (int32_t i = 0; i < n; i++) {
        vosSemWait(done);
    }
    vosSemDestroy(done);
    done = NULL;
    return good;
}

/* ---- time ---- */

/// Sleeps without the GIL and makes a text there; how long it took, in ms, and the text.
C_NATIVE_FN() PObject *parallel_nap(uint32_t ms)
{
    uint64_t before = vosMillis();
    PObject *text;
    RELEASE_GIL();
    text = (PObject *)pstring_new(4, (const uint8_t *)"made");
    vosThSleep(TIME_U(ms, MILLIS));
    ACQUIRE_GIL();
    PObject *items[2] = {PSMALLINT_NEW((int32_t)(vosMillis() - before)), text};
    return (PObject *)ptuple_new(2, items);
}

/// Spins on the cycle counter, its pointer kept, interrupts off; how many µs by the clock.
C_NATIVE_FN() uint32_t parallel_spin(uint32_t us)
{
    volatile uint32_t *ticks = vosTicks();
    uint32_t per_us = _system_frequency / 1000000;
    VSysTimer timer = vosTimerCreate();
    vosSysLock();
    uint32_t start = *ticks;
    while ((*ticks - start) / per_us < us) {
    }
    vosSysUnlock();
    uint32_t took = vosTimerReadMicros(timer);
    vosTimerDestroy(timer);
    return took;
}

/// Do the clocks agree?
C_NATIVE_FN() bool parallel_clocks(void)
{
    uint64_t a = vosMillis(), b = _systime_millis, c = vosMillis();
    return a <= b && b <= c && _systime_seconds >= a / 1000;
}
