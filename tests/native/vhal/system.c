/* SPDX-License-Identifier: MIT */
/* system.c -- error codes, interrupts, identity, flash, random numbers, clock, power, watchdog. */
#include "expect.h"

/* The negated code is what a native returns. */
C_NATIVE(test_system_codes)
{
    C_NATIVE_UNWARN();
    EXPECT(VHAL_OK == 0 && -VHAL_GENERIC_ERROR == ERR_PERIPHERAL_ERROR_EXC);
    EXPECT(-VHAL_INVALID_PIN == ERR_PERIPHERAL_INVALID_PIN_EXC && VHAL_INVALID_PIN == -335);
    EXPECT(-VHAL_HARDWARE_STATUS_ERROR == ERR_PERIPHERAL_INVALID_HARDWARE_STATUS_EXC);
    EXPECT(VHAL_HARDWARE_INITIALIZATION_ERROR == -337 && VHAL_TIMEOUT_ERROR == -333);
    EXPECT(-VHAL_UNSUPPORTED_ERROR == ERR_UNSUPPORTED_EXC);
    EXPECT(vhalInit(NULL) == VHAL_OK);
    return ERR_OK;
}

static volatile int served;

static void handler(void)
{
    vosEnterIsr();
    served++;
    vosExitIsr();
}

C_NATIVE(test_system_interrupts)
{
    C_NATIVE_UNWARN();
    vhal_irq_handler fn = handler;
    EXPECT(vhalInstallHandler(77, fn) == NULL);
    vhalIrqEnable(77);
    EXPECT(vos_irq_raise(77) && served == 1);
    vhalIrqDisable(77);
    EXPECT(vos_irq_raise(77) && served == 1);
    vhalIrqEnablePrio(77, PORT_PRIO_MASK(PORT_PRIO_DEFAULT_VALUE));
    EXPECT(served == 2 && PORT_PRIO_BITS == 4 && PORT_PRIO_MASK(1) == 16);
    EXPECT(vosInstallHandler(77, NULL) == handler);
    return ERR_OK;
}

C_NATIVE(test_system_identity)
{
    C_NATIVE_UNWARN();
    uint8_t uid[64];
    uint8_t *text = vhalNfoGetUIDStr();
    EXPECT(vhalNfoGetUIDLen() > 0 && vhalNfoGetUID(uid) == VHAL_OK);
    EXPECT(strlen((char *)text) == 2 * (size_t)vhalNfoGetUIDLen());
    return ERR_OK;
}

C_NATIVE(test_system_flash)
{
    C_NATIVE_UNWARN();
    uint8_t *flash = vhal_flash_start(), data[] = {0x12, 0x34};
    EXPECT(flash != NULL && vhal_flash_size() >= 4096);
    uint8_t *sector = vhalFlashAlignToSector(flash + 1);
    EXPECT(sector > flash && vhalFlashGetSector(sector) == 1 && vhalFlashErase(sector, 1) == VHAL_OK);
    EXPECT(*sector == 0xff && vhalFlashWrite(sector, data, 2) == 2 && sector[0] == 0x12 && sector[1] == 0x34);
    EXPECT(vhalFlashWrite(sector, data + 1, 1) == 1 && sector[0] == (0x12 & 0x34));
    EXPECT(vhalFlashErase(data, 2) == VHAL_GENERIC_ERROR && vhalFlashAlignToSector(data) == NULL);
    return ERR_OK;
}

C_NATIVE(test_system_random)
{
    C_NATIVE_UNWARN();
    EXPECT(vhalRngSeed(1) == VHAL_OK);
    uint32_t first = vhalRngGenerate();
    EXPECT(first != vhalRngGenerate() && vhalRngSeed(1) == VHAL_OK && vhalRngGenerate() == first);
    return ERR_OK;
}

C_NATIVE(test_system_clock)
{
    C_NATIVE_UNWARN();
    vhalRTCTimeInfo t;
    struct _timeinfo *same = &t;
    EXPECT(vhalRTCInit(0) == VHAL_OK && vhalRTCSetUTC(0, 86400 * 31, 5) == VHAL_OK);
    EXPECT(vhalRTCGetUTC(0, same) == VHAL_OK);
    EXPECT(t.tm_mon == 1 && t.tm_mday == 1 && t.tm_hour == 0 && t.tm_year == 70 && t.tm_yday == 31);
    EXPECT(t.tm_min == 0 && t.tm_sec == 0 && t.tm_wday == 0 && t.tm_isdst == 0);
    EXPECT(t.tv_seconds == 86400 * 31 && t.tv_microseconds < 1000);
    EXPECT(vhalRTCInit(5) == VHAL_UNSUPPORTED_ERROR);
    return ERR_OK;
}

C_NATIVE(test_system_power)
{
    C_NATIVE_UNWARN();
    uint64_t from = vosMillis();
    EXPECT(vhalInitPowersave() == POWERSAVE_RESET);
    EXPECT(vhalGoToSleep(40, POWERSAVE_STOP) == POWERSAVE_TIMEOUT && vosMillis() - from == 40);
    EXPECT(vhalGoToSleep(1, POWERSAVE_SLEEP) == POWERSAVE_TIMEOUT && POWERSAVE_STANDBY == 0x8000);
    EXPECT(POWERSAVE_INTERRUPT == 1 && POWERSAVE_WATCHDOG == 3 && POWERSAVE_BROWNOUT == 4);
    EXPECT(vhalGetStatusSize() > 0 && vhalSaveStatusByte(0, 9) == VHAL_OK && vhalGetStatusByte(0) == 9);
    EXPECT(vhalSaveStatusByte(0, 0) == VHAL_OK && vhalGetStatusByte(99) == VHAL_GENERIC_ERROR);
    return ERR_OK;
}

C_NATIVE(test_system_watchdog)
{
    C_NATIVE_UNWARN();
    EXPECT(vhalInitSecureFW() == 0 && vhalKickWatchdog() == VHAL_HARDWARE_STATUS_ERROR);
    EXPECT(vhalSetupWatchdog(0, 60000) == VHAL_OK && vhalKickWatchdog() == VHAL_OK);
    return ERR_OK;
}
