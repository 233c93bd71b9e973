/* SPDX-License-Identifier: MIT */
/*
 * sim_pins_test.c -- the simulated board's pins: tables, nets, modes, stimuli,
 * interrupts, debouncing, all in virtual time.
 */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: vm/vhal/sim vm/vhal/common sdk/include */
#include "parts.h"
#include "sim_world.h"
#include "tap.h"

static void sleep_us(uint32_t us)
{
    vosThSleep(TIME_U(us, MICROS));
}

/* Every test has pins of its own; the scene is made once, before the start. */
static const char scene[] =
    "wire D2 D3\n"
    "wire D4 D5 D6\n"
    "stimulus pin BTN0 at 10000000 value 1\n"
    "stimulus pin BTN1 edges 1000000,2000000,2000500 value 1\n"
    "stimulus pin BTN2 start 3000000 period 100000 duty 0.25 count 3\n"
    "adc pin A0 level 2048\n";

static void start(void)
{
    sim_world_start(scene);
}

/* ---- interrupts: what came is written down ---- */

static struct {
    uint64_t at;
    int slot, dir;
} calls[64];
static int ncalls;

static void on_edge(int slot, int dir)
{
    if (ncalls < 64) {
        calls[ncalls].at = sim_now();
        calls[ncalls].slot = slot;
        calls[ncalls++].dir = dir;
    }
}

TEST(stimuli_come_in_time)
{
    start();
    CHECK_INT(vhalPinAttachInterrupt(BTN1, PINMODE_EXT_BOTH, on_edge, 0) >= 0, 1);
    int slot = vhalPinAttachInterrupt(BTN2, PINMODE_EXT_FALLING, on_edge, 0);
    CHECK(slot >= 0);
    CHECK_INT(vhalPinRead(BTN1), 0);
    CHECK_INT(vhalPinRead(BTN0), 0);
    sleep_us(1500);
    CHECK_INT(vhalPinRead(BTN1), 1);
    CHECK_INT(ncalls, 1);
    CHECK_INT(calls[0].at / 1000, 1000);
    CHECK_INT(calls[0].dir, 1);
    sleep_us(9000);
    CHECK_INT(ncalls, 6);
    CHECK_INT(calls[1].dir, 0);
    CHECK_INT(calls[2].dir, 1);
    for (int i = 0; i < 3; i++) {
        CHECK_INT((calls[3 + i].at / 1000 - 25) / 100, 30 + i); /* served soon */
        CHECK_INT(calls[3 + i].slot, slot);
        CHECK_INT(calls[3 + i].dir, 0);
    }
    CHECK_INT(vhalPinRead(BTN0), 1);
}

TEST(wired_pins_are_one_net)
{
    start();
    CHECK_INT(vhalPinSetMode(D2, PINMODE_OUTPUT_PUSHPULL), VHAL_OK);
    CHECK_INT(vhalPinSetMode(D3, PINMODE_INPUT_PULLUP), VHAL_OK);
    CHECK_INT(vhalPinRead(D3), 0);
    CHECK_INT(vhalPinWrite(D2, 5), VHAL_OK);
    CHECK_INT(vhalPinRead(D3), 1);
    CHECK_INT(vhalPinToggle(D2), VHAL_OK);
    CHECK_INT(vhalPinRead(D3), 0);
    CHECK_INT(vhalPinSetMode(D2, PINMODE_INPUT_PULLNONE), VHAL_OK);
    CHECK_INT(vhalPinRead(D2), 1);
    CHECK_INT(vhalPinSetMode(D3, PINMODE_INPUT_PULLDOWN), VHAL_OK);
    CHECK_INT(vhalPinRead(D2), 0);
}

