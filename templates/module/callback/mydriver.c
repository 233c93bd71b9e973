/*
 * mydriver.c -- a rotary encoder: two pins, a position, and a call of Python at every step.
 *
 * The pins' interrupts come while anything runs. The handler counts, which takes no memory, and posts the call; the
 * interrupt thread makes it when Python can run.
 */
#include "zerynth.h"

C_NATIVE_MODULE(mydriver, version = 0.1.0);

static struct {
    int32_t pin[2];
    volatile int32_t position;
    uint8_t levels; /* of both pins, the first in bit 1 */
    zn_callable on_step;
} encoder;

/* From the levels before and after an edge: a step forward, back, or neither. */
static const int8_t steps[4][4] = {
    {0, -1, 1, 0},
    {1, 0, 0, -1},
    {-1, 0, 0, 1},
    {0, 1, -1, 0},
};

static uint8_t read_levels(void)
{
    return (uint8_t)(vhalPinRead(encoder.pin[0]) << 1 | vhalPinRead(encoder.pin[1]));
}

/* In an interrupt. */
static void on_edge(int slot, int dir)
{
    uint8_t levels = read_levels();
    int step = steps[encoder.levels][levels];
    (void)slot;
    (void)dir;
    encoder.levels = levels;
    encoder.position += step;
    if (step && encoder.on_step.object) {
        PObject *argument = PSMALLINT_NEW(step);
        vm_post(encoder.on_step.object, 1, &argument);
    }
}

static err_t watch(int32_t pin)
{
    vhalPinSetMode(pin, PINMODE_INPUT_PULLUP);
    vosSysLock();
    int slot = vhalPinAttachInterrupt(pin, PINMODE_EXT_BOTH, on_edge, 0);
    vosSysUnlock();
    return slot < 0 ? (err_t)-slot : ERR_OK;
}

/// Watches the encoder on two pins, from position 0.
/// @param on_step  called with 1 or -1 at each step, in the order of steps
C_NATIVE_FN()
err_t mydriver_start(int32_t a, int32_t b, zn_callable on_step ZN_NULLABLE ZN_SCOPE(forever))
{
    encoder.pin[0] = a;
    encoder.pin[1] = b;
    encoder.position = 0;
    encoder.on_step = on_step;
    err_t err = watch(a);
    if (err == ERR_OK) {
        err = watch(b);
    }
    encoder.levels = read_levels();
    return err;
}

/// Steps since the start.
C_NATIVE_FN()
int32_t mydriver_position(void)
{
    return encoder.position;
}
