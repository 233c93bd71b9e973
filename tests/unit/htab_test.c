/* SPDX-License-Identifier: MIT */
/* htab_test.c -- dict and set: look-ups, order, growth, removal, mixed keys, and a long
 * random run. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include */
#include "dict.h"
#include "float.h"
#include "gc.h"
#include "htab.h"
#include "int.h"
#include "list.h"
#include "phash.h"
#include "set.h"
#include "state.h"
#include "str.h"
#include "tap.h"
#include "tuple.h"
#include <stdlib.h>

static _Alignas(16) char memory[16 << 20];
static PObject *root[4];
static PThread thread; /* where exceptions stay pending */

static void start(void)
{
    memset(root, 0, sizeof root);
    memset(memory, 0, 1 << 20);
    gc_init_heap(memory, sizeof memory);
    gc_add_roots(root, root + 4);
    gc_add_roots(&thread.pending, &thread.pending + 1);
    thread.pending = NULL;
    vm.current = &thread;
}

static PObject *text(int i)
{
    char s[24];
    snprintf(s, sizeof s, "key%d", i);
    return (PObject *)str_from_c(s);
}

static PObject *get(PDict *d, PObject *key)
{
    PObject *value;
    return dict_get(d, key, &value) == ERR_OK ? value : NULL;
}

TEST(small_integer_keys_grow_in_order)
{
    start();
    PDict *d = dict_new(0);
    for (int i = 0; i < 100000; i++) {
        CHECK_INT(dict_set(d, PSMALLINT_NEW(i * 7), PSMALLINT_NEW(i)), ERR_OK);
    }
    CHECK_INT(PHASH_ELEMENTS(d), 100000);
    for (int i = 0; i < 100000; i++) {
        CHECK(get(d, PSMALLINT_NEW(i * 7)) == PSMALLINT_NEW(i));
        CHECK(!get(d, PSMALLINT_NEW(i * 7 + 1)));
    }
    uint32_t pos = 0;
    PObject *key, *value;
    for (int i = 0; dict_next(d, &pos, &key, &value); i++) {
        CHECK(key == PSMALLINT_NEW(i * 7));
    }
}

TEST(string_keys_are_found_by_contents)
{
    start();
    PDict *d = dict_new(4);
    root[0] = (PObject *)d;
    for (int i = 0; i < 3000; i++) {
        CHECK_INT(dict_set(d, text(i), PSMALLINT_NEW(i)), ERR_OK);
    }
    for (int i = 0; i < 3000; i++) {
        CHECK(get(d, text(i)) == PSMALLINT_NEW(i));
    }
    CHECK(!get(d, text(3000)));
    CHECK(!get(d, PSMALLINT_NEW(3)));
}

TEST(equal_numbers_of_other_types_are_one_key)
{
    start();
    PDict *d = dict_new(0);
    dict_set(d, PSMALLINT_NEW(1), PSMALLINT_NEW(10));
    CHECK(get(d, float_new(1.0)) == PSMALLINT_NEW(10));
    CHECK(get(d, P_TRUE) == PSMALLINT_NEW(10));
    dict_set(d, float_new(2.0), PSMALLINT_NEW(20));
    dict_set(d, P_NONE, PSMALLINT_NEW(30));
    CHECK(get(d, PSMALLINT_NEW(2)) == PSMALLINT_NEW(20));
    CHECK(get(d, P_NONE) == PSMALLINT_NEW(30));
    dict_set(d, P_TRUE, PSMALLINT_NEW(11));
    CHECK_INT(PHASH_ELEMENTS(d), 3);
    CHECK(d->entry[0].key == PSMALLINT_NEW(1)); /* the first key stays */
    CHECK(get(d, PSMALLINT_NEW(1)) == PSMALLINT_NEW(11));
}

TEST(tuples_are_keys_and_lists_are_not)
{
    start();
    PDict *d = dict_new(0);
    PObject *pair = (PObject *)tuple_pair(PSMALLINT_NEW(1), text(2));
    CHECK_INT(dict_set(d, pair, P_TRUE), ERR_OK);
    PObject *same = (PObject *)tuple_pair(PSMALLINT_NEW(1), text(2));
    CHECK(get(d, same) == P_TRUE);
    CHECK_INT(dict_set(d, (PObject *)list_new(0), P_TRUE), ERR_TYPE_EXC);
}

TEST(removed_keys_leave_no_trace)
{
    start();
    PDict *d = dict_new(0);
    bool found;
    for (int round = 0; round < 50; round++) {
        for (int i = 0; i < 200; i++) {
            dict_set(d, PSMALLINT_NEW(i << 8), PSMALLINT_NEW(round));
        }
        for (int i = 0; i < 200; i += 2) {
            CHECK_INT(dict_del(d, PSMALLINT_NEW(i << 8), &found), ERR_OK);
            CHECK(found);
        }
        for (int i = 0; i < 200; i++) {
            PObject *v = get(d, PSMALLINT_NEW(i << 8));
            CHECK(v == (i % 2 ? PSMALLINT_NEW(round) : NULL));
        }
        CHECK_INT(PHASH_ELEMENTS(d), 100);
    }
    CHECK_INT(dict_del(d, PSMALLINT_NEW(1), &found), ERR_OK);
    CHECK(!found);
    CHECK(PHASH_SIZE(d) < 1000);
}

