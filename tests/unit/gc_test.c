/* SPDX-License-Identifier: MIT */
/* gc_test.c -- the heap and the collector: what is kept, what is given back, what
 * happens when memory is out. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include */
#include "gc.h"
#include "int.h"
#include "list.h"
#include "state.h"
#include "tap.h"
#include "tuple.h"
#include <stdlib.h>

enum { HEAP = 1 << 18 };
static _Alignas(16) char memory[64 << 20];
static PObject *root[4];

/* A fresh heap of `size` bytes with root[] as its only root besides the C stack. */
static void start(size_t size)
{
    gc_set_switches(&(gc_switches_t){0});
    memset(root, 0, sizeof root);
    memset(memory, 0, size);
    gc_init_heap(memory, size);
    gc_add_roots(root, root + 4);
}

static gc_info_t info(void)
{
    gc_info_t i;
    gc_get_info(&i);
    return i;
}

/* A list of n tuples, each of `width` small integers; called deep so that no stack word
 * keeps an item. */
__attribute__((noinline)) static PObject *make_tuples(uint32_t n, uint32_t width)
{
    PList *list = list_new(0);
    for (uint32_t i = 0; i < n; i++) {
        PTuple *t = tuple_new(width);
        if (!t) {
            return NULL;
        }
        for (uint32_t k = 0; k < width; k++) {
            PTUPLE_SET_ITEM(t, k, PSMALLINT_NEW(i + k));
        }
        if (list_append(list, (PObject *)t) != ERR_OK) {
            return NULL;
        }
    }
    return (PObject *)list;
}

static bool tuples_are_whole(PObject *list, uint32_t n, uint32_t width)
{
    for (uint32_t i = 0; i < n; i++) {
        PObject *t = PLIST_ITEM(list, i);
        for (uint32_t k = 0; k < width; k++) {
            if (PTUPLE_ITEM(t, k) != PSMALLINT_NEW(i + k)) {
                return false;
            }
        }
    }
    return true;
}

/* Overwrites what deeper calls left on the C stack: it is scanned conservatively. */
__attribute__((noinline)) static void scrub(void)
{
    volatile char stale[8192];
    for (size_t i = 0; i < sizeof stale; i++) {
        stale[i] = 0;
    }
}

TEST(new_objects_are_zero_and_aligned)
{
    start(HEAP);
    for (size_t size = 8; size < 200; size += 3) {
        unsigned char *o = gc_new(PTUPLE, POBJ_HASHABLE, size);
        CHECK(o && (uintptr_t)o % 8 == 0);
        CHECK_INT(o[4], PTUPLE);
        CHECK_INT(o[5], POBJ_HASHABLE);
        for (size_t i = 8; i < size; i++) {
            CHECK_INT(o[i], 0);
        }
        memset(o + 8, 0xA5, size - 8);
    }
}

TEST(a_float_takes_16_bytes)
{
    start(HEAP);
    char *a = gc_new_fast(PFLOAT, 0, sizeof(PFloat));
    char *b = gc_new_fast(PFLOAT, 0, sizeof(PFloat));
    CHECK_INT(b - a, 16);
}

TEST(what_is_rooted_survives_and_the_rest_goes)
{
    start(HEAP);
    root[0] = make_tuples(500, 3);
    CHECK(root[0]);
    gc_collect();
    uint32_t live = info().used_blocks;
    for (int i = 0; i < 50; i++) {
        CHECK(make_tuples(500, 3));
    }
    CHECK(tuples_are_whole(root[0], 500, 3));
    CHECK(info().collections > 1);
    gc_collect();
    CHECK(info().used_blocks <= live + 600); /* stale stack words may keep one list */
    root[0] = NULL;
}

TEST(a_full_heap_fails_and_recovers)
{
    start(HEAP);
    uint32_t n = 0;
    PList *list = list_new(0);
    root[0] = (PObject *)list;
    for (;; n++) {
        PObject *t = (PObject *)tuple_new(2);
        if (!t) {
            break;
        }
        if (list_append(list, t) != ERR_OK) {
            break;
        }
    }
    CHECK(n > 1000);
    CHECK_INT(list->header.length, n);
    root[0] = NULL;
    list = NULL;
    gc_collect();
    CHECK(make_tuples(1000, 2));
}

/* Leaves the pointers so deep on the stack that scrub() overwrites them. */
__attribute__((noinline)) static bool fill_with_tuples(uint32_t n, uint32_t width)
{
    volatile char depth[1024];
    depth[0] = 0;
    return make_tuples(n, width) != NULL && depth[0] == 0;
}

TEST(a_large_block_fits_after_small_ones_died)
{
    start(HEAP);
    CHECK(fill_with_tuples(3000, 4));
    scrub();
    CHECK(gc_new_buffer(HEAP * 2 / 5, false));
}

TEST(an_interior_pointer_keeps_its_block)
{
    start(HEAP);
    PBuffer *b = gc_new_buffer(4000, false);
    memset(b->buffer, 0x5A, 4000);
    unsigned char *volatile inside = (unsigned char *)b->buffer + 3999;
    b = NULL;
    for (int i = 0; i < 40; i++) {
        CHECK(make_tuples(500, 3));
    }
    for (int i = 0; i < 4000; i++) {
        CHECK_INT(inside[-i], 0x5A);
    }
}

