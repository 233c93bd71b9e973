/* SPDX-License-Identifier: MIT */
/*
 * serial_line.c -- frames of bits on the pins of a port.
 *
 * The sender puts every bit on the net. The receiver notes the edges of a frame and
 * looks at them when the middle of the stop bit has come.
 */
#include "parts.h"
#include "serial.h"

static bool parity_of(const serial_port_t *p, uint8_t byte)
{
    return __builtin_parity(byte) ^ (p->parity == SERIAL_PARITY_ODD);
}

/* Bits before the stop bit. */
static uint8_t frame_bits(const serial_port_t *p)
{
    return (uint8_t)(1 + p->data_bits + (p->parity != SERIAL_PARITY_NONE));
}

uint64_t line_frame(const serial_port_t *p)
{
    return frame_bits(p) * p->bit + p->stop_halves * p->bit / 2;
}

/* ---- sending ---- */

static void on_rx_edge(sim_watch_t *w, int level);

static void send_next(serial_port_t *p, uint64_t at)
{
    uint8_t byte;
    p->sending = false;
    if (p->cts_pin >= 0 && sim_pin_level(p->cts_pin)) {
        return; /* on_cts goes on */
    }
    if (!ring_take(&p->tx, &byte, 1)) {
        vosEventSet(p->writable);
        return;
    }
    vosEventSet(p->writable);
    byte &= (uint8_t)((1 << p->data_bits) - 1);
    p->sending = true;
    p->tx_start = at;
    p->tx_at = 0;
    p->tx_frame = (uint16_t)(byte << 1 | parity_of(p, byte) << (1 + p->data_bits));
    sim_trace_value(p->trace_tx, at, byte);
    sim_event_set(&p->tx_event, at);
}

/* Nobody but receivers has to know of a bit before the frame is over. */
static void on_tx(sim_event_t *e)
{
    serial_port_t *p = (serial_port_t *)((char *)e - offsetof(serial_port_t, tx_event));
    uint8_t bits = frame_bits(p);
    if (p->tx_at > bits) {
        if (p->peer && p->peer->sent) {
            p->peer->sent(p, (uint8_t)(p->tx_frame >> 1 & ((1 << p->data_bits) - 1)));
        }
        send_next(p, e->at);
        return;
    }
    bool high = p->tx_at == bits || p->tx_frame >> p->tx_at & 1;
    if (p->tx_pin >= 0) {
        sim_pin_drive(p->tx_pin, high ? SIM_HIGH : SIM_LOW);
    }
    p->tx_at++;
    uint64_t end = p->tx_start + line_frame(p);
    uint64_t at = p->tx_at > bits ? end : p->tx_start + p->tx_at * p->bit;
    bool unseen = p->tx_pin >= 0 && !net_is_watched(p->tx_pin, on_rx_edge);
    e->slack = unseen ? end - at : 0;
    sim_event_set(e, at);
}

static void on_cts(sim_watch_t *w, int level)
{
    serial_port_t *p = (serial_port_t *)((char *)w - offsetof(serial_port_t, cts));
    if (!level) {
        line_kick(p);
    }
}

void line_kick(serial_port_t *p)
{
    if (p->open && !p->sending && p->tx.count) {
        send_next(p, sim_now());
    }
}

/* ---- receiving ---- */

/* The level at a time of the frame. */
static int level_at(const serial_port_t *p, uint64_t at)
{
    int level = 0;
    for (int i = 0; i < p->nedges && p->edges[i].at <= at; i++) {
        level = p->edges[i].level;
    }
    return level;
}

static int bit_at(const serial_port_t *p, int bit)
{
    return level_at(p, p->edges[0].at + (uint64_t)bit * p->bit + p->bit / 2);
}

static void on_frame(sim_event_t *e)
{
    serial_port_t *p = (serial_port_t *)((char *)e - offsetof(serial_port_t, rx_event));
    uint8_t byte = 0, bits = frame_bits(p);
    p->receiving = false;
    if (bit_at(p, 0)) {
        return; /* too short for a start bit: noise */
    }
    for (int i = 0; i < p->data_bits; i++) {
        byte |= (uint8_t)(bit_at(p, 1 + i) << i);
    }
    bool good = bit_at(p, bits) && (p->parity == SERIAL_PARITY_NONE ||
                                    bit_at(p, bits - 1) == parity_of(p, byte));
    if (good) {
        serial_receive(p, byte);
    } else {
        p->bad++;
    }
}

static void on_rx_edge(sim_watch_t *w, int level)
{
    serial_port_t *p = (serial_port_t *)((char *)w - offsetof(serial_port_t, rx_watch));
    if (!p->receiving) {
        if (level) {
            return;
        }
        p->receiving = true;
        p->nedges = 0;
        sim_event_set(&p->rx_event, sim_now() + frame_bits(p) * p->bit + p->bit / 2);
    }
    if (p->nedges < LINE_EDGES) {
        p->edges[p->nedges].at = sim_now();
        p->edges[p->nedges++].level = (uint8_t)level;
    }
}

/* ---- opening ---- */

void line_open(serial_port_t *p)
{
    p->tx_event.run = on_tx;
    p->rx_event.run = on_frame;
    p->rx_watch.changed = on_rx_edge;
    p->cts.changed = on_cts;
    p->tx_event.slack = 0;
    p->sending = p->receiving = false;
    if (p->tx_pin >= 0) {
        sim_pin_drive(p->tx_pin, SIM_HIGH);
    }
    if (p->rx_pin >= 0) {
        sim_pin_drive(p->rx_pin, SIM_PULL_UP);
        if (!p->peer) {
            sim_watch_add(&p->rx_watch, p->rx_pin);
        }
    }
    if (p->cts_pin >= 0) {
        sim_watch_add(&p->cts, p->cts_pin);
    }
}

void line_close(serial_port_t *p)
{
    sim_event_clear(&p->tx_event);
    sim_event_clear(&p->rx_event);
    if (p->rx_pin >= 0) {
        sim_watch_remove(&p->rx_watch);
    }
    if (p->cts_pin >= 0) {
        sim_watch_remove(&p->cts);
    }
    p->sending = p->receiving = false;
}
