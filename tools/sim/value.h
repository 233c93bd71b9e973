/* SPDX-License-Identifier: MIT */
/*
 * value.h -- what stands in the strings of a scene: times, dates, bytes, numbers.
 */
#ifndef SIM_VALUE_H
#define SIM_VALUE_H

#include "strbuf.h"
#include <stdbool.h>
#include <stdint.h>

/* "10ms", "1.5s", "250us", "20ns", "2min", "1h" as nanoseconds, at most 100 years. */
bool value_time(const char *text, uint64_t *ns);
/* "2026-01-31T12:00:00", from 1970 to 2105, as seconds since 1970. */
bool value_date(const char *text, uint32_t *seconds);
/* Pairs of hexadecimal digits, blanks between bytes or not, appended without blanks. */
bool value_bytes(const char *text, strbuf_t *hex);
/* "0x48" or "72". */
bool value_whole(const char *text, double *number);

#endif
