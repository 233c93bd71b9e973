/* SPDX-License-Identifier: MIT */
/* pwm.c -- pulses: real edges on the pin's net, on a grid that does not drift. */
#include "parts.h"

enum { MAX_CHANNELS = 30 };

typedef struct channel {
    sim_event_t event; /* first */
    int vpin;
    bool high, running;
    uint64_t start, period, pulse; /* ns */
    uint64_t done, wanted;         /* pulses; wanted 0: for ever */
    uint32_t runs;
    VSemaphore over;
} channel_t;

static channel_t channels[MAX_CHANNELS];

int vhalInitPWM(void *data)
{
    (void)data;
    return VHAL_OK;
}

/* The channel of a physical pin; NULL: it has none. */
static channel_t *find(int pin)
{
    const vhal_tables_t *t = vhal_tables();
    for (int row = 0; row < PIN_CLASS_NUM(PINCLASS_PWM) && row < MAX_CHANNELS; row++) {
        if (t->classes[PINCLASS_PWM][row].pidx == pin) {
            return &channels[row];
        }
    }
    return NULL;
}

/* ---- edges ---- */

/* Locked. What was a PWM's pin is an output at 0 afterwards. */
static void stop(channel_t *c)
{
    if (c->running) {
        c->running = false;
        sim_event_clear(&c->event);
        gpio_leave_low(pins_of(c->vpin));
        sim_pin_give(c->vpin, PRPH_PWM);
    }
}

static void on_edge(sim_event_t *e)
{
    channel_t *c = (channel_t *)e;
    int pin = pins_of(c->vpin);
    if (c->high && c->pulse < c->period) {
        c->high = false;
        sim_pin_drive(pin, SIM_LOW);
        sim_event_set(e, c->start + (c->done + 1) * c->period);
        return;
    }
    c->done++;
    if (c->done == c->wanted) {
        stop(c);
        vosSemSignalIsr(c->over);
        return;
    }
    c->high = true;
    sim_pin_drive(pin, SIM_HIGH);
    sim_event_set(e, c->start + c->done * c->period + c->pulse);
}

static int start(channel_t *c, int vpin, uint64_t period, uint64_t pulse,
                 uint32_t npulses)
{
    int result = sim_pin_take(vpin, PRPH_PWM);
    if (result != VHAL_OK) {
        return result;
    }
    c->vpin = vpin;
    c->running = c->high = true;
    c->start = sim_now();
    c->period = period;
    c->pulse = pulse;
    c->done = 0;
    c->wanted = npulses;
    c->event.run = on_edge;
    sim_pin_drive(pins_of(vpin), SIM_HIGH);
    sim_event_set(&c->event, c->start + pulse);
    return VHAL_OK;
}

static int run(channel_t *c, int vpin, uint32_t period, uint32_t pulse,
               uint32_t npulses)
{
    if (npulses && !c->over && !(c->over = vosSemCreate(0))) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    sim_lock();
    sim_catch_up();
    time_need();
    sim_event_clear(&c->event);
    if (c->over) {
        vosSemReset(c->over);
    }
    int result = start(c, vpin, sim_time(period), sim_time(pulse), npulses);
    uint32_t mine = ++c->runs;
    sim_unlock();
    if (result == VHAL_OK && npulses && sim_wait(c->over, SIM_NEVER) != VRES_OK) {
        sim_lock();
        if (c->runs == mine) { /* Ctrl-C, not another start */
            stop(c);
        }
        sim_unlock();
    }
    return result;
}

int vhalPwmStart(int vpin, uint32_t period, uint32_t pulse, uint32_t npulses)
{
    int pin = pins_of(vpin);
    channel_t *c = pin < 0 ? NULL : find(pin);
    if (!c) {
        return VHAL_INVALID_PIN;
    }
    if (period == VTIME_INFINITE || pulse == VTIME_INFINITE) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    if (TIME_IS_ZERO(period) || TIME_IS_ZERO(pulse) ||
        sim_time(period) < sim_time(pulse)) {
        sim_lock();
        sim_catch_up();
        stop(c);
        sim_unlock();
        return VHAL_OK;
    }
    return run(c, vpin, period, pulse, npulses);
}
