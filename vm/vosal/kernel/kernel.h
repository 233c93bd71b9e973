/* SPDX-License-Identifier: MIT */
/*
 * kernel.h -- threads, waiting and deadlines, shared by the kernel's own files.
 *
 * Everything here is called with the kernel locked (kernel_lock), in a thread or an
 * isr, unless it says otherwise. A handle of vosal.h is a pointer to one of the
 * structures.
 */
#ifndef KERNEL_KERNEL_H
#define KERNEL_KERNEL_H

#include "port.h"
#include "vosal.h"
#include <stdatomic.h>

/* ---- lists: rings through a head ---- */

typedef struct node {
    struct node *next, *prev;
} node_t;

#define LIST_INIT(head)                                                                \
    {                                                                                  \
        &(head), &(head)                                                               \
    }

static inline void list_init(node_t *head)
{
    head->next = head->prev = head;
}
static inline bool list_empty(const node_t *head)
{
    return head->next == head;
}
static inline void list_insert_after(node_t *at, node_t *n)
{
    n->next = at->next;
    n->prev = at;
    at->next->prev = n;
    at->next = n;
}
static inline void list_remove(node_t *n)
{
    n->prev->next = n->next;
    n->next->prev = n->prev;
    n->next = NULL;
}

/* ---- deadlines ---- */

/* Something to do at a time. In the list of deadlines while node.next is not NULL. */
typedef struct deadline {
    node_t node;
    uint64_t at;
    void (*over)(struct deadline *d);
} deadline_t;

void deadline_set(deadline_t *d, uint64_t at);
static inline void deadline_clear(deadline_t *d)
{
    if (d->node.next) {
        list_remove(&d->node);
    }
}
/* The next one's time, or PORT_NEVER. */
uint64_t deadline_next(void);
/* Does what is due at `now`. In an isr. */
void deadline_run(uint64_t now);

/* ---- semaphores and locks ---- */

/*
 * A counting semaphore; or, with is_lock, something that has an owner: a mutex, the
 * GIL. A handle to either is good for vosSemWait and vosSemSignal.
 */
typedef struct ksem {
    uint32_t count; /* of a lock: how many times more its owner took it */
    bool is_lock;
    kthread_t *owner;
    struct ksem *next_held; /* next lock of the same owner */
    node_t waiters;
} ksem_t;

int32_t lock_take(ksem_t *l, uint32_t timeout);
/* False: the running thread is not the owner. */
bool lock_give(ksem_t *l);
/* `t`, which waits for a lock, is about to be woken without having got it. */
void lock_abandon(kthread_t *t);
/* Hands over whatever the thread that ends still owns. */
void lock_give_all(kthread_t *t);
/* After t->base_prio changed: what it inherits, and those it waits for. */
void lock_update(kthread_t *t);

/* ---- threads ---- */

struct kthread {
    node_t node;       /* in `queue`; first, so that a node is a thread */
    node_t *queue;     /* the ready list or the waiters it stands among; NULL: none */
    deadline_t limit;  /* of the wait */
    kthread_t *next;   /* of all threads */
    ksem_t *waits_for; /* the lock that it waits for */
    ksem_t *held;      /* the locks that it owns */
    uint8_t prio;      /* base_prio or what it inherits */
    uint8_t base_prio;
    uint8_t status; /* VTHREAD_… */
    bool suspended; /* waits for vosThResume */
    bool deaf;      /* Ctrl-C does not end the wait */
    uint64_t turn_left; /* of a turn that was interrupted; 0: the next is whole */
    int32_t result; /* of the wait: VRES_… */
    void *message;  /* what a mailbox passes from thread to thread */
    uint32_t id;
    void *data, *arg;
    void (*fn)(void *arg);
    char *stack_low, *stack_high; /* low: with room for an interrupt below */
    char *sp;   /* while it does not run: its words are above; NULL: has not run */
    void *port; /* the port's */
    /* Registers of a thread that left the CPU without being parked. */
    const void *saved;
    size_t saved_size;
};

/* Priorities there are; more than VOSAL has when a test puts another kernel on this one. */
#ifndef KERNEL_LEVELS
#define KERNEL_LEVELS (VOS_PRIO_HIGHEST + 1)
#endif

