/* SPDX-License-Identifier: MIT */
/* gpio.c -- modes, levels, bit-banging, pin interrupts. D2 is wired to D3. */
#include "expect.h"

C_NATIVE(test_gpio_modes)
{
    C_NATIVE_UNWARN();
    EXPECT(PINMODE_NONE == 0 && PINMODE_INPUT_PULLNONE == 1 && PINMODE_OUTPUT_HIGHDRIVE == 6);
    EXPECT(PINMODE_GPIO_MODES == 7 && PINMODE_ALTERNATE_FUNCTION == 15 && PINMODE_EXT_BOTH == 48);
    EXPECT(vhalPinSetMode(D3, PINMODE_INPUT_PULLUP) == VHAL_OK && vhalPinRead(D2) == 1);
    EXPECT(vhalPinSetMode(D3, PINMODE_INPUT_PULLDOWN) == VHAL_OK && vhalPinRead(D2) == 0);
    EXPECT(vhalPinSetMode(D3, PINMODE_INPUT_PULLUP) == VHAL_OK);
    EXPECT(vhalPinSetMode(D2, PINMODE_OUTPUT_OPENDRAIN) == VHAL_OK && vhalPinRead(D3) == 0);
    EXPECT(vhalPinWrite(D2, 1) == VHAL_OK && vhalPinRead(D3) == 1);
    EXPECT(vhalPinSetMode(D2, PINMODE_OUTPUT_HIGHDRIVE) == VHAL_OK && vhalPinRead(D3) == 1);
    EXPECT(vhalPinSetMode(D2, PINMODE_OUTPUT_PUSHPULL) == VHAL_OK);
    EXPECT(vhalPinToggle(D2) == VHAL_OK && vhalPinRead(D3) == 0);
    EXPECT(vhalPinSetMode(A1, PINMODE_INPUT_ANALOG) == VHAL_OK);
    EXPECT(vhalPinSetMode(D2, PINMODE_INPUT_ANALOG) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalPinSetMode(D99, PINMODE_INPUT_PULLUP) == VHAL_INVALID_PIN);
    return ERR_OK;
}

C_NATIVE(test_gpio_fast)
{
    C_NATIVE_UNWARN();
    void *port = vhalPinGetPort(D2);
    int pad = vhalPinGetPad(D2);
    vhalPinSetMode(D2, PINMODE_OUTPUT_PUSHPULL);
    for (int i = 0; i < 8; i++) {
        vhalPinFastSet(port, pad);
        EXPECT(vhalPinFastRead(vhalPinGetPort(D3), vhalPinGetPad(D3)) != 0);
        vhalPinFastClear(port, pad);
        EXPECT(vhalPinRead(D3) == 0);
    }
    return ERR_OK;
}

C_NATIVE(test_gpio_of_a_peripheral)
{
    C_NATIVE_UNWARN();
    EXPECT(vhalPinSetToPeripheral(PWM1, PRPH_PWM, 0) == VHAL_OK);
    EXPECT(vhalPinWrite(D3, 1) == VHAL_HARDWARE_STATUS_ERROR);
    EXPECT(vhalPinSetMode(D3, PINMODE_NONE) == VHAL_OK);
    return ERR_OK;
}

static volatile int edges, last_slot, last_dir;

static void on_edge(int slot, int dir)
{
    edges++;
    last_slot = slot;
    last_dir = dir;
}

C_NATIVE(test_gpio_interrupts)
{
    C_NATIVE_UNWARN();
    extCbkFn fn = on_edge;
    vhalPinSetMode(D2, PINMODE_OUTPUT_PUSHPULL);
    vhalPinWrite(D2, 0);
    int slot = vhalPinAttachInterrupt(D3, PINMODE_EXT_RISING, fn, 0);
    EXPECT(slot >= 0);
    vhalPinWrite(D2, 1);
    vhalPinWrite(D2, 0);
    EXPECT(edges == 1 && last_slot == slot && last_dir != 0);
    EXPECT(vhalPinAttachInterrupt(D3, PINMODE_EXT_FALLING, fn, TIME_U(1, MILLIS)) == slot);
    vhalPinWrite(D2, 1);
    vhalPinWrite(D2, 0);
    vosThSleep(TIME_U(2, MILLIS));
    EXPECT(edges == 1); /* it was low before and is low again */
    vhalPinWrite(D2, 1);
    vosThSleep(TIME_U(2, MILLIS));
    vhalPinWrite(D2, 0);
    vosThSleep(TIME_U(2, MILLIS));
    EXPECT(edges == 2 && last_dir == 0);
    EXPECT(vhalPinAttachInterrupt(D3, 0, NULL, 0) == slot);
    vhalPinWrite(D2, 1);
    EXPECT(edges == 2);
    return ERR_OK;
}
