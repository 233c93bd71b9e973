/* SPDX-License-Identifier: MIT */
/*
 * sim.h -- the simulated board: time, nets, scene and trace, for the files of this
 * family and for the program that starts it.
 *
 * The world around the chip goes on by itself: it is a list of events in order of time.
 * An event is run when its time has come, in an isr or, with interrupts off, when the
 * program next looks at a pin; it always finds sim_now() to be the time it was meant
 * for, however late it is. So what hardware does (a PWM's edges, a UART's bits, an
 * ICU's measurements) is exact to the nanosecond, in real time too, and in virtual time
 * the same on every run.
 *
 * Nothing here waits. All of it may be called by a thread, locked or not, and in an
 * isr, unless it says otherwise; callbacks run locked, in a thread or an isr: they call
 * sim_… and the …Isr functions of vosal.h only. Code of the program (a pin's handler, a
 * timer's) is never called from them but through vos_irq_post.
 */
#ifndef SIM_SIM_H
#define SIM_SIM_H

#include "vhal.h"
#include "vosal.h"

#define SIM_NS_PER_US 1000u
#define SIM_NS_PER_MS 1000000u
#define SIM_NS_PER_S 1000000000u
#define SIM_NEVER UINT64_MAX

/* ---- for the program that starts the board ---- */

/*
 * Takes a scene: one statement a line, words separated by blanks, first the statement's
 * name, then pairs of key and value; `%xx` in a word is a byte, `%` alone the empty
 * word. Times are nanoseconds since the start. May be called several times, before
 * vhalInit. False: sim_error() says why, with the line. Context: the start of the
 * program.
 */
bool sim_scene(const char *text);
const char *sim_error(void);
/* From vhalInit on every change of a pin or signal goes into a VCD file. False:
 * sim_error(). Context: the start of the program. */
bool sim_trace(const char *path);
/* Writes what is still in memory: the trace, files of devices. The end of the process
 * calls it too. Context: thread. */
void sim_end(void);
/* What scripted devices found wrong, after sim_end all of it: a test has failed. */
uint32_t sim_mistakes(void);

/* ---- memory ---- */

/* Zeroed, 8-aligned, for as long as the program runs; ends it when there is none.
 * Context: not isr. */
void *sim_alloc(size_t size);
char *sim_strdup(const char *text);

/* ---- locking ---- */

/* As vosSysLock, but harmless before the kernel runs. Pairs nest. */
void sim_lock(void);
void sim_unlock(void);

/* ---- time ---- */

/* Nanoseconds since the start; in an event, when it is due. */
uint64_t sim_now(void);
/* Runs what is due. Every function of vhal.h that looks at the world calls it first.
 * Locked. */
void sim_catch_up(void);
/* A time of vosal.h in nanoseconds; SIM_NEVER for VTIME_INFINITE. */
uint64_t sim_time(uint32_t time);
/* The calling thread waits until that time. False: Ctrl-C came. Context: thread. */
bool sim_sleep_until(uint64_t at);
/* The same as sim_sleep_until(sim_now() + ns). */
bool sim_sleep(uint64_t ns);
/* Waits for a semaphore until a time (SIM_NEVER: no limit). VRES_… Context: thread. */
int32_t sim_wait(VSemaphore s, uint64_t until);

/* Something that happens at a time. Zeroed at first; `run` and what surrounds it are
 * the owner's. */
typedef struct sim_event {
    struct sim_event *next; /* in the list, while `due` */
    uint64_t at;
    bool due;
    uint64_t slack; /* ns that it may be run late, together with another one */
    void (*run)(struct sim_event *e);
} sim_event_t;

/* Runs e->run at `at`, instead of when it was to be run before; at once if that is
 * over. Events of the same time run in the order of these calls. */
void sim_event_set(sim_event_t *e, uint64_t at);
void sim_event_clear(sim_event_t *e);

/* Called by sim_end, the last one first. Context: the start of the program. */
void sim_at_end(void (*fn)(void));

/* ---- pins and nets ---- */

/*
 * A physical pin is an index, the number of D…. Wires make pins one net; what drives a
 * net decides its level: one that drives hard, else a pull, else nobody and it reads 0.
 * Hard 0 against hard 1 is a conflict: it is reported once, and reads 0.
 */
typedef enum sim_drive {
    SIM_OFF,
    SIM_LOW,
    SIM_HIGH,
    SIM_PULL_DOWN,
    SIM_PULL_UP,
    SIM_ANALOG, /* sim_driver_analog */
} sim_drive_t;

