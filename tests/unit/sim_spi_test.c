/* SPDX-License-Identifier: MIT */
/* sim_spi_test.c -- the SPI controllers of the simulated board, the serial flash,
 * scripts, and the trace of the lines. */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: sdk/include vm/vhal/sim */
#include "report.h"
#include "script.h"
#include "sim.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/sim_spi_test.XXXXXX";
static char trace[64];

static const char scene[] = "wire MOSI1 MISO1\n"
                            "spi bus 0 model w25q16 select D10\n"
                            "spi bus 0 model script select D20\n"
                            "spi-transfer write 9f read ef4015\n"
                            "spi-transfer mosi 0102 miso a1a2\n"
                            "spi-transfer write 55\n"
                            "spi-transfer write 66\n"
                            "spi bus 0 model ssd1306 select D21 dc D22 reset D23\n";

static vhalSpiConf conf0(void)
{
    return (vhalSpiConf){.clock = 1000000,
                         .miso = MISO0,
                         .mosi = MOSI0,
                         .sclk = SCLK0,
                         .nss = D10,
                         .master = 1,
                         .msbfirst = 1};
}

static vhalSpiConf conf1(void)
{
    vhalSpiConf conf = conf0();
    conf.miso = MISO1;
    conf.mosi = MOSI1;
    conf.sclk = SCLK1;
    conf.nss = 0xFFFF;
    return conf;
}

static void start(void)
{
    static bool started;
    if (!started) {
        started = true;
        vos_set_virtual_time(50);
        vosInit(NULL);
        if (!mkdtemp(folder)) {
            printf("# no folder\n");
        }
        snprintf(trace, sizeof trace, "%s/t.vcd", folder);
        if (!sim_scene(scene) || !sim_trace(trace)) {
            printf("# %s\n", sim_error());
        }
        vhalInit(NULL);
        vhalInitSPI(NULL);
        vhalSpiConf conf = conf0(), other = conf1();
        vhalSpiInit(0, &conf);
        vhalSpiInit(1, &other);
        vhalPinSetMode(D20, PINMODE_OUTPUT_PUSHPULL);
        vhalPinWrite(D20, 1);
    }
}

/* One command of the flash: sends `hex`, then reads `n` bytes, as one number. */
static uint64_t flash(const char *hex, uint32_t n)
{
    uint8_t out[300], in[8] = {0};
    uint32_t sent = (uint32_t)strlen(hex) / 2;
    uint64_t value = 0;
    for (uint32_t i = 0; i < sent; i++) {
        out[i] = (uint8_t)script_byte(hex, i);
    }
    vhalSpiSelect(0);
    vhalSpiExchange(0, out, NULL, sent);
    vhalSpiExchange(0, NULL, in, n);
    vhalSpiUnselect(0);
    for (uint32_t i = 0; i < n; i++) {
        value = value << 8 | in[i];
    }
    return value;
}

/* Waits for the flash; how long in us. */
static uint32_t flash_busy(void)
{
    uint64_t before = sim_now();
    while (flash("05", 1) & 1) {
        vosThSleep(TIME_U(50, MICROS));
    }
    return (uint32_t)((sim_now() - before) / 1000);
}

/* Microseconds since `before`; `wanted` when it is one more: reading the clock takes
 * time too. */
static int64_t us_since(uint64_t before, int64_t wanted)
{
    int64_t us = (int64_t)((sim_now() - before) / 1000);
    return us == wanted + 1 ? wanted : us;
}

/* ---- the controller ---- */

TEST(calls_out_of_order_and_wrong_ones_are_refused)
{
    vhalSpiConf conf = conf1();
    start();
    CHECK_INT(vhalSpiExchange(9, NULL, NULL, 1), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalSpiDone(1), VHAL_OK);
    CHECK_INT(vhalSpiExchange(1, NULL, NULL, 1), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalSpiSelect(1), VHAL_HARDWARE_STATUS_ERROR);
    conf.bits = 3;
    CHECK_INT(vhalSpiInit(1, &conf), VHAL_UNSUPPORTED_ERROR);
    conf.bits = SPI_BITS_8;
    conf.mode = 4;
    CHECK_INT(vhalSpiInit(1, &conf), VHAL_UNSUPPORTED_ERROR);
    conf.mode = 0;
    conf.mosi = 0x7777;
    CHECK_INT(vhalSpiInit(1, &conf), VHAL_INVALID_PIN);
    conf.mosi = MOSI1;
    CHECK_INT(vhalSpiInit(1, &conf), VHAL_OK);
    CHECK_INT(vhalSpiUnlock(1), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalSpiLock(1), VHAL_OK);
    CHECK_INT(vhalSpiUnlock(1), VHAL_OK);
}

TEST(a_frame_takes_its_bits)
{
    uint8_t bytes[100];
    start();
    uint64_t before = sim_now();
    CHECK_INT(vhalSpiExchange(1, bytes, bytes, 100), VHAL_OK);
    CHECK_INT(us_since(before, 800), 800);
}

