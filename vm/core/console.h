/* SPDX-License-Identifier: MIT */
/*
 * console.h -- what print() writes to and input() reads from.
 *
 * Output is buffered; the buffer is passed on when it is full, at console_flush, and at
 * line ends when console_port_interactive says that somebody watches. Context: thread
 * with the GIL.
 */
#ifndef CORE_CONSOLE_H
#define CORE_CONSOLE_H

#include "vmport.h"

void console_write(const void *data, size_t n);
void console_flush(void);
/* Writes what is not the program's output, such as a traceback, after what was printed before. */
void console_error(const void *data, size_t n);
/*
 * Reads a line without its end into line[0 … size-1]; returns its length, -1 at the end
 * of input. *more: the line goes on, or Ctrl-C came: go through a safe point and ask
 * again. Other threads run while it waits.
 */
long console_read_line(char *line, size_t size, bool *more);

#endif