TEST(open_drain_is_a_wired_and)
{
    start();
    CHECK_INT(vhalPinSetMode(D6, PINMODE_INPUT_PULLUP), VHAL_OK);
    CHECK_INT(vhalPinWrite(D4, 1), VHAL_OK);
    CHECK_INT(vhalPinWrite(D5, 1), VHAL_OK);
    CHECK_INT(vhalPinSetMode(D4, PINMODE_OUTPUT_OPENDRAIN), VHAL_OK);
    CHECK_INT(vhalPinSetMode(D5, PINMODE_OUTPUT_OPENDRAIN), VHAL_OK);
    CHECK_INT(vhalPinRead(D6), 1);
    vhalPinWrite(D4, 0);
    CHECK_INT(vhalPinRead(D6), 0);
    CHECK_INT(vhalPinRead(D5), 0);
    vhalPinWrite(D4, 1);
    CHECK_INT(vhalPinRead(D6), 1);
    CHECK_INT(net_conflicts(), 0);
}

TEST(a_conflict_reads_0_and_is_counted)
{
    start();
    vhalPinSetMode(D6, PINMODE_INPUT_PULLNONE);
    vhalPinWrite(D4, 1);
    vhalPinWrite(D5, 0);
    vhalPinSetMode(D4, PINMODE_OUTPUT_PUSHPULL);
    vhalPinSetMode(D5, PINMODE_OUTPUT_PUSHPULL);
    CHECK_INT(vhalPinRead(D6), 0);
    CHECK_INT(net_conflicts(), 1);
    vhalPinWrite(D5, 1);
    CHECK_INT(vhalPinRead(D6), 1);
    vhalPinSetMode(D4, PINMODE_NONE);
    vhalPinSetMode(D5, PINMODE_NONE);
}

TEST(an_analog_level_is_read_as_a_digital_one)
{
    start();
    CHECK_INT(sim_pin_analog(sim_pin_named("A0")), 2048);
    CHECK_INT(vhalPinRead(A0), 1);
    CHECK_INT(sim_pin_analog(sim_pin_named("A1")), 0);
}

TEST(errors_of_pins)
{
    start();
    CHECK_INT(vhalPinSetMode(D64, PINMODE_INPUT_PULLUP), VHAL_INVALID_PIN);
    CHECK_INT(vhalPinSetMode(A8, PINMODE_INPUT_PULLUP), VHAL_INVALID_PIN);
    CHECK_INT(vhalPinSetMode(-1, PINMODE_INPUT_PULLUP), VHAL_INVALID_PIN);
    CHECK_INT(vhalPinSetMode(0xffff, PINMODE_INPUT_PULLUP), VHAL_INVALID_PIN);
    CHECK_INT(vhalPinSetMode(D7, 9), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalPinSetMode(D7, PINMODE_INPUT_ANALOG), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalPinSetMode(A1, PINMODE_INPUT_ANALOG), VHAL_OK);
    CHECK_INT(vhalPinRead(D64), VHAL_INVALID_PIN);
    CHECK_INT(vhalPinWrite(D64, 1), VHAL_INVALID_PIN);
    CHECK_INT(vhalPinToggle(D64), VHAL_INVALID_PIN);
    CHECK_INT(vhalPinSetToPeripheral(D7, PRPH_SPI, 0), VHAL_INVALID_PIN);
    CHECK_INT(vhalPinSetToPeripheral(PWM5, PRPH_PWM, 0), VHAL_OK);
    CHECK_INT(PIN_GET_PRPH(D7), PRPH_PWM);
    CHECK(PIN_FREE_OR_ASSIGNED_TO(D7, PRPH_PWM) &&
          !PIN_FREE_OR_ASSIGNED_TO(D7, PRPH_ICU));
    CHECK_INT(vhalPinSetToPeripheral(ICU5, PRPH_ICU, 0), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalPinSetMode(D7, PINMODE_OUTPUT_PUSHPULL), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalPinWrite(D7, 1), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalPinAttachInterrupt(D7, PINMODE_EXT_BOTH, on_edge, 0),
              VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalPinSetMode(D7, PINMODE_NONE), VHAL_OK);
    CHECK_INT(PIN_GET_PRPH(D7), 0xff);
    CHECK_INT(vhalPinAttachInterrupt(D7, 0, on_edge, 0), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalPinAttachInterrupt(D169, PINMODE_EXT_BOTH, on_edge, 0),
              VHAL_INVALID_PIN);
}

