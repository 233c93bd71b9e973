/* SPDX-License-Identifier: MIT */
/*
 * net.c -- pins, the nets that wires make of them, and who drives them.
 */
#include "parts.h"
#include <stdio.h>
#include <string.h>

enum { MAX_TURNS = 1000 }; /* a net that changes oftener within no time oscillates */

typedef struct pin {
    uint8_t net;    /* its root, a pin */
    uint8_t next;   /* ring of the pins of a net */
    uint8_t gpio;   /* sim_drive_t: by its GPIO */
    uint8_t own;    /* sim_drive_t: by the peripheral that has it */
    uint16_t value; /* of SIM_ANALOG */
    int16_t signal; /* trace; 0: none */
    int16_t analog; /* trace */
} pin_t;

typedef struct net {
    sim_driver_t *drivers;
    sim_watch_t *watches;
    const net_source_t *source;
    uint16_t analog;
    char state; /* '0', '1', 'z', 'x' */
    bool updating, dirty, reported;
} net_t;

static pin_t pins[SIM_MAX_PINS];
static net_t nets[SIM_MAX_PINS];
static bool ready;
static uint32_t conflicts;

static uint32_t npins(void)
{
    return vhal_tables()->npins;
}

static void prepare(void)
{
    if (!ready) {
        ready = true;
        for (uint32_t i = 0; i < SIM_MAX_PINS; i++) {
            pins[i].net = pins[i].next = (uint8_t)i;
            nets[i].state = 'z';
        }
    }
}

static net_t *net_of(int pin)
{
    prepare();
    return &nets[pins[pin].net];
}

uint32_t net_conflicts(void)
{
    return conflicts;
}

/* ---- what drives it ---- */

typedef struct tally {
    int low, high, up, down, analog;
    uint16_t value; /* analog */
} tally_t;

static void count(tally_t *t, sim_drive_t drive, uint16_t analog)
{
    t->low += drive == SIM_LOW;
    t->high += drive == SIM_HIGH;
    t->up += drive == SIM_PULL_UP;
    t->down += drive == SIM_PULL_DOWN;
    t->analog += drive == SIM_ANALOG;
    if (drive == SIM_ANALOG) {
        t->value = analog;
    }
}

static sim_drive_t chip_drive(int pin)
{
    return board_owned(pin) ? pins[pin].own : pins[pin].gpio;
}

static tally_t tally_of(int root)
{
    tally_t t = {0};
    int pin = root;
    do {
        count(&t, chip_drive(pin), pins[pin].value);
        pin = pins[pin].next;
    } while (pin != root);
    for (sim_driver_t *d = nets[root].drivers; d; d = d->next) {
        count(&t, d->drive, d->analog);
    }
    return t;
}

static char state_of(const tally_t *t)
{
    if (t->analog) {
        return t->analog > 1 || t->low || t->high ? 'x'
               : t->value > SIM_FULL_SCALE / 2    ? '1'
                                                  : '0';
    }
    if (t->low || t->high) {
        return t->low && t->high ? 'x' : t->high ? '1' : '0';
    }
    if (t->up || t->down) {
        return t->up && t->down ? 'x' : t->up ? '1' : '0';
    }
    return 'z';
}

/* Names of those that drive it hard. */
static void list_drivers(int root, char *text, size_t size)
{
    size_t n = 0;
    int pin = root;
    text[0] = 0;
    do {
        sim_drive_t drive = chip_drive(pin);
        if ((drive == SIM_LOW || drive == SIM_HIGH) && n < size) {
            n +=
                (size_t)snprintf(text + n, size - n, " D%d=%d", pin, drive == SIM_HIGH);
        }
        pin = pins[pin].next;
    } while (pin != root);
    for (sim_driver_t *d = nets[root].drivers; d && n < size; d = d->next) {
        if (d->drive == SIM_LOW || d->drive == SIM_HIGH || d->drive == SIM_ANALOG) {
            n += (size_t)snprintf(text + n, size - n, " %s=%d", d->name,
                                  d->drive == SIM_ANALOG ? d->analog
                                                         : d->drive == SIM_HIGH);
        }
    }
}

