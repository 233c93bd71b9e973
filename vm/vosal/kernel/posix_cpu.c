/* SPDX-License-Identifier: MIT */
/* posix_cpu.c -- the CPU: pthreads that take turns, signals as interrupts, idling. */
#define _GNU_SOURCE
#include "posix.h"
#include <elf.h>
#include <errno.h>
#include <limits.h>
#include <link.h>
#include <linux/futex.h>
#include <signal.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

/* Ignored by default, so a late one does no harm. */
#define IRQ_SIGNAL SIGURG
#define KICK(tid) syscall(SYS_tgkill, getpid(), tid, IRQ_SIGNAL)

enum {
    GUARD = 1 << 16,
    FOR_SIGNALS = 24 << 10, /* of every stack: a signal frame and an isr in it */
#ifdef __SANITIZE_ADDRESS__
    MIN_STACK = 1 << 20,
#else
    MIN_STACK = 1 << 18,
#endif
    MAX_MAIN_STACK = 16 << 20,
    SPARE_STACKS = 64,
    TEXTS = 256,
};

cpu_t cpu;
static cpu_thread_t main_thread;

bool cpu_is_mine(void)
{
    const cpu_thread_t *owner = atomic_load(&cpu.owner);
    char *here = __builtin_frame_address(0);
    return owner && here >= owner->stack && here < owner->stack + owner->stack_size;
}

/* ---- sleeping ---- */

void posix_sleep_on(_Atomic uint32_t *word, uint32_t value, uint64_t until)
{
    struct timespec at, *limit = NULL;
    if (until != PORT_NEVER) {
        clock_gettime(CLOCK_MONOTONIC, &at);
        uint64_t now = clock_real(), wait = until > now ? until - now : 0;
        uint64_t ns = (uint64_t)at.tv_nsec + wait % 1000000000;
        at.tv_sec += (time_t)(wait / 1000000000 + ns / 1000000000);
        at.tv_nsec = (long)(ns % 1000000000);
        limit = &at;
    }
    syscall(SYS_futex, word, FUTEX_WAIT_BITSET_PRIVATE, value, limit, NULL,
            FUTEX_BITSET_MATCH_ANY);
}

