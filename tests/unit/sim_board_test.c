/* SPDX-License-Identifier: MIT */
/*
 * sim_board_test.c -- what the simulated board has beside pins: flash with its rules
 * and power loss, clock, random numbers, identity, interrupts, sleep, watchdog.
 */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: vm/vhal/sim vm/vhal/common sdk/include */
#define _GNU_SOURCE
#include "parts.h"
#include "sim_world.h"
#include "tap.h"
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define MS(n) TIME_U((uint32_t)(n), MILLIS)

static char flash_file[] = "/tmp/sim_board_XXXXXX";

static void start(void)
{
    sim_world_start(NULL);
}

/* A program that the watchdog or standby has started again ends with what it finds. */
__attribute__((constructor)) static void prepare(void)
{
    char scene[200];
    if (getenv("SIM_BOARD_CHILD")) {
        start();
        _exit(vhalGetStatusByte(3) + 10 * vhalInitPowersave() +
              100 * vhalInitSecureFW());
    }
    int fd = mkstemp(flash_file);
    (void)!write(fd, "\xf0", 1);
    close(fd);
    snprintf(scene, sizeof scene,
             "flash file %s size 16384 sector 1024 power_loss_after 9\nrng seed 7\n"
             "rtc start 1767225600\nuid id 0123456789abcdef\n",
             flash_file);
    if (!sim_scene(scene)) {
        printf("# %s\n", sim_error());
    }
}

/* ---- flash ---- */

static uint8_t *at(uint32_t offset)
{
    return (uint8_t *)vhal_flash_start() + offset;
}

TEST(flash_is_what_the_file_has)
{
    start();
    CHECK_INT(vhal_flash_size(), 16384);
    CHECK_INT(*at(0), 0xf0);
    CHECK_INT(*at(1), 0xff);
    CHECK_INT(*at(16383), 0xff);
    CHECK((uintptr_t)at(0) < 1u << 30);
}

TEST(flash_writes_clear_bits_and_erasing_sets_sectors)
{
    uint8_t data[] = {0x0f, 0x55, 0xaa};
    start();
    CHECK_INT(vhalFlashWrite(at(1023), data, 3), 3);
    CHECK(*at(1023) == 0x0f && *at(1024) == 0x55 && *at(1025) == 0xaa);
    CHECK_INT(vhalFlashWrite(at(1024), data + 2, 1), 1);
    CHECK_INT(*at(1024), 0x55 & 0xaa);
    CHECK_INT(vhalFlashErase(at(1025), 1), VHAL_OK);
    CHECK(*at(1023) == 0x0f && *at(1024) == 0xff && *at(1025) == 0xff);
    CHECK_INT(vhalFlashErase(at(1000), 25), VHAL_OK);
    CHECK_INT(*at(1023), 0xff);
    CHECK_INT(*at(0), 0xff);
}

TEST(flash_has_sectors_and_an_end)
{
    uint8_t byte = 0;
    start();
    CHECK(vhalFlashAlignToSector(at(0)) == at(0));
    CHECK(vhalFlashAlignToSector(at(1)) == at(1024));
    CHECK(vhalFlashAlignToSector(at(1024)) == at(1024));
    CHECK(!vhalFlashAlignToSector(at(15361)));
    CHECK(!vhalFlashAlignToSector(&byte));
    CHECK_INT(vhalFlashGetSector(at(1024)), 1);
    CHECK_INT(vhalFlashGetSector(at(16383)), 15);
    CHECK_INT(vhalFlashGetSector(&byte), VHAL_GENERIC_ERROR);
    CHECK_INT(vhalFlashWrite(at(16383), &byte, 2), VHAL_GENERIC_ERROR);
    CHECK_INT(vhalFlashErase(at(16384), 1), VHAL_GENERIC_ERROR);
    CHECK_INT(vhalFlashErase(&byte, 1), VHAL_GENERIC_ERROR);
}

