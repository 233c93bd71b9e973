/*
 * mydriver.c -- a display of 128 x 64 pixels on SPI, with text and lines.
 *
 * Python draws into a framebuffer in memory, 16 levels of grey, and show() sends it. Two controllers are known: the
 * SSD1306, black and white (Solomon Systech, data sheet rev. 1.1), and the SSD0323, grey (rev. 1.5). Another one is a row
 * more in `controllers`.
 */
#include "zerynth.h"
#include "font.h"

C_NATIVE_MODULE(mydriver, version = 0.1.0);

enum { WIDTH = 128, HEIGHT = 64, LEVELS = 16 };
C_NATIVE_CONST(WIDTH);
C_NATIVE_CONST(HEIGHT);

/// What drives the glass.
typedef enum C_NATIVE_ENUM(prefix = CONTROLLER_, py = Controller) {
    CONTROLLER_SSD1306 = 0,
    CONTROLLER_SSD0323 = 1
} controller_t;

/// A display and what is drawn on it.
C_NATIVE_CLASS(py = Display)
typedef struct display {
    int32_t spi, select, dc;
    uint8_t controller;
    uint8_t pixels[HEIGHT][WIDTH / 2]; /* two a byte, the left one in the high half */
} display_t;

/* ---- sending ---- */

static err_t code_of(int result)
{
    return result < 0 ? (err_t)-result : ERR_OK;
}

static err_t send(const display_t *d, bool data, const uint8_t *bytes, uint32_t n)
{
    vhalPinWrite(d->dc, data);
    return code_of(vhalSpiExchange((uint32_t)d->spi, (void *)(uintptr_t)bytes, NULL, n));
}

/* The SSD1306 wants eight rows of one column in a byte, the uppermost in bit 0. */
static err_t send_pages(const display_t *d)
{
    uint8_t page[WIDTH];
    for (int top = 0; top < HEIGHT; top += 8) {
        for (int x = 0; x < WIDTH; x++) {
            page[x] = 0;
            for (int bit = 0; bit < 8; bit++) {
                uint8_t pair = d->pixels[top + bit][x / 2];
                bool lit = (x % 2 ? pair & 15 : pair >> 4) >= LEVELS / 4;
                page[x] |= (uint8_t)(lit << bit);
            }
        }
        err_t err = send(d, true, page, WIDTH);
        if (err != ERR_OK) {
            return err;
        }
    }
    return ERR_OK;
}

static err_t send_pairs(const display_t *d)
{
    return send(d, true, d->pixels[0], sizeof d->pixels);
}

/* Commands: on; the whole glass from its upper left corner. */
static const uint8_t ssd1306_on[] = {0x8D, 0x14, 0xA1, 0xC8, 0x20, 0x00, 0xAF};
static const uint8_t ssd1306_home[] = {0x21, 0, WIDTH - 1, 0x22, 0, HEIGHT / 8 - 1};
static const uint8_t ssd0323_on[] = {0xA0, 0x52, 0xA4, 0xAF};
static const uint8_t ssd0323_home[] = {0x15, 0, WIDTH / 2 - 1, 0x75, 0, HEIGHT - 1};

#define COMMANDS(name) name, sizeof name
static const struct {
    const uint8_t *on;
    uint32_t on_length;
    const uint8_t *home;
    uint32_t home_length;
    err_t (*send)(const display_t *d);
} controllers[] = {
    [CONTROLLER_SSD1306] = {COMMANDS(ssd1306_on), COMMANDS(ssd1306_home), send_pages},
    [CONTROLLER_SSD0323] = {COMMANDS(ssd0323_on), COMMANDS(ssd0323_home), send_pairs},
};

