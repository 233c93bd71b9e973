/* SPDX-License-Identifier: MIT */
/*
 * tap.h -- unit tests in one header: TEST(name) { … CHECK…(…); }  and TAP_MAIN at the
 * end.
 *
 * A failed CHECK says file:line and both values, and leaves that test. `./prog name…`
 * runs only the tests named. Output is TAP, so any runner can count it.
 *
 * With TAP_NO_STDIO the program gives `void tap_put(const char *text)`, which writes
 * the text to wherever a board shows something, and nothing else of the C library is
 * used but string.h.
 */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <string.h>

#ifdef TAP_NO_STDIO
void tap_put(const char *text);
#else
#include <stdio.h>
static inline void tap_put(const char *text)
{
    fputs(text, stdout);
    fflush(stdout);
}
#define TAP_FAIL(...)                                                                  \
    do {                                                                               \
        printf("# %s:%d: ", __FILE__, __LINE__);                                       \
        printf(__VA_ARGS__);                                                           \
        printf("\n");                                                                  \
        tap_failed = 1;                                                                \
        return;                                                                        \
    } while (0)
#endif

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

static inline void tap_put_int(long long value)
{
    char text[24], *p = text + sizeof text - 1;
    unsigned long long left =
        value < 0 ? 0ull - (unsigned long long)value : (unsigned long long)value;
    *p = 0;
    do {
        *--p = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (value < 0) {
        *--p = '-';
    }
    tap_put(p);
}

/* "# file:line: what", and what comes next. */
static inline void tap_begin_failure(const char *file, int line, const char *what)
{
    tap_failed = 1;
    tap_put("# ");
    tap_put(file);
    tap_put(":");
    tap_put_int(line);
    tap_put(": ");
    tap_put(what);
}

static inline void tap_fail_int(const char *file, int line, const char *what,
                                long long got, long long want)
{
    tap_begin_failure(file, line, what);
    tap_put(" is ");
    tap_put_int(got);
    tap_put(", wanted ");
    tap_put_int(want);
    tap_put("\n");
}

static inline void tap_fail_str(const char *file, int line, const char *what,
                                const char *got, const char *want)
{
    tap_begin_failure(file, line, what);
    tap_put(" is \"");
    tap_put(got ? got : "(null)");
    tap_put("\", wanted \"");
    tap_put(want);
    tap_put("\"\n");
}

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
            tap_begin_failure(__FILE__, __LINE__, #expr);                              \
            tap_put(" is false\n");                                                    \
            return;                                                                    \
        }                                                                              \
    } while (0)
#define CHECK_INT(got, want)                                                           \
    do {                                                                               \
        long long tap_g = (long long)(got), tap_w = (long long)(want);                 \
        if (tap_g != tap_w) {                                                          \
            tap_fail_int(__FILE__, __LINE__, #got, tap_g, tap_w);                      \
            return;                                                                    \
        }                                                                              \
    } while (0)
#define CHECK_STR(got, want)                                                           \
    do {                                                                               \
        const char *tap_g = (got), *tap_w = (want);                                    \
        if (!tap_g || strcmp(tap_g, tap_w) != 0) {                                     \
            tap_fail_str(__FILE__, __LINE__, #got, tap_g, tap_w);                      \
            return;                                                                    \
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
        tap_put(tap_failed ? "not ok " : "ok ");
        tap_put_int(++n);
        tap_put(" - ");
        tap_put(t->name);
        tap_put(tap_skipped ? " # SKIP " : "");
        tap_put(tap_skipped ? tap_skipped : "");
        tap_put("\n");
    }
    tap_put("1..");
    tap_put_int(n);
    tap_put("\n");
    return failures || n == 0;
}

#define TAP_MAIN                                                                       \
    int main(int argc, char **argv)                                                    \
    {                                                                                  \
        return tap_main(argc, argv);                                                   \
    }

#endif
