/* SPDX-License-Identifier: MIT */
/*
 * host.c -- a foreign kernel's port to POSIX threads: each task is a pthread, and a
 * signal is the kernel's tick. So no thread but a task may call the kernel, and what
 * comes from outside waits in the ring of posix_post.c until a task looks.
 */
#define _GNU_SOURCE
#include "foreign.h"
#include "posix.h"
#include "start.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LOOK_NS 1000000u /* between two looks */

enum { MAIN_STACK = 1 << 20 };

static _Thread_local bool is_task;
static atomic_bool ctrl_c;
static atomic_int sources;

/* ---- stacks ---- */

void machine_bounds(kthread_t *t)
{
    pthread_attr_t attr;
    void *low;
    size_t size;
    is_task = true;
    if (pthread_getattr_np(pthread_self(), &attr) == 0) {
        pthread_attr_getstack(&attr, &low, &size);
        pthread_attr_destroy(&attr);
        t->stack_low = low;
        t->stack_high = t->stack_low + size;
    }
}

/* ---- interrupts ---- */

void machine_begin(void)
{
}

void machine_run_posted(void)
{
    irq_run_posted();
}

/* What a pthread has posted that is no task waits for the next task, or for look(). */
void cpu_raise(void)
{
    if (is_task && kernel.depth == 0) {
        kernel_lock();
        kernel_unlock();
    }
}

/* Looks for what cannot interrupt by itself: unlocking runs what has been posted. */
static void look(deadline_t *d)
{
    if (atomic_exchange(&ctrl_c, false)) {
        kernel_interrupt();
    }
    if (atomic_load(&sources) > 0) {
        deadline_set(d, port_now() + LOOK_NS);
    }
}

void vos_irq_sources(int count)
{
    static deadline_t next = {.over = look};
    atomic_fetch_add(&sources, count);
    if (is_task) {
        kernel_lock();
        deadline_set(&next, port_now() + LOOK_NS);
        kernel_unlock();
    }
}

static void on_interrupt(int signal)
{
    (void)signal;
    atomic_store(&ctrl_c, true);
}

/* Without SA_RESTART: a read of the console ends with EINTR. */
void port_catch_interrupt(void)
{
    struct sigaction act = {.sa_handler = on_interrupt};
    sigemptyset(&act.sa_mask);
    sigaction(SIGINT, &act, NULL);
    vos_irq_sources(1);
}

/* ---- the host's own calls ---- */

/* A task that waits for the host keeps the CPU as far as the kernel knows; below all
 * others it disturbs nobody. */
void vos_host_block_begin(void)
{
    foreign_step_back(true);
}

void vos_host_block_end(void)
{
    foreign_step_back(false);
}

bool vos_port_add_text(const void *low, const void *high)
{
    (void)low;
    (void)high;
    return true;
}

/* ---- there is no virtual time ---- */

void vos_set_virtual_time(uint32_t ns_per_op)
{
    (void)ns_per_op;
}

void vos_virtual_advance(uint32_t ops)
{
    (void)ops;
}

void vos_set_deadlock_hook(void (*fn)(void))
{
    (void)fn;
}

/* ---- start and end ---- */

void *machine_main_stack(size_t *size)
{
    static union {
        char bytes[MAIN_STACK];
        uint64_t align;
    } stack;
    *size = sizeof stack;
    return &stack;
}

void machine_end(int status)
{
    exit(status);
}

void machine_halted(const char *why)
{
    (void)!write(2, "zvm: ", 5);
    (void)!write(2, why, strlen(why));
    (void)!write(2, "\n", 1);
    _exit(70);
}

void machine_stack_overflow(void)
{
    machine_halted("stack overflow");
}
