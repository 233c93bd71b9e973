#include "oled.h"

static oled_t *oled;

C_NATIVE(_oled_init)
{
    C_NATIVE_UNWARN();
    int32_t spi, cs, dc, rst, clock;

    if (parse_py_args("iiiii", nargs, args, &spi, &cs, &dc, &rst, &clock) != 5)
        return ERR_TYPE_EXC;
    vhalInitSPI(NULL);
    if (!oled)
        oled = (oled_t *)gc_malloc(sizeof(oled_t));
    if (!oled)
        return ERR_MEMORY_EXC;
    memset(oled, 0, sizeof(oled_t));
    oled->spi = spi;
    oled->cs = cs;
    oled->dc = dc;
    oled->rst = rst;
    oled->conf.clock = clock;
    oled->conf.miso = _vm_spi_pins[spi].miso;
    oled->conf.mosi = _vm_spi_pins[spi].mosi;
    oled->conf.sclk = _vm_spi_pins[spi].sclk;
    oled->conf.nss = cs;
    oled->conf.mode = SPI_MODE_LOW_FIRST;
    oled->conf.bits = SPI_BITS_8;
    oled->conf.master = 1;
    oled->conf.msbfirst = 1;
    RELEASE_GIL();
    int code = oled_start(oled);
    ACQUIRE_GIL();
    return code < 0 ? -code : ERR_OK;
}

C_NATIVE(_oled_pixel)
{
    C_NATIVE_UNWARN();
    int32_t x, y, on;

    if (parse_py_args("iiI", nargs, args, &x, &y, 1, &on) != 3)
        return ERR_TYPE_EXC;
    if (!oled || x < 0 || y < 0 || x >= OLED_WIDTH || y >= OLED_PAGES * 8)
        return ERR_INDEX_EXC;
    uint8_t *byte = &oled->frame[y / 8][x];
    *byte = on ? *byte | 1 << y % 8 : *byte & ~(1 << y % 8);
    return ERR_OK;
}

/* Columns of 8 pixels, from bytes or a bytearray. */
C_NATIVE(_oled_blit)
{
    C_NATIVE_UNWARN();
    int32_t x, page;
    uint8_t *columns;
    int32_t len;

    if (parse_py_args("iis", nargs, args, &x, &page, &columns, &len) != 3)
        return ERR_TYPE_EXC;
    if (!oled || x < 0 || page < 0 || page >= OLED_PAGES || x + len > OLED_WIDTH)
        return ERR_INDEX_EXC;
    memcpy(&oled->frame[page][x], columns, len);
    return ERR_OK;
}

C_NATIVE(_oled_show)
{
    C_NATIVE_UNWARN();
    static const uint8_t window[] = {0x21, 0, OLED_WIDTH - 1, 0x22, 0, OLED_PAGES - 1};
    int code;

    if (!oled)
        return ERR_PERIPHERAL_INVALID_HARDWARE_STATUS_EXC;
    RELEASE_GIL();
    code = oled_send(oled, 0, window, sizeof(window));
    if (code >= 0)
        code = oled_send(oled, 1, oled->frame[0], sizeof(oled->frame));
    ACQUIRE_GIL();
    return code < 0 ? -code : ERR_OK;
}
