/* SPDX-License-Identifier: MIT */
/*
 * tap.h -- unit tests of C, run by `zvm-native test` inside the VM: tests/NAME_test.c is
 *
 *   #include "tap.h"
 *
 *   TEST(adds_up)
 *   {
 *       CHECK_INT(add(2, 3), 5);
 *   }
 *
 *   TAP_MAIN
 *
 * A failed CHECK says file:line and both values, and leaves that test. All of the SDK may be called: a test runs in a
 * thread with the GIL.
 */
#ifndef ZVM_TAP_H
#define ZVM_TAP_H

#include "zerynth.h"

typedef struct tap_test {
    const char *name;
    void (*run)(void);
    int line;
} tap_test_t;

/* The linker's: section tap_tests, a pointer a test, in no order. */
extern const tap_test_t *const __start_tap_tests[] __attribute__((visibility("hidden")));
extern const tap_test_t *const __stop_tap_tests[] __attribute__((visibility("hidden")));

/* Nobody names a pointer, so the linker must be told to keep it. Compilers for chips know no way; there, `zvm-native
 * test` keeps all of a test's module. */
#if defined(__has_attribute) && defined(__linux__)
#if __has_attribute(retain)
#define TAP_POINTER __attribute__((section("tap_tests"), used, retain))
#endif
#endif
#ifndef TAP_POINTER
#define TAP_POINTER __attribute__((section("tap_tests"), used))
#endif

typedef struct tap_state {
    int failed;
    const char *skipped; /* why */
} tap_state_t;

static tap_state_t tap_now;

#define TEST(test)                                                                                                    \
    static void test(void);                                                                                           \
    static const tap_test_t tap_row_##test = {#test, test, __LINE__};                                                 \
    static const tap_test_t *const tap_pointer_##test TAP_POINTER = &tap_row_##test;                                      \
    static void test(void)

#define TAP_FAIL(...)                                                                                                 \
    do {                                                                                                              \
        vbl_printf_stdout("# %s:%d: ", __FILE__, __LINE__);                                                           \
        vbl_printf_stdout(__VA_ARGS__);                                                                               \
        vbl_printf_stdout("\n");                                                                                      \
        tap_now.failed = 1;                                                                                           \
        return;                                                                                                       \
    } while (0)

/* Leaves the test, which counts as neither good nor bad. */
#define SKIP(why)                                                                                                     \
    do {                                                                                                              \
        tap_now.skipped = (why);                                                                                      \
        return;                                                                                                       \
    } while (0)

#define CHECK(expr)                                                                                                   \
    do {                                                                                                              \
        if (!(expr)) {                                                                                                \
            TAP_FAIL("%s is false", #expr);                                                                           \
        }                                                                                                             \
    } while (0)

#define CHECK_INT(got, want)                                                                                          \
    do {                                                                                                              \
        int64_t tap_got = (int64_t)(got), tap_want = (int64_t)(want);                                                 \
        if (tap_got != tap_want) {                                                                                    \
            TAP_FAIL("%s is %I, wanted %I", #got, tap_got, tap_want);                                                 \
        }                                                                                                             \
    } while (0)

/* Floats that differ by at most `by`. */
#define CHECK_NEAR(got, want, by)                                                                                     \
    do {                                                                                                              \
        double tap_got = (got), tap_want = (want);                                                                    \
        if (!(tap_got - tap_want <= (by) && tap_want - tap_got <= (by))) {                                            \
            TAP_FAIL("%s is %g, wanted %g", #got, tap_got, tap_want);                                                 \
        }                                                                                                             \
    } while (0)

#define CHECK_STR(got, want)                                                                                          \
    do {                                                                                                              \
        const char *tap_got = (got), *tap_want = (want);                                                              \
        if (!tap_got || strcmp(tap_got, tap_want) != 0) {                                                             \
            TAP_FAIL("%s is \"%s\", wanted \"%s\"", #got, tap_got ? tap_got : "(null)", tap_want);                    \
        }                                                                                                             \
    } while (0)

#define CHECK_BYTES(got, want, len)                                                                                   \
    do {                                                                                                              \
        if (memcmp((got), (want), (len)) != 0) {                                                                      \
            TAP_FAIL("%s are other bytes than %s", #got, #want);                                                      \
        }                                                                                                             \
    } while (0)

/* The test that stands below that line, or NULL. */
static inline const tap_test_t *tap_next(int line)
{
    const tap_test_t *next = NULL;
    for (const tap_test_t *const *t = __start_tap_tests; t < __stop_tap_tests; t++) {
        if ((*t)->line > line && (!next || (*t)->line < next->line)) {
            next = *t;
        }
    }
    return next;
}

/* Runs all; the number of failed ones. */
static inline int tap_run_all(void)
{
    int n = 0, failed = 0;
    for (const tap_test_t *t = tap_next(0); t; t = tap_next(t->line)) {
        tap_now.failed = 0;
        tap_now.skipped = NULL;
        t->run();
        failed += tap_now.failed;
        vbl_printf_stdout("%s %d - %s%s%s\n", tap_now.failed ? "not ok" : "ok", ++n, t->name,
                          tap_now.skipped ? " # SKIP " : "", tap_now.skipped ? tap_now.skipped : "");
    }
    vbl_printf_stdout("1..%d\n", n);
    return failed;
}

/* Once, at the end of the file. */
#define TAP_MAIN                                                                                                      \
    C_NATIVE(zn_tap_run)                                                                                              \
    {                                                                                                                 \
        C_NATIVE_UNWARN();                                                                                            \
        *res = PSMALLINT_NEW(tap_run_all());                                                                          \
        return ERR_OK;                                                                                                \
    }

#endif
