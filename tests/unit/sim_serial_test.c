/* SPDX-License-Identifier: MIT */
/*
 * sim_serial_test.c -- serial ports of the simulated board: wired to each other, to
 * themselves, to a script; baud rates, formats, flow control, in virtual time.
 */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: vm/vhal/sim vm/vhal/common sdk/include */
#include "parts.h"
#include "sim_world.h"
#include "tap.h"

#define MS(n) TIME_U((uint32_t)(n), MILLIS)

static const char scene[] =
    "serial port 0 loopback 1\n"
    "wire D1 ICU0\n"
    "serial port 1 wire 2\n"
    "wire D50 D51\n"
    "serial port 3 script 1\n"
    "serial-step port 3 send READY%0d%0a after 2000000\n"
    "serial-step port 3 expect AT%0d%0a send OK%0d%0a after 5000000\n"
    "serial-step port 3 expect +++\n";

static void start(void)
{
    sim_world_start(scene);
}

static uint8_t *text(const char *s)
{
    return (uint8_t *)(uintptr_t)s;
}

static int open8n1(uint32_t ser, uint32_t baud)
{
    return vhalSerialInit(ser, baud, SERIAL_CFG(0, 0, 0, 0, 0), VM_RXPIN(ser),
                          VM_TXPIN(ser));
}

TEST(bytes_come_back_by_a_loopback_and_take_their_time)
{
    uint8_t got[8] = {0};
    int rd;
    start();
    CHECK_INT(open8n1(0, 9600), VHAL_OK);
    uint64_t from = sim_now();
    CHECK_INT(vhalSerialWrite(0, text("abcde"), 5), 5);
    CHECK_INT(vhalSerialAvailable(0), 0);
    CHECK_INT(vhalSerialRead(0, got, 5), 5);
    CHECK(memcmp(got, "abcde", 5) == 0);
    /* four frames of 10 bits and the last one to the middle of its stop bit */
    CHECK_INT((sim_now() - from) / 1000, 49 * 104166 / 1000 + 53);
    CHECK_INT(vhalSerialReadEx(0, got, 4, -1, &rd, MS(3)), VHAL_TIMEOUT_ERROR);
    CHECK_INT(rd, 0);
    CHECK_INT(vhalSerialDone(0), VHAL_OK);
}

/* 0x55 is a square wave. */
TEST(bits_are_on_the_pin)
{
    uint32_t buffer[9], n = 9, first;
    start();
    CHECK_INT(open8n1(0, 10000), VHAL_OK);
    CHECK_INT(vhalSerialWrite(0, text("U"), 1), 1);
    CHECK_INT(vhalIcuStart(ICU0, ICU_CFG(ICU_TRIGGER_LOW, 0, ICU_INPUT_PULLUP), MS(1),
                           buffer, &n, &first),
              VHAL_OK);
    CHECK_INT(n, 7); /* the edge of the start bit was before */
    for (int i = 0; i < 7; i++) {
        CHECK_INT(buffer[i], 100);
    }
    CHECK_INT(vhalSerialDone(0), VHAL_OK);
}

TEST(ports_talk_by_wires)
{
    uint8_t got[64];
    int rd;
    start();
    CHECK_INT(open8n1(1, 115200), VHAL_OK);
    CHECK_INT(open8n1(2, 115200), VHAL_OK);
    CHECK_INT(vhalSerialWrite(1, text("line one\nline two\n"), 18), 18);
    CHECK_INT(vhalSerialReadEx(2, got, sizeof got, '\n', &rd, MS(100)), VHAL_OK);
    CHECK(rd == 9 && memcmp(got, "line one\n", 9) == 0);
    CHECK_INT(vhalSerialReadEx(2, got, 4, '\n', &rd, MS(100)), VHAL_OK);
    CHECK(rd == 4 && memcmp(got, "line", 4) == 0);
    vosThSleep(MS(5));
    CHECK_INT(vhalSerialAvailable(2), 5);
    CHECK_INT(vhalSerialReadEx(2, got, 20, -1, &rd, MS(7)), VHAL_TIMEOUT_ERROR);
    CHECK_INT(rd, 5);
    CHECK_INT(vhalSerialWrite(2, text("back"), 4), 4);
    CHECK_INT(vhalSerialRead(1, got, 4), 4);
    CHECK(memcmp(got, "back", 4) == 0);
}

TEST(formats_must_agree)
{
    uint8_t got[4];
    int rd;
    uint32_t even7 =
        SERIAL_CFG(SERIAL_PARITY_EVEN, SERIAL_STOP_TWO, SERIAL_BITS_7, 0, 0);
    uint32_t odd7 = SERIAL_CFG(SERIAL_PARITY_ODD, SERIAL_STOP_TWO, SERIAL_BITS_7, 0, 0);
    start();
    CHECK_INT(vhalSerialInit(1, 9600, even7, RX1, TX1), VHAL_OK);
    CHECK_INT(vhalSerialInit(2, 9600, even7, RX2, TX2), VHAL_OK);
    CHECK_INT(vhalSerialWrite(1, text("\xe1z"), 2), 2);
    CHECK_INT(vhalSerialRead(2, got, 2), 2);
    CHECK(got[0] == 0x61 && got[1] == 'z');
    CHECK_INT(vhalSerialInit(2, 9600, odd7, RX2, TX2), VHAL_OK);
    CHECK_INT(vhalSerialWrite(1, text("z"), 1), 1);
    CHECK_INT(vhalSerialReadEx(2, got, 1, -1, &rd, MS(20)), VHAL_TIMEOUT_ERROR);
    CHECK_INT(SERIAL_CFG_PARITY(even7), SERIAL_PARITY_EVEN);
    CHECK_INT(SERIAL_CFG_STOP(even7), SERIAL_STOP_TWO);
    CHECK_INT(SERIAL_CFG_BITS(even7), SERIAL_BITS_7);
}

