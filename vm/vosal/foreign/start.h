/* SPDX-License-Identifier: MIT */
/* start.h -- what a program that is VOSAL's only needs from the machine to start and
 * end. */
#ifndef FOREIGN_START_H
#define FOREIGN_START_H

#include <stddef.h>

/* The program: the firmware's main, or a test's. In the first thread. */
int vos_main(int argc, char **argv);

/* Memory for the stack of the first task. Before the kernel runs. */
void *machine_main_stack(size_t *size);
void machine_end(int status) __attribute__((noreturn));
void machine_stack_overflow(void) __attribute__((noreturn));
/* The kernel cannot go on, for the reason it gives. */
void machine_halted(const char *why) __attribute__((noreturn));

#endif
