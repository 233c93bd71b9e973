/* SPDX-License-Identifier: MIT */
/* kernel_storm_test.c -- 64 threads do everything at once, in virtual time: the same
 * every time. */
/* parts: vm/vosal/kernel */
/* include: sdk/include */
#include "vosal.h"
#include "tap.h"

enum { THREADS = 64, STEPS = 200, SEMS = 8 };

typedef struct storm {
    uint32_t hash; /* of who did what in which order */
    uint32_t ticks;
    int ended;
} storm_t;

static storm_t storm;
static VSemaphore sems[SEMS];
static VMutex mutexes[2];
static VMailBox box;
static VEvent event;
static int inside;

static void note(uint32_t what)
{
    storm.hash = (storm.hash ^ what) * 16777619u;
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* Two mutexes, always in this order; nobody else is ever inside. */
static void be_alone(uint32_t random)
{
    vosMtxLock(mutexes[0]);
    vosMtxLock(mutexes[1]);
    note((uint32_t)++inside);
    vosThSleep(TIME_U(random % 50, MICROS));
    inside--;
    vosMtxUnlock(mutexes[1]);
    vosMtxUnlock(mutexes[0]);
}

static void step(uint32_t random)
{
    void *msg = NULL;
    VSemaphore sem = sems[random / 8 % SEMS];
    uint32_t wait = TIME_U(random % 300, MICROS);
    switch (random % 8) {
    case 0:
        vosThSleep(wait);
        break;
    case 1:
        note((uint32_t)vosSemWaitTimeout(sem, wait));
        break;
    case 2:
        vosSemSignal(sem);
        break;
    case 3:
        be_alone(random);
        break;
    case 4:
        note((uint32_t)vosMBoxPostTimeout(box, (void *)(uintptr_t)random, wait));
        break;
    case 5:
        note((uint32_t)vosMBoxFetchTimeout(box, &msg, wait));
        note((uint32_t)(uintptr_t)msg);
        break;
    case 6:
        vos_virtual_advance(random);
        (random & 64 ? vosEventSet : vosEventClear)(event);
        break;
    default:
        vosThSetPriority((int32_t)(1 + random % 7));
        note((uint32_t)vosEventWait(event, wait));
    }
}

static void thread(void *arg)
{
    uint32_t id = (uint32_t)(uintptr_t)arg, seed = id;
    for (int i = 0; i < STEPS; i++) {
        note(id);
        step(next_random(&seed));
    }
    storm.ended++;
}

static void tick(void *arg)
{
    storm_t *s = arg;
    s->ticks++;
    vosSemSignalIsr(sems[s->ticks % SEMS]);
}

static void make_objects(void)
{
    for (int i = 0; i < SEMS; i++) {
        sems[i] = vosSemCreate(1);
    }
    mutexes[0] = vosMtxCreate();
    mutexes[1] = vosMtxCreate();
    box = vosMBoxCreate(4);
    event = vosEventCreate();
}

static void free_objects(void)
{
    for (int i = 0; i < SEMS; i++) {
        vosSemDestroy(sems[i]);
    }
    vosMtxDestroy(mutexes[0]);
    vosMtxDestroy(mutexes[1]);
    vosMBoxDestroy(box);
    vosEventDestroy(event);
}

static storm_t run(void)
{
    VThread th[THREADS];
    vosInit(NULL);
    vos_set_virtual_time(1000);
    storm = (storm_t){.hash = 2166136261u};
    make_objects();
    VSysTimer timer = vosTimerCreate();
    vosTimerRecurrent(timer, TIME_U(77, MICROS), tick, &storm);
    for (uint32_t i = 0; i < THREADS; i++) {
        th[i] = vosThCreate(512, (int32_t)(1 + i % 7), (void *)thread,
                            (void *)(uintptr_t)(i + 1), NULL);
        vosThResume(th[i]);
    }
    for (int i = 0; i < 1000 && storm.ended < THREADS; i++) {
        vosThSleep(TIME_U(100, MILLIS));
    }
    vosTimerDestroy(timer);
    for (int i = 0; i < THREADS; i++) {
        vosThDestroy(th[i]);
    }
    free_objects();
    return storm;
}

TEST(storm_is_the_same_every_time)
{
    storm_t first = run();
    CHECK_INT(first.ended, THREADS);
    CHECK(first.ticks > 100);
    for (int i = 0; i < 3; i++) {
        storm_t again = run();
        CHECK_INT(again.hash, first.hash);
        CHECK_INT(again.ticks, first.ticks);
        CHECK_INT(again.ended, THREADS);
    }
}

TAP_MAIN
