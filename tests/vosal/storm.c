/* SPDX-License-Identifier: MIT */
/*
 * storm.c -- 64 threads do everything at once for so many seconds (the argument; 1).
 *
 * Nothing may be lost, nobody may meet another where only one may be, and in the end
 * the heap is as it was. Where time is exact a second storm does the same in the same
 * order.
 */
#include "suite.h"
#include "tap.h"

enum { THREADS = 64, SEMS = 8 };

typedef struct storm {
    uint32_t hash; /* of who did what in which order */
    uint32_t steps, ticks;
    uint32_t posted, fetched; /* sums of messages */
    int ended, inside, met;
} storm_t;

static uint32_t seconds = 1;
static uint64_t end;
static storm_t storm;
static VSemaphore sems[SEMS];
static VMutex mutexes[2];
static VMailBox box;
static VEvent event;
static VSysTimer timer;

/* What threads share besides VOSAL's objects changes inside the lock. */
static void mark(uint32_t what, uint32_t *counter, uint32_t more)
{
    vosSysLock();
    storm.hash = (storm.hash ^ what) * 16777619u;
    *counter += more;
    vosSysUnlock();
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* Short where time is real, long where it is not and an hour must pass. */
static uint32_t some_time(uint32_t random)
{
    return port_time_is_exact() ? TIME_U(random % 300 * 20, MILLIS)
                                : TIME_U(random % 300, MICROS);
}

/* Two mutexes, always in this order; nobody else is ever inside. */
static void be_alone(uint32_t random)
{
    vosMtxLock(mutexes[0]);
    vosMtxLock(mutexes[1]);
    storm.met += ++storm.inside != 1;
    vosThSleep(some_time(random % 50));
    storm.inside--;
    vosMtxUnlock(mutexes[1]);
    vosMtxUnlock(mutexes[0]);
}

static void post(uint32_t random)
{
    void *msg = (void *)(uintptr_t)random;
    int result = vosMBoxPostTimeout(box, msg, some_time(random));
    mark((uint32_t)result, &storm.posted, result == VRES_OK ? random : 0);
}

static void fetch(uint32_t random)
{
    void *msg = NULL;
    int result = vosMBoxFetchTimeout(box, &msg, some_time(random));
    mark((uint32_t)result, &storm.fetched, (uint32_t)(uintptr_t)msg);
}

static void wait_and_end(void *s)
{
    vosSemWait(s);
}

/* Makes things, and a thread that ends. */
static void come_and_go(uint32_t random)
{
    VSemaphore s = vosSemCreate(1);
    VThread th =
        vosThCreate(STACK, (int32_t)(random % 8), (void *)wait_and_end, s, NULL);
    if (th) {
        vosThResume(th);
    }
    vosThSleep(some_time(random % 50));
    while (th && vosThGetStatus(th) != VTHREAD_INACTIVE) {
        vosThSleep(some_time(7));
    }
    if (th) {
        vosThDestroy(th);
    }
    vosSemDestroy(s);
}

static void step(uint32_t random)
{
    VSemaphore sem = sems[random / 8 % SEMS];
    switch (random % 9) {
    case 0:
        vosThSleep(some_time(random));
        break;
    case 1:
        mark((uint32_t)vosSemWaitTimeout(sem, some_time(random)), &storm.steps, 0);
        break;
    case 2:
        vosSemSignal(sem);
        break;
    case 3:
        be_alone(random);
        break;
    case 4:
        post(random);
        break;
    case 5:
        fetch(random);
        break;
    case 6:
        port_compute(random % 200);
        (random & 64 ? vosEventSet : vosEventClear)(event);
        break;
    case 7:
        if (random % 16 == 0) {
            come_and_go(random);
        }
        break;
    default:
        vosThSetPriority((int32_t)(1 + random % 7));
        mark((uint32_t)vosEventWait(event, some_time(random)), &storm.steps, 0);
    }
}

static void thread(void *arg)
{
    uint32_t id = as_time(arg), seed = id;
    while (vosMillis() < end) {
        mark(id, &storm.steps, 1);
        step(next_random(&seed));
    }
    vosSysLock();
    storm.ended++;
    vosSysUnlock();
}

static void tick(void *arg)
{
    storm_t *s = arg;
    s->ticks++;
    vosSemSignalIsr(sems[s->ticks % SEMS]);
    vosMBoxPostIsr(box, NULL);
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
    timer = vosTimerCreate();
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
    vosTimerDestroy(timer);
}

static void run(void)
{
    static VThread th[THREADS];
    storm = (storm_t){.hash = 2166136261u};
    end = vosMillis() + seconds * 1000ull;
    make_objects();
    vosThSetPriority(VOS_PRIO_HIGHEST);
    vosTimerRecurrent(timer, some_time(77), tick, &storm);
    for (uint32_t i = 0; i < THREADS; i++) {
        th[i] = spawn((int32_t)(1 + i % 7), thread, as_arg(i + 1));
    }
    vosThSleep(TIME_U(seconds, SECONDS));
    for (int i = 0; i < 10000 && storm.ended < THREADS; i++) {
        nap(10);
    }
    vosTimerReset(timer);
    join_all(th, THREADS);
    for (void *msg; vosMBoxFetchTimeout(box, &msg, VTIME_IMMEDIATE) == VRES_OK;) {
        storm.fetched += as_time(msg);
    }
    free_objects();
}

TEST(everything_at_once)
{
    begin();
    size_t before = heap_used();
    run();
    CHECK_INT(storm.ended, THREADS);
    CHECK_INT(storm.inside, 0);
    CHECK_INT(storm.met, 0);
    CHECK_INT(storm.posted, storm.fetched);
    CHECK(storm.ticks > 100 && storm.steps > THREADS);
    CHECK_INT(heap_used(), before);
}

TEST(the_same_every_time)
{
    begin();
    if (port_time_is_exact()) {
        storm_t first = storm;
        run();
        CHECK_INT(storm.hash, first.hash);
        CHECK_INT(storm.steps, first.steps);
        CHECK_INT(storm.ticks, first.ticks);
        CHECK_INT(storm.posted, first.posted);
    }
}

int main(int argc, char **argv)
{
    suite_start(&argc, argv);
    for (const char *p = argc > 1 ? argv[1] : ""; *p >= '0' && *p <= '9'; p++) {
        seconds = (p == argv[1] ? 0 : seconds * 10) + (uint32_t)(*p - '0');
    }
    int failed = tap_main(1, argv);
    tap_put("# steps ");
    tap_put_int(storm.steps);
    tap_put(", interrupts ");
    tap_put_int(storm.ticks);
    tap_put("\n");
    return failed;
}
