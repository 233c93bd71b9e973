/* SPDX-License-Identifier: MIT */
/* sim_i2c_test.c -- the I2C controllers of the simulated board and the devices on their
 * buses, in virtual time. */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: sdk/include vm/vhal/sim */
#include "report.h"
#include "script.h"
#include "sim.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

/* Noon of 28 February 2024, a leap year, a Wednesday. */
#define START "1709121600"

static const char scene[] =
    "i2c bus 0 model tmp102 temperature 25.5\n"
    "i2c bus 0 model tmp102 address 73 temperature -10.25\n"
    "i2c bus 0 model lm75 address 74 temperature points:0,20;100000000000,30\n"
    "i2c bus 0 model at24c32\n"
    "i2c bus 0 model ds3231 start " START " temperature 21.75 sqw D5\n"
    "i2c bus 0 model script address 32\n"
    "i2c-transfer write aabb read 0102\n"
    "i2c-transfer write 10\n"
    "i2c-transfer read 77 stretch 2000000\n"
    "i2c-transfer write 55 stretch 2000000\n"
    "i2c-transfer nack 1\n"
    "i2c-transfer write 99\n"
    "i2c bus 1 model ds1307 start " START " sqw D7\n"
    "i2c bus 1 model tmp102 temperature points:0,20;1000000000,90;2000000000,20 "
    "alert D6\n";

static void start(void)
{
    static bool started;
    if (!started) {
        started = true;
        vos_set_virtual_time(50);
        vosInit(NULL);
        if (!sim_scene(scene)) {
            printf("# %s\n", sim_error());
        }
        vhalInit(NULL);
        vhalInitI2C(NULL);
        vhalI2CConf conf = {.clock = 100000, .sda = SDA0, .scl = SCL0};
        vhalI2CInit(0, &conf);
        conf.sda = SDA1;
        conf.scl = SCL1;
        vhalI2CInit(1, &conf);
    }
}

/* Reads `n` bytes behind a register number, as one big-endian number; -1: refused. */
static int64_t get(uint32_t bus, uint16_t address, uint8_t reg, uint32_t n)
{
    uint8_t bytes[8] = {0};
    int64_t value = 0;
    vhalI2CSetAddr(bus, address);
    if (vhalI2CTransmit(bus, &reg, 1, bytes, n, VTIME_INFINITE) != VHAL_OK) {
        return -1;
    }
    for (uint32_t i = 0; i < n; i++) {
        value = value << 8 | bytes[i];
    }
    return value;
}

static int put(uint32_t bus, uint16_t address, const char *hex)
{
    uint8_t bytes[64];
    uint32_t n = (uint32_t)strlen(hex) / 2;
    for (uint32_t i = 0; i < n; i++) {
        bytes[i] = (uint8_t)script_byte(hex, i);
    }
    vhalI2CSetAddr(bus, address);
    return vhalI2CWrite(bus, bytes, n, VTIME_INFINITE);
}

static void sleep_ms(uint32_t ms)
{
    vosThSleep(TIME_U(ms, MILLIS));
}

/* Microseconds since `before`; `wanted` when it is one more: reading the clock takes
 * time too. */
static int64_t us_since(uint64_t before, int64_t wanted)
{
    int64_t us = (int64_t)((sim_now() - before) / 1000);
    return us == wanted + 1 ? wanted : us;
}

/* ---- the alert, at the very start ---- */

TEST(tmp102_alert_goes_low_between_its_limits)
{
    start();
    sleep_ms(900);
    CHECK_INT(vhalPinRead(D6), 1); /* measured at 0.75 s: 72.5 */
    sleep_ms(200);
    CHECK_INT(vhalPinRead(D6), 0); /* at 1 s: 90 */
    sleep_ms(200);
    CHECK_INT(vhalPinRead(D6), 1); /* at 1.25 s: 72.5, below 75 */
}

/* ---- the controller ---- */

