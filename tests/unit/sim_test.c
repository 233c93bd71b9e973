/* SPDX-License-Identifier: MIT */
/* sim_test.c -- the scene text of good scene files; bad ones are in tests/cli/cases. */
/* parts: tools/sim tools/support */
/* include: tools/sim tools/support */
/* libs: -lcjson */
#include "file.h"
#include "simfile.h"
#include "tap.h"
#include "value.h"

#include <stdlib.h>
#include <unistd.h>

static const char board[] =
    "{\"pins\": [{\"name\": \"D0\", \"is\": [\"A0\"]}, {\"name\": \"D1\"}, "
    "{\"name\": \"D2\"}],"
    " \"peripherals\": {\"SERIAL\": 2, \"I2C\": 1, \"SPI\": 1}}";

/* The scene of `json` in a folder /tmp/…; its name there is written as DIR. */
static const char *scene_of(const char *json)
{
    static char result[2048];
    char dir[] = "/tmp/sim_test.XXXXXX", path[64], board_path[64];
    arena_t *a = arena_new();
    strbuf_t out;
    strbuf_init(&out);
    if (!mkdtemp(dir)) {
        return "no folder";
    }
    snprintf(path, sizeof path, "%s/s.json", dir);
    snprintf(board_path, sizeof board_path, "%s/board.json", dir);
    bool good = file_write(path, json, strlen(json)) &&
                file_write(board_path, board, strlen(board)) &&
                simfile_read(a, path, dir, &out);
    char *found = strstr(out.data, dir);
    if (found) {
        memcpy(found, "DIR", 3);
        memmove(found + 3, found + strlen(dir), strlen(found + strlen(dir)) + 1);
    }
    snprintf(result, sizeof result, "%s%s", good ? "" : "bad: ", out.data);
    unlink(path);
    unlink(board_path);
    rmdir(dir);
    strbuf_free(&out);
    arena_free(a);
    return result;
}

TEST(wires)
{
    CHECK_STR(scene_of("{\"wires\": [[\"D0\", \"D1\", \"D2\"], [\"A0\", \"D1\"]]}"),
              "wire D0 D1 D2\nwire A0 D1\n");
}

TEST(stimuli)
{
    CHECK_STR(scene_of("{\"stimulus\": ["
                       "{\"value\": 1, \"at\": \"10ms\", \"pin\": \"D0\"},"
                       "{\"pin\": \"D1\", \"period\": \"1ms\", \"duty\": 0.25, "
                       "\"start\": \"0s\", \"count\": 1000},"
                       "{\"pin\": \"D2\", \"edges\": [\"1ms\", \"2.5ms\"]}]}"),
              "stimulus pin D0 at 10000000 value 1\n"
              "stimulus pin D1 start 0 period 1000000 duty 0.25 count 1000\n"
              "stimulus pin D2 edges 1000000,2500000\n");
}

TEST(analog_values)
{
    CHECK_STR(scene_of("{\"adc\": {\"A0\": 2048}}"), "adc pin A0 level 2048\n");
    CHECK_STR(scene_of("{\"adc\": {\"A0\": {\"sine\": {\"offset\": 2048, "
                       "\"amplitude\": 1000, \"period\": \"1s\"}}}}"),
              "adc pin A0 level sine:2048:1000:1000000000\n");
    CHECK_STR(
        scene_of("{\"adc\": {\"A0\": {\"points\": [[\"0s\", 1], [\"1us\", 2]]}}}"),
        "adc pin A0 level points:0,1;1000,2\n");
    CHECK_STR(scene_of("{\"adc\": {\"A0\": {\"file\": \"a b.txt\", \"rate\": 100}}}"),
              "adc pin A0 file DIR/a%20b.txt rate 100\n");
}

TEST(serial_ports)
{
    CHECK_STR(scene_of("{\"serial\": {\"0\": \"pty\", \"1\": {\"in\": \"f\"}}}"),
              "serial port 0 pty 1\nserial port 1 in DIR/f\n");
    CHECK_STR(scene_of("{\"serial\": {\"0\": {\"loopback\": true}, "
                       "\"1\": {\"script\": [{\"expect\": \"AT\\r\\n\", "
                       "\"send\": \"OK\", \"after\": \"5ms\"}]}}}"),
              "serial port 0 loopback 1\nserial port 1 script 1\n"
              "serial-step port 1 expect AT%0d%0a send OK after 5000000\n");
}

TEST(devices)
{
    CHECK_STR(scene_of("{\"i2c\": {\"0\": [{\"model\": \"tmp102\", \"address\": "
                       "\"0x48\", \"temperature\": 25.5}, {\"model\": \"script\", "
                       "\"address\": 32, \"transfers\": [{\"write\": \"AA bb\", "
                       "\"read\": \"0102\"}, {\"write\": \"\"}]}]}}"),
              "i2c bus 0 model tmp102 address 72 temperature 25.5\n"
              "i2c bus 0 model script address 32\n"
              "i2c-transfer write aabb read 0102\ni2c-transfer write %\n");
    CHECK_STR(scene_of("{\"spi\": {\"0\": [{\"model\": \"w25q16\", \"select\": \"D2\", "
                       "\"file\": \"/f\"}]}}"),
              "spi bus 0 model w25q16 select D2 file /f\n");
}

TEST(single_statements)
{
    CHECK_STR(scene_of("{\"flash\": {\"size\": 65536, \"sector\": 4096}, "
                       "\"rng\": {\"seed\": 1}, \"uid\": \"01 02\", "
                       "\"rtc\": {\"start\": \"2026-01-01T00:00:00\"}}"),
              "flash size 65536 sector 4096\nrng seed 1\nrtc start 1767225600\n"
              "uid id 0102\n");
    CHECK_STR(scene_of("{}"), "");
}

TEST(times)
{
    static const struct {
        const char *text;
        uint64_t ns;
    } good[] = {{"0s", 0},
                {"1ns", 1},
                {"250us", 250000},
                {"1.5s", 1500000000},
                {"0.1ms", 100000},
                {"2min", 120000000000},
                {"1h", 3600000000000}};
    static const char *const bad[] = {"",     "5",     "ms",    "-1s",  "1 s",
                                      "1.s.", "0x1ms", "1hour", "inf s"};
    uint64_t ns = 7;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        CHECK(value_time(good[i].text, &ns));
        CHECK_INT(ns, good[i].ns);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK(!value_time(bad[i], &ns));
    }
}

TEST(dates)
{
    uint32_t s = 0;
    CHECK(value_date("1970-01-01T00:00:00", &s));
    CHECK_INT(s, 0);
    CHECK(value_date("2024-02-29T23:59:59", &s));
    CHECK_INT(s, 1709251199);
    CHECK(!value_date("2023-02-29T00:00:00", &s));
    CHECK(!value_date("2023-01-01", &s));
    CHECK(!value_date("1969-01-01T00:00:00", &s));
}

TAP_MAIN