static void report_conflict(int root)
{
    char who[200];
    conflicts++;
    if (!nets[root].reported) {
        nets[root].reported = true;
        list_drivers(root, who, sizeof who);
        sim_report("conflict on D%d, driven by%s", root, who);
    }
}

/* ---- its level ---- */

static int level_of(char state)
{
    return state == '1';
}

static void trace_net(int root)
{
    const net_t *n = &nets[root];
    uint64_t now = sim_now();
    int pin = root;
    do {
        const pin_t *p = &pins[pin];
        if (n->state == '0' || n->state == '1') {
            sim_trace_value(p->signal, now, level_of(n->state));
        } else {
            sim_trace_state(p->signal, now, n->state);
        }
        sim_trace_value(p->analog, now, n->analog);
        pin = p->next;
    } while (pin != root);
}

static void tell(net_t *n, int level)
{
    for (sim_watch_t *w = n->watches, *next; w; w = next) {
        next = w->next;
        w->changed(w, level);
    }
}

/* Decides the net's level. True: somebody was told of a change. */
static void settle(int root)
{
    net_t *n = &nets[root];
    tally_t t = tally_of(root);
    char before = n->state, now = state_of(&t);
    uint16_t analog = t.analog == 1 ? t.value : now == '1' ? SIM_FULL_SCALE : 0;
    if (now == before && analog == n->analog) {
        return;
    }
    n->state = now;
    n->analog = analog;
    if (sim_traced) {
        trace_net(root);
    }
    if (now == 'x' && before != 'x' && !(t.up && t.down)) {
        report_conflict(root);
    }
    if (level_of(now) != level_of(before)) {
        tell(n, level_of(now));
    }
}

/* A watcher may drive nets, this one too. */
static void update(int root)
{
    net_t *n = &nets[root];
    int turns = 0;
    n->dirty = true;
    if (n->updating) {
        return;
    }
    n->updating = true;
    while (n->dirty && turns++ < MAX_TURNS) {
        n->dirty = false;
        settle(root);
    }
    n->updating = false;
    if (turns > MAX_TURNS && !n->reported) {
        n->reported = true;
        sim_report("D%d oscillates", root);
    }
}

void net_refresh(int pin)
{
    prepare();
    update(pins[pin].net);
}

/* ---- by the chip ---- */

void net_set_gpio(int pin, sim_drive_t drive)
{
    prepare();
    pins[pin].gpio = (uint8_t)drive;
    update(pins[pin].net);
}

sim_drive_t net_gpio(int pin)
{
    return pins[pin].gpio;
}

void sim_pin_drive(int pin, sim_drive_t drive)
{
    sim_lock();
    prepare();
    if (pins[pin].own != drive) {
        pins[pin].own = (uint8_t)drive;
        update(pins[pin].net);
    }
    sim_unlock();
}

void sim_pin_drive_analog(int pin, uint16_t value)
{
    sim_lock();
    pins[pin].value = value < SIM_FULL_SCALE ? value : SIM_FULL_SCALE;
    pins[pin].own = SIM_ANALOG;
    net_refresh(pin);
    sim_unlock();
}

/* ---- from outside ---- */

void sim_driver_add(sim_driver_t *d, int pin, const char *name)
{
    net_t *n = net_of(pin);
    d->pin = pin;
    d->name = name;
    d->drive = SIM_OFF;
    sim_lock();
    d->next = n->drivers;
    n->drivers = d;
    sim_unlock();
}

void sim_driver_set(sim_driver_t *d, sim_drive_t drive)
{
    if (d->drive != drive) {
        sim_lock();
        d->drive = (uint8_t)drive;
        update(pins[d->pin].net);
        sim_unlock();
    }
}

void sim_driver_analog(sim_driver_t *d, uint16_t value)
{
    sim_lock();
    d->drive = SIM_ANALOG;
    d->analog = value < SIM_FULL_SCALE ? value : SIM_FULL_SCALE;
    update(pins[d->pin].net);
    sim_unlock();
}

