/* SPDX-License-Identifier: MIT */
/* figures_test.c -- sizes of what programs have most of, checked; the time of a full
 * collection, told. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include */
#define _GNU_SOURCE /* clock_gettime */
#include "class.h"
#include "float.h"
#include "list.h"
#include "tuple.h"
#include "values.h"
#include <time.h>

enum { WORD = sizeof(PObject *) };

static uint32_t used(void)
{
    gc_info_t i;
    gc_get_info(&i);
    return i.total - i.free;
}

TEST(an_instance_with_3_attributes)
{
    PClass cls = {.header = {.type = PCLASS, .aux = 1}, .nslots = 3};
    values_start();
    CHECK(class_new_instance(&cls)); /* whatever the heap does once */
    uint32_t before = used();
    for (int i = 0; i < 1000; i++) {
        CHECK(class_new_instance(&cls));
    }
    uint32_t each = (used() - before) / 1000;
    printf("# instance with 3 attributes: %u bytes\n", each);
    CHECK(each <= (WORD == 8 ? 40 : 24));
}

TEST(a_list_of_1000_floats)
{
    values_start();
    CHECK(float_new(0.5));
    uint32_t before = used();
    PList *list = list_new(1000);
    CHECK(list);
    for (int i = 0; i < 1000; i++) {
        CHECK(list_append(list, float_new(i)) == ERR_OK);
    }
    uint32_t all = used() - before;
    printf("# 1000 floats in a list: %.2f bytes each\n", all / 1000.0);
    CHECK(all <= (WORD == 8 ? 25000 : 21000));
}

TEST(a_list_of_small_integers)
{
    values_start();
    CHECK(list_new(0));
    uint32_t before = used();
    PList *list = list_new(100);
    CHECK(list);
    CHECK(used() - before <= 100 * WORD + 24 + (WORD == 8 ? 8 : 0));
}

/* A thousand lists of five tuples, 1 MB altogether. */
__attribute__((noinline)) static PObject *make_live(void)
{
    PList *top = list_new(1000);
    for (int i = 0; top && i < 1000; i++) {
        PList *list = list_new(5);
        if (!list || list_append(top, (PObject *)list) != ERR_OK) {
            return NULL;
        }
        for (int k = 0; k < 5; k++) {
            PTuple *t = tuple_new(176 / WORD);
            if (!t || list_append(list, (PObject *)t) != ERR_OK) {
                return NULL;
            }
            for (int n = 0; n < 176 / WORD; n++) {
                PTUPLE_SET_ITEM(t, n, PSMALLINT_NEW(n));
            }
        }
    }
    return (PObject *)top;
}

static double microseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* The time is told, not checked: it says more about the machine than about us. */
TEST(a_full_collection)
{
    values_start();
    PObject *live = make_live();
    CHECK(live);
    CHECK(gc_pin(live) == ERR_OK);
    uint32_t before = used();
    double best = 1e9;
    for (int i = 0; i < 20; i++) {
        double start = microseconds();
        gc_collect();
        double took = microseconds() - start;
        best = took < best ? took : best;
    }
    printf("# full collection of %u bytes in 6000 objects: %.0f us\n", used(), best);
    CHECK(used() <= before && used() > 900000);
    gc_unpin(live);
}

TAP_MAIN