enum { SIM_FULL_SCALE = 4095 }; /* the analog value of a digital 1 */

/* One that drives a net from outside the chip, or a peripheral in it. */
typedef struct sim_driver {
    struct sim_driver *next;
    const char *name; /* in reports */
    int pin;
    uint16_t analog; /* 0 … SIM_FULL_SCALE */
    uint8_t drive;   /* sim_drive_t */
} sim_driver_t;

/* The index of a name ("D3", "A0", "MOSI1"); -1: no such pin. Of a virtual pin: pins_of
 * of vm/vhal/common. */
int sim_pin_named(const char *name);

/* Adds a driver that is off. Not twice. Context: not isr. */
void sim_driver_add(sim_driver_t *d, int pin, const char *name);
void sim_driver_set(sim_driver_t *d, sim_drive_t drive);
void sim_driver_analog(sim_driver_t *d, uint16_t value);

/* 0 or 1. */
int sim_pin_level(int pin);
/* Are the two one net? */
bool sim_pin_wired(int a, int b);
/* 0 … SIM_FULL_SCALE. */
uint16_t sim_pin_analog(int pin);

/* Told of every change of a net's digital level, at sim_now(). */
typedef struct sim_watch {
    struct sim_watch *next;
    int pin;
    void (*changed)(struct sim_watch *w, int level);
} sim_watch_t;

/* Context: not isr. */
void sim_watch_add(sim_watch_t *w, int pin);
void sim_watch_remove(sim_watch_t *w);

/* What the chip's own peripheral makes of a pin that it owns: SIM_OFF, SIM_LOW,
 * SIM_HIGH, SIM_PULL_UP (open drain let go, with the chip's pull-up). */
void sim_pin_drive(int pin, sim_drive_t drive);
void sim_pin_drive_analog(int pin, uint16_t value);
/* Takes the pin for `prph` (PRPH_…) or gives it back. VHAL_OK, VHAL_INVALID_PIN (vpin
 * is none, or cannot be used so: bit of PinInfo.prph, PRPH_EXT: any pin may),
 * VHAL_HARDWARE_STATUS_ERROR (another peripheral has it). */
int sim_pin_take(int vpin, int prph);
void sim_pin_give(int vpin, int prph);

/* ---- the scene ---- */

/* The pairs of a statement, each taken once; one that nobody takes is an error. */
typedef struct sim_args sim_args_t;

/* The value of a key, unescaped and kept for ever; NULL: not given. */
const char *sim_arg(sim_args_t *args, const char *key);
/* Its value as a whole number, `none` when not given. Not a number: an error. */
uint64_t sim_arg_whole(sim_args_t *args, const char *key, uint64_t none);
double sim_arg_number(sim_args_t *args, const char *key, double none);
/* Bytes in hexadecimal; *len is 0 when not given. */
uint8_t *sim_arg_bytes(sim_args_t *args, const char *key, uint32_t *len);
/* The index of a pin; -1 when not given. Not a pin: an error. */
int sim_arg_pin(sim_args_t *args, const char *key);
/* The words of a statement without keys (`wire D1 D2`). NULL: no more. */
const char *sim_arg_next(sim_args_t *args);
/* The statement is wrong; it goes on, sim_scene will be false. The first text counts.
 */
void sim_fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* A statement. Each file of the family that has some ends its table with a zero row and
 * is named in scene.c. Context: the start of the program. */
typedef struct sim_statement {
    const char *name;
    void (*run)(sim_args_t *args);
} sim_statement_t;

/* A value over time, as scenes write it: `25.5`, `sine:OFFSET:AMPLITUDE:PERIOD`,
 * `points:NS,VALUE;NS,VALUE…`. NULL: sim_fail was called. */
typedef struct sim_signal sim_signal_t;
const sim_signal_t *sim_signal(const char *text);
double sim_signal_at(const sim_signal_t *s, uint64_t ns);

/* Something the user of the board should know, on standard error: `zvm: sim: text`. */
void sim_report(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* ---- the trace ---- */

/* Is there one? */
extern bool sim_traced;

/* A signal of `bits` (1 … 64) in the VCD's scope `scope`; `name` without blanks. Before
 * vhalInit has returned. Returns its number. Context: not isr. */
int sim_trace_signal(const char *scope, const char *name, int bits);
/* Its value from `at` on, which may lie ahead. Costs next to nothing without a trace.
 */
void sim_trace_value(int signal, uint64_t at, uint64_t value);
/* It is 'z' (nobody drives it) or 'x' (unknown, a conflict). */
void sim_trace_state(int signal, uint64_t at, char state);

#endif
