/* SPDX-License-Identifier: MIT */
/*
 * posix_ticks.c -- the tick counter, behind a pointer that programs keep and poll.
 *
 * In real time a helper writes the cell, often while ticks are in use, and so does
 * everybody who reads the clock. In virtual time nothing may depend on a helper: a call and
 * each further read through its pointer take CLOCK_READ_NS. The page of the cell cannot
 * be read; the fault's handler lets that time pass, opens the page for the one
 * instruction that wants to read, and the trap behind it closes the page again.
 *
 * Most programs call before every read, and then the faults add nothing. After some of
 * these in a row the page stays open, until nobody has called for a while: somebody may
 * be polling a pointer that has stopped.
 */
#define _GNU_SOURCE
#include "posix.h"
#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#define NS_PER_S 1000000000u
#define TICKS_PER_S 100000000u
#define NS_PER_TICK (NS_PER_S / TICKS_PER_S)

enum { PAGE = 1 << 12 };

static uint32_t *cell;

static void set_ticks(uint64_t now)
{
    __atomic_store_n(cell, (uint32_t)(now / NS_PER_TICK), __ATOMIC_RELAXED);
}

/* Several write the cell; whoever comes late must not turn it back. */
static void advance_ticks(uint64_t now)
{
    uint32_t ticks = (uint32_t)(now / NS_PER_TICK);
    uint32_t there = __atomic_load_n(cell, __ATOMIC_RELAXED);
    while ((int32_t)(ticks - there) > 0 &&
           !__atomic_compare_exchange_n(cell, &there, ticks, true, __ATOMIC_RELAXED,
                                        __ATOMIC_RELAXED)) {
    }
}

uint32_t vos_system_frequency(void)
{
    return TICKS_PER_S;
}

/* The host's clock is not ours to change. */
void vosSysSetClock(uint32_t mode)
{
    (void)mode;
}

static _Atomic uint64_t ticks_used; /* when, in real time */

static uint64_t unused_for(void)
{
    uint64_t used = atomic_load(&ticks_used), now = clock_real();
    return now > used ? now - used : 0;
}

static void start_helper(void *(*fn)(void *))
{
    static bool started;
    if (!started && !kernel.in_isr) {
        started = true;
        posix_start_helper(fn);
    }
}

static void wait_ns(long ns)
{
    struct timespec step = {0, ns};
    nanosleep(&step, NULL);
}

/* ---- real time ---- */

/*
 * A sleep of the host takes 70 to 300 us, too long for who times pulses. So the helper
 * does not sleep in the milliseconds after a call, in which such a loop runs.
 */
enum { BUSY = 5000000, USED_STEP = 20000, IDLE_STEP = 2000000, IN_USE = 1000000000 };

static void *write_ticks(void *arg)
{
    for (;;) {
        uint64_t unused = unused_for();
        if (unused >= BUSY) {
            wait_ns(unused < IN_USE ? USED_STEP : IDLE_STEP);
        }
        advance_ticks(clock_real());
    }
    return arg;
}

void ticks_passed(uint64_t now)
{
    if (cell) {
        advance_ticks(now);
    }
}

/* ---- virtual time ---- */

#if defined(__x86_64__) || defined(__i386__)
#define TRAP_FLAG 0x100 /* of the flags register: stop after one instruction */

enum { IN_A_ROW = 16, STUCK = 20000000 };

static struct sigaction fault_before;
static bool called;  /* vosTicks has been, and nobody has read since */
static bool writing; /* vosTicks itself wants to */
static int in_a_row; /* reads, each after a call */
static _Atomic bool open;
static bool stepping; /* over the one instruction */
static sigset_t mask_before;

/* No interrupt, and so no other thread, until the instruction is done. */
static void open_for_one(ucontext_t *uc)
{
    mprotect(cell, PAGE, PROT_READ | PROT_WRITE);
    set_ticks(port_now());
    stepping = true;
    mask_before = uc->uc_sigmask;
    sigaddset(&uc->uc_sigmask, SIGURG);
    sigaddset(&uc->uc_sigmask, SIGINT);
    uc->uc_mcontext.gregs[REG_EFL] |= TRAP_FLAG;
}

static void open_until_unused(void)
{
    mprotect(cell, PAGE, PROT_READ | PROT_WRITE);
    set_ticks(port_now());
    atomic_store(&open, true);
    in_a_row = 0;
}

static void *close_unused(void *arg)
{
    for (;;) {
        wait_ns(STUCK / 4);
        if (unused_for() > STUCK && atomic_exchange(&open, false)) {
            mprotect(cell, PAGE, PROT_NONE);
        }
    }
    return arg;
}

static void read_cell(ucontext_t *uc)
{
    if (!called && !writing) {
        clock_spend(CLOCK_READ_NS);
    }
    in_a_row = called ? in_a_row + 1 : 0;
    called = false;
    if (in_a_row == IN_A_ROW) {
        open_until_unused();
    } else {
        open_for_one(uc);
    }
}

/* Any other fault happens again, for whom it was meant. */
SIGNAL_HANDLER static void on_fault(int signal, siginfo_t *info, void *context)
{
    int saved = errno;
    uintptr_t at = (uintptr_t)info->si_addr - (uintptr_t)cell;
    if (at >= sizeof *cell || !cpu_is_mine()) {
        sigaction(signal, &fault_before, NULL);
        return;
    }
    read_cell(context);
    errno = saved;
}

SIGNAL_HANDLER static void on_step(int signal, siginfo_t *info, void *context)
{
    int saved = errno;
    ucontext_t *uc = context;
    (void)info;
    if (!stepping) { /* a breakpoint that nobody watches */
        struct sigaction none = {.sa_handler = SIG_DFL};
        sigaction(signal, &none, NULL);
        raise(signal);
        return;
    }
    stepping = false;
    uc->uc_mcontext.gregs[REG_EFL] &= ~TRAP_FLAG;
    uc->uc_sigmask = mask_before;
    mprotect(cell, PAGE, PROT_NONE);
    errno = saved;
}

static void trap_reads(void)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO | SA_RESTART};
    sigemptyset(&act.sa_mask);
    sigaddset(&act.sa_mask, SIGURG);
    sigaddset(&act.sa_mask, SIGINT);
    act.sa_sigaction = on_step;
    sigaction(SIGTRAP, &act, NULL);
    act.sa_sigaction = on_fault;
    sigaction(SIGSEGV, &act, &fault_before);
    mprotect(cell, PAGE, PROT_NONE);
}

static void spend(void)
{
    uint64_t now = port_read_clock();
    start_helper(close_unused);
    called = true;
    if (atomic_load(&open)) {
        writing = true;
        set_ticks(now);
        writing = false;
    }
}
#else
/* No way to stop after one instruction: the calls take the time, and a pointer that is
 * kept does not advance. */
static void trap_reads(void)
{
}

static void spend(void)
{
    set_ticks(port_read_clock());
}
#endif

/* A machine without a page for it is none. */
static uint32_t *new_cell(void)
{
    uint32_t *page = mem_map(PAGE, 0);
    return page ? page : (_exit(70), NULL);
}

uint32_t *vosTicks(void)
{
    if (!cell) {
        cell = new_cell();
        set_ticks(port_now());
        if (cpu.virtual) {
            trap_reads();
        }
    }
    atomic_store_explicit(&ticks_used, clock_real(), memory_order_relaxed);
    if (cpu.virtual) {
        spend();
    } else {
        start_helper(write_ticks);
        advance_ticks(clock_real());
    }
    return cell;
}
