/* SPDX-License-Identifier: MIT */
/*
 * trace.c -- a value change dump (IEEE 1364, section 18) of pins and signals.
 *
 * Changes are kept in order of time for a while, because some are known ahead and some
 * come late; what lies in the past is written when the store is full, and at the end.
 */
#define _GNU_SOURCE
#include "parts.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MAX_SIGNALS = 1024, STORE = 1 << 15, BUFFER = 1 << 14, FIRST_ID = 33, IDS = 94 };

typedef struct signal {
    const char *scope, *name;
    uint64_t value; /* as written last */
    uint8_t bits;
    char state; /* 0: value */
} signal_t;

typedef struct change {
    uint64_t at, value;
    uint16_t signal;
    char state; /* 0: value */
} change_t;

bool sim_traced;
static int file = -1;
static bool started;
static signal_t signals[MAX_SIGNALS];
static int nsignals;
static change_t *store;
static uint32_t nstored;
static uint64_t written_at;
static char buffer[BUFFER];
static size_t buffered;

bool sim_trace(const char *path)
{
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) {
        sim_fail("cannot write '%s': %s", path, strerror(errno));
        return false;
    }
    store = sim_alloc(STORE * sizeof *store);
    sim_traced = true;
    return true;
}

int sim_trace_signal(const char *scope, const char *name, int bits)
{
    if (!sim_traced || started || nsignals + 1 == MAX_SIGNALS) {
        return 0;
    }
    signals[++nsignals] = (signal_t){
        .scope = scope, .name = sim_strdup(name), .bits = (uint8_t)bits, .state = 'x'};
    return nsignals;
}

/* ---- writing ---- */

static void flush(void)
{
    const char *from = buffer;
    while (buffered > 0) {
        ssize_t n = write(file, from, buffered);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            break; /* a full disk must not stop the program */
        }
        from += n;
        buffered -= (size_t)n;
    }
    buffered = 0;
}

static void put(const char *text)
{
    size_t len = strlen(text);
    if (buffered + len > sizeof buffer) {
        flush();
    }
    memcpy(buffer + buffered, text, len);
    buffered += len;
}

static const char *id_of(int signal)
{
    static char id[4];
    int n = 0;
    do {
        id[n++] = (char)(FIRST_ID + signal % IDS);
        signal /= IDS;
    } while (signal);
    id[n] = 0;
    return id;
}

static void put_value(int signal)
{
    const signal_t *s = &signals[signal];
    char text[64 + 8], *t = text;
    if (s->bits > 1) {
        *t++ = 'b';
    }
    if (s->state) {
        *t++ = s->state;
    } else {
        bool any = false;
        for (int bit = s->bits; bit-- > 0;) {
            bool one = s->value >> bit & 1;
            any |= one;
            if (any || bit == 0) {
                *t++ = one ? '1' : '0';
            }
        }
    }
    if (s->bits > 1) {
        *t++ = ' ';
    }
    *t = 0;
    put(text);
    put(id_of(signal));
    put("\n");
}

static void put_time(uint64_t at)
{
    char text[32];
    snprintf(text, sizeof text, "#%llu\n", (unsigned long long)at);
    put(text);
}

static void write_change(const change_t *c)
{
    signal_t *s = &signals[c->signal];
    if (s->state == c->state && (c->state || s->value == c->value)) {
        return;
    }
    if (c->at > written_at) {
        written_at = c->at;
        put_time(written_at);
    }
    s->state = c->state;
    s->value = c->value;
    put_value(c->signal);
}

static void write_until(uint64_t at)
{
    uint32_t n = 0;
    while (n < nstored && store[n].at <= at) {
        write_change(&store[n++]);
    }
    nstored -= n;
    memmove(store, store + n, nstored * sizeof *store);
}

/* ---- changes ---- */

static void add(change_t c)
{
    if (!sim_traced || c.signal == 0) {
        return;
    }
    sim_lock();
    if (nstored == STORE) {
        write_until(sim_now());
    }
    if (nstored == STORE) { /* all of it lies ahead */
        write_until(SIM_NEVER);
    }
    uint32_t i = nstored++;
    for (; i > 0 && store[i - 1].at > c.at; i--) {
        store[i] = store[i - 1];
    }
    store[i] = c;
    sim_unlock();
}

void sim_trace_value(int signal, uint64_t at, uint64_t value)
{
    add((change_t){.at = at, .value = value, .signal = (uint16_t)signal});
}

void sim_trace_state(int signal, uint64_t at, char state)
{
    add((change_t){.at = at, .signal = (uint16_t)signal, .state = state});
}

/* ---- start and end ---- */

static void put_declaration(int signal)
{
    const signal_t *s = &signals[signal];
    char text[64];
    snprintf(text, sizeof text, "$var wire %d %s ", s->bits, id_of(signal));
    put(text);
    put(s->name);
    put(" $end\n");
}

/* The signals of a scope together, scopes in the order of their first. */
static void put_scope(const char *scope)
{
    put("$scope module ");
    put(scope);
    put(" $end\n");
    for (int i = 1; i <= nsignals; i++) {
        if (strcmp(signals[i].scope, scope) == 0) {
            put_declaration(i);
        }
    }
    put("$upscope $end\n");
}

static bool is_first_of_scope(int signal)
{
    for (int i = 1; i < signal; i++) {
        if (strcmp(signals[i].scope, signals[signal].scope) == 0) {
            return false;
        }
    }
    return true;
}

/* What was stored for time 0 are the first values. */
static void put_first_values(void)
{
    for (uint32_t i = 0; i < nstored; i++) {
        signals[store[i].signal].state = store[i].state;
        signals[store[i].signal].value = store[i].value;
    }
    nstored = 0;
    put("#0\n$dumpvars\n");
    for (int i = 1; i <= nsignals; i++) {
        put_value(i);
    }
    put("$end\n");
}

static void finish(void)
{
    if (file < 0) {
        return;
    }
    uint64_t now = sim_now();
    write_until(now);
    if (now > written_at) {
        put_time(now);
    }
    flush();
}

void trace_start(void)
{
    if (!sim_traced) {
        return;
    }
    net_trace_start();
    put("$version zvm $end\n$timescale 1 ns $end\n$scope module board $end\n");
    for (int i = 1; i <= nsignals; i++) {
        if (is_first_of_scope(i)) {
            put_scope(signals[i].scope);
        }
    }
    put("$upscope $end\n$enddefinitions $end\n");
    put_first_values();
    started = true;
    sim_at_end(finish);
}
