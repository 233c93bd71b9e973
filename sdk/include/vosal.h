/* SPDX-License-Identifier: MIT */
/*
 * vosal.h -- threads, locks, timers and interrupts, the same on every kernel and on the
 * host.
 *
 * Every handle is a `void *` that may be stored, compared and zeroed; NULL is never a
 * valid one. A call that makes an object returns NULL when memory is out. Passing a
 * destroyed handle is a programming error.
 *
 * Times are 32-bit words made by TIME_U(n, unit). A wait that may time out takes such a
 * word, VTIME_IMMEDIATE (any zero: look, do not wait) or VTIME_INFINITE, and returns
 * VRES_OK, VRES_TIMEOUT or VRES_RESET. It never returns VRES_TIMEOUT before the time is
 * over.
 *
 * Each function says where it may be called: `thread` (not inside vosSysLock), `locked`
 * (a thread inside vosSysLock), `isr` (an interrupt handler or a timer's callback), or
 * `any`. The …Isr functions accept the kernel locked or not. Blocking calls do not give
 * up the GIL: bracket them with RELEASE_GIL() and ACQUIRE_GIL().
 */
#ifndef ZVM_VOSAL_H
#define ZVM_VOSAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- types ---- */

typedef void *VThread;
typedef void *VSemaphore;
typedef void *VMutex;
typedef void *VSysTimer;
typedef void *VMailBox;
typedef void *VFifo;
typedef void *VQueue;
typedef void *VEvent;

/* A timer's callback. Context: isr. */
typedef void (*vsystimer_fn)(void *arg);
/* An entry of the vector table. Context: isr. */
typedef void (*vos_irq_handler)(void);
/* A fifo's hooks, see vosFifoCreate. */
typedef int (*fifo_put_fn)(VFifo fifo, uint8_t item);
typedef int (*fifo_get_fn)(VFifo fifo);

#ifndef CORTEX_VECTOR_COUNT
#define CORTEX_VECTOR_COUNT 0
#endif

/* The image of a Cortex-M vector table. */
typedef struct vos_vectors {
    uint32_t *init_stack;
    vos_irq_handler reset_vector;
    vos_irq_handler nmi_vector;
    vos_irq_handler hardfault_vector;
    vos_irq_handler memmanage_vector;
    vos_irq_handler busfault_vector;
    vos_irq_handler usagefault_vector;
    vos_irq_handler vector1c;
    vos_irq_handler vector20;
    vos_irq_handler vector24;
    vos_irq_handler vector28;
    vos_irq_handler svcall_vector;
    vos_irq_handler debugmonitor_vector;
    vos_irq_handler vector34;
    vos_irq_handler pendsv_vector;
    vos_irq_handler systick_vector;
#if CORTEX_VECTOR_COUNT > 0
    vos_irq_handler vectors[CORTEX_VECTOR_COUNT];
#endif
} vos_vectors;

#define ALIGNED_TO(x) __attribute__((aligned(x)))

/* Copying and comparing bytecode: some chips read their flash by 32-bit words only. */
#ifdef BYTECODE_ACCESS_ALIGNED_4
void *memcpy4(void *to, const void *from, size_t size);
int memcmp4(const void *a, const void *b, size_t size);
#define __memcpy(to, from, size) memcpy4(to, from, size)
#define __memcmp(a, b, size) memcmp4(a, b, size)
#else
#define __memcpy(to, from, size) __builtin_memcpy(to, from, size)
#define __memcmp(a, b, size) __builtin_memcmp(a, b, size)
#endif

/* ---- time ---- */

/*
 * Bits 31..2 count, bits 1..0 are the unit. NANOS counts as MICROS wherever time passes.
 * The macros keep the type of their argument: an int gives an int, which is negative
 * from 2^29 units on; GET_TIME_… of a negative int is negative.
 */
#define NANOS 0
#define MICROS 1
#define MILLIS 2
#define SECONDS 3