TEST(a_wire_from_mosi_to_miso_gives_back_every_width_and_order)
{
    start();
    for (int order = 0; order < 2; order++) {
        for (uint8_t bits = SPI_BITS_8; bits <= SPI_BITS_32; bits++) {
            vhalSpiConf conf = conf1();
            uint32_t out[2] = {0x12345678, 0x9ABCDEF0}, in[2] = {0};
            conf.bits = bits;
            conf.msbfirst = (uint8_t)order;
            CHECK_INT(vhalSpiInit(1, &conf), VHAL_OK);
            CHECK_INT(vhalSpiExchange(1, out, in, 8u >> bits), VHAL_OK);
            CHECK(memcmp(in, out, sizeof in) == 0);
        }
    }
    vhalSpiConf conf = conf1();
    CHECK_INT(vhalSpiInit(1, &conf), VHAL_OK);
}

TEST(modes_are_polarity_and_phase)
{
    static const uint8_t modes[] = {SPI_MODE_LOW_FIRST, SPI_MODE_LOW_SECOND,
                                    SPI_MODE_HIGH_FIRST, SPI_MODE_HIGH_SECOND};
    start();
    for (uint8_t i = 0; i < 4; i++) {
        vhalSpiConf conf = conf1();
        uint8_t out = 0xA5, in = 0;
        CHECK_INT(modes[i], i);
        conf.mode = modes[i];
        CHECK_INT(vhalSpiInit(1, &conf), VHAL_OK);
        CHECK_INT(vhalSpiExchange(1, &out, &in, 1), VHAL_OK);
        CHECK_INT(in, 0xA5);
    }
    CHECK_INT(QSPI_MODE_LOW_FIRST, SPI_MODE_LOW_FIRST);
    CHECK_INT(QSPI_MODE_LOW_SECOND, SPI_MODE_LOW_SECOND);
    CHECK_INT(QSPI_MODE_HIGH_FIRST, SPI_MODE_HIGH_FIRST);
    CHECK_INT(QSPI_MODE_HIGH_SECOND, SPI_MODE_HIGH_SECOND);
    vhalSpiConf conf = conf1();
    CHECK_INT(vhalSpiInit(1, &conf), VHAL_OK);
}

TEST(nothing_to_send_sends_ones)
{
    uint8_t in[3] = {0};
    start();
    CHECK_INT(vhalSpiExchange(1, NULL, in, 3), VHAL_OK);
    CHECK_INT(in[0] & in[1] & in[2], 0xFF);
    CHECK_INT(vhalSpiExchange(1, NULL, NULL, 3), VHAL_OK);
}

/* ---- the flash ---- */

TEST(flash_identifies_itself)
{
    start();
    CHECK_INT(flash("9f", 3), 0xEF4015);
    CHECK_INT(flash("90000000", 2), 0xEF14);
    CHECK_INT(flash("ab000000", 1), 0x14);
}

TEST(wide_frames_are_bytes_for_a_device)
{
    vhalSpiConf conf = conf0();
    uint16_t out[2] = {0x9F00, 0}, in[2];
    start();
    conf.bits = SPI_BITS_16;
    CHECK_INT(vhalSpiInit(0, &conf), VHAL_OK);
    vhalSpiSelect(0);
    CHECK_INT(vhalSpiExchange(0, out, in, 2), VHAL_OK);
    vhalSpiUnselect(0);
    CHECK_INT(in[0], 0xFFEF);
    CHECK_INT(in[1], 0x4015);
    conf.bits = SPI_BITS_8;
    CHECK_INT(vhalSpiInit(0, &conf), VHAL_OK);
}

TEST(flash_programs_only_after_write_enable)
{
    start();
    flash("0200010012", 0);
    CHECK_INT(flash("05", 1), 0);
    CHECK_INT(flash("03000100", 1), 0xFF);
    flash("06", 0);
    CHECK_INT(flash("05", 1), 2);
    flash("04", 0);
    CHECK_INT(flash("05", 1), 0);
}

TEST(flash_clears_bits_and_takes_its_time)
{
    start();
    flash("06", 0);
    flash("020002003c5a", 0);
    CHECK_INT(flash("05", 1), 3);
    CHECK_INT(flash("03000200", 2), 0xFFFF); /* busy: not heard */
    uint32_t us = flash_busy();
    CHECK(us >= 600 && us <= 800);
    CHECK_INT(flash("03000200", 3), 0x3C5AFF);
    CHECK_INT(flash("0b00020000", 3), 0x3C5AFF);
    flash("06", 0);
    flash("02000200f0", 0);
    flash_busy();
    CHECK_INT(flash("03000200", 2), 0x305A);
}

TEST(flash_pages_wrap)
{
    start();
    flash("06", 0);
    flash("020003ff1122", 0);
    flash_busy();
    CHECK_INT(flash("030003ff", 2), 0x11FF);
    CHECK_INT(flash("03000300", 1), 0x22);
}

