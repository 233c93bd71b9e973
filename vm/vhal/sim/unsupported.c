/* SPDX-License-Identifier: MIT */
/*
 * unsupported.c -- what this board does not have: CAN, SDIO, QSPI flash. Drivers for
 * them compile and link, and are told so.
 */
#include "parts.h"

#define UNSUPPORTED(name, ...)                                                         \
    int name(__VA_ARGS__)                                                              \
    {                                                                                  \
        return VHAL_UNSUPPORTED_ERROR;                                                 \
    }

#pragma GCC diagnostic ignored "-Wunused-parameter"

UNSUPPORTED(vhalInitCAN, void *data)
UNSUPPORTED(vhalCanInit, uint32_t can, vhalCanConf *conf)
UNSUPPORTED(vhalCanFindTiming, uint32_t can, vhalCanConf *conf, uint32_t speed,
            uint32_t sample_point, uint32_t min_quanta)
UNSUPPORTED(vhalCanAddFilter, uint32_t can, vhalCanFilter *filter)
UNSUPPORTED(vhalCanRemoveFilter, uint32_t can, uint32_t id)
UNSUPPORTED(vhalCanRx, uint32_t can, vhalCanFrame *frame, uint8_t *data,
            uint32_t timeout_ms)
UNSUPPORTED(vhalCanTx, uint32_t can, vhalCanFrame *frame, uint8_t *data,
            uint32_t timeout_ms)
UNSUPPORTED(vhalCanAbortRx, uint32_t can)
UNSUPPORTED(vhalCanAbortTx, uint32_t can)
UNSUPPORTED(vhalCanResumeRx, uint32_t can)
UNSUPPORTED(vhalCanResumeTx, uint32_t can)
UNSUPPORTED(vhalCanGetErrors, uint32_t can, vhalCanErrors *errors)
UNSUPPORTED(vhalCanDone, uint32_t can)

UNSUPPORTED(vhalSdioInit, uint32_t sdio, sdio_callback cbk)
UNSUPPORTED(vhalSdioSetClock, uint32_t sdio, uint32_t freq)
UNSUPPORTED(vhalSdioSetMode, uint32_t sdio, uint32_t mode)
UNSUPPORTED(vhalSdioWrite, uint32_t sdio, uint32_t command, uint32_t mode,
            uint8_t *data, uint32_t datasize, uint32_t *response)
UNSUPPORTED(vhalSdioRead, uint32_t sdio, uint32_t command, uint32_t mode, uint8_t *data,
            uint32_t datasize, uint32_t *response)
UNSUPPORTED(vhalSdioDone, uint32_t sdio)

UNSUPPORTED(vhalQspiFlashInit, uint32_t qspi, vhalQspiConf *conf,
            vhalQspiFlashConf *flash)
UNSUPPORTED(vhalQspiFlashDone, uint32_t qspi)
UNSUPPORTED(vhalQspiFlashRead, uint32_t qspi, uint32_t addr, uint8_t *buf, uint32_t len)
UNSUPPORTED(vhalQspiFlashWrite, uint32_t qspi, uint32_t addr, uint8_t *buf,
            uint32_t len)
UNSUPPORTED(vhalQspiFlashEraseChip, uint32_t qspi, uint8_t block)
UNSUPPORTED(vhalQspiFlashEraseSector, uint32_t qspi, uint32_t addr, uint8_t block)
UNSUPPORTED(vhalQspiFlashEraseBlock, uint32_t qspi, uint32_t addr, uint8_t block)
UNSUPPORTED(vhalQspiFlashWakeup, uint32_t qspi)
UNSUPPORTED(vhalQspiFlashSleep, uint32_t qspi)
