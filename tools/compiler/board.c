/* SPDX-License-Identifier: MIT */
/* board.c -- pins and peripherals of a board as numbers. */
#include "board.h"
#include "file.h"
#include <stdlib.h>
#include <string.h>

enum { MAX_LIKE = 4 };

/* ---- the files ---- */

struct board {
    tree_file_t files[MAX_LIKE]; /* the board's own first */
    int nfiles;
    map_t numbers; /* name → number + 1 */
};

const tree_t *board_get(program_t *p, const char *key)
{
    const tree_t *found = NULL;
    if (!p->board) {
        p->board = ARENA_NEW(p->arena, board_t);
        map_init(&p->board->numbers, p->arena);
        const char *name = program_board(p);
        for (int i = 0; i < MAX_LIKE && name && p->options->sdk; i++) {
            const char *path = arena_printf(p->arena, "%s/boards/%s/board.json",
                                            p->options->sdk, name);
            tree_file_t *file = &p->board->files[i];
            if (!file_exists(path) || !tree_read(p->arena, path, file)) {
                break;
            }
            p->board->nfiles++;
            ARENA_PUSH(p->arena, &p->files, path);
            name = tree_text(file->root, "like");
        }
    }
    for (int i = 0; i < p->board->nfiles && !found; i++) {
        found = tree_get(p->board->files[i].root, key);
    }
    return found;
}

/* ---- names ---- */

/* Rows of a class's table: NAMEn is number `base + n * step`. */
static const struct {
    const char *name;
    int base, step;
} pin_names[] = {
    {"D", 0x000, 1},    {"A", 0x100, 1},     {"MOSI", 0x200, 3},  {"MISO", 0x201, 3},
    {"SCLK", 0x202, 3}, {"SDA", 0x300, 2},   {"SCL", 0x301, 2},   {"PWM", 0x400, 1},
    {"ICU", 0x500, 1},  {"CANRX", 0x600, 2}, {"CANTX", 0x601, 2}, {"RX", 0x700, 2},
    {"TX", 0x701, 2},   {"DAC", 0x800, 1},   {"LED", 0x900, 1},   {"BTN", 0xA00, 1},
};
static const struct {
    const char *name;
    int base;
} peripherals[] = {
    {"SERIAL", 0x700}, {"SPI", 0x200},  {"I2C", 0x300},  {"ADC", 0x100},
    {"PWMD", 0x400},   {"ICUD", 0x500}, {"CAN", 0x600},  {"DAC", 0x800},
    {"SD", 0xC00},     {"RTC", 0x2000}, {"HTM", 0x1000},
};
/* What may stand behind the dot of a pin; `first` … `last` are of which table rows. */
static const struct {
    const char *name;
    int first, last; /* bases */
} classes[] = {
    {"DIGITAL", 0x000, 0x000}, {"ANALOG", 0x100, 0x100}, {"ADC", 0x100, 0x100},
    {"SPI", 0x200, 0x202},     {"I2C", 0x300, 0x301},    {"PWM", 0x400, 0x400},
    {"ICU", 0x500, 0x500},     {"CAN", 0x600, 0x601},    {"SERIAL", 0x700, 0x701},
    {"SER", 0x700, 0x701},     {"DAC", 0x800, 0x800},    {"LED", 0x900, 0x900},
    {"BTN", 0xA00, 0xA00},
};
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Letters, then decimal digits to the end: the length of the letters, or 0. The digits
 * of "I2C0" that do not end it are letters. */
static size_t split(const char *name, int *number)
{
    size_t len = strlen(name), at = len;
    while (at > 0 && name[at - 1] >= '0' && name[at - 1] <= '9') {
        at--;
    }
    *number = len - at > 3 ? 999 : atoi(name + at);
    return at < len && *name >= 'A' && *name <= 'Z' ? at : 0;
}

static int pin_number(const char *name)
{
    int n;
    size_t len = split(name, &n);
    for (size_t i = 0; len && i < COUNT(pin_names); i++) {
        if (strncmp(pin_names[i].name, name, len) == 0 && !pin_names[i].name[len]) {
            return pin_names[i].base + n * pin_names[i].step;
        }
    }
    return -1;
}

