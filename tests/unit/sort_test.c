/* SPDX-License-Identifier: MIT */
/* sort_test.c -- lists: growing, slicing, and sorting of every kind of key against a
 * slow insertion sort. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include */
#include "sort.h"
#include "float.h"
#include "gc.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "range.h"
#include "slice.h"
#include "state.h"
#include "str.h"
#include "tap.h"
#include "tuple.h"
#include <stdlib.h>

static _Alignas(16) char memory[16 << 20];
static PObject *root[2];
static PThread thread;

static void start(void)
{
    memset(root, 0, sizeof root);
    memset(memory, 0, 1 << 20);
    gc_init_heap(memory, sizeof memory);
    gc_add_roots(root, root + 2);
    thread.pending = NULL;
    vm.current = &thread;
    srand(3);
}

static PObject *small(int i)
{
    (void)i;
    return PSMALLINT_NEW(rand() - RAND_MAX / 2);
}

static PObject *few(int i)
{
    (void)i;
    return PSMALLINT_NEW(rand() % 10 - 5);
}

static PObject *ascending(int i)
{
    return PSMALLINT_NEW(i);
}

static PObject *descending(int i)
{
    return PSMALLINT_NEW(-i);
}

static PObject *real(int i)
{
    (void)i;
    return float_new((rand() - RAND_MAX / 2) / 1024.0);
}

static PObject *text(int i)
{
    char s[16];
    snprintf(s, sizeof s, "%d", rand() % 1000 + i % 2);
    return (PObject *)str_from_c(s);
}

static PObject *mixed(int i)
{
    return i % 3 ? PSMALLINT_NEW(rand() % 1000) : float_new(rand() % 1000 + 0.5);
}

/* Pairs order by their first item, and sorting leaves equal ones in the order of their
 * second. */
static PObject *pair(int i)
{
    return (PObject *)tuple_pair(PSMALLINT_NEW(rand() % 20), PSMALLINT_NEW(i));
}

typedef PObject *(*maker_t)(int i);

static bool is_sorted(PList *list, bool backward)
{
    for (uint32_t i = 1; i < list->header.length; i++) {
        bool wrong;
        PObject *a = PLIST_ITEM(list, i - 1), *b = PLIST_ITEM(list, i);
        obj_less(backward ? a : b, backward ? b : a, &wrong);
        if (wrong) {
            return false;
        }
    }
    return true;
}

/* An order-independent fingerprint of the items' identities. */
static uintptr_t sum(PList *list)
{
    uintptr_t s = 0;
    for (uint32_t i = 0; i < list->header.length; i++) {
        s += POBJ_WORD(PLIST_ITEM(list, i)) * 0x9E3779B1u;
    }
    return s;
}

TEST(every_kind_of_key_sorts_both_ways)
{
    static const maker_t makers[] = {small, few,  ascending, descending,
                                     real,  text, mixed,     pair};
    static const int sizes[] = {0, 1, 2, 3, 11, 12, 13, 24, 25, 95, 96, 97, 1000};
    start();
    for (size_t m = 0; m < sizeof makers / sizeof *makers; m++) {
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
            PList *list = list_new(0);
            root[0] = (PObject *)list;
            for (int i = 0; i < sizes[k]; i++) {
                list_append(list, makers[m](i));
            }
            uintptr_t before = sum(list);
            CHECK_INT(sort_list(list, NULL, k % 2), ERR_OK);
            CHECK(is_sorted(list, k % 2));
            CHECK_INT(list->header.length, sizes[k]);
            CHECK(sum(list) == before);
        }
    }
}

/* Floats that are equal but not the same object show whether order is kept. */
TEST(equal_items_keep_their_order)
{
    enum { N = 500 };
    static PObject *made[N];
    for (int backward = 0; backward < 2; backward++) {
        start();
        PList *list = list_new(0);
        for (int i = 0; i < N; i++) {
            made[i] = float_new(i % 7);
            list_append(list, made[i]);
        }
        CHECK_INT(sort_list(list, NULL, backward), ERR_OK);
        int at = 0;
        for (int v = 0; v < 7; v++) {
            for (int i = backward ? 6 - v : v; i < N; i += 7) {
                CHECK(PLIST_ITEM(list, at++) == made[i]);
            }
        }
    }
}

TEST(unorderable_items_raise_and_leave_all_items)
{
    start();
    PList *list = list_new(0);
    for (int i = 0; i < 50; i++) {
        list_append(list, i == 30 ? P_NONE : PSMALLINT_NEW(50 - i));
    }
    uintptr_t before = sum(list);
    CHECK_INT(sort_list(list, NULL, false), ERR_TYPE_EXC);
    CHECK_INT(list->header.length, 50);
    CHECK(sum(list) == before);
}

