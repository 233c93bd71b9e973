/* SPDX-License-Identifier: MIT */
/*
 * sim_host_test.c -- the host at the other end: serial ports as files, pseudo terminal
 * and console, samples from a file; in real time.
 */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: vm/vhal/sim vm/vhal/common sdk/include */
#define _GNU_SOURCE
#include "parts.h"
#include "tap.h"
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static char in_file[] = "/tmp/sim_host_in_XXXXXX",
            out_file[] = "/tmp/sim_host_out_XXXXXX",
            samples[] = "/tmp/sim_host_samples_XXXXXX";
static int to_console;
static char said[200]; /* on standard error, by the scene */

static void make_file(char *name, const char *text)
{
    int fd = mkstemp(name);
    (void)!write(fd, text, strlen(text));
    close(fd);
}

/* Standard input becomes a pipe; what the scene reports is kept. */
__attribute__((constructor)) static void prepare(void)
{
    char scene[400];
    int in[2], err[2], before = dup(2);
    make_file(in_file, "first line\nsecond\n");
    make_file(out_file, "");
    make_file(samples, "10, 20 30\n40\n");
    snprintf(scene, sizeof scene,
             "serial port 1 in %s out %s\nserial port 2 pty 1\nadc pin A0 file %s rate "
             "1000\n",
             in_file, out_file, samples);
    (void)!pipe(in);
    (void)!pipe(err);
    dup2(in[0], 0);
    to_console = in[1];
    dup2(err[1], 2);
    if (!sim_scene(scene)) {
        printf("# %s\n", sim_error());
    }
    dup2(before, 2);
    said[read(err[0], said, sizeof said - 1)] = 0;
    unlink(in_file);
    unlink(samples);
}

static void start(void)
{
    vosInit(NULL);
    vhalInit(NULL);
}

static int open_port(uint32_t ser)
{
    return vhalSerialInit(ser, 115200, 0, 0xffff, 0xffff);
}

static int read_line(uint32_t ser, char *line, size_t size)
{
    int rd;
    int result = vhalSerialReadEx(ser, (uint8_t *)line, (uint32_t)size - 1, '\n', &rd,
                                  TIME_U(5u, SECONDS));
    line[rd] = 0;
    return result;
}

TEST(a_port_reads_and_writes_files)
{
    char line[40], text[40] = "";
    start();
    CHECK_INT(open_port(1), VHAL_OK);
    CHECK_INT(read_line(1, line, sizeof line), VHAL_OK);
    CHECK_STR(line, "first line\n");
    CHECK_INT(vhalSerialRead(1, (uint8_t *)line, 40), 7); /* it ends */
    CHECK_INT(vhalSerialRead(1, (uint8_t *)line, 1), 0);
    CHECK_INT(vhalSerialWrite(1, (uint8_t *)"answer", 6), 6);
    FILE *f = fopen(out_file, "r");
    CHECK(f && fgets(text, sizeof text, f));
    fclose(f);
    unlink(out_file);
    CHECK_STR(text, "answer");
    CHECK_INT(vhalSerialDone(1), VHAL_OK);
}

TEST(a_port_is_a_pseudo_terminal)
{
    char line[40], name[40] = "";
    start();
    CHECK_INT(sscanf(said, "zvm: sim: serial 2 is %39s", name), 1);
    CHECK_INT(open_port(2), VHAL_OK);
    int fd = open(name, O_RDWR | O_NOCTTY);
    CHECK(fd >= 0);
    CHECK_INT(write(fd, "AT\n\r", 4), 4);
    CHECK_INT(read_line(2, line, sizeof line), VHAL_OK);
    CHECK_STR(line, "AT\n");
    CHECK_INT(vhalSerialWrite(2, (uint8_t *)"OK\n", 3), 3);
    CHECK_INT(read(fd, line, sizeof line), 3);
    CHECK(memcmp(line, "OK\n", 3) == 0);
    close(fd);
    CHECK_INT(vhalSerialDone(2), VHAL_OK);
}

/* More than the reader takes at once and than the buffer holds. */
TEST(port_0_is_the_console_and_loses_nothing)
{
    static char text[3000], got[3000];
    start();
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = (char)('a' + i % 26);
    }
    CHECK_INT(open_port(0), VHAL_OK);
    CHECK_INT(write(to_console, text, sizeof text), (int)sizeof text);
    close(to_console);
    CHECK_INT(vhalSerialAvailable(0), 0); /* nobody has asked before */
    CHECK_INT(vhalSerialRead(0, (uint8_t *)got, sizeof got), (int)sizeof got);
    CHECK(memcmp(text, got, sizeof got) == 0);
    CHECK_INT(vhalSerialRead(0, (uint8_t *)got, 1), 0);
    CHECK_INT(vhalSerialDone(0), VHAL_OK);
}

TEST(samples_come_from_a_file)
{
    start();
    for (int i = 0; i < 8; i++) {
        uint16_t value = sim_pin_analog(sim_pin_named("A0"));
        CHECK(value == 10 || value == 20 || value == 30 || value == 40);
        vosThSleep(TIME_U(1u, MILLIS));
    }
}

TAP_MAIN