TEST(a_long_chain_and_a_broad_tree_are_marked)
{
    start(32 << 20);
    PObject *chain = P_NONE;
    for (int i = 0; i < 100000; i++) {
        chain = (PObject *)tuple_pair(chain, PSMALLINT_NEW(i));
        root[0] = chain;
    }
    root[1] = make_tuples(50000, 2);
    gc_collect();
    gc_collect();
    int i = 100000;
    for (PObject *t = root[0]; !IS_NONE(t); t = PTUPLE_ITEM(t, 0)) {
        CHECK(PTUPLE_ITEM(t, 1) == PSMALLINT_NEW(--i));
    }
    CHECK_INT(i, 0);
    CHECK(tuples_are_whole(root[1], 50000, 2));
}

/* Each level holds two tuples and so needs a place on the mark stack: deeper than it
 * is. */
TEST(a_deep_tree_overflows_the_mark_stack)
{
    start(32 << 20);
    PObject *left = P_NONE;
    for (int i = 0; i < 5000; i++) {
        PObject *leaf = (PObject *)tuple_pair(PSMALLINT_NEW(i), P_NONE);
        left = (PObject *)tuple_pair(left, leaf);
        root[0] = left;
    }
    gc_collect();
    CHECK(make_tuples(10000, 2)); /* would fill what was wrongly given back */
    int i = 5000;
    for (PObject *t = root[0]; !IS_NONE(t); t = PTUPLE_ITEM(t, 0)) {
        CHECK(PTUPLE_ITEM(PTUPLE_ITEM(t, 1), 0) == PSMALLINT_NEW(--i));
    }
    CHECK_INT(i, 0);
}

TEST(the_heap_grows_only_when_it_must)
{
    start(sizeof memory);
    for (int i = 0; i < 200; i++) {
        CHECK(make_tuples(1000, 3));
    }
    CHECK(info().total > 60u << 20);
    CHECK(info().collections > 3);
    root[0] = make_tuples(200000, 4);
    CHECK(root[0]);
    CHECK(tuples_are_whole(root[0], 200000, 4));
}

TEST(malloc_blocks_stay_until_freed)
{
    start(HEAP);
    char *block = gc_malloc(100);
    memset(block, 7, 100);
    for (int i = 0; i < 30; i++) {
        CHECK(make_tuples(500, 3));
    }
    for (int i = 0; i < 100; i++) {
        CHECK_INT(block[i], 7);
    }
    block = gc_realloc(block, 5000);
    CHECK_INT(block[99], 7);
    gc_free(block);
    gc_free(NULL);
    for (int i = 0; i < 500; i++) {
        void *p = gc_malloc(4000);
        CHECK(p);
        gc_free(p);
    }
}

TEST(pins_keep_until_unpinned)
{
    start(HEAP);
    PObject *o = make_tuples(3, 3);
    uintptr_t hidden = ~(uintptr_t)o;
    CHECK_INT(gc_pin(o), ERR_OK);
    CHECK_INT(gc_pin(PSMALLINT_NEW(3)), ERR_OK);
    o = NULL;
    for (int i = 0; i < 30; i++) {
        CHECK(make_tuples(500, 3));
    }
    o = (PObject *)~hidden;
    CHECK(tuples_are_whole(o, 3, 3));
    gc_unpin(o);
}

TEST(the_nth_allocation_fails_when_asked_to)
{
    start(HEAP);
    gc_set_switches(&(gc_switches_t){.oom_at = 3});
    CHECK(gc_new(PTUPLE, 0, 16));
    CHECK(gc_new(PTUPLE, 0, 16));
    CHECK(!gc_new(PTUPLE, 0, 16));
    CHECK(gc_new(PTUPLE, 0, 16));
    gc_set_switches(&(gc_switches_t){.oom_at = 2, .oom_every = 1});
    CHECK(gc_new(PTUPLE, 0, 16));
    CHECK(!gc_new(PTUPLE, 0, 16));
    CHECK(!gc_new(PTUPLE, 0, 16));
}

TEST(collecting_at_every_allocation_loses_nothing)
{
    start(HEAP);
    gc_set_switches(&(gc_switches_t){.stress = 1});
    root[0] = make_tuples(300, 3);
    CHECK(tuples_are_whole(root[0], 300, 3));
    CHECK(info().collections >= 300);
}

/* Random sizes and lifetimes against a shadow copy. */
TEST(random_blocks_keep_their_contents)
{
    enum { SLOTS = 300 };
    static PBuffer *slot[SLOTS];
    static unsigned size[SLOTS];
    start(HEAP);
    memset(slot, 0, sizeof slot);
    gc_add_roots((PObject **)slot, (PObject **)slot + SLOTS);
    srand(1);
    for (int round = 0; round < 60000; round++) {
        unsigned i = (unsigned)rand() % SLOTS;
        if (slot[i]) {
            unsigned char *p = (unsigned char *)slot[i]->buffer;
            CHECK(p[0] == (unsigned char)i && p[size[i] - 1] == (unsigned char)i);
        }
        size[i] = 1 + (unsigned)rand() % (rand() % 20 == 0 ? 4000 : 200);
        slot[i] = gc_new_buffer(size[i], false);
        CHECK(slot[i]);
        memset(slot[i]->buffer, (int)i, size[i]);
    }
    CHECK(info().collections > 10);
}

TAP_MAIN