TEST(calls_out_of_order_and_wrong_ones_are_refused)
{
    uint8_t byte = 0;
    vhalI2CConf conf = {.clock = 0, .sda = SDA0, .scl = SCL0};
    start();
    CHECK_INT(vhalI2CRead(7, &byte, 1, VTIME_INFINITE), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalI2CInit(7, &conf), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalI2CInit(0, &conf), VHAL_UNSUPPORTED_ERROR);
    conf.clock = 100000;
    conf.sda = 0x7777;
    CHECK_INT(vhalI2CInit(0, &conf), VHAL_INVALID_PIN);
    CHECK_INT(vhalI2CRead(0, &byte, 1, VTIME_INFINITE), VHAL_HARDWARE_STATUS_ERROR);
    conf.sda = SDA0;
    CHECK_INT(vhalI2CInit(0, &conf), VHAL_OK);
    CHECK_INT(vhalI2CSetAddr(0, 0x80), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalI2CDone(0), VHAL_OK);
    CHECK_INT(vhalI2CSetAddr(0, 0x48), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalI2CInit(0, &conf), VHAL_OK);
}

TEST(a_transfer_takes_its_bits)
{
    uint8_t reg = 0, bytes[2];
    start();
    vhalI2CSetAddr(0, 0x48);
    uint64_t before = sim_now();
    CHECK_INT(vhalI2CTransmit(0, &reg, 1, bytes, 2, VTIME_INFINITE), VHAL_OK);
    /* start 1/2, 2 bytes of 9 bits, repeated start 1, 3 bytes, stop 1: 47.5 bits */
    CHECK_INT(us_since(before, 475), 475);
}

