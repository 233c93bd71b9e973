/* SPDX-License-Identifier: MIT */
/* unsupported_spi.c -- a board without SPI. */
#include "unsupported.h"

UNSUPPORTED(vhalInitSPI, void *data)
UNSUPPORTED(vhalSpiInit, uint32_t spi, vhalSpiConf *conf)
UNSUPPORTED(vhalSpiDone, uint32_t spi)
UNSUPPORTED(vhalSpiLock, uint32_t spi)
UNSUPPORTED(vhalSpiUnlock, uint32_t spi)
UNSUPPORTED(vhalSpiSelect, uint32_t spi)
UNSUPPORTED(vhalSpiUnselect, uint32_t spi)
UNSUPPORTED(vhalSpiExchange, uint32_t spi, void *tosend, void *toread, uint32_t blocks)
