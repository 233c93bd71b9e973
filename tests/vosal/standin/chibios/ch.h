/* SPDX-License-Identifier: MIT */
/*
 * ch.h -- the part of ChibiOS/RT's API that VOSAL uses, for the stand-in. Written from
 * the reference manual: names, types and what each may be called from.
 */
#ifndef CH_H
#define CH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FALSE 0
#define TRUE 1
#ifndef STANDIN_NIL
#define __CHIBIOS_RT__
#endif
#ifndef CH_KERNEL_MAJOR
#define CH_KERNEL_MAJOR 7
#define CH_KERNEL_MINOR 0
#define CH_KERNEL_PATCH 0
#endif

#include "chconf.h"

typedef int32_t msg_t;
typedef uint32_t tprio_t;
typedef uint32_t syssts_t;
typedef uint8_t tstate_t;
typedef uint8_t trefs_t;
typedef uint32_t systime_t;
typedef uint32_t sysinterval_t;
typedef uint64_t stkalign_t;
typedef void (*tfunc_t)(void *p);

#define MSG_OK (msg_t)0
#define MSG_TIMEOUT (msg_t) - 1
#define MSG_RESET (msg_t) - 2

#define IDLEPRIO (tprio_t)1
#define LOWPRIO (tprio_t)2
#define NORMALPRIO (tprio_t)128
#define HIGHPRIO (tprio_t)255

#define CH_STATE_READY (tstate_t)0
#define CH_STATE_CURRENT (tstate_t)1
#define CH_STATE_WTSTART (tstate_t)2
#define CH_STATE_SUSPENDED (tstate_t)3
#define CH_STATE_FINAL (tstate_t)15

/* How a thread's place in queues and its priority are kept has changed with RT 6.1, and
 * what a timer calls with RT 7. The stand-in is RT 7; before that is for compiling. */
#if CH_KERNEL_MAJOR >= 6
#define CHLISTS_H
#endif

typedef struct ch_queue {
    struct ch_queue *next, *prev;
} ch_queue_t;

typedef struct ch_priority_queue {
    struct ch_priority_queue *next, *prev;
    tprio_t prio;
} ch_priority_queue_t;

typedef struct ch_thread {
#ifdef CHLISTS_H
    union {
        ch_queue_t queue;
        ch_priority_queue_t pqueue;
    } hdr;
#else
    ch_queue_t queue;
    tprio_t prio;
#endif
    tprio_t realprio;
    tstate_t state;
    trefs_t refs;
    void *inside[48];
} thread_t;

typedef thread_t *thread_reference_t;

typedef struct {
    const char *name;
    stkalign_t *wbase;
    stkalign_t *wend;
    tprio_t prio;
    tfunc_t funcp;
    void *arg;
} thread_descriptor_t;

typedef struct ch_virtual_timer virtual_timer_t;
#if CH_KERNEL_MAJOR >= 7
typedef void (*vtfunc_t)(virtual_timer_t *vtp, void *p);
#else
typedef void (*vtfunc_t)(void *p);
#endif
struct ch_virtual_timer {
    vtfunc_t func;
    void *par;
    void *inside[8];
};

#define PORT_WORKING_AREA_ALIGN 32U /* as with guard pages */
#define PORT_GUARD_PAGE_SIZE 32U
#define PORT_STACK_ALIGN 8U
#define THD_WORKING_AREA_SIZE(n) (((n) + sizeof(thread_t) + 64 + 7) & ~(size_t)7)
#define THD_FUNCTION(tname, arg) void tname(void *arg)

/* Interrupts; on a Cortex-M only, where VOSAL is compiled but there is no stand-in. */
#define CH_IRQ_HANDLER(id) void id(void)
#define CH_IRQ_PROLOGUE()
#define CH_IRQ_EPILOGUE()
#define CORTEX_MAX_KERNEL_PRIORITY 1
#define CORTEX_PRIO_MASK(n) ((n) << 5)
void chSysTimerHandlerI(void);

bool port_is_isr_context(void);

/* Names that ChibiOS's ports have too. */
#define port_switch(ntp, otp) do { (void)(ntp), (void)(otp); } while (false)
#define port_get_lock_status() (syssts_t)0
#define port_is_locked(sts) ((sts) != 0)
struct port_context {
    void *sp;
};
static inline void port_lock(void)
{
}
static inline void port_unlock(void)
{
}
static inline void port_disable(void)
{
}
static inline void port_suspend(void)
{
}
static inline void port_enable(void)
{
}
static inline void port_wait_for_interrupt(void)
{
}
void port_init(void *instance);

void chSysInit(void);
void chSysLock(void);
void chSysUnlock(void);
void chSysLockFromISR(void);
void chSysUnlockFromISR(void);
syssts_t chSysGetStatusAndLockX(void);
void chSysRestoreStatusX(syssts_t sts);

thread_t *chSchReadyI(thread_t *tp);
void chSchRescheduleS(void);
#ifdef CHLISTS_H
ch_queue_t *ch_queue_dequeue(ch_queue_t *p);
#else
thread_t *queue_dequeue(thread_t *tp);
#endif

thread_t *chThdGetSelfX(void);
tprio_t chThdGetPriorityX(void);
tprio_t chThdSetPriority(tprio_t newprio);
thread_t *chThdCreateSuspendedI(const thread_descriptor_t *tdp);
thread_t *chThdCreateSuspended(const thread_descriptor_t *tdp);
thread_t *chThdStart(thread_t *tp);
void chThdExit(msg_t msg);
msg_t chThdWait(thread_t *tp);
msg_t chThdSuspendS(thread_reference_t *trp);
void chThdResumeI(thread_reference_t *trp, msg_t msg);
void chThdYield(void);
void chThdSleep(sysinterval_t time);

void chVTObjectInit(virtual_timer_t *vtp);
void chVTSetI(virtual_timer_t *vtp, sysinterval_t delay, vtfunc_t vtfunc, void *par);
systime_t chVTGetSystemTimeX(void);
sysinterval_t chTimeDiffX(systime_t start, systime_t end);
#define TIME_MS2I(msec) ((sysinterval_t)((uint64_t)(msec)*CH_CFG_ST_FREQUENCY / 1000U))

void *chHeapAlloc(void *heapp, size_t size);
void chHeapFree(void *p);

#endif