TEST(nobody_at_an_address_ends_the_transfer_behind_it)
{
    uint8_t bytes[100] = {0};
    start();
    vhalI2CSetAddr(0, 0x11);
    uint64_t before = sim_now();
    CHECK_INT(vhalI2CWrite(0, bytes, 100, VTIME_INFINITE), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(us_since(before, 105), 105);
    CHECK_INT(vhalI2CWrite(0, NULL, 0, VTIME_INFINITE), VHAL_HARDWARE_STATUS_ERROR);
    vhalI2CSetAddr(0, 0x48);
    CHECK_INT(vhalI2CWrite(0, NULL, 0, VTIME_INFINITE), VHAL_OK); /* a scan */
}

static int other_result;

static void other_thread(void *arg)
{
    other_result = vhalI2CUnlock(0);
    vhalI2CLock(0);
    *(uint64_t *)arg = sim_now();
    vhalI2CUnlock(0);
}

TEST(a_locked_bus_belongs_to_one_thread)
{
    uint64_t when = 0, before;
    start();
    before = sim_now();
    CHECK_INT(vhalI2CLock(0), VHAL_OK);
    CHECK_INT(vhalI2CLock(0), VHAL_OK);
    VThread other = vosThCreate(4096, VOS_PRIO_HIGH, (void *)other_thread, &when, NULL);
    vosThResume(other);
    sleep_ms(10);
    CHECK_INT(other_result, VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalI2CUnlock(0), VHAL_OK);
    sleep_ms(10);
    CHECK_INT(when, 0);
    CHECK_INT(vhalI2CUnlock(0), VHAL_OK);
    sleep_ms(10);
    CHECK(when - before >= 20000000);
    CHECK_INT(vhalI2CUnlock(0), VHAL_HARDWARE_STATUS_ERROR);
    vosThDestroy(other);
}

static void transmitter(void *arg)
{
    *(int64_t *)arg = get(0, 0x49, 0, 2);
}

TEST(a_transfer_lets_other_threads_run)
{
    uint32_t turns = 0;
    int64_t result = 0;
    start();
    VThread other =
        vosThCreate(4096, VOS_PRIO_HIGH, (void *)transmitter, &result, NULL);
    vosThResume(other);
    while (vosThGetStatus(other) != VTHREAD_INACTIVE) {
        turns++;
        vosThSleep(TIME_U(100, MICROS));
    }
    CHECK(turns >= 4);
    CHECK_INT(result, 0xF5C0);
    vosThDestroy(other);
}

/* ---- scripts ---- */

TEST(scripts_give_and_compare_bytes)
{
    uint8_t out[] = {0xAA, 0xBB}, in[2] = {0};
    start();
    vhalI2CSetAddr(0, 0x20);
    CHECK_INT(vhalI2CTransmit(0, out, 2, in, 2, VTIME_INFINITE), VHAL_OK);
    CHECK_INT(in[0] << 8 | in[1], 0x0102);
    CHECK_INT(sim_mistakes(), 0);
    out[0] = 0x11; /* 0x10 is expected */
    CHECK_INT(vhalI2CWrite(0, out, 1, VTIME_INFINITE), VHAL_OK);
    CHECK_INT(sim_mistakes(), 1);
    CHECK_STR(report_text(),
              "i2c 0, device 0x20: transfer 2, byte 1: 0x11 was written, "
              "0x10 was expected\n");
}

TEST(a_held_clock_is_waited_for_or_times_out)
{
    uint8_t byte = 0x55, in = 0;
    start();
    vhalI2CSetAddr(0, 0x20);
    uint64_t before = sim_now();
    CHECK_INT(vhalI2CRead(0, &in, 1, TIME_U(3, MILLIS)), VHAL_OK);
    CHECK_INT(in, 0x77);
    CHECK_INT(us_since(before, 2195), 2195);
    before = sim_now();
    CHECK_INT(vhalI2CWrite(0, &byte, 1, TIME_U(500, MICROS)), VHAL_TIMEOUT_ERROR);
    CHECK_INT(us_since(before, 605), 605);
}

TEST(a_scripted_refusal)
{
    uint8_t byte = 0;
    start();
    vhalI2CSetAddr(0, 0x20);
    CHECK_INT(vhalI2CWrite(0, &byte, 1, VTIME_INFINITE), VHAL_HARDWARE_STATUS_ERROR);
}

/* ---- thermometers ---- */

TEST(tmp102_has_its_registers)
{
    start();
    CHECK_INT(get(0, 0x48, 0, 2), 0x1980); /* 25.5 / 0.0625 << 4 */
    CHECK_INT(get(0, 0x49, 0, 2), 0xF5C0);
    CHECK_INT(get(0, 0x48, 1, 2), 0x60A0);
    CHECK_INT(get(0, 0x48, 2, 2), 0x4B00);
    CHECK_INT(get(0, 0x48, 3, 2), 0x5000);
    CHECK_INT(put(0, 0x48, "0260a7"), VHAL_OK);
    CHECK_INT(get(0, 0x48, 2, 2), 0x60A0); /* 12 bits */
}

TEST(tmp102_in_extended_mode_has_13_bits)
{
    start();
    CHECK_INT(put(0, 0x48, "0160b0"), VHAL_OK);
    CHECK_INT(get(0, 0x48, 0, 2), 0x0CC1); /* 25.5 / 0.0625 << 3, and the mark */
    CHECK_INT(put(0, 0x48, "0160a0"), VHAL_OK);
}

TEST(lm75_follows_its_function)
{
    start();
    int64_t first = get(0, 0x4A, 0, 2);
    CHECK_INT(first, 0x1400);
    sleep_ms(50000);
    CHECK_INT(get(0, 0x4A, 0, 2), 0x1900); /* half way from 20 to 30 */
    CHECK_INT(get(0, 0x4A, 1, 1), 0);
}

TEST(lm75_asleep_keeps_what_it_measured)
{
    start();
    CHECK_INT(put(0, 0x4A, "0101"), VHAL_OK);
    int64_t then = get(0, 0x4A, 0, 2);
    sleep_ms(20000);
    CHECK_INT(get(0, 0x4A, 0, 2), then);
    CHECK_INT(put(0, 0x4A, "0100"), VHAL_OK);
    CHECK(get(0, 0x4A, 0, 2) > then);
}

/* ---- EEPROM ---- */

TEST(eeprom_writes_wrap_in_their_page)
{
    uint8_t address[] = {0, 30}, in[8];
    start();
    CHECK_INT(put(0, 0x50, "001e01020304"), VHAL_OK);
    CHECK_INT(put(0, 0x50, "0000"), VHAL_HARDWARE_STATUS_ERROR); /* busy */
    sleep_ms(4);
    CHECK_INT(put(0, 0x50, "0000"), VHAL_HARDWARE_STATUS_ERROR);
    sleep_ms(1);
    vhalI2CSetAddr(0, 0x50);
    CHECK_INT(vhalI2CTransmit(0, address, 2, in, 4, VTIME_INFINITE), VHAL_OK);
    CHECK(memcmp(in, "\x01\x02\xff\xff", 4) == 0);
    address[1] = 0;
    CHECK_INT(vhalI2CTransmit(0, address, 2, in, 4, VTIME_INFINITE), VHAL_OK);
    CHECK(memcmp(in, "\x03\x04\xff\xff", 4) == 0);
    CHECK_INT(vhalI2CRead(0, in, 1, VTIME_INFINITE), VHAL_OK); /* goes on at 4 */
    CHECK_INT(in[0], 0xFF);
}

TEST(eeprom_reads_wrap_at_its_end)
{
    uint8_t address[] = {0x0F, 0xFF}, in[2];
    start();
    CHECK_INT(put(0, 0x50, "0fff5a"), VHAL_OK);
    sleep_ms(6);
    vhalI2CSetAddr(0, 0x50);
    CHECK_INT(vhalI2CTransmit(0, address, 2, in, 2, VTIME_INFINITE), VHAL_OK);
    CHECK_INT(in[0] << 8 | in[1], 0x5A03);
}

/* ---- clocks ---- */

TEST(ds3231_runs_over_the_29th_of_february)
{
    start();
    /* set to 23:59:50 of Wednesday the 28th */
    CHECK_INT(put(0, 0x68,
                  "00505923042802"
                  "24"),
              VHAL_OK);
    sleep_ms(9000);
    CHECK_INT(get(0, 0x68, 0, 7), 0x59592304280224);
    sleep_ms(1000);
    CHECK_INT(get(0, 0x68, 0, 7), 0x00000005290224);
    sleep_ms(86400000);
    CHECK_INT(get(0, 0x68, 0, 7), 0x00000006010324);
}

TEST(ds3231_shows_twelve_hours)
{
    start();
    CHECK_INT(put(0, 0x68,
                  "000059520428122"
                  "3"),
              VHAL_OK); /* 12:59:00 in the morning */
    CHECK_INT(get(0, 0x68, 2, 1), 0x52);
    sleep_ms(60000);
    CHECK_INT(get(0, 0x68, 1, 2), 0x0041);
    sleep_ms(11 * 3600000);
    CHECK_INT(get(0, 0x68, 2, 1), 0x72); /* noon */
}

TEST(ds3231_alarm_pulls_its_pin)
{
    start();
    CHECK_INT(put(0, 0x68, "0000000001010124"), VHAL_OK);
    CHECK_INT(put(0, 0x68, "0730808080"), VHAL_OK); /* at second 30 */
    CHECK_INT(put(0, 0x68, "0e0500"), VHAL_OK);     /* the alarm's pin, flags off */
    CHECK_INT(vhalPinRead(D5), 1);
    sleep_ms(29000);
    CHECK_INT(vhalPinRead(D5), 1);
    sleep_ms(1000);
    CHECK_INT(vhalPinRead(D5), 0);
    CHECK_INT(get(0, 0x68, 0x0F, 1), 1);
    CHECK_INT(put(0, 0x68, "0f00"), VHAL_OK);
    sleep_ms(1);
    CHECK_INT(vhalPinRead(D5), 1);
    CHECK_INT(get(0, 0x68, 0x0F, 1), 0);
}

TEST(ds3231_has_a_thermometer)
{
    start();
    CHECK_INT(get(0, 0x68, 0x11, 2), 0x15C0); /* 21.75 */
}

static uint32_t edges;

static void count_edge(int slot, int dir)
{
    (void)slot;
    (void)dir;
    edges++;
}

TEST(ds1307_makes_a_square_wave)
{
    start();
    CHECK_INT(put(1, 0x68, "0710"), VHAL_OK); /* 1 Hz */
    vhalPinSetMode(D7, PINMODE_INPUT_PULLUP);
    CHECK(vhalPinAttachInterrupt(D7, PINMODE_EXT_FALLING, count_edge, 0) >= 0);
    edges = 0;
    sleep_ms(10000);
    CHECK_INT(edges, 10);
    CHECK_INT(put(1, 0x68, "0700"), VHAL_OK);
    edges = 0;
    sleep_ms(3000);
    CHECK(edges <= 1);
    CHECK_INT(vhalPinAttachInterrupt(D7, 0, NULL, 0), 0);
}

TEST(ds1307_keeps_bytes_and_can_be_halted)
{
    start();
    CHECK_INT(put(1, 0x68, "3e1122"), VHAL_OK); /* the last two, then the clock */
    CHECK_INT(get(1, 0x68, 0x3E, 2), 0x1122);
    CHECK_INT(put(1, 0x68, "0080"), VHAL_OK);
    sleep_ms(5000);
    CHECK_INT(get(1, 0x68, 0, 1), 0x80);
    CHECK_INT(put(1, 0x68, "0000"), VHAL_OK);
    sleep_ms(5000);
    CHECK_INT(get(1, 0x68, 0, 1), 0x05);
}

TAP_MAIN
