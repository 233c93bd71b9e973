/* SPDX-License-Identifier: MIT */
/* icu.c -- measures the time between edges. */
#include "parts.h"

enum { MAX_CHANNELS = 30 };

typedef struct channel {
    sim_watch_t watch; /* first */
    sim_event_t window, filter;
    bool busy;
    uint8_t trigger;
    uint8_t level;    /* last one that counts */
    bool any;         /* the first edge has come */
    uint64_t last;    /* time of the last edge */
    uint64_t changed; /* when the level that the filter looks at began */
    uint64_t window_ns, filter_ns;
    uint32_t *buffer;
    uint32_t size, count, firstbit;
    VSemaphore over;
} channel_t;

static channel_t channels[MAX_CHANNELS];

int vhalInitICU(void *data)
{
    (void)data;
    return VHAL_OK;
}

static channel_t *find(int pin)
{
    const vhal_tables_t *t = vhal_tables();
    for (int row = 0; row < PIN_CLASS_NUM(PINCLASS_ICU) && row < MAX_CHANNELS; row++) {
        if (t->classes[PINCLASS_ICU][row].pidx == pin) {
            return &channels[row];
        }
    }
    return NULL;
}

/* ---- edges ---- */

static void open_window(channel_t *c, uint64_t from)
{
    if (c->window_ns != SIM_NEVER) {
        sim_event_set(&c->window, from + c->window_ns);
    }
}

static void on_edge(channel_t *c, int level, uint64_t at)
{
    c->level = (uint8_t)level;
    if (c->count == c->size) {
        return;
    }
    if (c->any) {
        c->buffer[c->count++] =
            (uint32_t)((at - c->last + SIM_NS_PER_US / 2) / SIM_NS_PER_US);
    } else if (c->trigger == ICU_TRIGGER_BOTH || c->trigger == level) {
        c->any = true;
        c->firstbit = (uint32_t)level;
    } else {
        return;
    }
    c->last = at;
    open_window(c, at);
    if (c->count == c->size) {
        vosSemSignalIsr(c->over);
    }
}

static void on_change(sim_watch_t *w, int level)
{
    channel_t *c = (channel_t *)w;
    if (c->filter_ns) {
        c->changed = sim_now();
        sim_event_set(&c->filter, c->changed + c->filter_ns);
    } else {
        on_edge(c, level, sim_now());
    }
}

/* The level has been stable for long enough. */
static void on_filter(sim_event_t *e)
{
    channel_t *c = (channel_t *)((char *)e - offsetof(channel_t, filter));
    int level = sim_pin_level(c->watch.pin);
    if (level != c->level) {
        on_edge(c, level, c->changed);
    }
}

static void on_window(sim_event_t *e)
{
    channel_t *c = (channel_t *)((char *)e - offsetof(channel_t, window));
    vosSemSignalIsr(c->over);
}

/* ---- a capture ---- */

/* Locked. */
static void start(channel_t *c, int pin)
{
    c->watch.changed = on_change;
    c->window.run = on_window;
    c->filter.run = on_filter;
    c->level = (uint8_t)sim_pin_level(pin);
    c->any = false;
    c->count = 0;
    c->firstbit = c->trigger == ICU_TRIGGER_HIGH;
    sim_watch_add(&c->watch, pin);
    open_window(c, sim_now());
}

static void stop(channel_t *c, int vpin)
{
    sim_lock();
    sim_watch_remove(&c->watch);
    sim_event_clear(&c->window);
    sim_event_clear(&c->filter);
    sim_pin_give(vpin, PRPH_ICU);
    c->busy = false;
    sim_unlock();
}

static int prepare(channel_t *c, int vpin, uint32_t cfg, uint32_t time_window)
{
    if (!c->over && !(c->over = vosSemCreate(0))) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    int result = c->busy ? VHAL_HARDWARE_STATUS_ERROR : sim_pin_take(vpin, PRPH_ICU);
    if (result == VHAL_OK) {
        c->busy = true;
        c->trigger = ICU_CFG_GET_TRIGGER(cfg);
        c->window_ns = sim_time(time_window);
        c->filter_ns = (uint64_t)ICU_CFG_GET_FILTER(cfg) * SIM_NS_PER_US;
        vosSemReset(c->over);
        sim_pin_drive(pins_of(vpin), ICU_CFG_GET_INPUT(cfg) == ICU_INPUT_PULLDOWN
                                            ? SIM_PULL_DOWN
                                            : SIM_PULL_UP);
    }
    return result;
}

int vhalIcuStart(int vpin, uint32_t cfg, uint32_t time_window, uint32_t *buffer,
                 uint32_t *bufsize, uint32_t *firstbit)
{
    int pin = pins_of(vpin);
    channel_t *c = pin < 0 ? NULL : find(pin);
    if (!c) {
        return VHAL_INVALID_PIN;
    }
    if (ICU_CFG_GET_TRIGGER(cfg) > ICU_TRIGGER_BOTH || ICU_CFG_GET_FILTER(cfg) > 15 ||
        !*bufsize) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    sim_lock();
    sim_catch_up();
    time_need();
    int result = prepare(c, vpin, cfg, time_window);
    if (result == VHAL_OK) {
        c->buffer = buffer;
        c->size = *bufsize;
        start(c, pin);
    }
    sim_unlock();
    if (result == VHAL_OK) {
        sim_wait(c->over, SIM_NEVER);
        stop(c, vpin);
        *bufsize = c->count;
        *firstbit = c->firstbit;
    }
    return result;
}
