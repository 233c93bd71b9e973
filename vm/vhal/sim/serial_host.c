/* SPDX-License-Identifier: MIT */
/*
 * serial_host.c -- the host at the other end of a port: its console, a pseudo terminal,
 * files.
 *
 * A descriptor that may make us wait is read by a POSIX thread of its own, which posts
 * an interrupt for what it has read and goes on when all of it is in the port's buffer.
 * It starts when the program first wants to read. A file is read whole and arrives as
 * fast as the port's settings allow.
 */
#define _GNU_SOURCE
#include "parts.h"
#include "serial.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

typedef struct host_end {
    sim_event_t event; /* first: the next byte of a file */
    serial_port_t *port;
    int in, out; /* -1: none */
    /* a file */
    const uint8_t *data;
    size_t size, at;
    bool waiting; /* for room */
    /* a descriptor: `ahead` is the reader's until it posts, then ours until `taken` */
    bool reads;
    sem_t taken;
    uint8_t ahead[64];
    ssize_t nahead, first;
} host_end_t;

/* ---- writing ---- */

/* All of it, in order; what nobody takes is lost, as on a line. */
static void host_write(serial_port_t *p, const uint8_t *data, uint32_t len)
{
    const host_end_t *h = p->end;
    int fd = h ? h->out : STDOUT_FILENO;
    for (uint32_t i = 0; i < len && p->trace_tx; i++) {
        sim_trace_value(p->trace_tx, sim_now(), data[i]);
    }
    while (fd >= 0 && len > 0) {
        ssize_t n = write(fd, data, len);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return;
        }
        data += n;
        len -= (uint32_t)n;
    }
}

/* ---- descriptors ---- */

/* In an isr, or locked. */
static void hand_over(void *arg)
{
    host_end_t *h = arg;
    if (h->nahead <= 0) {
        vos_irq_sources(-1);
        serial_end(h->port);
        return;
    }
    while (h->first < h->nahead && serial_room(h->port) > 0) {
        serial_receive(h->port, h->ahead[h->first++]);
    }
    if (h->first == h->nahead) {
        h->nahead = h->first = 0;
        sem_post(&h->taken);
    } else {
        h->waiting = true;
    }
}

static void *run_reader(void *arg)
{
    host_end_t *h = arg;
    for (;;) {
        ssize_t n;
        do {
            n = read(h->in, h->ahead, sizeof h->ahead);
        } while (n < 0 && errno == EINTR);
        h->nahead = n;
        while (!vos_irq_post(hand_over, h)) {
            usleep(100);
        }
        if (n <= 0) {
            return NULL;
        }
        while (sem_wait(&h->taken) != 0) {
        }
    }
}

/* The machine's signals are not for the reader. */
static void start_reader(host_end_t *h)
{
    pthread_t id;
    pthread_attr_t attr;
    sigset_t all, before;
    h->reads = true;
    sem_init(&h->taken, 0, 0);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    vos_irq_sources(1);
    if (pthread_create(&id, &attr, run_reader, h) != 0) {
        sim_report("no thread to read what comes for serial %u",
                   (unsigned)serial_number(h->port));
    }
    pthread_attr_destroy(&attr);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void host_wanted(serial_port_t *p)
{
    host_end_t *h = p->end;
    if (!h->reads && h->in >= 0) {
        start_reader(h);
        return;
    }
    sim_lock();
    if (h->waiting && serial_room(p) > 0) {
        h->waiting = false;
        hand_over(h);
    }
    sim_unlock();
}

static host_end_t *new_end(serial_port_t *p, int in, int out)
{
    host_end_t *h = sim_alloc(sizeof *h);
    h->port = p;
    h->in = in;
    h->out = out;
    p->end = h;
    return h;
}

static void console_open(serial_port_t *p)
{
    if (!p->end) {
        new_end(p, STDIN_FILENO, STDOUT_FILENO);
    }
}

const serial_peer_t serial_console = {
    .open = console_open, .write = host_write, .wanted = host_wanted};
const serial_peer_t serial_pty = {.write = host_write, .wanted = host_wanted};

/* ---- pseudo terminals ---- */

bool host_set_pty(serial_port_t *p)
{
    char name[64];
    struct termios raw;
    int fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (fd < 0 || grantpt(fd) != 0 || unlockpt(fd) != 0 ||
        ptsname_r(fd, name, sizeof name) != 0) {
        sim_fail("no pseudo terminal: %s", strerror(errno));
        return false;
    }
    /* Kept open: else reading fails while nobody is there. */
    int other = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (other >= 0 && tcgetattr(other, &raw) == 0) {
        cfmakeraw(&raw);
        tcsetattr(other, TCSANOW, &raw);
    }
    new_end(p, fd, fd);
    p->peer = &serial_pty;
    sim_report("serial %u is %s", (unsigned)serial_number(p), name);
    return true;
}

/* ---- files ---- */

static void on_file_byte(sim_event_t *e)
{
    host_end_t *h = (host_end_t *)e;
    if (h->at == h->size) {
        serial_end(h->port);
    } else if (serial_room(h->port) > 0) {
        serial_receive(h->port, h->data[h->at++]);
        sim_event_set(e, e->at + line_frame(h->port));
    } else {
        h->waiting = true;
    }
}

static void files_open(serial_port_t *p)
{
    host_end_t *h = p->end;
    if (h->in >= 0) {
        sim_event_set(&h->event, sim_now() + line_frame(p));
    }
}

static void files_wanted(serial_port_t *p)
{
    host_end_t *h = p->end;
    sim_lock();
    if (h->waiting && serial_room(p) > 0) {
        h->waiting = false;
        sim_event_set(&h->event, sim_now() + line_frame(p));
    }
    sim_unlock();
}

const serial_peer_t serial_files = {
    .open = files_open, .write = host_write, .wanted = files_wanted};

static bool read_file(host_end_t *h, const char *path)
{
    struct stat st;
    h->in = open(path, O_RDONLY | O_CLOEXEC);
    if (h->in < 0 || fstat(h->in, &st) != 0) {
        sim_fail("cannot read '%s': %s", path, strerror(errno));
        return false;
    }
    uint8_t *data = sim_alloc((size_t)st.st_size + 1);
    ssize_t n;
    while (h->size < (size_t)st.st_size &&
           (n = read(h->in, data + h->size, (size_t)st.st_size - h->size)) > 0) {
        h->size += (size_t)n;
    }
    h->data = data;
    return true;
}

bool host_set_files(serial_port_t *p, const char *in, const char *out)
{
    host_end_t *h = new_end(p, -1, -1);
    h->event.run = on_file_byte;
    p->peer = &serial_files;
    if (in && !read_file(h, in)) {
        return false;
    }
    if (out) {
        h->out = open(out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (h->out < 0) {
            sim_fail("cannot write '%s': %s", out, strerror(errno));
            return false;
        }
    }
    return true;
}