#define TIME_U(n, unit) (((n) << 2) | (unit))
#define GET_TIME_UNIT(t) ((t)&3)
#define GET_TIME_VALUE(t) ((t) >> 2)
#define GET_TIME_MICROS(t)                                                             \
    (GET_TIME_VALUE(t) * (GET_TIME_UNIT(t) == MILLIS    ? 1000                         \
                          : GET_TIME_UNIT(t) == SECONDS ? 1000000                      \
                                                        : 1))
#define GET_TIME_MILLIS(t)                                                             \
    (GET_TIME_UNIT(t) == MILLIS    ? GET_TIME_VALUE(t)                                 \
     : GET_TIME_UNIT(t) == SECONDS ? GET_TIME_VALUE(t) * 1000                          \
                                   : 0)
/* No time, in whatever unit; VTIME_INFINITE is not, even as an int. */
#define TIME_IS_ZERO(t) ((uint32_t)(t) <= 3)

#define VTIME_IMMEDIATE ((uint32_t)0)
/* Equal to TIME_U(0x3FFFFFFF, SECONDS), which therefore means forever. */
#define VTIME_INFINITE ((uint32_t)-1)

/* Milliseconds since the start. Context: any. */
uint64_t vosMillis(void);
/*
 * A free-running counter at _system_frequency; callers read `*vosTicks()` again and
 * again and take differences modulo 2^32. It advances inside vosSysLock too, and for
 * who keeps the pointer. On the host a kept one may lag by 100 us in real time; in
 * virtual time each read, like each call of vosMillis, takes 50 ns. Context: any.
 */
uint32_t *vosTicks(void);
/* Ticks of vosTicks() in `time`, rounded up, at most 2^32 - 1. Context: any. */
uint32_t time_to_ticks(uint32_t time);
/* Waits for `time` without letting threads of lower or equal priority run. Context:
 * any. */
void sleep_polling(uint32_t time);

#define ticks_to_micros(t) ((uint32_t)((t)*1000000ull / _system_frequency))
#define ticks_to_millis(t) ((t) / (_system_frequency / 1000))
#define ticks_to_seconds(t) ((t) / _system_frequency)

/* Ticks of vosTicks() a second; on a chip the CPU's clock in Hz. Context: any. */
uint32_t vos_system_frequency(void);

static inline uint32_t vos_systime_seconds(void)
{
    return (uint32_t)(vosMillis() / 1000);
}

/* The variables of these names, read through functions: 64 bits are not read at once on
 * a small chip. */
#define _systime_millis (vosMillis())
#define _systime_seconds (vos_systime_seconds())
#define _system_frequency (vos_system_frequency())
#define _systime_frequency _system_frequency

/* ---- constants ---- */

/* Priorities; the highest ready thread runs. VOS_PRIO_IDLE is the kernel's own. */
#define VOS_PRIO_IDLE 0
#define VOS_PRIO_LOWEST 1
#define VOS_PRIO_LOWER 2
#define VOS_PRIO_LOW 3
#define VOS_PRIO_NORMAL 4
#define VOS_PRIO_HIGH 5
#define VOS_PRIO_HIGHER 6
#define VOS_PRIO_HIGHEST 7

#define VTHREAD_READY 0    /* created, not started */
#define VTHREAD_RUNNING 1  /* runs, or would if it had the CPU */
#define VTHREAD_WAITING 2  /* sleeps, is suspended, or waits for something */
#define VTHREAD_INACTIVE 3 /* its function has returned */

#define VRES_OK 0
#define VRES_TIMEOUT (-1)
#define VRES_RESET                                                                     \
    (-2) /* the object was reset, or Ctrl-C came while the main thread waited */

/* ---- system ---- */

/*
 * Starts the kernel; the caller becomes the first thread, with VOS_PRIO_NORMAL. `data`
 * becomes its user pointer. Calling it again does nothing. Context: the start of the
 * program.
 */