TEST(fast_access_is_the_same_pin)
{
    start();
    void *port = vhalPinGetPort(D20);
    int pad = vhalPinGetPad(D20);
    CHECK(port && port == PIN_PORT(LED0));
    CHECK_INT(pad, 4);
    CHECK_INT(vhalPinSetMode(LED0, PINMODE_OUTPUT_PUSHPULL), VHAL_OK);
    vhalPinFastSet(port, pad);
    CHECK_INT(vhalPinRead(D20), 1);
    CHECK_INT(vhalPinFastRead(port, pad), 1);
    vhalPinFastClear(port, pad);
    CHECK_INT(vhalPinFastRead(port, pad), 0);
    CHECK(!vhalPinGetPort(D64));
    CHECK_INT(vhalPinGetPad(D64), VHAL_INVALID_PIN);
}

TEST(an_interrupt_has_a_slot_and_a_direction)
{
    start();
    ncalls = 0;
    vhalPinSetMode(D2, PINMODE_OUTPUT_PUSHPULL);
    vhalPinWrite(D2, 0);
    int slot = vhalPinAttachInterrupt(D3, PINMODE_EXT_RISING, on_edge, 0);
    CHECK(slot >= 0);
    vhalPinWrite(D2, 1);
    CHECK_INT(ncalls, 1);
    CHECK(calls[0].slot == slot && calls[0].dir == 1);
    vhalPinWrite(D2, 1);
    vhalPinWrite(D2, 0);
    CHECK_INT(ncalls, 1);
    CHECK_INT(vhalPinAttachInterrupt(D3, PINMODE_EXT_BOTH, on_edge, 0), slot);
    vhalPinWrite(D2, 1);
    vhalPinWrite(D2, 0);
    CHECK_INT(ncalls, 3);
    CHECK_INT(calls[2].dir, 0);
    CHECK_INT(vhalPinAttachInterrupt(D3, PINMODE_EXT_BOTH, NULL, 0), slot);
    vhalPinWrite(D2, 1);
    CHECK_INT(ncalls, 3);
}

TEST(interrupts_wait_for_the_lock)
{
    start();
    ncalls = 0;
    vhalPinSetMode(D2, PINMODE_OUTPUT_PUSHPULL);
    vhalPinWrite(D2, 0);
    vhalPinAttachInterrupt(D3, PINMODE_EXT_BOTH, on_edge, 0);
    vosSysLock();
    vhalPinWrite(D2, 1);
    CHECK_INT(ncalls, 0);
    vosSysUnlock();
    CHECK_INT(ncalls, 1);
    vhalPinAttachInterrupt(D3, 0, NULL, 0);
}

TEST(debouncing_wants_a_stable_level)
{
    start();
    ncalls = 0;
    vhalPinWrite(D2, 0);
    CHECK(vhalPinAttachInterrupt(D3, PINMODE_EXT_BOTH, on_edge, TIME_U(5, MILLIS)) >=
          0);
    for (int i = 0; i < 5; i++) { /* bounces for 10 ms, ends high */
        vhalPinToggle(D2);
        sleep_us(2000);
    }
    CHECK_INT(ncalls, 0);
    uint64_t last = sim_now() - 2000000;
    sleep_us(20000);
    CHECK_INT(ncalls, 1);
    CHECK_INT(calls[0].dir, 1);
    CHECK(calls[0].at / 1000 - last / 1000 - 4998 < 5); /* served soon */
    vhalPinWrite(D2, 0); /* a glitch */
    sleep_us(1000);
    vhalPinWrite(D2, 1);
    sleep_us(20000);
    CHECK_INT(ncalls, 1);
    vhalPinAttachInterrupt(D3, 0, NULL, 0);
}

