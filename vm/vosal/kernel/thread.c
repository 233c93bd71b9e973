/* SPDX-License-Identifier: MIT */
/* thread.c -- vosal.h's system and thread calls: start, locks, lives of threads, sleep.
 */
#include "kernel.h"

/* ---- system ---- */

void vosInit(void *data)
{
    static bool started;
    if (!started) {
        started = true;
        kernel_main.data = data;
        port_start(&kernel_main);
    }
}

void vosSysLock(void)
{
    kernel_lock();
}

void vosSysUnlock(void)
{
    kernel_unlock();
}

void vosSysLockIsr(void)
{
    kernel_lock();
}

void vosSysUnlockIsr(void)
{
    kernel_unlock();
}

void vos_set_preempt_flag(_Atomic uint32_t *flag)
{
    kernel.preempt = flag;
    port_catch_interrupt();
}

static void *(*own_alloc)(size_t size);
static void (*own_free)(void *p);

void vos_set_allocator(void *(*alloc)(size_t size), void (*release)(void *p))
{
    own_alloc = alloc;
    own_free = release;
}

void *vos_alloc(size_t size)
{
    if (own_alloc) {
        void *p = own_alloc(size);
        return p ? __builtin_memset(p, 0, size) : NULL;
    }
    return port_alloc(size);
}

void vos_free(void *p)
{
    if (own_free) {
        own_free(p);
        return;
    }
    port_free(p);
}

/* ---- lives of threads ---- */

static uint8_t clamp(int32_t prio)
{
    return prio < VOS_PRIO_LOWEST    ? VOS_PRIO_LOWEST
           : prio > VOS_PRIO_HIGHEST ? VOS_PRIO_HIGHEST
                                     : (uint8_t)prio;
}

/* Takes the port's part of a thread that has ended; NULL: there is none. */
static void *take_remains(void)
{
    void *port = NULL;
    kernel_lock();
    for (kthread_t *t = kernel.threads; t && !port; t = t->next) {
        if (t->status == VTHREAD_INACTIVE) {
            port = t->port;
            t->port = NULL;
        }
    }
    kernel_unlock();
    return port;
}

/* Stacks of threads that have ended; their handles stay good until vosThDestroy. */
static void bury_the_dead(void)
{
    void *port;
    while ((port = take_remains())) {
        port_thread_free(port);
    }
}

static void register_thread(kthread_t *t)
{
    kernel_lock();
    t->id = ++kernel.last_id;
    t->next = kernel.threads;
    kernel.threads = t;
    kernel.nthreads++;
    kernel_unlock();
}

static void (*thread_hook)(void);

void vos_set_thread_hook(void (*fn)(void))
{
    thread_hook = fn;
}

VThread vosThCreate(uint32_t size, int32_t prio, void *fn, void *arg, void *data)
{
    KERNEL_THREAD_ONLY();
    if (thread_hook) {
        thread_hook();
    }
    bury_the_dead();
    kthread_t *t = vos_alloc(sizeof *t);
    if (!t) {
        return NULL;
    }
    t->limit.over = kernel_main.limit.over;
    t->prio = t->base_prio = clamp(prio);
    t->status = VTHREAD_READY;
    t->fn = (void (*)(void *))fn;
    t->arg = arg;
    t->data = data;
    if (!port_thread_new(t, size)) {
        vos_free(t);
        return NULL;
    }
    port_need_clock();
    register_thread(t);
    return t;
}

static bool unregister(kthread_t *t)
{
    kthread_t **link = &kernel.threads;
    bool over = t->status == VTHREAD_READY || t->status == VTHREAD_INACTIVE;
    if (!over) {
        return false;
    }
    while (*link != t) {
        link = &(*link)->next;
    }
    *link = t->next;
    kernel.nthreads -= t->status == VTHREAD_READY;
    return true;
}

void vosThDestroy(VThread th)
{
    kthread_t *t = th;
    kernel_lock();
    bool over = unregister(t);
    kernel_unlock();
    if (over) {
        if (t->port) {
            port_thread_free(t->port);
        }
        vos_free(t);
    }
}

static void end_thread(void)
{
    kernel_lock();
    kthread_t *self = kernel.current;
    lock_give_all(self);
    self->status = VTHREAD_INACTIVE;
    kernel.nthreads--;
    kernel_exit();
}

void kernel_thread_run(kthread_t *t)
{
    kernel.depth = 1;
    kernel_unlock();
    t->fn(t->arg);
    end_thread();
}

/* ---- asking and telling ---- */

void vosThSetData(VThread th, void *data)
{
    ((kthread_t *)th)->data = data;
}

void *vosThGetData(VThread th)
{
    return ((kthread_t *)th)->data;
}

uint32_t vosThGetId(VThread th)
{
    return ((kthread_t *)th)->id;
}

uint32_t vosThGetStatus(VThread th)
{
    return ((kthread_t *)th)->status;
}

VThread vosThCurrent(void)
{
    return kernel_self();
}

void vosThSetPriority(int32_t prio)
{
    kernel_lock();
    kernel.current->base_prio = clamp(prio);
    lock_update(kernel.current);
    kernel_unlock();
}

int32_t vosThGetPriority(void)
{
    return kernel_self()->base_prio;
}

size_t vos_stack_left(void)
{
    char *here = __builtin_frame_address(0), *low = kernel_self()->stack_low;
    return here > low ? (size_t)(here - low) : 0;
}

/* ---- waiting ---- */

void vosThSleep(uint32_t time)
{
    if (TIME_IS_ZERO(time)) {
        vosThYield();
        return;
    }
    kernel_lock();
    kernel_wait(NULL, time);
    kernel_unlock();
}

void vosThYield(void)
{
    kernel_lock();
    kernel_yield();
    kernel_unlock();
}

void vosThReschedule(void)
{
    vosThYield();
}

void vosThSuspend(void)
{
    kernel_lock();
    kernel.current->suspended = true;
    kernel_wait(NULL, VTIME_INFINITE);
    kernel.current->suspended = false;
    kernel.depth = 1;
    kernel_unlock();
}

VThread vosThResume(VThread th)
{
    kthread_t *t = th;
    kernel_lock();
    if (t->status == VTHREAD_READY) {
        kernel_ready(t);
    } else if (t->suspended) {
        kernel_wake(t, VRES_OK);
    }
    kernel_unlock();
    return th;
}

VThread vosThResumeIsr(VThread th)
{
    return vosThResume(th);
}
