/* SPDX-License-Identifier: MIT */
/*
 * power.c -- sleep, what survives it and a reset, and the watchdog.
 *
 * A reset is vosSysReset: the program starts again as a new process image. What a chip
 * keeps in its backup registers is kept in the environment, in a string that is only
 * written into afterwards, so that an isr may do it.
 */
#define _GNU_SOURCE
#include "parts.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define VARIABLE "ZVM_SIM_POWER="
enum { REASON_AT = sizeof VARIABLE - 1, STATUS_AT = REASON_AT + 1 };

/* The reason as one digit, then the status bytes in hexadecimal. */
static char kept[STATUS_AT + 2 * POWER_STATUS_BYTES + 1] = VARIABLE;
static int reason = POWERSAVE_RESET;

static const char digits[] = "0123456789abcdef";

void power_start(void)
{
    char *text = kept + REASON_AT;
    memset(text, '0', sizeof kept - REASON_AT - 1);
    char name[] = VARIABLE;
    name[sizeof name - 2] = 0;
    const char *before = getenv(name);
    if (before && strlen(before) == sizeof kept - REASON_AT - 1 &&
        strspn(before, digits) == strlen(before)) {
        memcpy(text, before, sizeof kept - REASON_AT - 1);
    }
    reason = *text - '0' <= POWERSAVE_BROWNOUT ? *text - '0' : POWERSAVE_RESET;
    *text = '0' + POWERSAVE_RESET;
    putenv(kept);
}

int power_reason(void)
{
    return reason;
}

/* Signals stay blocked across the start of a program: let them in. */
void power_reset(int why)
{
    sigset_t none;
    kept[REASON_AT] = (char)('0' + why);
    sim_end();
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    vosSysReset();
}

/* ---- sleeping ---- */

int vhalInitPowersave(void)
{
    return reason;
}

/* True: an interrupt came. */
static bool sleep_until(uint64_t until)
{
    VEvent e = ext_event();
    if (!e) {
        return !sim_sleep_until(until);
    }
    vosEventClear(e);
    return time_wait_event(e, until) != VRES_TIMEOUT;
}

int vhalGoToSleep(uint32_t delay, uint32_t level)
{
    if (level != POWERSAVE_STANDBY && level != POWERSAVE_STOP &&
        level != POWERSAVE_SLEEP) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    uint64_t until = delay ? sim_now() + (uint64_t)delay * SIM_NS_PER_MS : SIM_NEVER;
    int why = sleep_until(until) ? POWERSAVE_INTERRUPT : POWERSAVE_TIMEOUT;
    if (level == POWERSAVE_STANDBY) {
        power_reset(why);
    }
    return why;
}

/* ---- status bytes ---- */

static bool is_status(int pos)
{
    return pos >= 0 && pos < POWER_STATUS_BYTES;
}

int vhalSaveStatusByte(int pos, uint8_t value)
{
    if (!is_status(pos)) {
        return VHAL_GENERIC_ERROR;
    }
    kept[STATUS_AT + 2 * pos] = digits[value >> 4];
    kept[STATUS_AT + 2 * pos + 1] = digits[value & 15];
    return VHAL_OK;
}

int vhalGetStatusByte(int pos)
{
    if (!is_status(pos)) {
        return VHAL_GENERIC_ERROR;
    }
    const char *text = &kept[STATUS_AT + 2 * pos];
    return (int)(strchr(digits, text[0]) - digits) << 4 |
           (int)(strchr(digits, text[1]) - digits);
}

int vhalGetStatusSize(void)
{
    return POWER_STATUS_BYTES;
}

/* ---- the watchdog ---- */

static struct {
    sim_event_t event;    /* first */
    uint64_t least, most; /* ns between kicks */
    uint64_t kicked;
    bool running;
} watchdog;

static void bite(const char *what)
{
    sim_report("watchdog: %s: reset", what);
    power_reset(POWERSAVE_WATCHDOG);
}

static void on_time(sim_event_t *e)
{
    (void)e;
    bite("not kicked in time");
}

int vhalInitSecureFW(void)
{
    return reason == POWERSAVE_WATCHDOG;
}

int vhalSetupWatchdog(uint32_t t0, uint32_t t1)
{
    if (!t1 || t0 >= t1) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    sim_lock();
    time_need();
    watchdog.running = true;
    watchdog.least = (uint64_t)t0 * SIM_NS_PER_MS;
    watchdog.most = (uint64_t)t1 * SIM_NS_PER_MS;
    watchdog.kicked = sim_now();
    watchdog.event.run = on_time;
    sim_event_set(&watchdog.event, watchdog.kicked + watchdog.most);
    sim_unlock();
    return VHAL_OK;
}

int vhalKickWatchdog(void)
{
    if (!watchdog.running) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    sim_lock();
    uint64_t now = sim_now();
    if (now - watchdog.kicked < watchdog.least) {
        bite("kicked too early");
    }
    watchdog.kicked = now;
    sim_event_set(&watchdog.event, now + watchdog.most);
    sim_unlock();
    return VHAL_OK;
}