/* Twice as fast, a receiver takes parts of a frame for frames, or for noise. */
TEST(baud_rates_must_agree)
{
    uint8_t got[4];
    int rd;
    start();
    CHECK_INT(open8n1(1, 9600), VHAL_OK);
    CHECK_INT(open8n1(2, 19200), VHAL_OK);
    CHECK_INT(vhalSerialWrite(1, text("A"), 1), 1);
    vhalSerialReadEx(2, got, 1, -1, &rd, MS(20));
    CHECK(rd == 0 || got[0] != 'A');
}

TEST(a_full_buffer_loses_what_comes)
{
    uint8_t got[16];
    vhalSerialConf conf = {
        .baudrate = 115200, .rxbufsize = 8, .rx = 0xffff, .tx = 0xffff, .rts = 0xffff};
    start();
    CHECK_INT(open8n1(1, 115200), VHAL_OK);
    CHECK_INT(vhalSerialInitEx(2, &conf), VHAL_OK);
    CHECK_INT(vhalSerialWrite(1, text("0123456789"), 10), 10);
    vosThSleep(MS(5));
    CHECK_INT(vhalSerialAvailable(2), 8);
    CHECK_INT(vhalSerialRead(2, got, 8), 8);
    CHECK(memcmp(got, "01234567", 8) == 0);
}

/* RTS of port 2 is D50, CTS of port 1 is D51, wired. */
TEST(flow_control_loses_nothing)
{
    uint8_t got[40];
    vhalSerialConf to = {.baudrate = 115200,
                         .rxbufsize = 8,
                         .hwflow = SERIAL_HWFC,
                         .rx = RX2,
                         .tx = TX2,
                         .rts = D50,
                         .cts = D52};
    uint32_t cfg = SERIAL_CFG(0, 0, 0, SERIAL_HWFC, SERIAL_CTS(D51) | SERIAL_RTS(D53));
    start();
    CHECK_INT(SERIAL_CFG_CTS(cfg), D51);
    CHECK_INT(SERIAL_CFG_RTS(cfg), D53);
    CHECK_INT(vhalSerialInitEx(2, &to), VHAL_OK);
    CHECK_INT(vhalSerialInit(1, 115200, cfg, RX1, TX1), VHAL_OK);
    CHECK_INT(vhalSerialWrite(1, text("0123456789abcdefghijklmnopqrstuvwxyz"), 36), 36);
    vosThSleep(MS(50));
    CHECK_INT(vhalSerialAvailable(2), 7);
    CHECK_INT(vhalSerialRead(2, got, 36), 36);
    CHECK(memcmp(got, "0123456789abcdefghijklmnopqrstuvwxyz", 36) == 0);
    CHECK_INT(vhalSerialDone(1), VHAL_OK);
    CHECK_INT(vhalSerialDone(2), VHAL_OK);
}

TEST(a_script_answers)
{
    uint8_t got[16];
    int rd;
    start();
    uint64_t from = sim_now();
    CHECK_INT(open8n1(3, 115200), VHAL_OK);
    CHECK_INT(vhalSerialReadEx(3, got, sizeof got, '\n', &rd, MS(100)), VHAL_OK);
    CHECK(rd == 7 && memcmp(got, "READY\r\n", 7) == 0);
    CHECK((sim_now() - from) / 1000 >= 2000);
    CHECK_INT(vhalSerialWrite(3, text("ATE0\r\nAT\r\n"), 10), 10);
    from = sim_now();
    CHECK_INT(vhalSerialReadEx(3, got, sizeof got, '\n', &rd, MS(100)), VHAL_OK);
    CHECK(rd == 4 && memcmp(got, "OK\r\n", 4) == 0);
    CHECK((sim_now() - from) / 1000 >= 5000);
}

static void write_later(void *arg)
{
    (void)arg;
    vosThSleep(MS(30));
    vhalSerialWrite(1, text("x"), 1);
    vosThSleep(MS(30));
    vhalSerialDone(2);
}

TEST(a_reader_waits_until_the_port_is_closed)
{
    uint8_t got[4];
    start();
    open8n1(1, 9600);
    open8n1(2, 9600);
    vosThResume(vosThCreate(4096, VOS_PRIO_NORMAL, (void *)write_later, NULL, NULL));
    CHECK_INT(vhalSerialRead(2, got, 4), 1);
    CHECK_INT(got[0], 'x');
    CHECK_INT(vhalSerialRead(2, got, 4), VHAL_HARDWARE_STATUS_ERROR);
}

TEST(errors_of_serial)
{
    uint8_t b;
    int rd;
    start();
    CHECK_INT(open8n1(1, 0), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalSerialInit(9, 9600, 0, RX1, TX1), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalSerialInit(1, 9600, 0, RX2, TX1), VHAL_INVALID_PIN);
    CHECK_INT(vhalSerialInit(1, 9600, SERIAL_CFG(3, 0, 0, 0, 0), RX1, TX1),
              VHAL_UNSUPPORTED_ERROR);
    vhalSerialDone(1);
    CHECK_INT(vhalSerialRead(1, &b, 1), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalSerialReadEx(1, &b, 1, -1, &rd, 0), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalSerialWrite(1, &b, 1), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalSerialAvailable(1), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalSerialDone(1), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalSerialDone(9), VHAL_UNSUPPORTED_ERROR);
}

TAP_MAIN
