/* SPDX-License-Identifier: MIT */
/* unsupported_sdio.c -- a board without SDIO. */
#include "unsupported.h"

UNSUPPORTED(vhalSdioInit, uint32_t sdio, sdio_callback cbk)
UNSUPPORTED(vhalSdioSetClock, uint32_t sdio, uint32_t freq)
UNSUPPORTED(vhalSdioSetMode, uint32_t sdio, uint32_t mode)
UNSUPPORTED(vhalSdioWrite, uint32_t sdio, uint32_t command, uint32_t mode,
            uint8_t *data, uint32_t datasize, uint32_t *response)
UNSUPPORTED(vhalSdioRead, uint32_t sdio, uint32_t command, uint32_t mode, uint8_t *data,
            uint32_t datasize, uint32_t *response)
UNSUPPORTED(vhalSdioDone, uint32_t sdio)
