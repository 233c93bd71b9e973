/* SPDX-License-Identifier: MIT */
/* memory.c -- blocks, the collector, objects that C keeps, objects made without the GIL and by C threads. */
#define ZN_CLASSIC
#include "expect.h"

C_NATIVE(test_memory_blocks)
{
    C_NATIVE_UNWARN();
    uint8_t *p = gc_malloc(100);
    EXPECT(p != NULL && (uintptr_t)p % GC_ALIGNMENT == 0);
    memset(p, 7, 100);
    p = gc_realloc(p, 5000);
    EXPECT(p != NULL && p[99] == 7);
    gc_free(p);
    gc_free(NULL);
    uint8_t *z = gc_calloc(10, 10), *c = calloc(5, 20), *m = malloc(100);
    EXPECT(z != NULL && c != NULL && m != NULL);
    for (int i = 0; i < 100; i++) {
        EXPECT(z[i] == 0 && c[i] == 0);
    }
    memcpy(m, "abcdef", 7);
    memmove(m + 1, m, 6);
    EXPECT(strlen((char *)m) == 7 - 1 + 0 || m[1] == 'a');
    EXPECT(memcmp(m + 1, "abcdef", 6) == 0 && memchr(m, 'c', 7) == m + 3);
    free(m);
    free(c);
    zfree(z);
    void *y = zmalloc(8);
    y = zrealloc(y, 800);
    EXPECT(y != NULL && zcalloc(SIZE_MAX / 2, 4) == NULL);
    zfree(y);
    return ERR_OK;
}

C_NATIVE(test_memory_collector)
{
    C_NATIVE_UNWARN();
    EXPECT(gc_info(0) > 0 && gc_info(1) <= gc_info(0) && gc_info(2) <= 100 && gc_info(3) > 0 && gc_info(99) == 0);
    EXPECT(gc_info(4) >= 1);
    gc_resume(500);
    EXPECT(gc_info(5) == 500);
    gc_pause();
    EXPECT(gc_info(5) == 0);
    gc_start();
    gc_collect();
    EXPECT(gc_info(6) < 10000);
    EXPECT(GC_TRIGGER_MIN == 4096 && GC_TRIGGER_MIN_BIGGEST == 512 && GC_TRIGGER_CRIT == 1024 && GC_CHECKTIME == 1500);
    return ERR_OK;
}

static PObject *hidden[3]; /* no root: only what is kept survives */

static void make_hidden(void)
{
    for (int i = 0; i < 3; i++) {
        hidden[i] = (PObject *)pstring_new(5, (uint8_t *)"kept?");
    }
}

C_NATIVE(test_memory_kept_objects)
{
    C_NATIVE_UNWARN();
    make_hidden();
    GCM_KEEP(hidden[0]);
    GCM_KEEP_NOTNULL(hidden[1]);
    GCM_KEEP_MANY(hidden, 3);
    GC_START_STAGING();
    GC_STAGE(hidden[0]);
    GC_UNSTAGE(hidden[0]);
    GC_STOP_STAGING();
    for (int round = 0; round < 3; round++) {
        gc_collect();
        for (int i = 0; i < 200; i++) {
            EXPECT(pstring_new(5, (uint8_t *)"other") != NULL);
        }
    }
    for (int i = 0; i < 3; i++) {
        EXPECT_TEXT(hidden[i], "kept?");
    }
    gc_unkeep(hidden, 3);
    gc_unkeep(hidden, 2);
    EXPECT(gc_keep(hidden, 0) == ERR_OK);
    return ERR_OK;
}

/* Objects held by nothing but this function's variables, while others allocate and collect. */
static __attribute__((noinline)) int mismatches(void)
{
    enum { HELD = 16, ROUNDS = 200 };
    PObject *held[HELD];
    int bad = 0;
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < HELD; i++) {
            held[i] = (PObject *)pinteger_new(1000 * round + i);
        }
        for (int i = 0; i < HELD; i++) {
            bad += held[i] == NULL || INTEGER_VALUE(held[i]) != 1000 * round + i;
        }
    }
    return bad;
}

static VSemaphore done;
static int found;

static void worker(void *arg)
{
    (void)arg;
    found = mismatches();
    vosSemSignal(done);
}

C_NATIVE(test_memory_without_the_gil) /* needs: 32 KB */
{
    C_NATIVE_UNWARN();
    done = vosSemCreate(0);
    VThread th = vosThCreate(16384, VOS_PRIO_NORMAL, (void *)worker, NULL, NULL);
    EXPECT(done != NULL && th != NULL);
    vosThResume(th);
    RELEASE_GIL();
    int bad = mismatches();
    vosSemWait(done);
    ACQUIRE_GIL();
    vosSemDestroy(done);
    EXPECT(bad == 0 && found == 0);
    return ERR_OK;
}