void vosInit(void *data);
/*
 * Until vosSysUnlock no other thread and no interrupt runs. Pairs nest. A call that
 * blocks inside suspends the lock while it waits. Context: thread, locked.
 */
void vosSysLock(void);
void vosSysUnlock(void);
/* Context: isr. */
void vosSysLockIsr(void);
void vosSysUnlockIsr(void);
/* Starts the chip, on the host the program, again. Does not return. Context: any. */
void vosSysReset(void) __attribute__((noreturn));
/* Changes the CPU's clock where the board has several; `mode` is the board's. Context:
 * thread. */
void vosSysSetClock(uint32_t mode);
/*
 * Sets the handler of external interrupt `hpos` (on the host 0 … 255, raised by
 * vos_irq_raise; NULL: none) and returns the one before, NULL if there was none.
 * Context: thread, locked.
 */
vos_irq_handler vosInstallHandler(int32_t hpos, vos_irq_handler fn);

/*
 * First and last statement of a handler given to vosInstallHandler, in one block. A
 * port whose interrupts need code around them defines RTOS_IRQ_PROLOGUE and
 * RTOS_IRQ_EPILOGUE and has the two functions; on a Cortex-M0 what is to be known is
 * the link register at the start.
 */
#ifdef RTOS_IRQ_PROLOGUE
void _port_irq_prologue(void);
#endif
#ifdef RTOS_IRQ_EPILOGUE
#ifdef MCU_CORTEX_M0
void _port_irq_epilogue(uint32_t saved_lr);
#else
void _port_irq_epilogue(void);
#endif
#endif
#if !defined(RTOS_IRQ_PROLOGUE)
#define vosEnterIsr()
#elif defined(MCU_CORTEX_M0)
#define vosEnterIsr()                                                                  \
    uint32_t _saved_lr;                                                                \
    __asm__ volatile("mov %0, lr" : "=r"(_saved_lr));                                  \
    _port_irq_prologue()
#else
#define vosEnterIsr() _port_irq_prologue()
#endif
#if !defined(RTOS_IRQ_EPILOGUE)
#define vosExitIsr()
#elif defined(MCU_CORTEX_M0)
#define vosExitIsr() _port_irq_epilogue(_saved_lr)
#else
#define vosExitIsr() _port_irq_epilogue()
#endif

/* ---- threads ---- */

/*
 * Makes a thread that will call `fn`, a `void fn(void *arg)`, on a stack of at least
 * `size` bytes, with priority `prio` (VOS_PRIO_LOWEST … HIGHEST, clamped) and user
 * pointer `data`. It runs after vosThResume. NULL: no memory. Context: thread.
 */
VThread vosThCreate(uint32_t size, int32_t prio, void *fn, void *arg, void *data);
/* Frees a thread that was not started or has ended; any other is left alone. Context:
 * thread. */
void vosThDestroy(VThread th);
/* The user pointer; the VM keeps a Python thread's there. Context: any. */
void vosThSetData(VThread th, void *data);
void *vosThGetData(VThread th);
/* A number no other thread of this run has, from 1. Context: any. */
uint32_t vosThGetId(VThread th);
/* VTHREAD_… Context: any. */
uint32_t vosThGetStatus(VThread th);
/* The calling thread's own priority, without what it inherits; clamped. Context:
 * thread. */
void vosThSetPriority(int32_t prio);
int32_t vosThGetPriority(void);
/* Context: any (in an isr: the thread that was interrupted). */
VThread vosThCurrent(void);
/* Waits; zero is vosThYield. Ctrl-C ends the main thread's sleep early. Context:
 * thread. */
void vosThSleep(uint32_t time);
/* Lets the other ready threads of the same priority run first. Context: thread. */
void vosThYield(void);
/* The same, for kernels that switch only when asked. Context: thread. */
void vosThReschedule(void);
/* Waits for vosThResume. The lock, taken before, is given up whole. Context: locked. */
void vosThSuspend(void);
/* Starts a new thread or wakes a suspended one, no other. Returns `th`. Context:
 * thread, locked. */
