#ifndef OLED_H
#define OLED_H

#include "zerynth.h"

#define OLED_WIDTH 128
#define OLED_PAGES 8

/* One display; a frame of its own. */
typedef struct oled {
    uint32_t spi;
    int cs, dc, rst;
    vhalSpiConf conf;
    uint8_t frame[OLED_PAGES][OLED_WIDTH];
} oled_t;

int oled_start(oled_t *o);
int oled_send(oled_t *o, int data, const uint8_t *bytes, uint32_t n);

#endif
