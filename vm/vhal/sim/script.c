/* SPDX-License-Identifier: MIT */
/*
 * script.c -- compares what a program does with what was expected.
 */
#include "script.h"

#include "report.h"

#include <stdlib.h>
#include <string.h>

static uint32_t mistakes;

uint32_t sim_mistakes(void)
{
    return mistakes;
}

void script_init(script_t *s, const char *name)
{
    s->name = name;
    s->last = &s->first;
}

void script_add(script_t *s, sim_args_t *args)
{
    transfer_t *t = sim_alloc(sizeof *t);
    t->write = sim_arg(args, "write");
    t->read = sim_arg(args, "read");
    t->mosi = sim_arg(args, "mosi");
    t->miso = sim_arg(args, "miso");
    t->nack = (uint32_t)sim_arg_whole(args, "nack", 0);
    t->stretch = sim_arg_whole(args, "stretch", 0);
    *s->last = t;
    s->last = &t->next;
    s->after = s->first;
}

int script_byte(const char *hex, uint32_t index)
{
    char digits[3] = "";
    if (!hex || strlen(hex) < 2 * ((size_t)index + 1)) {
        return -1;
    }
    memcpy(digits, hex + 2 * (size_t)index, 2);
    return (int)strtoul(digits, NULL, 16);
}

/* Once for a transfer: what follows a mistake is no news. */
static void mistake(script_t *s, const char *what, int got, int wanted)
{
    if (!s->wrong) {
        s->wrong = true;
        mistakes++;
        report("%s: transfer %lu: ", s->name, (unsigned long)s->number);
        report(what, got, wanted);
        report("\n");
    }
}

static void wrong_byte(script_t *s, uint32_t index, int got, int wanted)
{
    if (!s->wrong) {
        s->wrong = true;
        mistakes++;
        report("%s: transfer %lu, byte %lu: 0x%02x was written, 0x%02x was expected\n",
               s->name, (unsigned long)s->number, (unsigned long)index + 1, got,
               wanted);
    }
}

static void check_counts(script_t *s, const char *what, const char *expected,
                         uint32_t got)
{
    uint32_t wanted = expected ? (uint32_t)strlen(expected) / 2 : 0;
    if (got < wanted) {
        mistake(s, what, (int)got, (int)wanted);
    }
}

void script_begin(script_t *s)
{
    if (s->open) {
        return;
    }
    s->open = true;
    s->now = s->after;
    s->number++;
    s->wrote = s->read = 0;
    s->wrong = false;
    if (s->now) {
        s->after = s->now->next;
    } else {
        mistake(s, "no more were expected", 0, 0);
    }
}

void script_wrote(script_t *s, const char *expected, uint8_t byte)
{
    uint32_t index = s->wrote++;
    int wanted = script_byte(expected, index);
    if (wanted < 0) {
        mistake(s, "0x%02x was written behind the expected %d bytes", byte, (int)index);
    } else if (wanted != byte) {
        wrong_byte(s, index, byte, wanted);
    }
}

uint8_t script_read(script_t *s, const char *bytes)
{
    uint32_t index = s->read++;
    int byte = script_byte(bytes, index);
    if (byte < 0) {
        mistake(s, "%d bytes were read, %d were expected", (int)index + 1, (int)index);
        return 0xFF;
    }
    return (uint8_t)byte;
}

void script_finish(script_t *s)
{
    const transfer_t *t = s->now;
    if (t && !t->nack) {
        check_counts(s, "only %d bytes were written, %d were expected",
                     t->mosi ? t->mosi : t->write, s->wrote);
        check_counts(s, "only %d bytes were read, %d were expected", t->read, s->read);
    }
    s->now = NULL;
    s->open = false;
}

void script_end(script_t *s)
{
    for (const transfer_t *t = s->after; t; t = t->next) {
        s->number++;
        s->wrong = false;
        mistake(s, "it never came", 0, 0);
    }
    s->after = NULL;
}