TEST(lists_insert_pop_and_delete)
{
    start();
    PList *list = list_new(0);
    for (int i = 0; i < 10; i++) {
        CHECK_INT(list_insert(list, 0, PSMALLINT_NEW(i)), ERR_OK);
    }
    CHECK(PLIST_ITEM(list, 0) == PSMALLINT_NEW(9));
    CHECK(list_pop(list, 0) == PSMALLINT_NEW(9));
    CHECK(list_pop(list, 8) == PSMALLINT_NEW(0));
    list_del_slice(list, 2, 6);
    CHECK_INT(list->header.length, 4);
    CHECK(PLIST_ITEM(list, 2) == PSMALLINT_NEW(2));
    list_reverse(list);
    CHECK(PLIST_ITEM(list, 0) == PSMALLINT_NEW(1));
    CHECK_INT(list_extend(list, (PObject *)list), ERR_OK);
    CHECK_INT(list->header.length, 8);
    CHECK_INT(list_extend(list, PSMALLINT_NEW(1)), ERR_TYPE_EXC);
}

static uint32_t slice_of(PObject *start_, PObject *stop_, PObject *step_, uint32_t len,
                         int64_t *first)
{
    int64_t stop, step;
    uint32_t count;
    PObject *s = (PObject *)slice_new(start_, stop_, step_);
    return slice_indices(s, &len, first, &stop, &step, &count) == ERR_OK ? count : 99;
}

#define I(n) PSMALLINT_NEW(n)
#define NONE P_NONE
TEST(slices_resolve_like_pythons)
{
    static const struct {
        int a, b, c, count, first; /* 77: None */
    } rows[] = {
        {77, 77, 77, 10, 0}, {2, 5, 77, 3, 2},     {-3, 77, 77, 3, 7},
        {77, -3, 77, 7, 0},  {5, 2, 77, 0, 5},     {77, 77, -1, 10, 9},
        {8, 2, -2, 3, 8},    {-100, 100, 3, 4, 0}, {100, -100, -3, 4, 9},
        {20, 30, 1, 0, 10},
    };
    start();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t first;
        uint32_t n = slice_of(rows[i].a == 77 ? NONE : I(rows[i].a),
                              rows[i].b == 77 ? NONE : I(rows[i].b),
                              rows[i].c == 77 ? NONE : I(rows[i].c), 10, &first);
        CHECK_INT(n, rows[i].count);
        CHECK_INT(first, rows[i].first);
    }
    int64_t first;
    CHECK_INT(slice_of(NONE, NONE, I(0), 10, &first), 99);
}

TEST(ranges_count_without_overflow)
{
    CHECK_INT(range_count(0, 10, 3), 4);
    CHECK_INT(range_count(10, 0, -3), 4);
    CHECK_INT(range_count(0, 0, 1), 0);
    CHECK(range_count(INT64_MIN, INT64_MAX, 1) == UINT64_MAX);
    CHECK_INT(range_count(INT64_MIN, INT64_MAX, INT64_MAX), 3);
    CHECK_INT(range_count(INT64_MAX, INT64_MIN, INT64_MIN), 2);
}

TEST(iterators_end_and_stay_ended)
{
    start();
    PObject *it = (PObject *)iter_new_range(5, 0, -2), *v;
    for (int want = 5; want > 0; want -= 2) {
        CHECK_INT(obj_next(it, &v), ERR_OK);
        CHECK(v == I(want));
    }
    for (int i = 0; i < 2; i++) {
        CHECK_INT(obj_next(it, &v), ERR_OK);
        CHECK(!v);
    }
    PList *list = list_new(0);
    list_append(list, I(1));
    CHECK_INT(obj_iter((PObject *)list, &it), ERR_OK);
    obj_next(it, &v);
    list_append(list, I(2)); /* a list may grow meanwhile */
    obj_next(it, &v);
    CHECK(v == I(2));
    obj_next(it, &v);
    list_append(list, I(3)); /* but what has ended has ended */
    obj_next(it, &v);
    CHECK(!v);
}

TEST(unpacking_wants_the_exact_number)
{
    start();
    PObject *out[3], *three[] = {I(1), I(2), I(3)};
    PObject *t = (PObject *)tuple_from(3, three);
    CHECK_INT(iter_unpack(t, 3, out), ERR_OK);
    CHECK(out[2] == I(3));
    CHECK_INT(iter_unpack(t, 2, out), ERR_VALUE_EXC);
    CHECK_INT(iter_unpack((PObject *)range_new(0, 3, 1), 3, out), ERR_OK);
    CHECK(out[2] == I(2));
    CHECK_INT(iter_unpack((PObject *)range_new(0, 4, 1), 3, out), ERR_VALUE_EXC);
    CHECK_INT(iter_unpack((PObject *)range_new(0, 2, 1), 3, out), ERR_VALUE_EXC);
    CHECK_INT(iter_unpack(I(1), 3, out), ERR_TYPE_EXC);
}

TAP_MAIN