/// Starts the bus and the display, dark.
/// @param controller  Controller.SSD1306 or Controller.SSD0323
/// @param spi     number of the bus
/// @param select  pin that selects it, when low
/// @param dc      pin that tells data from commands
/// @param clock   Hz
C_NATIVE_METHOD(display_t, py = __init__)
err_t display_init(display_t *self ZN_OUT, controller_t controller, int32_t spi, int32_t select, int32_t dc,
                   uint32_t clock ZN_DEFAULT(4000000))
{
    vhalSpiConf conf = {.clock = clock,
                        .miso = MISO0,
                        .mosi = MOSI0,
                        .sclk = SCLK0,
                        .nss = (uint16_t)select,
                        .mode = SPI_MODE_LOW_FIRST,
                        .bits = SPI_BITS_8,
                        .master = 1,
                        .msbfirst = 1};
    self->spi = spi & 0xFF;
    self->select = select;
    self->dc = dc;
    self->controller = (uint8_t)controller;
    vhalInitSPI(NULL);
    err_t err = code_of(vhalPinSetMode(dc, PINMODE_OUTPUT_PUSHPULL));
    if (err == ERR_OK) {
        err = code_of(vhalSpiInit((uint32_t)self->spi, &conf));
    }
    if (err == ERR_OK && controller != CONTROLLER_SSD0323) {
        vhalSpiSelect((uint32_t)self->spi);
    }
    return err != ERR_OK ? err
                         : send(self, false, controllers[controller].on,
                                controllers[controller].on_length);
}

/// Sends what is drawn to the glass. Other threads run meanwhile.
C_NATIVE_METHOD(display_t, nogil)
err_t display_show(display_t *self)
{
    err_t err = send(self, false, controllers[self->controller].home, controllers[self->controller].home_length);
    return err != ERR_OK ? err : controllers[self->controller].send(self);
}

/* ---- drawing ---- */

static void set(display_t *d, int x, int y, int level)
{
    if (x < 0 || x >= WIDTH || y < 0 || y >= HEIGHT) {
        return;
    }
    uint8_t *pair = &d->pixels[y][x / 2];
    *pair = (uint8_t)(x % 2 ? (*pair & 0xF0) | level : (*pair & 0x0F) | level << 4);
}

/// Makes all pixels one level.
C_NATIVE_METHOD(display_t)
void display_clear(display_t *self, int32_t level ZN_RANGE(0, 15) ZN_DEFAULT(0))
{
    memset(self->pixels, level << 4 | level, sizeof self->pixels);
}

/// A pixel. What lies outside of the glass is not drawn.
/// @param level  0, black, to 15, white
C_NATIVE_METHOD(display_t)
void display_pixel(display_t *self, int32_t x, int32_t y, int32_t level ZN_RANGE(0, 15) ZN_DEFAULT(15))
{
    set(self, x, y, level);
}

/// The level of a pixel; 0 outside of the glass.
C_NATIVE_METHOD(display_t, py = level)
int32_t display_level(const display_t *self, int32_t x, int32_t y)
{
    if (x < 0 || x >= WIDTH || y < 0 || y >= HEIGHT) {
        return 0;
    }
    uint8_t pair = self->pixels[y][x / 2];
    return x % 2 ? pair & 15 : pair >> 4;
}

/// A line, both ends included.
C_NATIVE_METHOD(display_t)
void display_line(display_t *self, int32_t x0 ZN_RANGE(-4096, 4096), int32_t y0 ZN_RANGE(-4096, 4096),
                  int32_t x1 ZN_RANGE(-4096, 4096), int32_t y1 ZN_RANGE(-4096, 4096),
                  int32_t level ZN_RANGE(0, 15) ZN_DEFAULT(15))
{
    int32_t dx = abs(x1 - x0), dy = -abs(y1 - y0), error = dx + dy;
    while (set(self, x0, y0, level), x0 != x1 || y0 != y1) {
        int32_t twice = 2 * error;
        if (twice >= dy) {
            error += dy;
            x0 += x0 < x1 ? 1 : -1;
        }
        if (twice <= dx) {
            error += dx;
            y0 += y0 < y1 ? 1 : -1;
        }
    }
}

/// Text of ASCII characters, each 6 pixels wide and 8 high; others are drawn as '?'.
/// @param x,y  its upper left corner
/// @returns    where the next character would begin
C_NATIVE_METHOD(display_t)
int32_t display_text(display_t *self, int32_t x ZN_RANGE(-4096, 4096), int32_t y ZN_RANGE(-4096, 4096), zn_str text,
                     int32_t level ZN_RANGE(0, 15) ZN_DEFAULT(15))
{
    for (size_t i = 0; i < text.len; i++, x += FONT_WIDTH + 1) {
        const uint8_t *columns = font_glyph(text.data[i]);
        for (int column = 0; column < FONT_WIDTH; column++) {
            for (int row = 0; row < FONT_HEIGHT; row++) {
                if (columns[column] >> row & 1) {
                    set(self, x + column, y + row, level);
                }
            }
        }
    }
    return x;
}