VThread vosThResume(VThread th);
/* Context: isr. */
VThread vosThResumeIsr(VThread th);

/* ---- semaphores: counting; the waiter of highest priority is served first, equals in
 * order ---- */

VSemaphore vosSemCreate(uint32_t n);
/* Wakes all waiters with VRES_RESET; the count is 0 afterwards. Context: thread,
 * locked. */
void vosSemReset(VSemaphore s);
/* vosSemReset, then frees. Context: thread. */
void vosSemDestroy(VSemaphore s);
/* Wakes one waiter or counts one up. Context: thread, locked. */
void vosSemSignal(VSemaphore s);
/* The same, but never counts above `cap`. Context: thread, locked. */
void vosSemSignalCap(VSemaphore s, uint32_t cap);
/* Context: isr. */
void vosSemSignalIsr(VSemaphore s);
/* Counts one down, waits for it. Context: thread. */
int32_t vosSemWaitTimeout(VSemaphore s, uint32_t timeout);
#define vosSemWait(s) vosSemWaitTimeout(s, VTIME_INFINITE)
#define vosSemTryWait(s) vosSemWaitTimeout(s, VTIME_IMMEDIATE)
/* The count, or minus the number of waiters. Context: locked, isr. */
int32_t vosSemGetValue(VSemaphore s);
/* Signals one and waits for the other without anything in between. VRES_OK or
 * VRES_RESET. Context: thread. */
int32_t vosSemSignalWait(VSemaphore to_signal, VSemaphore to_wait);

/* ---- mutexes: an owner, who inherits the priority of those who wait ---- */

VMutex vosMtxCreate(void);
/* A second lock by the owner counts; unlock as often. Context: thread. */
void vosMtxLock(VMutex m);
/* VRES_OK, or VRES_TIMEOUT when another thread has it. Context: thread. */
int32_t vosMtxTryLock(VMutex m);
/* Returns `m`; NULL, and nothing happens, when the caller is not the owner. Context:
 * thread, locked. */
VMutex vosMtxUnlock(VMutex m);
/* Nobody may own it or wait for it. Context: thread. */
void vosMtxDestroy(VMutex m);

/*
 * The locks the VM has. They are semaphore handles for vosSemWait and vosSemSignal,
 * with a mutex's owner and inheritance; a signal hands them to the waiter of highest
 * priority.
 */
VSemaphore vos_gillock(void);
VSemaphore vos_memlock(void);
VSemaphore vos_dbglock(void);
#define _gillock (vos_gillock())
#define _memlock (vos_memlock())
#define _dbglock (vos_dbglock())

/* ---- mailboxes: n slots of one pointer each, in order ---- */

/* NULL also for n < 1. Context: thread. */
VMailBox vosMBoxCreate(int n);
/* Waiters get VRES_RESET. Context: thread. */
void vosMBoxDestroy(VMailBox mb);
/* Waits while full. Context: thread. */
int vosMBoxPostTimeout(VMailBox mb, void *msg, uint32_t timeout);
/* Waits while empty; stores nothing unless VRES_OK. Context: thread. */
int vosMBoxFetchTimeout(VMailBox mb, void **msgp, uint32_t timeout);
#define vosMBoxPost(mb, msg) vosMBoxPostTimeout(mb, msg, VTIME_INFINITE)
#define vosMBoxFetch(mb, msgp) vosMBoxFetchTimeout(mb, msgp, VTIME_INFINITE)
/* Never wait: VRES_TIMEOUT when full or empty. Context: isr. */
int vosMBoxPostIsr(VMailBox mb, void *msg);
int vosMBoxFetchIsr(VMailBox mb, void **msgp);
/* 0 … n. Context: locked, isr. */
int vosMBoxUsedSlots(VMailBox mb);
int vosMBoxFreeSlots(VMailBox mb);

