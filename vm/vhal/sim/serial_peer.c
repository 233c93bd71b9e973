/* SPDX-License-Identifier: MIT */
/*
 * serial_peer.c -- what the scene puts at the other end of a port: a wire, a script.
 */
#include "parts.h"
#include "serial.h"
#include <stdlib.h>
#include <string.h>

/* ---- a script: waits for a text, answers ---- */

typedef struct step {
    struct step *next;
    const char *expect, *send; /* NULL: nothing */
    uint64_t after;            /* ns */
} step_t;

enum { SEEN = 256 };

typedef struct script {
    sim_event_t event; /* first: the next byte of an answer */
    serial_port_t *port;
    step_t *steps, **tail;
    step_t *now;      /* what it waits for, or answers */
    const char *rest; /* of the answer; NULL: it waits */
    char seen[SEEN];  /* what has come since the last answer, its end */
    uint32_t nseen;
    struct script *others;
} script_t;

static script_t *scripts;

/* Goes on with steps that wait for nothing. */
static void begin_step(script_t *s, uint64_t at)
{
    s->rest = NULL;
    s->nseen = 0;
    if (s->now && !s->now->expect) {
        s->rest = s->now->send ? s->now->send : "";
        sim_event_set(&s->event, at + s->now->after);
    }
}

static void next_step(script_t *s, uint64_t at)
{
    s->now = s->now->next;
    begin_step(s, at);
}

static void on_byte(sim_event_t *e)
{
    script_t *s = (script_t *)e;
    if (!*s->rest) {
        next_step(s, e->at);
        return;
    }
    serial_receive(s->port, (uint8_t)*s->rest++);
    sim_event_set(e, e->at + line_frame(s->port));
}

static bool is_seen(const script_t *s)
{
    size_t n = strlen(s->now->expect);
    return n <= s->nseen && memcmp(s->seen + s->nseen - n, s->now->expect, n) == 0;
}

static void script_sent(serial_port_t *p, uint8_t byte)
{
    script_t *s = p->end;
    if (!s->now || s->rest) {
        return;
    }
    if (s->nseen == SEEN) {
        memmove(s->seen, s->seen + 1, SEEN - 1);
        s->nseen--;
    }
    s->seen[s->nseen++] = (char)byte;
    if (is_seen(s)) {
        s->rest = s->now->send ? s->now->send : "";
        sim_event_set(&s->event,
                      sim_now() + s->now->after + (*s->rest ? line_frame(p) : 0));
    }
}

static void script_open(serial_port_t *p)
{
    script_t *s = p->end;
    if (!s->now && s->steps && !s->nseen) {
        s->now = s->steps;
        begin_step(s, sim_now());
    }
}

const serial_peer_t serial_script = {.open = script_open, .sent = script_sent};

static void report_scripts(void)
{
    for (script_t *s = scripts; s; s = s->others) {
        if (s->now && s->now->expect) {
            sim_report("serial %u: the script still waits for '%s', got '%.*s'",
                       (unsigned)serial_number(s->port), s->now->expect, (int)s->nseen,
                       s->seen);
        }
    }
}

static void set_script(serial_port_t *p)
{
    script_t *s = sim_alloc(sizeof *s);
    if (!scripts) {
        sim_at_end(report_scripts);
    }
    s->event.run = on_byte;
    s->port = p;
    s->tail = &s->steps;
    s->others = scripts;
    scripts = s;
    p->peer = &serial_script;
    p->end = s;
}

static serial_port_t *port_of(sim_args_t *args)
{
    serial_port_t *p = serial_port((uint32_t)sim_arg_whole(args, "port", UINT32_MAX));
    if (!p) {
        sim_fail("the board has no such port");
    }
    return p;
}

/* An empty text is none. */
static const char *text_of(sim_args_t *args, const char *key)
{
    const char *text = sim_arg(args, key);
    return text && *text ? text : NULL;
}

static void serial_step(sim_args_t *args)
{
    serial_port_t *p = port_of(args);
    step_t *step = sim_alloc(sizeof *step);
    step->expect = text_of(args, "expect");
    step->send = text_of(args, "send");
    step->after = sim_arg_whole(args, "after", 0);
    if (p && p->peer == &serial_script) {
        script_t *s = p->end;
        *s->tail = step;
        s->tail = &step->next;
    } else if (p) {
        sim_fail("the port has no script");
    }
}

/* ---- wires ---- */

static void join(uint16_t tx, uint16_t rx)
{
    net_join(pins_of(tx), pins_of(rx));
}

static void set_wire(serial_port_t *p, uint64_t other)
{
    const SerialPins *pins = vhal_tables()->serial_pins;
    uint32_t from = serial_number(p);
    if (!serial_port((uint32_t)other)) {
        sim_fail("wire: the board has no such port");
        return;
    }
    join(pins[from].txpin, pins[other].rxpin);
    join(pins[other].txpin, pins[from].rxpin);
}

/* ---- the statement ---- */

static void serial(sim_args_t *args)
{
    serial_port_t *p = port_of(args);
    const char *in = sim_arg(args, "in"), *out = sim_arg(args, "out");
    bool console = sim_arg_whole(args, "console", 0),
         pty = sim_arg_whole(args, "pty", 0);
    bool loopback = sim_arg_whole(args, "loopback", 0);
    bool script = sim_arg_whole(args, "script", 0);
    uint64_t wire = sim_arg_whole(args, "wire", SIM_NEVER);
    if (!p) {
        return;
    }
    if (console) {
        p->peer = &serial_console;
    } else if (pty) {
        host_set_pty(p);
    } else if (in || out) {
        host_set_files(p, in, out);
    } else if (script) {
        set_script(p);
    } else if (loopback) {
        set_wire(p, serial_number(p));
    } else if (wire != SIM_NEVER) {
        set_wire(p, wire);
    }
}

const sim_statement_t serial_statements[] = {
    {"serial", serial},
    {"serial-step", serial_step},
    {0},
};
