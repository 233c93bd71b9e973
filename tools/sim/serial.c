/* SPDX-License-Identifier: MIT */
/*
 * serial.c -- what is at the other end of the serial ports.
 */
#include "parts.h"

#include <string.h>

static void add_script(scene_t *s, const at_t *at)
{
    static const field_t keys[] = {
        FIELD("expect", KEY_TEXT),
        FIELD("send", KEY_TEXT),
        FIELD("after", KEY_TIME),
        {0},
    };
    const cJSON *item;
    int index = 0;
    if (!check_is_list(s, at)) {
        return;
    }
    strbuf_adds(s->out, " script 1");
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .index = index++, .item = item};
        strbuf_addf(s->out, "\nserial-step port %s", at->up->key);
        check_object(s, &here, keys, NULL);
    }
}

static const field_t port_keys[] = {
    FIELD("in", KEY_FILE),
    FIELD("out", KEY_FILE),
    FIELD("loopback", KEY_FLAG),
    FIELD("wire", KEY_WHOLE, .most = 255),
    FIELD("script", KEY_OWN, .own = add_script),
    {0},
};

/* "console" and "pty" are whole ports; an object is one of files, loopback, wire and
 * script. */
static void add_port(scene_t *s, const at_t *at)
{
    static const char *const words[] = {"console", "pty", NULL};
    if (!check_number(s, at, "serial port", s->board.serial)) {
        return;
    }
    strbuf_addf(s->out, "serial port %s", at->key);
    if (cJSON_IsString(at->item)) {
        int which = check_choice(s, at, DIAG_sim_value, "kind of port", words);
        strbuf_addf(s->out, " %s 1", which < 0 ? "" : words[which]);
    } else if (check_is_object(s, at)) {
        bool files =
            cJSON_HasObjectItem(at->item, "in") || cJSON_HasObjectItem(at->item, "out");
        int ways = files + cJSON_HasObjectItem(at->item, "loopback") +
                   cJSON_HasObjectItem(at->item, "wire") +
                   cJSON_HasObjectItem(at->item, "script");
        check_object(s, at, port_keys, NULL);
        if (ways != 1 && s->good) {
            check_error(s, at, DIAG_sim_key, NULL,
                        "one of files, 'loopback', 'wire' and 'script' is wanted");
        }
    }
    strbuf_addc(s->out, '\n');
}

void parts_serial(scene_t *s, const at_t *at)
{
    const cJSON *item;
    if (!check_is_object(s, at)) {
        return;
    }
    cJSON_ArrayForEach(item, at->item)
    {
        at_t here = {.up = at, .key = item->string, .item = item};
        add_port(s, &here);
    }
}
