/* SPDX-License-Identifier: MIT */
/* unsupported_serial.c -- a board without serial lines driven by interrupts. */
#include "unsupported.h"
#include "chipport.h"

UNSUPPORTED(vhalSerialInit, uint32_t ser, uint32_t baud, uint32_t cfg, uint16_t rxpin,
            uint16_t txpin)
UNSUPPORTED(vhalSerialInitEx, uint32_t ser, vhalSerialConf *conf)
UNSUPPORTED(vhalSerialRead, uint32_t ser, uint8_t *buf, uint32_t len)
UNSUPPORTED(vhalSerialReadEx, uint32_t ser, uint8_t *buf, uint32_t len, int end,
            int *rd, uint32_t timeout)
UNSUPPORTED(vhalSerialWrite, uint32_t ser, uint8_t *buf, uint32_t len)
UNSUPPORTED(vhalSerialAvailable, uint32_t ser)
UNSUPPORTED(vhalSerialDone, uint32_t ser)

/* The console is written to by polling. */
bool chip_console_begin(void)
{
    return false;
}

void chip_put_pending(void)
{
}
