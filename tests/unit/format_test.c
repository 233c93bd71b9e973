/* SPDX-License-Identifier: MIT */
/* format_test.c -- float repr and format specifications against python3's results. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit */
#include "float.h"
#include "format.h"
#include "text.h"
#include "values.h"

static double of_bits(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* What obj_format makes of a value, or the error. */
static const char *formatted(PObject *value, const char *spec)
{
    PObject *r = NULL;
    err_t err = obj_format(value, values_str(spec), &r);
    if (err) {
        return values_show(err, NULL);
    }
    snprintf(values_shown, sizeof values_shown, "%.*s", (int)str_bytes(r),
             (char *)str_data(r));
    return values_shown;
}

TEST(shows_floats_shortest)
{
    static const struct {
        uint64_t bits;
        const char *text;
    } rows[] = {
#define FLOATS
#include "format_vectors.h"
#undef FLOATS
    };
    values_start();
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        double value = of_bits(rows[i].bits), back;
        CHECK_STR(values_show(ERR_OK, float_new(value)), rows[i].text);
        CHECK(float_parse(rows[i].text, strlen(rows[i].text), &back));
        CHECK(back == value || value != value);
    }
}

TEST(formats_floats)
{
    static const struct {
        uint64_t bits;
        const char *spec, *text;
    } rows[] = {
#define FLOAT_SPECS
#include "format_vectors.h"
#undef FLOAT_SPECS
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        values_start();
        const char *got = formatted(float_new(of_bits(rows[i].bits)), rows[i].spec);
        if (strcmp(got, rows[i].text) != 0) {
            printf("# format(%.17g, '%s')\n", of_bits(rows[i].bits), rows[i].spec);
        }
        CHECK_STR(got, rows[i].text);
    }
}

TEST(formats_ints)
{
    static const struct {
        const char *value, *spec, *text;
    } rows[] = {
#define INT_SPECS
#include "format_vectors.h"
#undef INT_SPECS
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        values_start();
        const char *got = formatted(values_int(rows[i].value), rows[i].spec);
        if (strcmp(got, rows[i].text) != 0) {
            printf("# format(%s, '%s')\n", rows[i].value, rows[i].spec);
        }
        CHECK_STR(got, rows[i].text);
    }
}

TEST(formats_strs)
{
    static const struct {
        const char *value, *spec, *text;
    } rows[] = {
#define STR_SPECS
#include "format_vectors.h"
#undef STR_SPECS
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        values_start();
        const char *got = formatted(values_str(rows[i].value), rows[i].spec);
        if (strcmp(got, rows[i].text) != 0) {
            printf("# format('%s', '%s')\n", rows[i].value, rows[i].spec);
        }
        CHECK_STR(got, rows[i].text);
    }
}

TEST(formats_other_values)
{
    values_start();
    CHECK_STR(formatted(P_TRUE, ""), "True");
    CHECK_STR(formatted(P_TRUE, "d"), "1");
    CHECK_STR(formatted(P_TRUE, "5"), "    1");
    CHECK_STR(formatted(P_NONE, ""), "None");
    CHECK_STR(formatted(P_NONE, "5"),
              "TypeError: unsupported format string passed to NoneType.__format__");
}

TAP_MAIN
