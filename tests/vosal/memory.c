/* SPDX-License-Identifier: MIT */
/* memory.c -- objects come from the given memory and go back there; none: NULL. */
#include "suite.h"
#include "tap.h"

static void nothing(void *arg)
{
    (void)arg;
}

static void *thread_run(void)
{
    return spawn(VOS_PRIO_HIGH, nothing, NULL);
}
static void *thread_new(void)
{
    return vosThCreate(STACK, VOS_PRIO_HIGH, (void *)nothing, NULL, NULL);
}
static void *sem(void)
{
    return vosSemCreate(1);
}
static void *box(void)
{
    return vosMBoxCreate(4);
}
static void *fifo(void)
{
    return vosFifoCreate(16, NULL, NULL, NULL);
}
static void *queue(void)
{
    return vosQueueCreate(16);
}
static void *timer_running(void)
{
    VSysTimer t = vosTimerCreate();
    if (t) {
        vosTimerRecurrent(t, TIME_U(1, SECONDS), nothing, NULL);
    }
    return t;
}

static const struct {
    void *(*make)(void);
    void (*unmake)(void *);
} kinds[] = {
    {thread_run, vosThDestroy},
    {thread_new, vosThDestroy},
    {sem, vosSemDestroy},
    {vosMtxCreate, vosMtxDestroy},
    {box, vosMBoxDestroy},
    {fifo, vosFifoDestroy},
    {timer_running, vosTimerDestroy},
    {vosEventCreate, vosEventDestroy},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* Where making a thread takes long, less often. */
#ifndef SUITE_TIMES
#define SUITE_TIMES 10000
#endif
/* So many of each fit into memory. */
#ifndef SUITE_MANY
#define SUITE_MANY 8
#endif

TEST(thousands_of_each_leave_the_heap_as_it_was)
{
    begin();
    for (int k = 0; k < KINDS; k++) {
        kinds[k].unmake(kinds[k].make());
        size_t before = heap_used();
        for (int i = 0; i < SUITE_TIMES; i++) {
            void *object = kinds[k].make();
            CHECK(object != NULL);
            kinds[k].unmake(object);
        }
        CHECK_INT(heap_used(), before);
    }
}

TEST(many_at_a_time)
{
    void *objects[KINDS][SUITE_MANY];
    begin();
    size_t before = heap_used();
    for (int i = 0; i < KINDS * SUITE_MANY; i++) {
        objects[i % KINDS][i / KINDS] = kinds[i % KINDS].make();
        CHECK(objects[i % KINDS][i / KINDS] != NULL);
    }
    CHECK(heap_used() > before);
    for (int i = KINDS * SUITE_MANY - 1; i >= 0; i--) {
        kinds[i % KINDS].unmake(objects[i % KINDS][i / KINDS]);
    }
    CHECK_INT(heap_used(), before);
}

TEST(without_memory_there_is_null)
{
    begin();
    size_t before = heap_used();
    heap_exhaust(true);
    for (int k = 0; k < KINDS; k++) {
        if (kinds[k].make != thread_run) {
            CHECK(kinds[k].make() == NULL);
        }
    }
    CHECK(queue() == NULL);
    CHECK(vos_alloc(8) == NULL);
    heap_exhaust(false);
    CHECK_INT(heap_used(), before);
}

TEST(without_slots_there_is_null)
{
    begin();
    CHECK(vosMBoxCreate(0) == NULL);
    CHECK(vosMBoxCreate(-1) == NULL);
    CHECK(vosFifoCreate(0, NULL, NULL, NULL) == NULL);
    CHECK(vosQueueCreate(0) == NULL);
    CHECK(vosQueueCreate(UINT32_MAX) == NULL);
}

TEST(memory_is_zeroed_and_aligned)
{
    begin();
    for (size_t size = 1; size < 200; size += 33) {
        char *p = vos_alloc(size);
        CHECK(p && ((uintptr_t)p & 7) == 0 && p[0] == 0 && p[size - 1] == 0);
        memset(p, 0xAA, size);
        vos_free(p);
    }
    vos_free(NULL);
}

TEST(nobody_has_to_destroy_an_ended_thread_for_its_stack)
{
    VThread th[8 * SUITE_MANY];
    begin();
    size_t before = heap_used();
    for (int i = 0; i < 8 * SUITE_MANY; i++) {
        th[i] = spawn(VOS_PRIO_HIGH, nothing, NULL);
        CHECK(th[i] != NULL);
        CHECK_INT(vosThGetStatus(th[i]), VTHREAD_INACTIVE);
    }
    join_all(th, 8 * SUITE_MANY);
    CHECK_INT(heap_used(), before);
}

SUITE_MAIN