TEST(slots_run_out)
{
    start();
    int n = 0, result;
    for (int pin = D8; pin < D8 + 50; pin++) {
        result = vhalPinAttachInterrupt(pin, PINMODE_EXT_BOTH, on_edge, 0);
        n += result >= 0;
    }
    CHECK_INT(result, VHAL_GENERIC_ERROR);
    CHECK_INT(n, 32); /* two of them had one already */
    for (int pin = D8; pin < D8 + 50; pin++) {
        vhalPinAttachInterrupt(pin, 0, NULL, 0);
    }
}

/* The world goes on while interrupts are off. */
TEST(a_polling_loop_sees_edges_under_the_lock)
{
    static sim_driver_t d;
    start();
    sim_driver_add(&d, D50, "test");
    uint64_t begin = sim_now();
    vosSysLock();
    uint32_t from = *vosTicks();
    while (ticks_to_micros(*vosTicks() - from) < 300) {
    }
    vosSysUnlock();
    CHECK((sim_now() - begin) / 1000 - 300 < 3);
}

/* ---- tables ---- */

TEST(every_name_of_the_board_is_a_pin)
{
    CHECK_INT(PIN_CLASS(MOSI1), PINCLASS_SPI);
    CHECK_INT(PIN_CLASS_PAD(MOSI1), 3);
    CHECK_INT(PIN_CLASS_ID(MOSI1), 42);
    CHECK_INT(PIN_CLASS_DATA0(MOSI1), 1);
    CHECK_INT(PIN_CLASS_DATA1(SCLK1), 2);
    CHECK_INT(PIN_PORT_NUMBER(MOSI1), PORT_C);
    CHECK_INT(PIN_PAD(MOSI1), 10);
    CHECK(PIN_HAS_PRPH(MOSI1, PRPH_SPI) && !PIN_HAS_PRPH(MOSI1, PRPH_I2C));
    CHECK_INT(PIN_CLASS_NUM(PINCLASS_ANALOG), 8);
    CHECK(VHAL_IS_VALID_VPIN(A7) && !VHAL_IS_VALID_VPIN(A8) &&
          !VHAL_IS_VALID_VPIN(0xffff));
    CHECK_INT(vhalGetPeripheralForPin(D42, PINCLASS_SPI), 1);
    CHECK_INT(vhalGetPeripheralForPin(D42, PINCLASS_I2C), VHAL_INVALID_PIN);
    CHECK_INT(vhalGetPeripheralForPin(TX3, PINCLASS_SER), 3);
    CHECK_INT(GET_PERIPHERAL_ID(serial, 2), PERIPHERAL_ID(3));
    CHECK_INT(PERIPHERAL_NUM(serial), 4);
    SpiPins *p = _vm_pin_map(PRPH_SPI);
    CHECK(p && p[1].mosi == MOSI1 && p[0].nss == 10 && p[1].spiid == 1);
    CHECK(!_vm_pin_map(PRPH_SER));
    CHECK(VM_RXPIN(1) == RX1 && VM_TXPIN(0) == TX0 && !VM_HWFC(0));
    CHECK_INT(sim_pin_named("SDA1"), 30);
    CHECK_INT(sim_pin_named("SDA"), -1);
    CHECK_INT(sim_pin_named("Q1"), -1);
    CHECK_INT(sim_pin_named("D1x"), -1);
}

TEST(scenes_say_what_is_wrong)
{
    CHECK(!sim_scene("wire D1 D99\n"));
    CHECK_STR(sim_error(), "scene, line 1, 'wire': the board has no pin 'D99'");
    CHECK(!sim_scene("\n\nfrob x 1\n"));
    CHECK_STR(sim_error(), "scene, line 3, 'frob': there is no such statement");
    CHECK(!sim_scene("stimulus pin D60 at 5 value 1 colour red"));
    CHECK_STR(sim_error(), "scene, line 1, 'stimulus': 'colour' means nothing here");
    CHECK(!sim_scene("adc pin A5 level sine:1:2"));
    CHECK_STR(sim_error(), "scene, line 1, 'adc': 'sine:1:2' is no value");
    CHECK(!sim_scene("adc pin A5 level x%20y"));
    CHECK_STR(sim_error(), "scene, line 1, 'adc': 'x y' is no value");
}

TAP_MAIN