/* The exit status of a child that does `work`. */
static int status_of(void (*work)(void))
{
    int status;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, 2);
        work();
        _exit(1);
    }
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void write_on(void)
{
    uint8_t zeros[64] = {0};
    for (uint32_t i = 0; i < 100; i++) {
        vhalFlashWrite(at(4096 + 64 * i), zeros, sizeof zeros);
    }
}

TEST(power_is_lost_in_the_middle_of_a_write)
{
    start();
    CHECK_INT(status_of(write_on), 75); /* 4 operations before, 5 in the child */
    for (uint32_t i = 0; i < 64 * 5; i++) {
        CHECK_INT(*at(4096 + i), i < 64 * 4 + 32 ? 0 : 0xff);
    }
    unlink(flash_file);
}

/* ---- random numbers, identity ---- */

TEST(the_same_seed_gives_the_same_numbers)
{
    start();
    uint32_t a = vhalRngGenerate(), b = vhalRngGenerate();
    CHECK(a != b);
    CHECK_INT(vhalRngSeed(7), VHAL_OK);
    CHECK(vhalRngGenerate() == a && vhalRngGenerate() == b);
    vhalRngSeed(8);
    CHECK(vhalRngGenerate() != a);
}

TEST(the_chip_has_an_identity)
{
    uint8_t uid[8];
    start();
    CHECK_INT(vhalNfoGetUIDLen(), 8);
    CHECK_INT(vhalNfoGetUID(uid), VHAL_OK);
    CHECK(uid[0] == 0x01 && uid[7] == 0xef);
    CHECK_STR((const char *)vhalNfoGetUIDStr(), "0123456789abcdef");
}

/* ---- clock ---- */

TEST(the_clock_goes_with_the_board)
{
    vhalRTCTimeInfo t;
    start();
    CHECK_INT(vhalRTCGetUTC(0, &t), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalRTCInit(1), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalRTCInit(0), VHAL_OK);
    CHECK_INT(vhalRTCGetUTC(0, &t), VHAL_OK);
    CHECK(t.tm_year == 126 && t.tm_mon == 0 && t.tm_mday == 1 && t.tm_wday == 4);
    CHECK_INT(vhalRTCSetUTC(0, 1709208000, 250000), VHAL_OK); /* 2024-02-29T12:00:00 */
    vosThSleep(TIME_U(12 * 3600u, SECONDS));
    CHECK_INT(vhalRTCGetUTC(0, &t), VHAL_OK);
    CHECK(t.tm_mon == 2 && t.tm_mday == 1 && t.tm_hour == 0 && t.tm_min == 0 &&
          t.tm_sec == 0);
    CHECK(t.tm_yday == 60 && t.tm_isdst == 0 && t.tv_seconds == 1709251200);
    CHECK_INT(t.tv_microseconds, 250000);
    CHECK_INT(vhalRTCSetUTC(0, 0, 1000000), VHAL_UNSUPPORTED_ERROR);
}

/* ---- interrupts ---- */

static int served;

static void handler(void)
{
    vosEnterIsr();
    served++;
    vosExitIsr();
}

TEST(a_disabled_interrupt_waits)
{
    start();
    CHECK(!vhalInstallHandler(40, handler));
    vhalIrqEnable(40);
    CHECK(vos_irq_raise(40));
    CHECK_INT(served, 1);
    vhalIrqDisable(40);
    vos_irq_raise(40);
    vos_irq_raise(40);
    CHECK_INT(served, 1);
    vhalIrqEnablePrio(40, PORT_PRIO_MASK(2));
    CHECK_INT(served, 2);
    vhalIrqEnable(999);
    vhalIrqDisable(999);
    CHECK(vosInstallHandler(40, NULL) == handler);
}

/* ---- sleep ---- */

static void press(void *arg)
{
    (void)arg;
    vosThSleep(MS(20));
    vhalPinWrite(D20, 1);
}

static void on_edge(int slot, int dir)
{
    (void)slot;
    (void)dir;
}