static void add(program_t *p, const char *name, int number)
{
    if (number >= 0) {
        map_set(&p->board->numbers, name, (void *)(intptr_t)(number + 1));
    }
}

static void add_peripherals(program_t *p)
{
    const tree_t *counts = board_get(p, "peripherals");
    for (size_t i = 0; i < COUNT(peripherals); i++) {
        const char *text = tree_text(counts, peripherals[i].name);
        for (int n = 0, count = text ? atoi(text) : 0; n < count; n++) {
            add(p, arena_printf(p->arena, "%s%d", peripherals[i].name, n),
                peripherals[i].base + n);
        }
    }
}

static void add_pins(program_t *p, const tree_t *pins)
{
    for (const tree_t *pin = pins ? pins->first : NULL; pin; pin = pin->next) {
        const char *name = tree_text(pin, "name");
        const tree_t *is = tree_get(pin, "is");
        if (name) {
            add(p, name, pin_number(name));
        }
        for (const tree_t *t = is ? is->first : NULL; t; t = t->next) {
            add(p, t->text, pin_number(t->text));
        }
    }
}

/* Whether the name is built like those of pins and peripherals. */
static bool may_be_const(const char *name)
{
    int n;
    size_t len = split(name, &n);
    for (size_t i = 0; len && i < COUNT(peripherals); i++) {
        if (strncmp(peripherals[i].name, name, len) == 0 && !peripherals[i].name[len]) {
            return true;
        }
    }
    return pin_number(name) >= 0;
}

bool board_const(program_t *p, const char *name, int *value)
{
    if (!may_be_const(name)) {
        return false;
    }
    if (!p->board || !p->board->numbers.count) {
        const tree_t *pins = board_get(p, "pins");
        add_peripherals(p);
        add_pins(p, pins);
    }
    intptr_t number = (intptr_t)map_get(&p->board->numbers, name);
    *value = (int)number - 1;
    return number != 0;
}

/* ---- pins as members of another class ---- */

static bool is_called(const tree_t *pin, const char *name)
{
    const char *own = tree_text(pin, "name");
    const tree_t *is = tree_get(pin, "is");
    if (own && strcmp(own, name) == 0) {
        return true;
    }
    const tree_t *t = is ? is->first : NULL;
    while (t && strcmp(t->text, name) != 0) {
        t = t->next;
    }
    return t != NULL;
}

/* Whether the name's row begins at one of these bases. */
static bool in_class(const char *name, int first, int last)
{
    int n;
    size_t len = split(name, &n);
    for (size_t i = 0; i < COUNT(pin_names); i++) {
        if (strncmp(pin_names[i].name, name, len) == 0 && !pin_names[i].name[len]) {
            return pin_names[i].base >= first && pin_names[i].base <= last;
        }
    }
    return false;
}

static bool class_bases(const char *name, int *first, int *last)
{
    for (size_t i = 0; i < COUNT(classes); i++) {
        if (strcmp(classes[i].name, name) == 0) {
            *first = classes[i].first;
            *last = classes[i].last;
            return true;
        }
    }
    for (size_t i = 0; i < COUNT(pin_names); i++) {
        if (strcmp(pin_names[i].name, name) == 0) {
            *first = *last = pin_names[i].base;
            return true;
        }
    }
    return false;
}

board_pin_t board_pin_as(program_t *p, const char *pin, const char *class_name,
                         int *value)
{
    int first, last;
    if (!board_const(p, pin, value) || pin_number(pin) < 0) {
        return BOARD_NO_PIN;
    }
    if (!class_bases(class_name, &first, &last)) {
        return BOARD_NO_CLASS;
    }
    const tree_t *pins = board_get(p, "pins"), *t = pins ? pins->first : NULL;
    while (t && !is_called(t, pin)) {
        t = t->next;
    }
    const char *own = tree_text(t, "name");
    if (own && in_class(own, first, last)) {
        *value = pin_number(own);
        return BOARD_PIN;
    }
    const tree_t *is = tree_get(t, "is");
    for (t = is ? is->first : NULL; t; t = t->next) {
        if (in_class(t->text, first, last)) {
            *value = pin_number(t->text);
            return BOARD_PIN;
        }
    }
    return BOARD_NOT_THERE;
}
