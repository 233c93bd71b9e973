/* SPDX-License-Identifier: MIT */
/*
 * report.h -- what the simulated devices have to say when the program is over.
 */
#ifndef SIM_REPORT_H
#define SIM_REPORT_H

/* Keeps the text for the end; what no longer fits is left out. Context: any. */
void report(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* All of it so far, for tests. */
const char *report_text(void);
/* Writes it to standard error and forgets it. */
void report_print(void);

#endif