typedef struct kernel {
    kthread_t *current; /* runs; while all wait, the last one that ran */
    uint32_t depth;     /* of kernel_lock; an isr counts */
    uint32_t in_isr;
    uint32_t ready_bits; /* of priorities */
    node_t ready[KERNEL_LEVELS];
    node_t deadlines;
    kthread_t *threads;
    uint32_t nthreads; /* that have not ended, without the idle thread of a port */
    uint32_t last_id;
    bool alarm_stale; /* the alarm may be too late: compute it again */
    bool slice_over;  /* the running thread has had its turn */
    uint64_t slice_end;
    uint64_t gil_end; /* when the GIL's owner has had its turn */
    uint64_t quantum;
    _Atomic uint32_t *preempt; /* vos_set_preempt_flag */
} kernel_t;

extern kernel_t kernel;
extern kthread_t kernel_main;
extern ksem_t kernel_gil;

/* Around every interrupt, with kernel_isr_exit or kernel_isr_leave of port.h. */
static inline void kernel_isr_enter(void)
{
    kernel.depth++;
    kernel.in_isr++;
}

/* ---- the scheduler's: sched.c, or vm/vosal/foreign over a kernel of the user's ---- */

/* Nest. Unlocking lets the thread of highest priority run. Context: any. */
void kernel_lock(void);
void kernel_unlock(void);
/* The thread that runs, which kernel.current is when locked. Context: any. */
kthread_t *kernel_self(void);
/* The running thread, which counts as waiting, waits until it is made ready. Thread. */
void kernel_switch(void);
/* Lets the others of the same priority run. Thread. */
void kernel_yield(void);
/* The running thread has ended; whatever the caller does then touches nothing. */
void kernel_exit(void);
/* Makes `t` ready: the last of its priority. */
void kernel_ready(kthread_t *t);
/* Takes `t` off the list that it stands in, if any. */
void kernel_leave_queue(kthread_t *t);
/* Moves `t` to where it belongs with another priority. */
void kernel_set_prio(kthread_t *t, uint8_t prio);

/* ---- waiting, whoever schedules ---- */

/* A time word in nanoseconds. Context: any. */
uint64_t kernel_time(uint32_t time);
/* Now and that later; PORT_NEVER for VTIME_INFINITE. Context: any. */
uint64_t kernel_after(uint32_t time);

/*
 * The running thread waits among `waiters` (NULL: alone) until kernel_wake, the timeout
 * or Ctrl-C. Returns VRES_…; VRES_TIMEOUT at once for a zero timeout. Thread.
 */
int32_t kernel_wait(node_t *waiters, uint32_t timeout);
int32_t kernel_wait_until(node_t *waiters, uint64_t until);
/* Its first half; kernel_switch is the other. */
void kernel_enqueue(node_t *waiters, uint64_t until);
/* Puts `t` among the waiters, where its priority belongs. */
void kernel_join(kthread_t *t, node_t *waiters);
/* Ends the wait of `t`. */
void kernel_wake(kthread_t *t, int32_t result);
void kernel_wake_all(node_t *waiters, int32_t result);
/* First in line, NULL: nobody. */
kthread_t *kernel_first(const node_t *waiters);
/* The time of a wait is over. */
void kernel_wait_over(deadline_t *d);
/* Sets bits of the preempt flag. */
void kernel_ask(uint32_t bits);
/* Ctrl-C. In an isr. */
void kernel_interrupt(void);

/* ---- sched.c's own, for a port ---- */

/* The best ready thread, taken off its list; waits for one. */
kthread_t *kernel_choose(void);
/* `next` runs from now on. */
void kernel_becomes_current(kthread_t *next);

/* The wrong context is a programming error; checked unless NDEBUG. */
#ifdef NDEBUG
#define KERNEL_THREAD_ONLY() ((void)0)
#else
#define KERNEL_THREAD_ONLY()                                                           \
    do {                                                                               \
        if (kernel.in_isr) {                                                           \
            __builtin_trap();                                                          \
        }                                                                              \
    } while (0)
#endif

#endif
