/* SPDX-License-Identifier: MIT */
/*
 * time.c -- the clock of the world and the list of its events.
 *
 * One timer of VOSAL is set for the first event. The clock counts whole microseconds,
 * as VOSAL shows them; events lie on nanoseconds and are run, in order, when the clock
 * has reached or passed them.
 */
#include "parts.h"

enum {
    MAX_MICROS = 1 << 29, /* of a time word, with room for the unit */
    AT_ONCE = 256,        /* events run before interrupts are let in again */
};

static bool started;
static VSysTimer stopwatch, alarm;
static uint64_t zero; /* of the stopwatch, ns */
static sim_event_t *events;
static uint64_t alarm_at = SIM_NEVER;
static bool running;
static uint64_t running_at;

void sim_lock(void)
{
    if (started) {
        vosSysLock();
    }
}

void sim_unlock(void)
{
    if (started) {
        vosSysUnlock();
    }
}

/* ---- the clock ---- */

void time_need(void)
{
    if (started && !stopwatch) {
        zero = vosMillis() * SIM_NS_PER_MS;
        stopwatch = vosTimerCreate();
        alarm = vosTimerCreate();
        if (!stopwatch || !alarm) {
            sim_report("no memory for the clock");
        }
    }
}

/* VOSAL's microseconds wrap: milliseconds, read just before, say how often. */
static uint64_t read_clock(void)
{
    time_need();
    if (!alarm) {
        return 0;
    }
    sim_lock();
    uint64_t about = vosTimerReadMillis(stopwatch) * 1000;
    uint32_t micros = vosTimerReadMicros(stopwatch);
    sim_unlock();
    return zero + (about + (uint32_t)(micros - (uint32_t)about)) * SIM_NS_PER_US;
}

uint64_t sim_now(void)
{
    return running ? running_at : read_clock();
}

uint64_t sim_time(uint32_t time)
{
    static const uint32_t unit[] = {SIM_NS_PER_US, SIM_NS_PER_US, SIM_NS_PER_MS,
                                    SIM_NS_PER_S};
    return time == VTIME_INFINITE
               ? SIM_NEVER
               : (uint64_t)GET_TIME_VALUE(time) * unit[GET_TIME_UNIT(time)];
}

/* Not shorter than `ns`, unless it is very long. */
static uint32_t time_word(uint64_t ns)
{
    uint64_t micros = ns / SIM_NS_PER_US + (ns % SIM_NS_PER_US != 0);
    if (micros <= MAX_MICROS) {
        return TIME_U((uint32_t)micros, MICROS);
    }
    uint64_t millis = micros / 1000;
    return millis <= MAX_MICROS ? TIME_U((uint32_t)millis, MILLIS)
                                : TIME_U((uint32_t)MAX_MICROS, MILLIS);
}

/* ---- events ---- */

static void on_alarm(void *arg)
{
    (void)arg;
    alarm_at = SIM_NEVER;
    sim_catch_up();
}

static uint64_t first_event(void)
{
    uint64_t first = SIM_NEVER;
    for (const sim_event_t *e = events; e && e->at < first; e = e->next) {
        first = e->at + e->slack < first ? e->at + e->slack : first;
    }
    return first;
}

/* Locked. */
static void set_alarm(void)
{
    uint64_t first = first_event();
    if (running || first >= alarm_at || !started) {
        return;
    }
    time_need();
    if (alarm) {
        uint64_t now = read_clock();
        alarm_at = first;
        vosTimerOneShot(alarm, time_word(first > now ? first - now : 1), on_alarm,
                        NULL);
    }
}

void sim_catch_up(void)
{
    if (running || !events || !started) {
        return;
    }
    sim_lock();
    uint64_t now = read_clock();
    int n = 0;
    running = true;
    while (events && events->at <= now && n++ < AT_ONCE) {
        sim_event_t *e = events;
        events = e->next;
        e->due = false;
        running_at = e->at;
        e->run(e);
    }
    running = false;
    set_alarm();
    sim_unlock();
}

static void take_out(sim_event_t *e)
{
    sim_event_t **link = &events;
    while (*link != e) {
        link = &(*link)->next;
    }
    *link = e->next;
    e->due = false;
}

void sim_event_set(sim_event_t *e, uint64_t at)
{
    sim_lock();
    if (e->due) {
        take_out(e);
    }
    sim_event_t **link = &events;
    while (*link && (*link)->at <= at) {
        link = &(*link)->next;
    }
    e->at = at;
    e->next = *link;
    e->due = true;
    *link = e;
    set_alarm();
    sim_unlock();
}

void sim_event_clear(sim_event_t *e)
{
    sim_lock();
    if (e->due) {
        take_out(e);
    }
    sim_unlock();
}

void time_start(void)
{
    started = true;
    if (events || sim_traced) {
        time_need();
        sim_lock();
        set_alarm();
        sim_unlock();
    }
}

/* ---- waiting ---- */

/* Waits for a handle by `wait`. */
static int32_t wait_until(int32_t (*wait)(void *handle, uint32_t time), void *handle,
                          uint64_t until)
{
    for (;;) {
        uint64_t now = until == SIM_NEVER ? 0 : sim_now();
        uint32_t time = until == SIM_NEVER ? VTIME_INFINITE
                        : until > now      ? time_word(until - now)
                                           : VTIME_IMMEDIATE;
        int32_t result = wait(handle, time);
        if (result != VRES_TIMEOUT || time == VTIME_IMMEDIATE) {
            return result;
        }
    }
}

int32_t sim_wait(VSemaphore s, uint64_t until)
{
    return wait_until(vosSemWaitTimeout, s, until);
}

int32_t time_wait_event(VEvent e, uint64_t until)
{
    return wait_until(vosEventWait, e, until);
}

/* Only Ctrl-C ends a sleep early; the clock shows up to a microsecond less. */
bool sim_sleep_until(uint64_t at)
{
    for (uint64_t now = sim_now(); now < at;) {
        uint32_t time = time_word(at - now);
        uint64_t before = now;
        vosThSleep(time);
        now = sim_now();
        if (now - before + 2 * SIM_NS_PER_US < sim_time(time)) {
            return false;
        }
    }
    return true;
}

bool sim_sleep(uint64_t ns)
{
    return sim_sleep_until(sim_now() + ns);
}
