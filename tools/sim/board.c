/* SPDX-License-Identifier: MIT */
/*
 * board.c -- reads the part of board.json that scenes are checked against.
 */
#include "board.h"

#include "json.h"
#include "path.h"

#include <string.h>

static void add_pin(arena_t *a, board_t *b, const cJSON *name)
{
    if (cJSON_IsString(name)) {
        ARENA_PUSH(a, &b->pins, arena_strdup(a, name->valuestring));
    }
}

static int count_of(const cJSON *peripherals, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(peripherals, name);
    return cJSON_IsNumber(item) ? item->valueint : 0;
}

bool board_read(arena_t *a, const char *dir, board_t *out)
{
    const char *text;
    cJSON *json = json_read(a, path_join(a, dir, "board.json"), &text);
    *out = (board_t){.name = path_base(dir)};
    if (!json) {
        return false;
    }
    const cJSON *peripherals = cJSON_GetObjectItemCaseSensitive(json, "peripherals");
    const cJSON *pin, *is;
    cJSON_ArrayForEach(pin, cJSON_GetObjectItemCaseSensitive(json, "pins"))
    {
        add_pin(a, out, cJSON_GetObjectItemCaseSensitive(pin, "name"));
        cJSON_ArrayForEach(is, cJSON_GetObjectItemCaseSensitive(pin, "is"))
        {
            add_pin(a, out, is);
        }
    }
    out->serial = count_of(peripherals, "SERIAL");
    out->spi = count_of(peripherals, "SPI");
    out->i2c = count_of(peripherals, "I2C");
    cJSON_Delete(json);
    return true;
}

bool board_has_pin(const board_t *b, const char *name)
{
    for (int i = 0; i < b->pins.len; i++) {
        if (strcmp(b->pins.items[i], name) == 0) {
            return true;
        }
    }
    return false;
}
