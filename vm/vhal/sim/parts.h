/* SPDX-License-Identifier: MIT */
/*
 * parts.h -- what the files of the family offer each other and nobody else.
 */
#ifndef SIM_PARTS_H
#define SIM_PARTS_H

#include "pins.h"
#include "sim.h"

enum { SIM_MAX_PINS = 170 };

/* ---- nets ---- */

/* Makes two pins one net. Context: the start of the program. */
void net_join(int a, int b);
/* What the GPIO of the chip makes of a pin that no peripheral owns. Locked. */
void net_set_gpio(int pin, sim_drive_t drive);
/* The pin has another owner: decide again. Locked. */
void net_refresh(int pin);
/* As the peripheral drives it. */
sim_drive_t net_gpio(int pin);
/* An analog value that nobody is told of when it changes; what drives the net hides it.
 */
typedef struct net_source {
    uint16_t (*value_at)(const struct net_source *s, uint64_t ns);
} net_source_t;
void net_set_source(int pin, const net_source_t *source);
/* Does somebody watch the net of a pin other than by `changed`? Locked. */
bool net_is_watched(int pin, void (*changed)(sim_watch_t *w, int level));
/* Is there another pin in the net? */
bool net_is_wired(int pin);
/* Nets that were driven both ways so far. */
uint32_t net_conflicts(void);
/* Declares the pins' signals and says what they are. */
void net_trace_start(void);

/* ---- time ---- */

/* From now on there are threads and interrupts. Context: thread. */
void time_start(void);
/* Makes sure that the clock runs, so that isrs may use it. Context: thread. */
void time_need(void);
/* Waits for an event of VOSAL until a time. VRES_… Context: thread. */
int32_t time_wait_event(VEvent e, uint64_t until);

/* ---- trace ---- */

void trace_start(void);
void serial_trace(void);

/* ---- pins ---- */

/* Does the physical pin belong to a peripheral that drives it? */
bool board_owned(int pin);
/* The pin becomes an output at 0. Locked. */
void gpio_leave_low(int pin);
/* Interrupts of pins that were lost so far. */
uint32_t ext_lost(void);

/* The event is set when an interrupt of a pin comes; power.c waits for it. */
VEvent ext_event(void);

/* ---- what survives a reset ---- */

enum { POWER_STATUS_BYTES = 16 };
/* Starts the program again; `reason`: POWERSAVE_… that it finds. Context: any. */
void power_reset(int reason) __attribute__((noreturn));
/* Why the program runs. */
int power_reason(void);
void power_start(void);

/* ---- statements ---- */

extern const sim_statement_t stimulus_statements[];
extern const sim_statement_t adc_statements[];
extern const sim_statement_t flash_statements[];
extern const sim_statement_t nfo_statements[];
extern const sim_statement_t rng_statements[];
extern const sim_statement_t rtc_statements[];
extern const sim_statement_t serial_statements[];

#endif