void posix_wake(_Atomic uint32_t *word)
{
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

void posix_start_helper(void *(*fn)(void *))
{
    pthread_t id;
    pthread_attr_t attr;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attr, MIN_STACK);
    if (pthread_create(&id, &attr, fn, NULL) != 0) {
        static const char text[] = "zvm: the host gives no thread for the clock\n";
        (void)!write(2, text, sizeof text - 1);
        _exit(70);
    }
    pthread_attr_destroy(&attr);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* ---- where a thread may be parked ---- */

static struct {
    uintptr_t low, high;
} texts[TEXTS];
static _Atomic uint32_t ntexts;

bool vos_port_add_text(const void *low, const void *high)
{
    uint32_t n = atomic_load(&ntexts);
    if (n == TEXTS) {
        return false;
    }
    texts[n].low = (uintptr_t)low;
    texts[n].high = (uintptr_t)high;
    atomic_store(&ntexts, n + 1);
    return true;
}

/* A program without an interpreter has libc in its own text: there, only safe points.
 */
static void add_own_text(void)
{
    const ElfW(Phdr) *ph = (const ElfW(Phdr) *)getauxval(AT_PHDR);
    size_t n = getauxval(AT_PHNUM);
    uintptr_t base = 0;
    bool dynamic = false;
    for (size_t i = 0; i < n; i++) {
        if (ph[i].p_type == PT_PHDR) {
            base = (uintptr_t)ph - ph[i].p_vaddr;
        }
        dynamic |= ph[i].p_type == PT_INTERP;
    }
    for (size_t i = 0; dynamic && i < n; i++) {
        if (ph[i].p_type == PT_LOAD && (ph[i].p_flags & PF_X)) {
            const char *low = (const char *)(base + ph[i].p_vaddr);
            vos_port_add_text(low, low + ph[i].p_memsz);
        }
    }
}

static uintptr_t interrupted_at(const ucontext_t *uc)
{
#if defined(__x86_64__)
    return (uintptr_t)uc->uc_mcontext.gregs[REG_RIP];
#elif defined(__i386__)
    return (uintptr_t)uc->uc_mcontext.gregs[REG_EIP];
#elif defined(__aarch64__)
    return (uintptr_t)uc->uc_mcontext.pc;
#elif defined(__arm__)
    return (uintptr_t)uc->uc_mcontext.arm_pc;
#elif defined(__riscv)
    return (uintptr_t)uc->uc_mcontext.__gregs[REG_PC];
#else
    (void)uc;
    return 0; /* threads are switched in VOSAL calls only */
#endif
}

static bool may_park_at(uintptr_t pc)
{
    for (uint32_t i = atomic_load(&ntexts); i-- > 0;) {
        if (pc >= texts[i].low && pc < texts[i].high) {
            return true;
        }
    }
    return false;
}

/* ---- interrupts ---- */

static void set_irq_off(bool off)
{
    atomic_store_explicit(&cpu.irq_off, off, memory_order_relaxed);
    atomic_signal_fence(memory_order_seq_cst);
}

static void serve(bool may_switch)
{
    kernel_isr_enter();
    atomic_store(&cpu.pending, 0);
    if (atomic_exchange(&cpu.ctrl_c, false)) {
        kernel_interrupt();
    }
    irq_run_posted();
    kernel_clock();
    kernel_isr_exit(may_switch);
}

/* Interrupts are on, so the kernel is not locked. */
static void serve_all(bool may_switch)
{
    while (atomic_load(&cpu.pending)) {
        set_irq_off(true);
        serve(may_switch);
        set_irq_off(false);
    }
}

void port_irq_off(void)
{
    set_irq_off(true);
}

void port_irq_on(void)
{
    set_irq_off(false);
    if (__builtin_expect(atomic_load_explicit(&cpu.pending, memory_order_relaxed), 0)) {
        serve_all(true);
    }
}

/*
 * The bit is set before the owner is read, and whoever gets the CPU looks at the bit
 * after it has become the owner: one of the two sees the other.
 */
void cpu_raise(void)
{
    atomic_store(&cpu.pending, 1);
    cpu_thread_t *owner = atomic_load(&cpu.owner);
    if (!owner) {
        return;
    }
    if (cpu_is_mine()) {
        if (!atomic_load_explicit(&cpu.irq_off, memory_order_relaxed)) {
            serve_all(true);
        }
    } else if (atomic_load(&cpu.idle)) {
        posix_wake(&cpu.pending);
    } else if (atomic_load(&owner->tid)) {
        KICK(atomic_load(&owner->tid));
    }
}

SIGNAL_HANDLER static void on_signal(int signal, siginfo_t *info, void *context)
{
    int saved = errno;
    (void)info;
    if (signal == SIGINT) {
        atomic_store(&cpu.ctrl_c, true);
        atomic_store(&cpu.pending, 1);
    }
    if (cpu_is_mine()) {
        if (!atomic_load_explicit(&cpu.irq_off, memory_order_relaxed)) {
            serve_all(may_park_at(interrupted_at(context)));
        }
    } else if (signal == SIGINT) {
        cpu_raise();
    }
    errno = saved;
}

static void catch_signal(int signal, int flags)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO | flags};
    act.sa_sigaction = on_signal;
    sigemptyset(&act.sa_mask);
    sigaddset(&act.sa_mask, IRQ_SIGNAL);
    sigaddset(&act.sa_mask, SIGINT);
    sigaction(signal, &act, NULL);
}

/* Without SA_RESTART: a read of the console ends with EINTR. */
void port_catch_interrupt(void)
{
    catch_signal(SIGINT, 0);
}

void port_idle(uint64_t until)
{
    atomic_store(&cpu.idle, true);
    if (!atomic_load(&cpu.pending) && !(cpu.virtual && clock_jump(until))) {
        posix_sleep_on(&cpu.pending, 0, cpu.virtual ? PORT_NEVER : until);
    }
    atomic_store(&cpu.idle, false);
    serve(false);
}

/* ---- switching ---- */

void cpu_give(kthread_t *to)
{
    cpu_thread_t *next = to->port;
    atomic_store(&cpu.owner, next);
    atomic_store(&next->run, 1);
    posix_wake(&next->run);
}

void cpu_await(cpu_thread_t *me)
{
    while (!atomic_exchange(&me->run, 0)) {
        posix_sleep_on(&me->run, 0, PORT_NEVER);
    }
}

/* Its frame is below the one that has the registers. */
__attribute__((noinline)) static void pass_on(kthread_t *from, kthread_t *to)
{
    from->sp = __builtin_frame_address(0);
    cpu_give(to);
    cpu_await(from->port);
}

