/* SPDX-License-Identifier: MIT */
/* unsupported_qspi.c -- a board without QSPI flash. */
#include "unsupported.h"

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
