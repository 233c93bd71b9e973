/* SPDX-License-Identifier: MIT */
/*
 * tap.h -- unit tests in one header: TEST(name) { … CHECK…(…); }  and TAP_MAIN at the end.
 *
 * A failed CHECK says file:line and both values, and leaves that test. `./prog name…` runs only
 * the tests named. Output is TAP, so any runner can count it. Uses printf only, so it runs on a
 * board's UART too.
 */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdio.h>
#include <string.h>

typedef struct tap_test {
    const char *name;
    void (*run)(void);
    struct tap_test *next;
} tap_test_t;

static tap_test_t *tap_tests, **tap_tail = &tap_tests;
static int tap_failed;
static const char *tap_skipped; /* why */

#define TEST(test)                                                                     \
    static void test(void);                                                            \
    __attribute__((constructor)) static void tap_add_##test(void)                      \
    {                                                                                  \
        static tap_test_t row = {#test, test, NULL};                                   \
        *tap_tail = &row;                                                              \
        tap_tail = &row.next;                                                          \
    }                                                                                  \
    static void test(void)

#define TAP_FAIL(...)                                                                  \
    do {                                                                               \
        printf("# %s:%d: ", __FILE__, __LINE__);                                       \
        printf(__VA_ARGS__);                                                           \
        printf("\n");                                                                  \
        tap_failed = 1;                                                                \
        return;                                                                        \
    } while (0)

/* Leaves the test, which is listed as skipped: what it checks cannot be had here. */
#define SKIP_IF(condition, why)                                                        \
    do {                                                                               \
        if (condition) {                                                               \
            tap_skipped = (why);                                                       \
            return;                                                                    \
        }                                                                              \
    } while (0)

#define CHECK(expr)                                                                    \
    do {                                                                               \
        if (!(expr)) {                                                                 \
            TAP_FAIL("%s is false", #expr);                                            \
        }                                                                              \
    } while (0)
#define CHECK_INT(got, want)                                                           \
    do {                                                                               \
        long long tap_g = (long long)(got), tap_w = (long long)(want);                 \
        if (tap_g != tap_w) {                                                          \
            TAP_FAIL("%s is %lld, wanted %lld", #got, tap_g, tap_w);                   \
        }                                                                              \
    } while (0)
#define CHECK_STR(got, want)                                                           \
    do {                                                                               \
        const char *tap_g = (got), *tap_w = (want);                                    \
        if (!tap_g || strcmp(tap_g, tap_w) != 0) {                                     \
            TAP_FAIL("%s is \"%s\", wanted \"%s\"", #got, tap_g ? tap_g : "(null)",    \
                     tap_w);                                                           \
        }                                                                              \
    } while (0)

static inline int tap_main(int argc, char **argv)
{
    int n = 0, failures = 0;
    for (tap_test_t *t = tap_tests; t; t = t->next) {
        int wanted = argc < 2;
        for (int i = 1; i < argc; i++) {
            wanted |= strcmp(argv[i], t->name) == 0;
        }
        if (!wanted) {
            continue;
        }
        tap_failed = 0;
        tap_skipped = NULL;
        t->run();
        failures += tap_failed;
        printf("%s %d - %s%s%s\n", tap_failed ? "not ok" : "ok", ++n, t->name,
               tap_skipped ? " # SKIP " : "", tap_skipped ? tap_skipped : "");
        fflush(stdout);
    }
    printf("1..%d\n", n);
    return failures || n == 0;
}

#define TAP_MAIN                                                                       \
    int main(int argc, char **argv)                                                    \
    {                                                                                  \
        return tap_main(argc, argv);                                                   \
    }

#endif
