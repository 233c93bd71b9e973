/* SPDX-License-Identifier: MIT */
/* fifo.c -- fifos of bytes with their hooks, and queues. */
#include "suite.h"
#include "tap.h"

static VFifo fifo;

static int add_item(VFifo f, uint8_t item)
{
    *(int *)vos_fifo_arg(f) += item;
    return 0;
}

static int from_hardware(VFifo f)
{
    int *left = vos_fifo_arg(f);
    return *left > 0 ? (*left)-- : -1;
}

TEST(order_and_codes)
{
    int sum = 0;
    begin();
    fifo_put_fn on_put = add_item;
    fifo = vosFifoCreate(3, on_put, NULL, &sum);
    CHECK_INT(vosFifoGetNonBlock(fifo), VRES_TIMEOUT);
    CHECK_INT(vosFifoPut(fifo, 255), VRES_OK);
    CHECK_INT(vosFifoPutNonBlock(fifo, 2), VRES_OK);
    CHECK_INT(vosFifoPutTimeout(fifo, 3, TIME_U(1, MILLIS)), VRES_OK);
    CHECK_INT(vosFifoPutTimeout(fifo, 4, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    CHECK_INT(vosFifoPutNonBlock(fifo, 4), VRES_TIMEOUT);
    CHECK_INT(vosFifoItems(fifo), 3);
    CHECK_INT(sum, 260);
    CHECK_INT(vosFifoGet(fifo), 255);
    CHECK_INT(vosFifoGetNonBlock(fifo), 2);
    CHECK_INT(vosFifoGetTimeout(fifo, TIME_U(1, MILLIS)), 3);
    CHECK_INT(vosFifoGetTimeout(fifo, TIME_U(1, MILLIS)), VRES_TIMEOUT);
    CHECK_INT(vosFifoItems(fifo), 0);
    vosFifoDestroy(fifo);
}

TEST(asks_the_hardware_when_empty)
{
    int left = 2;
    begin();
    fifo_get_fn on_get = from_hardware;
    fifo = vosFifoCreate(3, NULL, on_get, &left);
    CHECK_INT(vosFifoGet(fifo), 2);
    CHECK_INT(vosFifoGetNonBlock(fifo), 1);
    CHECK_INT(vosFifoGetNonBlock(fifo), VRES_TIMEOUT);
    vosFifoDestroy(fifo);
}

static void get_two(void *arg)
{
    (void)arg;
    add_result(vosFifoGet(fifo));
    add_result(vosFifoGet(fifo));
}

TEST(wakes_readers_and_resets_them)
{
    begin();
    fifo = vosFifoCreate(1, NULL, NULL, NULL);
    VThread th = spawn(VOS_PRIO_HIGH, get_two, NULL);
    vosFifoPut(fifo, 42);
    CHECK_INT(results[0], 42);
    vosFifoDestroy(fifo);
    CHECK_INT(results[1], VRES_RESET);
    vosThDestroy(th);
}

static void put_one(void *arg)
{
    (void)arg;
    add_result(vosFifoPut(fifo, 3));
}

static void put_two(void *arg)
{
    (void)arg;
    add_result(vosFifoPut(fifo, 1));
    add_result(vosFifoPut(fifo, 2));
}

TEST(wakes_writers_and_resets_them)
{
    begin();
    fifo = vosFifoCreate(1, NULL, NULL, NULL);
    VThread th = spawn(VOS_PRIO_HIGH, put_two, NULL);
    CHECK_INT(nresults, 1);
    CHECK_INT(vosFifoGet(fifo), 1);
    CHECK_INT(results[1], VRES_OK);
    vosThDestroy(th);
    th = spawn(VOS_PRIO_HIGH, put_one, NULL);
    vosFifoDestroy(fifo);
    CHECK_INT(results[2], VRES_RESET);
    vosThDestroy(th);
}

/* ---- queues ---- */

static void write_queue(void *q)
{
    uint8_t bytes[100];
    for (int i = 0; i < 100; i++) {
        bytes[i] = (uint8_t)i;
    }
    add_result(vosQueueWrite(q, bytes, sizeof bytes));
}

static VQueue queue;

/* Queues are never destroyed: one for all tests. */
static VQueue seven_bytes(void)
{
    queue = queue ? queue : vosQueueCreate(7);
    return queue;
}

TEST(queue_passes_more_than_it_holds)
{
    uint8_t got[100];
    uint32_t n = 0;
    begin();
    VThread th = spawn(VOS_PRIO_LOWEST, write_queue, seven_bytes());
    while (n < sizeof got) {
        int more = vosQueueRead(queue, got + n, 30);
        CHECK(more > 0 && more <= 30);
        n += (uint32_t)more;
    }
    for (int i = 0; i < 100; i++) {
        CHECK_INT(got[i], i);
    }
    CHECK(join(th));
    CHECK_INT(results[0], 100);
}

TEST(queue_gives_what_is_there)
{
    uint8_t bytes[] = {1, 2, 3, 4, 5}, got[8];
    begin();
    CHECK_INT(vosQueueWrite(seven_bytes(), bytes, 5), 5);
    CHECK_INT(vosQueueRead(queue, got, 0), 0);
    CHECK_INT(vosQueueRead(queue, got, 2), 2);
    CHECK_INT(vosQueueRead(queue, got + 2, 6), 3);
    CHECK(memcmp(got, bytes, 5) == 0);
    CHECK_INT(vosQueueWrite(queue, bytes, 0), 0);
}

SUITE_MAIN