__attribute__((noinline)) void port_switch_to(kthread_t *from, kthread_t *to)
{
    __builtin_unwind_init();
    pass_on(from, to);
    __asm__ volatile("" ::: "memory");
}

void port_exit(kthread_t *to)
{
    cpu_give(to);
}

/* ---- threads ---- */

static void *thread_start(void *arg)
{
    cpu_thread_t *me = arg;
    atomic_store(&me->tid, (int)syscall(SYS_gettid));
    cpu_await(me);
    if (!me->quit) {
        kernel_thread_run(me->thread);
    }
    return NULL;
}

/* Stacks of the least size that nobody uses, each linked through its top word. */
static void *spare_stacks;
static uint32_t nspare;
#define SPARE_LINK(stack) (*(void **)((char *)(stack) + MIN_STACK - sizeof(void *)))

static void *take_stack(size_t size)
{
    void *stack = NULL;
    kernel_lock();
    if (size == MIN_STACK && spare_stacks) {
        stack = spare_stacks;
        spare_stacks = SPARE_LINK(stack);
        nspare--;
    }
    kernel_unlock();
    return stack ? stack : mem_map(size, GUARD);
}

static void give_stack(void *stack, size_t size)
{
    bool keep;
    kernel_lock();
    keep = size == MIN_STACK && nspare < SPARE_STACKS;
    if (keep) {
        SPARE_LINK(stack) = spare_stacks;
        spare_stacks = stack;
        nspare++;
    }
    kernel_unlock();
    if (!keep) {
        munmap(stack, size);
    }
}

static bool start_pthread(cpu_thread_t *p)
{
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    bool ok =
        pthread_attr_setstack(&attr, p->stack + GUARD, p->stack_size - GUARD) == 0 &&
        pthread_create(&p->id, &attr, thread_start, p) == 0;
    pthread_attr_destroy(&attr);
    return ok;
}

static cpu_thread_t *new_cpu_thread(size_t size)
{
    cpu_thread_t *p = port_alloc(sizeof *p);
    if (p) {
        p->stack_size = size;
        p->stack = take_stack(size);
    }
    return p;
}

static void free_cpu_thread(cpu_thread_t *p)
{
    if (p->stack) {
        give_stack(p->stack, p->stack_size);
    }
    port_free(p);
}

bool port_thread_new(kthread_t *t, size_t stack_size)
{
    size_t size = (stack_size + FOR_SIGNALS + GUARD + 0xFFFF) & ~(size_t)0xFFFF;
    cpu_thread_t *p = new_cpu_thread(size < MIN_STACK ? MIN_STACK : size);
    if (!p) {
        return false;
    }
    p->thread = t;
    t->port = p;
    if (!p->stack || !start_pthread(p)) {
        free_cpu_thread(p);
        return false;
    }
    t->stack_low = p->stack + GUARD + FOR_SIGNALS;
    t->stack_high = p->stack + p->stack_size;
    return true;
}

void port_thread_free(void *port)
{
    cpu_thread_t *p = port;
    p->quit = true;
    atomic_store(&p->run, 1);
    posix_wake(&p->run);
    pthread_join(p->id, NULL);
    free_cpu_thread(p);
}

/* ---- start ---- */

extern void *__libc_stack_end; /* the first word that the program's stack had */

static void find_main_stack(kthread_t *t)
{
    struct rlimit limit;
    size_t size = MAX_MAIN_STACK;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < size) {
        size = limit.rlim_cur;
    }
    /* No lower than it can grow: in an emulator the next pthread's stack may be right below. */
    size -= size / 16;
    t->stack_high = __libc_stack_end;
    main_thread.stack = t->stack_high - size;
    main_thread.stack_size = size;
    t->stack_low = t->stack_high - size + FOR_SIGNALS;
}

void port_start(kthread_t *main)
{
    main_thread.thread = main;
    main->port = &main_thread;
    atomic_store(&main_thread.tid, (int)syscall(SYS_gettid));
    find_main_stack(main);
    add_own_text();
    atomic_store(&cpu.owner, &main_thread);
    catch_signal(IRQ_SIGNAL, SA_RESTART);
    prctl(PR_SET_TIMERSLACK, 1000); /* ns; the default makes short sleeps 50 us late */
}
