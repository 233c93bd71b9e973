/* SPDX-License-Identifier: MIT */
/*
 * threading.c -- the kernel's semaphores and events as Python objects, and what a
 * thread knows of itself.
 *
 * A wait is interrupted (WAIT_RESET) by reset() and by Ctrl-C; threading.py waits
 * again, and the KeyboardInterrupt comes in between.
 */
#include "zerynth.h"

C_NATIVE_MODULE(threading, version = 1.0.0);

/* Results of waits: VRES_…. */
#define WAIT_OK VRES_OK
#define WAIT_TIMEOUT VRES_TIMEOUT
#define WAIT_RESET VRES_RESET
C_NATIVE_CONST(WAIT_OK, py = _OK);
C_NATIVE_CONST(WAIT_TIMEOUT, py = _TIMEOUT);
C_NATIVE_CONST(WAIT_RESET, py = _RESET);

/* Largest number that a time can hold. */
#define TIME_MAX 0x3FFFFFFF

/* A time of that many milliseconds, in seconds when they are too many; negative: for
 * ever. */
static uint32_t time_of(int64_t milliseconds)
{
    if (milliseconds < 0) {
        return VTIME_INFINITE;
    }
    if (milliseconds <= TIME_MAX) {
        return TIME_U((uint32_t)milliseconds, MILLIS);
    }
    return TIME_U((uint32_t)MIN(milliseconds / 1000, TIME_MAX - 1), SECONDS);
}

/* ---- semaphores ---- */

/// A counting semaphore of the kernel.
C_NATIVE_CLASS(py = _Semaphore, dealloc = semaphore_free)
typedef struct semaphore {
    VSemaphore handle;
} semaphore_t;

C_NATIVE_METHOD(semaphore_t, py = __init__)
err_t semaphore_init(semaphore_t *self ZN_OUT, uint32_t count ZN_DEFAULT(0))
{
    self->handle = vosSemCreate(count);
    return self->handle ? ERR_OK : ERR_MEMORY_EXC;
}

void semaphore_free(semaphore_t *self)
{
    if (self->handle) {
        vosSemDestroy(self->handle);
    }
}

C_NATIVE_METHOD(semaphore_t, py = signal)
void semaphore_signal(semaphore_t *self)
{
    vosSemSignal(self->handle);
}

/// Count up, but not above cap.
C_NATIVE_METHOD(semaphore_t, py = signal_cap)
void semaphore_signal_cap(semaphore_t *self, uint32_t cap)
{
    vosSemSignalCap(self->handle, cap);
}

/// Count down, or wait for it so many milliseconds.
C_NATIVE_METHOD(semaphore_t, py = wait, nogil)
int32_t semaphore_wait(semaphore_t *self, int64_t milliseconds ZN_DEFAULT(-1))
{
    return vosSemWaitTimeout(self->handle, time_of(milliseconds));
}

/// Signal this one and wait for the other, with nothing in between.
C_NATIVE_METHOD(semaphore_t, py = signal_wait, nogil)
int32_t semaphore_signal_wait(semaphore_t *self, semaphore_t *other)
{
    return vosSemSignalWait(self->handle, other->handle);
}

/// The count, or minus the number of those who wait.
C_NATIVE_METHOD(semaphore_t, py = value)
int32_t semaphore_value(semaphore_t *self)
{
    vosSysLock();
    int32_t value = vosSemGetValue(self->handle);
    vosSysUnlock();
    return value;
}

/// Wake up to n of those who wait; nothing is counted for nobody.
/// @returns how many
C_NATIVE_METHOD(semaphore_t, py = wake)
int32_t semaphore_wake(semaphore_t *self, int32_t n ZN_DEFAULT(INT32_MAX))
{
    vosSysLock();
    int32_t woken = MIN(n, -vosSemGetValue(self->handle));
    for (int32_t i = 0; i < woken; i++) {
        vosSemSignal(self->handle);
    }
    vosSysUnlock();
    return MAX(woken, 0);
}

/// End all waits and set the count to 0.
C_NATIVE_METHOD(semaphore_t, py = reset)
void semaphore_reset(semaphore_t *self)
{
    vosSemReset(self->handle);
}

/* ---- events ---- */

/// An event of the kernel: a flag that threads wait for.
C_NATIVE_CLASS(py = _Event, dealloc = event_free)
typedef struct event {
    VEvent handle;
} event_t;

C_NATIVE_METHOD(event_t, py = __init__)
err_t event_init(event_t *self ZN_OUT)
{
    self->handle = vosEventCreate();
    return self->handle ? ERR_OK : ERR_MEMORY_EXC;
}

void event_free(event_t *self)
{
    if (self->handle) {
        vosEventDestroy(self->handle);
    }
}

C_NATIVE_METHOD(event_t, py = set)
void event_set(event_t *self)
{
    vosEventSet(self->handle);
}

C_NATIVE_METHOD(event_t, py = clear)
void event_clear(event_t *self)
{
    vosEventClear(self->handle);
}

C_NATIVE_METHOD(event_t, py = is_set)
bool event_is_set(event_t *self)
{
    return vosEventGetFlag(self->handle) != 0;
}

/// Wait until the flag is set, at most so many milliseconds.
C_NATIVE_METHOD(event_t, py = wait, nogil)
int32_t event_wait(event_t *self, int64_t milliseconds ZN_DEFAULT(-1))
{
    return vosEventWait(self->handle, time_of(milliseconds));
}

/* ---- the calling thread ---- */

/// A number that no other thread of this run has.
C_NATIVE_FN(py = get_ident)
uint32_t threading_ident(void)
{
    return vosThGetId(vosThCurrent());
}

/// The VM's thread object, as thread() returns it.
C_NATIVE_FN(py = _current)
PObject *threading_current(void)
{
    return (PObject *)PTHREAD_CURRENT();
}

/// The program does not wait for the calling thread.
C_NATIVE_FN(py = _be_daemon)
void threading_be_daemon(void)
{
    vm_daemon();
}

/// Milliseconds since the start.
C_NATIVE_FN(py = _now)
int64_t threading_now(void)
{
    return (int64_t)vosMillis();
}
