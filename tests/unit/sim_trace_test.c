/* SPDX-License-Identifier: MIT */
/*
 * sim_trace_test.c -- the trace is a VCD as IEEE 1364 has it: read back strictly, value
 * by value.
 */
/* parts: vm/vhal/sim vm/vosal/kernel */
/* include: vm/vhal/sim vm/vhal/common sdk/include */
#define _GNU_SOURCE
#include "parts.h"
#include "tap.h"
#include <stdlib.h>
#include <unistd.h>

enum { MOST = 256, CHANGES = 4096 };

/* ---- a reader that takes nothing but what the standard says ---- */

static struct {
    char id[8], name[40];
    int bits;
} vars[MOST];
static int nvars;

static struct {
    unsigned long long at;
    int var;
    char value[70];
} changes[CHANGES];
static int nchanges;
static unsigned long long end_time;

static char *words[1 << 16];
static int nwords, word;

static void split(char *text)
{
    for (char *w = strtok_r(text, " \n", &text); w; w = strtok_r(NULL, " \n", &text)) {
        words[nwords++] = w;
    }
}

static const char *next(void)
{
    return word < nwords ? words[word++] : "";
}

static bool skip_to_end(void)
{
    while (word < nwords && strcmp(words[word], "$end") != 0) {
        word++;
    }
    return word++ < nwords;
}

static bool read_var(const char *scope)
{
    const char *type = next();
    vars[nvars].bits = atoi(next());
    snprintf(vars[nvars].id, sizeof vars[nvars].id, "%s", next());
    snprintf(vars[nvars].name, sizeof vars[nvars].name, "%s.%s", scope, next());
    for (int i = 0; i < nvars; i++) {
        if (strcmp(vars[i].id, vars[nvars].id) == 0) {
            return false;
        }
    }
    return strcmp(type, "wire") == 0 && vars[nvars++].bits > 0 &&
           strcmp(next(), "$end") == 0;
}

static bool read_header(void)
{
    const char *scopes[8], *key;
    int depth = 0;
    bool timescale = false;
    while (strcmp(key = next(), "$enddefinitions") != 0) {
        if (strcmp(key, "$scope") == 0) {
            if (strcmp(next(), "module") != 0 || depth == 8) {
                return false;
            }
            scopes[depth++] = next();
            skip_to_end();
        } else if (strcmp(key, "$upscope") == 0) {
            depth--;
            skip_to_end();
        } else if (strcmp(key, "$var") == 0) {
            if (depth < 1 || !read_var(scopes[depth - 1])) {
                return false;
            }
        } else if (strcmp(key, "$timescale") == 0) {
            timescale = strcmp(next(), "1") == 0 && strcmp(next(), "ns") == 0;
            skip_to_end();
        } else if (strcmp(key, "$version") != 0 || !skip_to_end()) {
            return false;
        }
    }
    return depth == 0 && timescale && strcmp(next(), "$end") == 0;
}

static int var_of(const char *id)
{
    for (int i = 0; i < nvars; i++) {
        if (strcmp(vars[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

static bool add_change(unsigned long long at, const char *id, const char *value)
{
    int var = var_of(id);
    size_t len = strlen(value);
    if (var < 0 || len < 1 || len > (size_t)vars[var].bits || nchanges == CHANGES ||
        strspn(value, "01xz") != len) {
        return false;
    }
    changes[nchanges].at = at;
    changes[nchanges].var = var;
    snprintf(changes[nchanges++].value, sizeof changes->value, "%s", value);
    return true;
}

static bool read_changes(void)
{
    unsigned long long at = 0;
    bool any = false;
    while (word < nwords) {
        const char *w = next();
        if (*w == '#') {
            unsigned long long time = strtoull(w + 1, NULL, 10);
            if (any && time <= at) {
                return false;
            }
            any = true;
            end_time = at = time;
        } else if (*w == 'b') {
            if (!any || !add_change(at, next(), w + 1)) {
                return false;
            }
        } else if (*w == '$') {
            if (strcmp(w, "$dumpvars") != 0 && strcmp(w, "$end") != 0) {
                return false;
            }
        } else {
            char value[2] = {*w, 0};
            if (!any || !add_change(at, w + 1, value)) {
                return false;
            }
        }
    }
    return true;
}

/* "value@ns" of every change of a signal behind time 0, separated by blanks. */
static const char *history(const char *name)
{
    static char text[1000];
    size_t n = 0;
    text[0] = 0;
    for (int i = 0; i < nchanges && n < sizeof text; i++) {
        if (strcmp(vars[changes[i].var].name, name) == 0) {
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%s@%llu", n ? " " : "",
                                  changes[i].value, changes[i].at);
        }
    }
    return text;
}

/* ---- a run of the board ---- */

static char path[] = "/tmp/sim_trace_XXXXXX";
static bool readable;
static int more;

static void run(void)
{
    close(mkstemp(path));
    sim_scene("wire D2 D3\nstimulus pin D8 edges 1000000,1500000,2000250\n"
              "stimulus pin D9 at 500 value 1\n");
    sim_trace(path);
    more = sim_trace_signal("test", "bus", 8);
    vosInit(NULL);
    vos_set_virtual_time(50);
    vhalInit(NULL);
    vhalPinSetMode(D2, PINMODE_OUTPUT_PUSHPULL);
    vosThSleep(TIME_U(100, MICROS));
    sim_trace_value(more, 3000007, 0xa5); /* ahead */
    sim_trace_value(more, 3000014, 0x05);
    vhalPwmStart(PWM0, TIME_U(10, MICROS), TIME_U(4, MICROS), 2);
    vosThSleep(TIME_U(5000, MICROS));
    sim_trace_state(more, sim_now(), 'z');
    sim_end();
}

static bool read_back(void)
{
    static char text[1 << 18];
    FILE *f = fopen(path, "r");
    size_t n = f ? fread(text, 1, sizeof text - 1, f) : 0;
    text[n] = 0;
    if (f) {
        fclose(f);
    }
    unlink(path);
    split(text);
    return read_header() && read_changes();
}

TEST(the_trace_is_a_vcd)
{
    run();
    readable = read_back();
    CHECK(readable);
    CHECK(nvars > 64);
    CHECK(end_time / 1000 >= 5000);
}

TEST(pins_are_traced_to_the_nanosecond)
{
    CHECK(readable);
    CHECK_STR(history("pins.D8"), "0@0 1@1000000 0@1500000 1@2000250");
    CHECK_STR(history("pins.D9"), "z@0 1@500");
    CHECK_STR(history("pins.D40"), "z@0");
}

TEST(wired_pins_have_one_history)
{
    char d2[1000];
    CHECK(readable);
    snprintf(d2, sizeof d2, "%s", history("pins.D2"));
    CHECK_STR(history("pins.D3"), d2);
    CHECK(strncmp(d2, "z@0 0@0 1@", 8) == 0);
}

TEST(signals_may_be_known_ahead)
{
    CHECK(readable);
    const char *bus = history("test.bus");
    CHECK(strncmp(bus, "x@0 10100101@3000007 101@3000014 z@5", 36) == 0);
}

TAP_MAIN
