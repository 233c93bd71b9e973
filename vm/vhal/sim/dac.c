/* SPDX-License-Identifier: MIT */
/* dac.c -- analog values on a pin's net. */
#include "parts.h"

enum { MAX_DACS = 8 };

typedef struct dac {
    sim_event_t event; /* first */
    int vpin;
    bool started;
    bool circular;
    const uint16_t *data;
    uint32_t len, at;
    uint64_t step; /* ns */
    VSemaphore over;
    VMutex lock;
} dac_t;

static dac_t dacs[MAX_DACS];

int vhalInitDAC(void *data)
{
    (void)data;
    return VHAL_OK;
}

static dac_t *find(uint32_t vpin)
{
    const vhal_tables_t *t = vhal_tables();
    int pin = vpin <= 0xffff ? pins_of((int)vpin) : -1;
    for (int row = 0; row < PIN_CLASS_NUM(PINCLASS_DAC) && row < MAX_DACS; row++) {
        if (pin >= 0 && t->classes[PINCLASS_DAC][row].pidx == pin) {
            return &dacs[row];
        }
    }
    return NULL;
}

int vhalDacInit(uint32_t vpin)
{
    dac_t *d = find(vpin);
    if (!d) {
        return VHAL_INVALID_PIN;
    }
    if (!d->over && (!(d->over = vosSemCreate(0)) || !(d->lock = vosMtxCreate()))) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    int result = sim_pin_take((int)vpin, PRPH_DAC);
    if (result == VHAL_OK) {
        d->vpin = (int)vpin;
        d->started = true;
        sim_pin_drive_analog(pins_of(d->vpin), 0);
    }
    return result;
}

static void on_step(sim_event_t *e)
{
    dac_t *d = (dac_t *)e;
    if (d->at == d->len && !d->circular) {
        vosSemSignalIsr(d->over);
        return;
    }
    d->at %= d->len;
    sim_pin_drive_analog(pins_of(d->vpin), d->data[d->at++]);
    sim_event_set(e, e->at + d->step);
}

int vhalDacWrite(uint32_t vpin, uint16_t *data, uint32_t len, uint32_t timestep,
                 uint32_t circular)
{
    dac_t *d = find(vpin);
    if (!d) {
        return VHAL_INVALID_PIN;
    }
    if (!d->started) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    if (timestep == VTIME_INFINITE || !len) {
        return VHAL_UNSUPPORTED_ERROR;
    }
    sim_lock();
    sim_catch_up();
    time_need();
    vosSemReset(d->over);
    d->data = data;
    d->len = len;
    d->at = 0;
    d->circular = circular;
    d->step = TIME_IS_ZERO(timestep) ? SIM_NS_PER_US : sim_time(timestep);
    d->event.run = on_step;
    sim_event_set(&d->event, sim_now());
    sim_catch_up();
    sim_unlock();
    if (!circular && sim_wait(d->over, SIM_NEVER) != VRES_OK && d->data == data) {
        sim_event_clear(&d->event);
    }
    return VHAL_OK;
}

int vhalDacDone(uint32_t vpin)
{
    dac_t *d = find(vpin);
    if (!d) {
        return VHAL_INVALID_PIN;
    }
    if (!d->started) {
        return VHAL_HARDWARE_STATUS_ERROR;
    }
    sim_lock();
    d->started = false;
    sim_event_clear(&d->event);
    vosSemReset(d->over);
    sim_pin_give(d->vpin, PRPH_DAC);
    sim_unlock();
    return VHAL_OK;
}

int vhalDacLock(uint32_t vpin)
{
    dac_t *d = find(vpin);
    if (!d || !d->lock) {
        return d ? VHAL_HARDWARE_STATUS_ERROR : VHAL_INVALID_PIN;
    }
    vosMtxLock(d->lock);
    return VHAL_OK;
}

int vhalDacUnlock(uint32_t vpin)
{
    dac_t *d = find(vpin);
    if (!d) {
        return VHAL_INVALID_PIN;
    }
    return d->lock && vosMtxUnlock(d->lock) ? VHAL_OK : VHAL_HARDWARE_STATUS_ERROR;
}
