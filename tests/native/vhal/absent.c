/* SPDX-License-Identifier: MIT */
/* absent.c -- CAN, SDIO and QSPI: drivers compile, and are told that the board has none. */
#include "expect.h"

C_NATIVE(test_absent_can)
{
    C_NATIVE_UNWARN();
    vhalCanConf conf = {.speed = 500000, .prop_seg = 1, .phase1_seg = 8, .phase2_seg = 8, .sjw = 4,
                        .options = CAN_OPTION_NO_RETRY | CAN_OPTION_NO_AUTO_OFF | CAN_OPTION_KEEP_ORDER |
                                   CAN_OPTION_LISTEN_ONLY | CAN_OPTION_LOOPBACK};
    vhalCanErrors errors = {.flags = 0};
    vhalCanFilter filter = {.id = 0x123, .mask = CAN_STD_MASK};
    vhalCanFrame frame = {.id = CAN_EXT_FLAG | CAN_RTR_FLAG | (0x12345678 & CAN_EXT_MASK), .dlc = 8};
    uint8_t data[8] = {0};
    EXPECT(conf.options == 31 && CAN_EXT_MASK == 0x1FFFFFFF);
    EXPECT((CAN_ERROR_WARNING | CAN_ERROR_PASSIVE | CAN_ERROR_BUSOFF | CAN_ERROR_STUFF | CAN_ERROR_FORM |
            CAN_ERROR_ACK | CAN_ERROR_RECESSIVE | CAN_ERROR_DOMINANT | CAN_ERROR_CRC | CAN_ERROR_RX_OVERRUN |
            CAN_ERROR_TX_ARBLOST | CAN_ERROR_TX_ERROR) == 0xfff);
    EXPECT(vhalInitCAN(NULL) == VHAL_UNSUPPORTED_ERROR && vhalCanInit(0, &conf) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalCanFindTiming(0, &conf, 500000, 875, 8) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalCanAddFilter(0, &filter) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalCanRemoveFilter(0, 0) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalCanRx(0, &frame, data, 10) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalCanTx(0, &frame, data, 10) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalCanAbortRx(0) == VHAL_UNSUPPORTED_ERROR && vhalCanAbortTx(0) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalCanResumeRx(0) == VHAL_UNSUPPORTED_ERROR && vhalCanResumeTx(0) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalCanGetErrors(0, &errors) == VHAL_UNSUPPORTED_ERROR && vhalCanDone(0) == VHAL_UNSUPPORTED_ERROR);
    return ERR_OK;
}

static void on_card(void)
{
}

C_NATIVE(test_absent_sdio)
{
    C_NATIVE_UNWARN();
    sdio_callback fn = on_card;
    uint32_t mode = SDIO_TRANSFER_MODE(512, 1, 1), response;
    uint8_t data[4] = {0};
    EXPECT(SDIO_BLOCKSIZE(mode) == 512 && SDIO_BLOCKMODE(mode) == 1 && SDIO_NEED_RESPONSE(mode) == 1);
    EXPECT(vhalSdioInit(0, fn) == VHAL_UNSUPPORTED_ERROR && vhalSdioSetClock(0, 400000) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalSdioSetMode(0, mode) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalSdioWrite(0, 53, mode, data, 4, &response) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalSdioRead(0, 53, mode, data, 4, &response) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalSdioDone(0) == VHAL_UNSUPPORTED_ERROR);
    return ERR_OK;
}

C_NATIVE(test_absent_qspi)
{
    C_NATIVE_UNWARN();
    vhalQspiConf conf = {.nbit_addr = 24};
    vhalQspiFlashConf flash = {.flash_size = 1 << 21, .sr_wip = 1};
    uint8_t data[4] = {0};
    EXPECT(QSPI_MODE_LOW_FIRST == 0 && QSPI_MODE_LOW_SECOND == 1);
    EXPECT(QSPI_MODE_HIGH_FIRST == 2 && QSPI_MODE_HIGH_SECOND == 3);
    EXPECT(vhalQspiFlashInit(0, &conf, &flash) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalQspiFlashRead(0, 0, data, 4) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalQspiFlashWrite(0, 0, data, 4) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalQspiFlashEraseChip(0, 1) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalQspiFlashEraseSector(0, 0, 1) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalQspiFlashEraseBlock(0, 0, 1) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalQspiFlashWakeup(0) == VHAL_UNSUPPORTED_ERROR && vhalQspiFlashSleep(0) == VHAL_UNSUPPORTED_ERROR);
    EXPECT(vhalQspiFlashDone(0) == VHAL_UNSUPPORTED_ERROR);
    return ERR_OK;
}