/* ---- fifos of bytes ---- */

/*
 * `size` bytes, at least 1. `put`, if not NULL, is called after each byte that was put,
 * to start a transmitter; `get`, if not NULL, is asked for a byte (0 … 255, negative:
 * none yet) when the fifo is empty. Both run locked. `arg` is what vos_fifo_arg
 * returns. Context: thread.
 */
VFifo vosFifoCreate(uint16_t size, fifo_put_fn put, fifo_get_fn get, void *arg);
void *vos_fifo_arg(VFifo f);
/* Waiters get VRES_RESET. Context: thread. */
void vosFifoDestroy(VFifo f);
/* VRES_…; waits while full. Context: thread; NonBlock: any. */
int vosFifoPut(VFifo f, uint8_t item);
int vosFifoPutTimeout(VFifo f, uint8_t item, uint32_t timeout);
int vosFifoPutNonBlock(VFifo f, uint8_t item);
/* The byte, or a negative VRES_…; waits while empty. Context: thread; NonBlock: any. */
int vosFifoGet(VFifo f);
int vosFifoGetTimeout(VFifo f, uint32_t timeout);
int vosFifoGetNonBlock(VFifo f);
/* Bytes in it. Context: any. */
int vosFifoItems(VFifo f);

/* ---- queues of bytes ---- */

VQueue vosQueueCreate(uint32_t size);
/* Waits for the first byte, then takes what is there, up to `len`. Returns how many.
 * Context: thread. */
int vosQueueRead(VQueue q, uint8_t *buf, uint32_t len);
/* Waits until all are in. Returns `len`. Context: thread. */
int vosQueueWrite(VQueue q, uint8_t *buf, uint32_t len);

/* ---- system timers: a stopwatch and a callback ---- */

/* The stopwatch starts now; no callback. Context: thread. */
VSysTimer vosTimerCreate(void);
/* Since creation or reset. Micros wrap after 71 minutes. Context: any. */
uint64_t vosTimerReadMillis(VSysTimer t);
uint32_t vosTimerReadMicros(VSysTimer t);
/* fn(arg) once after `time`, instead of what the timer did before. Context: thread,
 * locked, isr. */
void vosTimerOneShot(VSysTimer t, uint32_t time, vsystimer_fn fn, void *arg);
/* fn(arg) every `time`, at least 1 us, on a grid that does not drift. Context: thread,
 * locked, isr. */
void vosTimerRecurrent(VSysTimer t, uint32_t time, vsystimer_fn fn, void *arg);
/* No callback any more, stopwatch at 0. Context: thread, locked, isr. */
void vosTimerReset(VSysTimer t);
/* Not in its own callback. Context: thread. */
void vosTimerDestroy(VSysTimer t);

/* ---- events: a flag that stays as it is set ---- */

VEvent vosEventCreate(void);
/* Wakes all waiters. Context: any. */
void vosEventSet(VEvent e);
/* Context: any. */
void vosEventClear(VEvent e);
/* Returns at once while the flag is set. Context: thread. */
int32_t vosEventWait(VEvent e, uint32_t timeout);
/* 1 or 0. Context: any. */
int32_t vosEventGetFlag(VEvent e);
/* Waiters get VRES_RESET. Context: thread. */
void vosEventDestroy(VEvent e);

/* ---- what the VM asks of a kernel ---- */

/* Bytes left on the running thread's C stack. Context: thread. */
size_t vos_stack_left(void);
/*
 * Shows every word that a thread may hold: scan(low, high, ctx) is called, once or in
 * parts, for the live part of each thread's stack with its registers, the caller's
 * included. [low, high) is a copy that is readable everywhere. No thread runs
 * meanwhile. Context: thread, locked.
 */
