/* SPDX-License-Identifier: MIT */
/* stack.c -- stacks of threads are as large as asked for, and their end is guarded. */
#include "suite.h"
#include "tap.h"

#ifndef SUITE_STACK
#define SUITE_STACK 4096
#endif

static int sum_of(volatile char *p, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++) {
        sum += p[i];
    }
    return sum;
}

static void use_stack(void *arg)
{
    volatile char space[SUITE_STACK / 4 * 3];
    memset((void *)space, 1, sizeof space);
    vosThYield();
    *(int *)arg = sum_of(space, sizeof space);
}

TEST(as_large_as_asked_for)
{
    int sum[2] = {0, 0};
    begin();
    VThread th[2];
    for (int i = 0; i < 2; i++) {
        th[i] =
            vosThCreate(SUITE_STACK, VOS_PRIO_HIGH, (void *)use_stack, &sum[i], NULL);
        CHECK(th[i] != NULL);
    }
    vosSysLock();
    vosThResume(th[0]);
    vosThResume(th[1]);
    vosSysUnlock();
    join_all(th, 2);
    CHECK_INT(sum[0], SUITE_STACK / 4 * 3);
    CHECK_INT(sum[1], SUITE_STACK / 4 * 3);
}

static void say_what_is_left(void *arg)
{
    *(size_t *)arg = vos_stack_left();
}

TEST(what_is_left_can_be_asked)
{
    size_t left = 0;
    begin();
    VThread th =
        vosThCreate(SUITE_STACK, VOS_PRIO_HIGH, (void *)say_what_is_left, &left, NULL);
    vosThResume(th);
    CHECK(left >= SUITE_STACK / 4 * 3 && left < (size_t)1 << 24);
    CHECK(vos_stack_left() > 0);
    vosThDestroy(th);
}

/* In steps of 32 bytes at most, the size of the smallest guard there is. */
__attribute__((noinline)) static unsigned deeper(volatile unsigned *above, int depth)
{
    volatile unsigned here[2];
    here[0] = *above + (unsigned)depth;
    return depth == 0 ? here[0] : deeper(here, depth - 1) + here[0];
}

static void overflow(void *arg)
{
    *(unsigned *)arg = deeper(arg, 1 << 24);
}

TEST(the_end_is_guarded)
{
    begin();
    SKIP_IF(!port_guards_stacks(), "nothing guards stacks");
    CHECK(port_stops("overflow") != 0);
}

int main(int argc, char **argv)
{
    suite_start(&argc, argv);
    if (argc > 1 && strcmp(argv[1], "overflow") == 0) {
        unsigned sum = 0;
        begin();
        spawn(VOS_PRIO_HIGH, overflow, &sum);
        return 0; /* nobody has noticed */
    }
    return tap_main(argc, argv);
}
