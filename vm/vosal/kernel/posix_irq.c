/* SPDX-License-Identifier: MIT */
/*
 * posix_irq.c -- interrupts from outside the machine, threads that leave it for a
 * while, and the reset.
 *
 * Posted interrupts stand in a ring that any number of threads fill without a lock and
 * the CPU empties. A cell's `turn` says whose it is: 2 * lap, free for that lap; plus
 * 1, filled.
 */
#define _GNU_SOURCE
#include "posix.h"
#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

enum { POSTS = 1024, VECTORS = 256, ARGUMENTS = 1 << 16 };

typedef struct post {
    _Atomic uint32_t turn;
    void (*fn)(void *arg);
    void *arg;
} post_t;

static post_t posts[POSTS];
static _Atomic uint32_t tail;
static uint32_t head;

static uint32_t lap_turn(uint32_t at)
{
    return at / POSTS * 2;
}

/* Takes a cell to fill; NULL: all are filled. */
static post_t *claim(void)
{
    uint32_t at = atomic_load(&tail);
    for (;;) {
        post_t *p = &posts[at % POSTS];
        if (atomic_load(&p->turn) == lap_turn(at)) {
            if (atomic_compare_exchange_weak(&tail, &at, at + 1)) {
                return p;
            }
        } else {
            uint32_t now = atomic_load(&tail);
            if (now == at) {
                return NULL;
            }
            at = now;
        }
    }
}

bool vos_irq_post(void (*fn)(void *arg), void *arg)
{
    post_t *p = claim();
    if (!p) {
        return false;
    }
    p->fn = fn;
    p->arg = arg;
    atomic_fetch_add(&p->turn, 1);
    cpu_raise();
    return true;
}

void irq_run_posted(void)
{
    for (;;) {
        post_t *p = &posts[head % POSTS];
        if (atomic_load(&p->turn) != lap_turn(head) + 1) {
            return;
        }
        void (*fn)(void *) = p->fn;
        void *arg = p->arg;
        atomic_store(&p->turn, lap_turn(head + POSTS));
        head++;
        fn(arg);
    }
}

void vos_irq_sources(int count)
{
    atomic_fetch_add(&cpu.sources, count);
}

/* ---- vectors ---- */

enum { ENABLED, MASKED, MASKED_AND_RAISED };

static _Atomic vos_irq_handler vectors[VECTORS];
static _Atomic uint8_t masks[VECTORS];

vos_irq_handler vosInstallHandler(int32_t hpos, vos_irq_handler fn)
{
    return hpos >= 0 && hpos < VECTORS ? atomic_exchange(&vectors[hpos], fn) : NULL;
}

static void run_vector(void *arg)
{
    vos_irq_handler fn = atomic_load(&vectors[(uintptr_t)arg]);
    if (atomic_load(&masks[(uintptr_t)arg]) != ENABLED) {
        atomic_store(&masks[(uintptr_t)arg], MASKED_AND_RAISED);
    } else if (fn) {
        fn();
    }
}

void vos_irq_enable(int32_t hpos, bool on)
{
    if (hpos < 0 || hpos >= VECTORS) {
        return;
    }
    if (!on) {
        uint8_t enabled = ENABLED;
        atomic_compare_exchange_strong(&masks[hpos], &enabled, MASKED);
    } else if (atomic_exchange(&masks[hpos], ENABLED) == MASKED_AND_RAISED) {
        vos_irq_raise(hpos);
    }
}

bool vos_irq_raise(int32_t hpos)
{
    return hpos >= 0 && hpos < VECTORS && atomic_load(&vectors[hpos]) &&
           vos_irq_post(run_vector, (void *)(uintptr_t)hpos);
}

/* ---- out of the machine and back ---- */

/* Has the CPU when all others wait and nobody is there who could wait for interrupts.
 */
static void run_idle(void *arg)
{
    (void)arg;
    for (;;) {
        kernel_lock();
        port_idle(deadline_next());
        kernel_unlock();
    }
}

/* False: there is no memory for it. */
static bool have_idle_thread(void)
{
    static VThread idle;
    if (!idle &&
        (idle = vosThCreate(0, VOS_PRIO_LOWEST, (void *)run_idle, NULL, NULL))) {
        kthread_t *t = idle;
        kernel_lock();
        t->prio = t->base_prio = VOS_PRIO_IDLE;
        kernel.nthreads--;
        kernel_ready(t);
        kernel_unlock();
    }
    return idle != NULL;
}

/* Copies [the frame with the registers, the caller's frame): it will be overwritten. */
__attribute__((noinline, no_sanitize("address"))) static void
keep_registers(kthread_t *self, char *caller)
{
    cpu_thread_t *me = self->port;
    uintptr_t *from = __builtin_frame_address(0);
    size_t n = (size_t)((uintptr_t *)caller - from);
    n = n < sizeof me->saved / sizeof *me->saved ? n
                                                 : sizeof me->saved / sizeof *me->saved;
    for (size_t i = 0; i < n; i++) {
        me->saved[i] = from[i];
        __asm__ volatile("" ::: "memory");
    }
    self->saved = me->saved;
    self->saved_size = n * sizeof *me->saved;
    self->sp = caller;
}

static void leave(kthread_t *self)
{
    self->status = VTHREAD_WAITING;
    self->deaf = true;
    vos_irq_sources(1);
    kthread_t *next = kernel_choose();
    kernel_becomes_current(next);
    cpu_give(next);
}

/* Who is out of the machine, in the thread that is. */
static _Thread_local cpu_thread_t *away;

/* A machine with one thread has nobody to give the CPU to; in virtual time the world
 * stands still. */
__attribute__((noinline)) void vos_host_block_begin(void)
{
    kthread_t *self = kernel.current;
    if (cpu.virtual || kernel.nthreads < 2 || !have_idle_thread()) {
        return;
    }
    __builtin_unwind_init();
    kernel_lock();
    away = self->port;
    keep_registers(self, __builtin_dwarf_cfa());
    leave(self);
}

static void come_back(void *arg)
{
    kthread_t *t = arg;
    t->deaf = false;
    kernel_wake(t, VRES_OK);
}

void vos_host_block_end(void)
{
    cpu_thread_t *me = away;
    struct timespec soon = {0, 100000};
    if (!me) {
        return;
    }
    away = NULL;
    while (!vos_irq_post(come_back, me->thread)) {
        nanosleep(&soon, NULL);
    }
    cpu_await(me);
    me->thread->saved = NULL;
    me->thread->saved_size = 0;
    vos_irq_sources(-1);
    kernel.depth = 1;
    kernel_unlock();
}

/* ---- reset ---- */

/* Splits the text of /proc/self/cmdline. */
static void split(char *text, size_t length, char **argv, size_t max)
{
    size_t n = 0;
    for (size_t at = 0; at < length && n + 1 < max; at++) {
        if (at == 0 || !text[at - 1]) {
            argv[n++] = text + at;
        }
    }
    argv[n] = NULL;
}

void vosSysReset(void)
{
    static char text[ARGUMENTS];
    static char *argv[ARGUMENTS / 16];
    static char path[4096];
    int fd = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
    if (length > 0 && readlink("/proc/self/exe", path, sizeof path - 1) > 0) {
        split(text, (size_t)length, argv, sizeof argv / sizeof *argv);
        execv(path, argv);
    }
    static const char failed[] = "zvm: cannot start the program again\n";
    (void)!write(2, failed, sizeof failed - 1);
    _exit(70);
}