TEST(a_queue_of_keys_stays_small)
{
    start();
    htab_t *h = htab_new(PDICT, 0);
    for (int i = 0; i < 100000; i++) {
        htab_put(h, PSMALLINT_NEW(i), P_NONE);
        if (i >= 10) {
            HashEntry removed;
            htab_remove(h, PSMALLINT_NEW(i - 10), &removed);
            CHECK(removed.key == PSMALLINT_NEW(i - 10));
        }
    }
    CHECK_INT(h->header.length, 10);
    CHECK(h->capacity < 200);
    for (int i = 99999; i >= 99990; i--) {
        HashEntry *e = htab_last(h);
        CHECK(e->key == PSMALLINT_NEW(i));
        htab_remove_entry(h, e);
    }
    CHECK(!htab_last(h));
}

TEST(a_random_run_agrees_with_an_array)
{
    enum { KEYS = 700 };
    static int shadow[KEYS];
    start();
    PDict *d = dict_new(0);
    root[0] = (PObject *)d;
    memset(shadow, -1, sizeof shadow);
    srand(7);
    uint32_t length = 0;
    for (int round = 0; round < 200000; round++) {
        int k = rand() % KEYS, what = rand() % 8;
        PObject *key = k % 3 == 0              ? text(k)
                       : k % 3 == 1 || k < 350 ? PSMALLINT_NEW(k * 1024)
                                               : float_new(k + 0.5);
        if (what < 3) {
            dict_set(d, key, PSMALLINT_NEW(round));
            length += shadow[k] < 0;
            shadow[k] = round;
        } else if (what < 5) {
            bool found;
            dict_del(d, key, &found);
            CHECK_INT(found, shadow[k] >= 0);
            length -= shadow[k] >= 0;
            shadow[k] = -1;
        } else {
            PObject *v = get(d, key);
            CHECK(v == (shadow[k] < 0 ? NULL : PSMALLINT_NEW(shadow[k])));
        }
        CHECK_INT(PHASH_ELEMENTS(d), length);
    }
}

TEST(sets_combine)
{
    start();
    PSet *a = set_new(PSET, 0), *b = set_new(PFSET, 0);
    for (int i = 0; i < 10; i++) {
        set_add(a, PSMALLINT_NEW(i));
        set_add(b, PSMALLINT_NEW(i + 5));
    }
    static const struct {
        binary_t op;
        uint32_t length;
    } rows[] = {{BIN_AND, 5}, {BIN_OR, 15}, {BIN_SUB, 5}, {BIN_XOR, 10}};
    for (size_t i = 0; i < 4; i++) {
        PObject *r;
        CHECK_INT(set_combine(rows[i].op, (PObject *)a, (PObject *)b, &r), ERR_OK);
        CHECK_INT(PTYPE(r), PSET);
        CHECK_INT(r->header.length, rows[i].length);
    }
    PObject *res;
    set_compare(CMP_LT, (PObject *)a, (PObject *)b, &res);
    CHECK(res == P_FALSE);
    set_compare(CMP_GE, (PObject *)a, (PObject *)set_new(PSET, 0), &res);
    CHECK(res == P_TRUE);
}

TEST(the_c_interface_puts_gets_and_counts)
{
    start();
    PDict *d = pdict_new(10);
    CHECK(PHASH_SIZE(d) >= 10);
    CHECK_INT(pdict_put(d, PSMALLINT_NEW(1), P_TRUE), ERR_OK);
    CHECK_INT(pdict_put(d, text(1), P_FALSE), ERR_OK);
    CHECK(pdict_get(d, text(1)) == P_FALSE);
    CHECK(!pdict_get(d, text(2)));
    CHECK(PDICT_KEY(d, 0) == PSMALLINT_NEW(1));
    CHECK(PDICT_VAL(d, 1) == P_FALSE);
    CHECK(!phash_getentry(d, 2));
    PHash *copy = phash_clone(d);
    CHECK(pdict_del(d, PSMALLINT_NEW(1)) == P_TRUE);
    CHECK(!pdict_del(d, PSMALLINT_NEW(1)));
    CHECK_INT(PHASH_ELEMENTS(copy), 2);
    CHECK(PDICT_VAL(d, 0) == P_FALSE);
    PSet *s = pset_new(PSET, 4);
    pset_put(s, text(5));
    CHECK(str_equal(pset_get(s, text(5)), text(5)));
    CHECK(!pset_get(s, text(6)));
    CHECK(!pdict_get(d, (PObject *)list_new(0))); /* not hashable: absent */
}

/* At every point where memory may be out the table stays whole. */
TEST(a_table_survives_a_failed_growth)
{
    start();
    PDict *d = dict_new(0);
    for (int i = 0; i < 1000; i++) {
        gc_set_switches(&(gc_switches_t){.oom_at = 1, .oom_every = 1});
        err_t err = dict_set(d, PSMALLINT_NEW(i), PSMALLINT_NEW(i));
        gc_set_switches(&(gc_switches_t){0});
        if (err != ERR_OK) {
            CHECK_INT(err, ERR_MEMORY_EXC);
            CHECK_INT(PHASH_ELEMENTS(d), i);
            CHECK_INT(dict_set(d, PSMALLINT_NEW(i), PSMALLINT_NEW(i)), ERR_OK);
        }
        CHECK(get(d, PSMALLINT_NEW(i / 2)) == PSMALLINT_NEW(i / 2));
    }
}

TAP_MAIN
