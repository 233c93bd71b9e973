/* SPDX-License-Identifier: MIT */
/*
 * mbox.c -- mailboxes. A message goes straight to a thread that waits for one; a thread
 * that waits for room leaves its message with itself, and whoever makes room moves it
 * in.
 */
#include "kernel.h"

typedef struct mbox {
    node_t senders, receivers;
    uint32_t size, used, first;
    void *slot[];
} mbox_t;

VMailBox vosMBoxCreate(int n)
{
    mbox_t *mb;
    if (n < 1 || (size_t)n > (SIZE_MAX - sizeof *mb) / sizeof mb->slot[0]) {
        return NULL;
    }
    mb = vos_alloc(sizeof *mb + (size_t)n * sizeof mb->slot[0]);
    if (mb) {
        mb->size = (uint32_t)n;
        list_init(&mb->senders);
        list_init(&mb->receivers);
    }
    return mb;
}

void vosMBoxDestroy(VMailBox handle)
{
    mbox_t *mb = handle;
    kernel_lock();
    kernel_wake_all(&mb->senders, VRES_RESET);
    kernel_wake_all(&mb->receivers, VRES_RESET);
    kernel_unlock();
    vos_free(mb);
}

static void put(mbox_t *mb, void *msg)
{
    mb->slot[(mb->first + mb->used++) % mb->size] = msg;
}

static void *take(mbox_t *mb)
{
    void *msg = mb->slot[mb->first];
    mb->first = (mb->first + 1) % mb->size;
    mb->used--;
    return msg;
}

static int32_t post(mbox_t *mb, void *msg, uint32_t timeout)
{
    kthread_t *receiver = kernel_first(&mb->receivers);
    if (receiver) {
        receiver->message = msg;
        kernel_wake(receiver, VRES_OK);
        return VRES_OK;
    }
    if (mb->used < mb->size) {
        put(mb, msg);
        return VRES_OK;
    }
    if (TIME_IS_ZERO(timeout)) {
        return VRES_TIMEOUT;
    }
    kernel.current->message = msg;
    return kernel_wait(&mb->senders, timeout);
}

static int32_t fetch(mbox_t *mb, void **msgp, uint32_t timeout)
{
    if (mb->used > 0) {
        *msgp = take(mb);
        kthread_t *sender = kernel_first(&mb->senders);
        if (sender) {
            put(mb, sender->message);
            kernel_wake(sender, VRES_OK);
        }
        return VRES_OK;
    }
    int32_t result = kernel_wait(&mb->receivers, timeout);
    if (result == VRES_OK) {
        *msgp = kernel.current->message;
    }
    return result;
}

int vosMBoxPostTimeout(VMailBox mb, void *msg, uint32_t timeout)
{
    kernel_lock();
    int32_t result = post(mb, msg, timeout);
    kernel_unlock();
    return result;
}

int vosMBoxFetchTimeout(VMailBox mb, void **msgp, uint32_t timeout)
{
    kernel_lock();
    int32_t result = fetch(mb, msgp, timeout);
    kernel_unlock();
    return result;
}

int vosMBoxPostIsr(VMailBox mb, void *msg)
{
    return vosMBoxPostTimeout(mb, msg, VTIME_IMMEDIATE);
}

int vosMBoxFetchIsr(VMailBox handle, void **msgp)
{
    mbox_t *mb = handle;
    kernel_lock();
    int32_t result = mb->used > 0 ? fetch(mb, msgp, VTIME_IMMEDIATE) : VRES_TIMEOUT;
    kernel_unlock();
    return result;
}

int vosMBoxUsedSlots(VMailBox mb)
{
    return (int)((mbox_t *)mb)->used;
}

int vosMBoxFreeSlots(VMailBox mb)
{
    return (int)(((mbox_t *)mb)->size - ((mbox_t *)mb)->used);
}