void vos_scan_stacks(void (*scan)(void *low, void *high, void *ctx), void *ctx);
/*
 * Interrupts that have come meanwhile are served now, as far as the kernel can do that
 * without switching threads; the lock stays. For what keeps it long. Context: locked.
 */
void vos_irq_window(void);

/* Why a thread that runs Python should stop at its next safe point: bits of the preempt
 * flag. */
enum {
    VOS_PREEMPT_QUANTUM = 1, /* another thread wants the GIL and deserves it */
    VOS_PREEMPT_INTERRUPT =
        2, /* Ctrl-C. Until it is cleared the main thread does not sleep or wait. */
    VOS_PREEMPT_USER = 4, /* from here on the VM's own */
};
/*
 * The word where the kernel sets these bits; the VM clears them. Before this call the
 * kernel does not catch Ctrl-C. Accessed with __atomic operations by both. Context:
 * thread.
 */
#if defined(__cplusplus) || __STDC_VERSION__ < 201112L
void vos_set_preempt_flag(uint32_t *flag);
#else
void vos_set_preempt_flag(_Atomic uint32_t *flag);
#endif
/*
 * How long a thread keeps the GIL or the CPU when one of the same priority wants it, a
 * time; 10 ms at the start. Waiters of higher priority ask at once, lower ones never. On
 * a kernel of the user's, turns on the CPU are that kernel's. Context: thread.
 */
void vos_set_quantum(uint32_t time);

/* fn() runs before each thread is made, in the thread that makes it: the VM must know
 * when it is no longer alone. Context: thread. */
void vos_set_thread_hook(void (*fn)(void));

/* Memory of the kernel's objects; at the start the port's own. Context: before the
 * first object. */
void vos_set_allocator(void *(*alloc)(size_t size), void (*release)(void *p));
/* Zeroed memory from that allocator, 8-aligned; NULL: none left. Context: thread. */
void *vos_alloc(size_t size);
void vos_free(void *p);

/* ---- the host, a machine with one CPU ---- */

/*
 * A simulated interrupt: fn(arg) runs in an isr on the one CPU, soon. False: 1024 are
 * waiting already. Context: any thread of the process, VOSAL's or not; isr.
 */
bool vos_irq_post(void (*fn)(void *arg), void *arg);
/* Posts the handler installed at `hpos`. False: none, or see vos_irq_post. Context: as
 * vos_irq_post. */
bool vos_irq_raise(int32_t hpos);
/* Interrupt `hpos` comes (as at the start) or is kept back; what was raised meanwhile
 * comes, once, when it is let in again. Context: any. */
void vos_irq_enable(int32_t hpos, bool on);
/*
 * `count` more (or less) sources that may post interrupts by themselves: while there is
 * one, a system in virtual time whose threads all wait for ever goes on waiting.
 * Context: any.
 */
void vos_irq_sources(int count);
/*
 * Between them the calling thread may block in the host's own calls; other threads have
 * the CPU meanwhile. It must not hold the GIL nor call VOSAL. A Ctrl-C ends the main
 * thread's host call with EINTR. Context: thread.
 */
void vos_host_block_begin(void);
void vos_host_block_end(void);
/* Threads may be switched where the program counter lies in [low, high): a module's
 * text. The program's own is known. False: no room for more. Context: thread. */
bool vos_port_add_text(const void *low, const void *high);
/*
 * From now on time passes only in vos_virtual_advance (`ns_per_op` each) and when all
 * threads wait: the same program does the same in the same order, always. Context: the
 * start of the program.
 */
void vos_set_virtual_time(uint32_t ns_per_op);
/* Accounts for that many opcodes; nothing in real time. Context: thread. */
void vos_virtual_advance(uint32_t ops);
/*
 * Called in virtual time when no thread can ever run again, on the stack of the last
 * one; at the start it ends the process with status 0. It must not return. Context:
 * locked.
 */
void vos_set_deadlock_hook(void (*fn)(void));

#ifdef __cplusplus
}
#endif

#endif