TEST(flash_erases_sectors_and_all)
{
    start();
    flash("06", 0);
    flash("0200100000", 0);
    flash_busy();
    flash("06", 0);
    flash("20000fff", 0);
    uint32_t us = flash_busy();
    CHECK(us >= 44000 && us <= 46000);
    CHECK_INT(flash("03000200", 2), 0xFFFF);
    CHECK_INT(flash("03001000", 1), 0x00);
    flash("06", 0);
    flash("c7", 0);
    CHECK(flash_busy() >= 4900000);
    CHECK_INT(flash("03001000", 1), 0xFF);
}

TEST(flash_sleeps)
{
    start();
    flash("b9", 0);
    CHECK_INT(flash("9f", 3), 0xFFFFFF);
    flash("ab", 0);
    vosThSleep(TIME_U(10, MICROS));
    CHECK_INT(flash("9f", 3), 0xEF4015);
}

TEST(flash_protects_blocks)
{
    start();
    flash("06", 0);
    flash("0104", 0); /* the last 64 KB */
    flash_busy();
    CHECK_INT(flash("05", 1), 4);
    flash("06", 0);
    flash("021f000000", 0);
    CHECK_INT(flash("031f0000", 1), 0xFF);
    flash("02000000aa", 0);
    flash_busy();
    CHECK_INT(flash("03000000", 1), 0xAA);
    flash("06", 0);
    flash("0100", 0);
    flash_busy();
}

TEST(a_device_does_not_hear_another_mode)
{
    vhalSpiConf conf = conf0();
    start();
    conf.mode = SPI_MODE_LOW_SECOND;
    CHECK_INT(vhalSpiInit(0, &conf), VHAL_OK);
    CHECK_INT(flash("9f", 3), 0xFFFFFF);
    conf.mode = SPI_MODE_HIGH_SECOND;
    CHECK_INT(vhalSpiInit(0, &conf), VHAL_OK);
    CHECK_INT(flash("9f", 3), 0xEF4015);
    conf.mode = SPI_MODE_LOW_FIRST;
    CHECK_INT(vhalSpiInit(0, &conf), VHAL_OK);
}

/* ---- a script, selected by the program's own pin ---- */

TEST(scripts_play_and_compare)
{
    uint8_t out[4] = {0x9F, 0, 0, 0}, in[4];
    start();
    vhalPinWrite(D20, 0);
    vhalSpiExchange(0, out, in, 4);
    vhalPinWrite(D20, 1);
    CHECK(memcmp(in, "\xFF\xEF\x40\x15", 4) == 0);
    out[0] = 1;
    out[1] = 2;
    vhalPinWrite(D20, 0);
    vhalSpiExchange(0, out, in, 2);
    vhalPinWrite(D20, 1);
    CHECK(memcmp(in, "\xA1\xA2", 2) == 0);
    CHECK_INT(sim_mistakes(), 0);
    vhalPinWrite(D20, 0);
    vhalSpiExchange(0, out, in, 1);
    vhalPinWrite(D20, 1);
    CHECK_STR(report_text(), "spi 0, select D20: transfer 3, byte 1: 0x01 was written, "
                             "0x55 was expected\n");
}

/* ---- the trace ---- */

/* Decodes SPI 0 in the dump and counts how often its first three bytes are those of
 * `9f`. */
TEST(trace_has_the_bits_of_a_transfer)
{
    char command[1600];
    start();
    flash("9f", 3);
    sim_end();
    snprintf(
        command, sizeof command,
        "python3 - %s <<'END'\n"
        "import sys\n"
        "names, scope, level, now = {}, [], {}, 0\n"
        "bits_out, bits_in, seen = '', '', []\n"
        "for line in open(sys.argv[1]):\n"
        "    w = line.split()\n"
        "    if not w: continue\n"
        "    if w[0] == '$scope': scope.append(w[2])\n"
        "    elif w[0] == '$upscope': scope.pop()\n"
        "    elif w[0] == '$var': names[w[3]] = '.'.join(scope[-1:] + [w[4]])\n"
        "    elif w[0][0] == '#':\n"
        "        assert int(w[0][1:]) >= now; now = int(w[0][1:])\n"
        "    elif w[0][0] in '01' and len(w) == 1:\n"
        "        name, bit = names.get(w[0][1:]), w[0][0]\n"
        "        if name == 'spi0.nss' and bit == '1' and level.get(name) == '0':\n"
        "            seen.append((bits_out, bits_in)); bits_out = bits_in = ''\n"
        "        level[name] = bit\n"
        "        if name == 'spi0.sclk' and bit == '1' and level['spi0.nss'] == '0':\n"
        "            bits_out += level['spi0.mosi']; bits_in += level['spi0.miso']\n"
        "value = lambda bits: int(bits or '0', 2)\n"
        "good = [1 for o, i in seen if len(o) == 32 and value(o) == 0x9fffffff"
        " and value(i) == 0xffef4015]\n"
        "sys.exit(not good)\n"
        "END\n",
        trace);
    int status = system(command);
    unlink(trace);
    rmdir(folder);
    CHECK_INT(status, 0);
}

TAP_MAIN
