/* SPDX-License-Identifier: MIT */
/*
 * serial.h -- a serial port inside: its buffers, its line of bits, what is at the other
 * end. For the files serial*.c only.
 *
 * A port without a peer is a line: it puts frames of bits on the net of its TX pin and
 * reads those on the net of its RX pin, so that ports are connected by wires. A peer
 * may take the line's bytes when they have been sent (`sent`), or all of a write at
 * once
 * (`write`): then nothing is on the pins.
 */
#ifndef SIM_SERIAL_H
#define SIM_SERIAL_H

#include "sim.h"

enum { SERIAL_PORTS = 10, LINE_EDGES = 16 };

typedef struct ring {
    uint8_t *data;
    uint32_t size, first, count;
} ring_t;

struct serial_port;

typedef struct serial_peer {
    /* The port was opened, or opened again. Locked. */
    void (*open)(struct serial_port *p);
    /* Bytes leave at once. Context: thread. */
    void (*write)(struct serial_port *p, const uint8_t *data, uint32_t len);
    /* A byte has left on the line. Locked. */
    void (*sent)(struct serial_port *p, uint8_t byte);
    /* Somebody wants to read: there is room again, or is for the first time. Locked,
     * or a thread. */
    void (*wanted)(struct serial_port *p);
} serial_peer_t;

typedef struct serial_port {
    const serial_peer_t *peer; /* NULL: a line */
    void *end;                 /* the peer's own */
    bool open;
    bool ended; /* nothing will come any more */
    ring_t rx, tx;
    VEvent readable, writable;
    uint32_t lost; /* received without room */
    uint32_t bad;  /* received with a wrong stop bit or parity */
    int16_t trace_rx, trace_tx;

    /* the line */
    int rx_pin, tx_pin, cts_pin, rts_pin; /* -1: none */
    uint16_t rx_vpin, tx_vpin;
    uint64_t bit;        /* ns */
    uint8_t data_bits;   /* 7, 8 */
    uint8_t parity;      /* SERIAL_PARITY_… */
    uint8_t stop_halves; /* half bits of stop */
    sim_event_t tx_event;
    uint64_t tx_start;
    uint16_t tx_frame; /* start bit first */
    uint8_t tx_at;     /* bits of it that are out */
    bool sending;
    sim_watch_t cts;
    sim_watch_t rx_watch;
    sim_event_t rx_event;
    bool receiving;
    uint8_t nedges;
    struct {
        uint64_t at;
        uint8_t level;
    } edges[LINE_EDGES];
} serial_port_t;

/* A port by its number, open or not; NULL: the board has no such port. */
serial_port_t *serial_port(uint32_t ser);
uint32_t serial_number(const serial_port_t *p);

/* A byte for the reader. False: there was no room, it is counted as lost. Locked. */
bool serial_receive(serial_port_t *p, uint8_t byte);
uint32_t serial_room(const serial_port_t *p);
/* Nothing more comes. Locked. */
void serial_end(serial_port_t *p);

uint32_t ring_put(ring_t *r, const uint8_t *data, uint32_t n);
uint32_t ring_take(ring_t *r, uint8_t *data, uint32_t n);

/* ---- the line (serial_line.c); locked ---- */

void line_open(serial_port_t *p);
void line_close(serial_port_t *p);
/* There is something to send. */
void line_kick(serial_port_t *p);
/* Bits of a frame with start, parity and stop, in ns. */
uint64_t line_frame(const serial_port_t *p);

/* ---- peers (serial_peer.c, serial_host.c) ---- */

extern const serial_peer_t serial_console, serial_pty, serial_files, serial_script;

/* What the scene says of a port; false: sim_fail was called. */
bool host_set_files(serial_port_t *p, const char *in, const char *out);
bool host_set_pty(serial_port_t *p);

#endif