TEST(sleep_ends_in_time_or_with_an_interrupt)
{
    start();
    uint64_t from = sim_now();
    CHECK_INT(vhalGoToSleep(50, POWERSAVE_STOP), POWERSAVE_TIMEOUT);
    CHECK_INT((sim_now() - from) / 1000000, 50);
    vhalPinSetMode(D20, PINMODE_OUTPUT_PUSHPULL);
    vhalPinAttachInterrupt(D20, PINMODE_EXT_RISING, on_edge, 0);
    vosThResume(vosThCreate(4096, VOS_PRIO_NORMAL, (void *)press, NULL, NULL));
    from = sim_now();
    CHECK_INT(vhalGoToSleep(50, POWERSAVE_SLEEP), POWERSAVE_INTERRUPT);
    CHECK_INT((sim_now() - from) / 1000000, 20);
    CHECK_INT(vhalGoToSleep(50, 3), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalInitPowersave(), POWERSAVE_RESET);
    CHECK_INT(vhalInitSecureFW(), 0);
}

TEST(status_bytes_are_kept)
{
    start();
    int n = vhalGetStatusSize();
    CHECK(n > 0);
    CHECK_INT(vhalGetStatusByte(n - 1), 0);
    CHECK_INT(vhalSaveStatusByte(n - 1, 0xa5), VHAL_OK);
    CHECK_INT(vhalGetStatusByte(n - 1), 0xa5);
    CHECK_INT(vhalSaveStatusByte(n, 1), VHAL_GENERIC_ERROR);
    CHECK_INT(vhalGetStatusByte(-1), VHAL_GENERIC_ERROR);
}

static void stand_by(void)
{
    setenv("SIM_BOARD_CHILD", "1", 1);
    vhalSaveStatusByte(3, 7);
    vhalGoToSleep(10, POWERSAVE_STANDBY);
}

static void let_bite(void)
{
    setenv("SIM_BOARD_CHILD", "1", 1);
    vhalSaveStatusByte(3, 5);
    vhalSetupWatchdog(0, 100);
    for (int i = 0; i < 10; i++) {
        vosThSleep(MS(90));
        vhalKickWatchdog();
    }
    vosThSleep(MS(101));
}

static void kick_too_early(void)
{
    setenv("SIM_BOARD_CHILD", "1", 1);
    vhalSetupWatchdog(50, 100);
    vosThSleep(MS(60));
    vhalKickWatchdog();
    vosThSleep(MS(40));
    vhalSaveStatusByte(3, 6);
    vhalKickWatchdog();
}

/* An emulator's kernel may be unable to start the emulated program. */
static void start_again(void)
{
    setenv("SIM_BOARD_CHILD", "1", 1);
    execl("/proc/self/exe", "again", NULL);
}

static bool can_start_again(void)
{
    bool can = status_of(start_again) == 0;
    if (!can) {
        printf("# this kernel does not start such programs: not tested\n");
    }
    return can;
}

TEST(standby_starts_the_program_again)
{
    start();
    if (!can_start_again()) {
        return;
    }
    CHECK_INT(status_of(stand_by), 7 + 10 * POWERSAVE_TIMEOUT);
}

TEST(the_watchdog_bites)
{
    start();
    CHECK_INT(vhalKickWatchdog(), VHAL_HARDWARE_STATUS_ERROR);
    CHECK_INT(vhalSetupWatchdog(5, 5), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalSetupWatchdog(0, 0), VHAL_UNSUPPORTED_ERROR);
    if (!can_start_again()) {
        return;
    }
    CHECK_INT(status_of(let_bite), 5 + 10 * POWERSAVE_WATCHDOG + 100);
    CHECK_INT(status_of(kick_too_early), 6 + 10 * POWERSAVE_WATCHDOG + 100);
}

/* ---- what is not there says so ---- */

TEST(can_sdio_and_qspi_are_not_supported)
{
    start();
    CHECK_INT(vhalInitCAN(NULL), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalCanInit(0, NULL), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalSdioInit(0, NULL), VHAL_UNSUPPORTED_ERROR);
    CHECK_INT(vhalQspiFlashInit(0, NULL, NULL), VHAL_UNSUPPORTED_ERROR);
}

TAP_MAIN
