/* SPDX-License-Identifier: MIT */
/* fifo.c -- rings of bytes with waiting at both ends: fifos (a byte a call) and queues.
 */
#include "kernel.h"

typedef struct fifo {
    node_t writers, readers;
    uint32_t size, used, first;
    fifo_put_fn put;
    fifo_get_fn get;
    void *arg;
    uint8_t byte[];
} fifo_t;

static fifo_t *make(uint32_t size)
{
    fifo_t *f;
    if (size < 1 || size > INT32_MAX) {
        return NULL;
    }
    f = vos_alloc(sizeof *f + size);
    if (f) {
        f->size = size;
        list_init(&f->writers);
        list_init(&f->readers);
    }
    return f;
}

/* Waits for room, VRES_… */
static int32_t room(fifo_t *f, uint32_t timeout)
{
    int32_t result = VRES_OK;
    uint64_t until = kernel_after(timeout);
    while (f->used == f->size && result == VRES_OK) {
        result = TIME_IS_ZERO(timeout) ? VRES_TIMEOUT
                                       : kernel_wait_until(&f->writers, until);
    }
    return result;
}

static void store(fifo_t *f, uint8_t item)
{
    f->byte[(f->first + f->used++) % f->size] = item;
    kthread_t *reader = kernel_first(&f->readers);
    if (reader) {
        kernel_wake(reader, VRES_OK);
    }
}

static uint8_t load(fifo_t *f)
{
    uint8_t item = f->byte[f->first];
    f->first = (f->first + 1) % f->size;
    f->used--;
    kthread_t *writer = kernel_first(&f->writers);
    if (writer) {
        kernel_wake(writer, VRES_OK);
    }
    return item;
}

/* Waits for a byte in the ring, VRES_… */
static int32_t filled(fifo_t *f, uint32_t timeout)
{
    int32_t result = VRES_OK;
    uint64_t until = kernel_after(timeout);
    while (f->used == 0 && result == VRES_OK) {
        result = TIME_IS_ZERO(timeout) ? VRES_TIMEOUT
                                       : kernel_wait_until(&f->readers, until);
    }
    return result;
}

/* ---- fifos ---- */

VFifo vosFifoCreate(uint16_t size, fifo_put_fn put, fifo_get_fn get, void *arg)
{
    fifo_t *f = make(size);
    if (f) {
        f->put = put;
        f->get = get;
        f->arg = arg;
    }
    return f;
}

void *vos_fifo_arg(VFifo f)
{
    return ((fifo_t *)f)->arg;
}

void vosFifoDestroy(VFifo handle)
{
    fifo_t *f = handle;
    kernel_lock();
    kernel_wake_all(&f->writers, VRES_RESET);
    kernel_wake_all(&f->readers, VRES_RESET);
    kernel_unlock();
    vos_free(f);
}

int vosFifoPutTimeout(VFifo handle, uint8_t item, uint32_t timeout)
{
    fifo_t *f = handle;
    kernel_lock();
    int32_t result = room(f, timeout);
    if (result == VRES_OK) {
        store(f, item);
        if (f->put) {
            f->put(f, item);
        }
    }
    kernel_unlock();
    return result;
}

int vosFifoPut(VFifo f, uint8_t item)
{
    return vosFifoPutTimeout(f, item, VTIME_INFINITE);
}

int vosFifoPutNonBlock(VFifo f, uint8_t item)
{
    return vosFifoPutTimeout(f, item, VTIME_IMMEDIATE);
}

static int32_t get_locked(fifo_t *f, uint32_t timeout)
{
    if (f->used == 0 && f->get) {
        int item = f->get(f);
        if (item >= 0) {
            return item;
        }
    }
    int32_t result = filled(f, timeout);
    return result == VRES_OK ? load(f) : result;
}

int vosFifoGetTimeout(VFifo f, uint32_t timeout)
{
    kernel_lock();
    int32_t result = get_locked(f, timeout);
    kernel_unlock();
    return result;
}

int vosFifoGet(VFifo f)
{
    return vosFifoGetTimeout(f, VTIME_INFINITE);
}

int vosFifoGetNonBlock(VFifo f)
{
    return vosFifoGetTimeout(f, VTIME_IMMEDIATE);
}

int vosFifoItems(VFifo f)
{
    return (int)((volatile fifo_t *)f)->used;
}

/* ---- queues ---- */

VQueue vosQueueCreate(uint32_t size)
{
    return make(size);
}

int vosQueueRead(VQueue q, uint8_t *buf, uint32_t len)
{
    fifo_t *f = q;
    uint32_t n = 0;
    kernel_lock();
    if (len > 0 && filled(f, VTIME_INFINITE) == VRES_OK) {
        while (n < len && f->used > 0) {
            buf[n++] = load(f);
        }
    }
    kernel_unlock();
    return (int)n;
}

int vosQueueWrite(VQueue q, uint8_t *buf, uint32_t len)
{
    fifo_t *f = q;
    uint32_t n = 0;
    kernel_lock();
    while (n < len && room(f, VTIME_INFINITE) == VRES_OK) {
        store(f, buf[n++]);
    }
    kernel_unlock();
    return (int)n;
}