void sim_watch_add(sim_watch_t *w, int pin)
{
    net_t *n = net_of(pin);
    sim_lock();
    w->pin = pin;
    sim_watch_t **link = &n->watches;
    while (*link) {
        link = &(*link)->next;
    }
    w->next = NULL;
    *link = w;
    sim_unlock();
}

void sim_watch_remove(sim_watch_t *w)
{
    sim_lock();
    sim_watch_t **link = &net_of(w->pin)->watches;
    while (*link && *link != w) {
        link = &(*link)->next;
    }
    if (*link) {
        *link = w->next;
    }
    sim_unlock();
}

void net_set_source(int pin, const net_source_t *source)
{
    net_of(pin)->source = source;
}

/* A source is there for those only who look. */
static uint16_t look(int pin)
{
    net_t *n = net_of(pin);
    if (n->source && n->state == 'z') {
        uint16_t value = n->source->value_at(n->source, sim_now());
        sim_trace_value(pins[pin].analog, sim_now(), value);
        return value;
    }
    return n->analog;
}

bool sim_pin_wired(int a, int b)
{
    return a >= 0 && b >= 0 && net_of(a) == net_of(b);
}

bool net_is_watched(int pin, void (*changed)(sim_watch_t *w, int level))
{
    for (const sim_watch_t *w = net_of(pin)->watches; w; w = w->next) {
        if (w->changed != changed) {
            return true;
        }
    }
    return false;
}

bool net_is_wired(int pin)
{
    prepare();
    return pins[pin].next != pin;
}

int sim_pin_level(int pin)
{
    sim_lock();
    sim_catch_up();
    net_t *n = net_of(pin);
    int level = n->source && n->state == 'z' ? look(pin) > SIM_FULL_SCALE / 2
                                             : level_of(n->state);
    sim_unlock();
    return level;
}

uint16_t sim_pin_analog(int pin)
{
    sim_lock();
    sim_catch_up();
    uint16_t value = look(pin);
    sim_unlock();
    return value;
}

/* ---- wires ---- */

/* Appends b's list to a's. */
static void move_drivers(net_t *a, net_t *b)
{
    sim_driver_t **link = &a->drivers;
    while (*link) {
        link = &(*link)->next;
    }
    *link = b->drivers;
    b->drivers = NULL;
}

static void move_watches(net_t *a, net_t *b)
{
    sim_watch_t **link = &a->watches;
    while (*link) {
        link = &(*link)->next;
    }
    *link = b->watches;
    b->watches = NULL;
}

void net_join(int a, int b)
{
    prepare();
    int keep = pins[a].net, gone = pins[b].net;
    if (keep == gone) {
        return;
    }
    int pin = gone;
    do {
        pins[pin].net = (uint8_t)keep;
        pin = pins[pin].next;
    } while (pin != gone);
    uint8_t next = pins[keep].next;
    pins[keep].next = pins[gone].next;
    pins[gone].next = next;
    move_drivers(&nets[keep], &nets[gone]);
    move_watches(&nets[keep], &nets[gone]);
    nets[keep].source = nets[keep].source ? nets[keep].source : nets[gone].source;
    update(keep);
}

/* ---- trace ---- */

static int16_t add_signal(const char *scope, uint32_t pin, int bits)
{
    char name[16];
    snprintf(name, sizeof name, "D%u", (unsigned)pin);
    return (int16_t)sim_trace_signal(scope, name, bits);
}

void net_trace_start(void)
{
    prepare();
    for (uint32_t i = 0; i < npins(); i++) {
        pins[i].signal = add_signal("pins", i, 1);
    }
    for (uint32_t i = 0; i < npins(); i++) {
        if (vhal_tables()->pins[i].prph & (HAS_ADC | HAS_DAC)) {
            pins[i].analog = add_signal("analog", i, 12);
        }
    }
    for (uint32_t i = 0; i < npins(); i++) {
        if (pins[i].net == i) {
            trace_net((int)i);
        }
    }
}
