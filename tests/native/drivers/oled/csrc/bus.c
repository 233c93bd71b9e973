/* The wires of the display. */
#include "oled.h"

/* A constant table of commands, in the manner of the data sheet. */
STORED static const uint8_t start_sequence[] = {
    0xAE,       /* off */
    0xD5, 0x80, /* clock */
    0xA8, 0x3F, /* 64 lines */
    0xD3, 0x00, /* no offset */
    0x40,       /* first line */
    0x8D, 0x14, /* charge pump */
    0x20, 0x00, /* horizontal */
    0xA1, 0xC8, /* upright */
    0xDA, 0x12, /* pads */
    0x81, 0xCF, /* contrast */
    0xA4, 0xA6, /* from the memory, not inverted */
    0xAF,       /* on */
};

int oled_send(oled_t *o, int data, const uint8_t *bytes, uint32_t n)
{
    int code;
    vhalSpiLock(o->spi);
    code = vhalSpiInit(o->spi, &o->conf);
    if (code >= 0) {
        vhalPinWrite(o->dc, data);
        vhalSpiSelect(o->spi);
        code = vhalSpiExchange(o->spi, (void *)bytes, NULL, n);
        vhalSpiUnselect(o->spi);
    }
    vhalSpiUnlock(o->spi);
    return code;
}

int oled_start(oled_t *o)
{
    vhalPinSetMode(o->dc, PINMODE_OUTPUT_PUSHPULL);
    vhalPinSetMode(o->rst, PINMODE_OUTPUT_PUSHPULL);
    vhalPinWrite(o->rst, 0);
    vosThSleep(TIME_U(10, MICROS));
    vhalPinWrite(o->rst, 1);
    vosThSleep(TIME_U(10, MICROS));
    return oled_send(o, 0, start_sequence, sizeof(start_sequence));
}
