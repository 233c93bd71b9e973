/* SPDX-License-Identifier: MIT */
/*
 * exc.h -- raising and matching exceptions.
 *
 * An error travels through C as an err_t, the exception's number; the thread's
 * `pending` slot holds the exception object or NULL when the bare name says all.
 * Whoever turns an error into success clears the slot (exc_clear).
 */
#ifndef CORE_EXC_H
#define CORE_EXC_H

#include "value.h"
#include <stdarg.h>

/*
 * Makes an exception with a text as its argument, leaves it pending and returns its
 * number: `return vm_raise(ERR_TYPE_EXC, "'%s' object is not iterable",
 * type_name_of(o));` Formats: %s %d %u %ld %lld %x %c %% and %R (PObject *: its repr),
 * %S (its str). MemoryError when there is none for the text. Context: thread.
 */
err_t(vm_raise)(err_t number, const char *fmt, ...);
err_t vm_vraise(err_t number, const char *fmt, va_list ap);

/* Leaves any exception value (tagged name, object, instance of a class) pending;
 * returns its number. TypeError when it is none. Context: thread with the GIL. */
err_t exc_raise_value(PObject *exc);

/* As `raise NAME`: nothing is pending but, while another exception is handled, an
 * object with that for its context. */
err_t exc_raise_bare(err_t number);

/* Goes on raising a value that was caught: no context is added. */
err_t exc_reraise(PObject *exc);

/* Raises KeyError(key), StopIteration(value): an exception whose only argument is
 * `arg`. */
err_t exc_raise_arg(err_t number, PObject *arg);

/* Takes the pending exception as a value (a tagged name when there is no object) and
 * clears the slot. */
PObject *exc_take(err_t err);
void exc_clear(void);

/* Number of an exception value, or 0 when it is none. */
uint16_t exc_number(PObject *exc);
/* Is `number` the exception `base` or derived from it? */
bool exc_derives(uint16_t number, uint16_t base);
/* The number itself and what it derives from, as values, at most EXC_MAX_DEPTH; their
 * count. */
enum { EXC_MAX_DEPTH = 32 };
uint32_t exc_ancestors(uint16_t number, PObject **out);
/* `except target`: target is a tagged name, an exception class or a tuple of such. */
err_t exc_matches(PObject *exc, PObject *target, bool *res);
/* Row of the module that defines it; IMAGE_NONE for a built-in one. */
uint16_t exc_module(uint16_t number);
/* The text that new_exception() gave it, a str, or NULL. */
PObject *exc_message(uint16_t number);
/* Printable name: "ValueError". */
const char *exc_name(uint16_t number);
/* Does the exception tree have that number? */
bool exc_exists(err_t number);
/* A new exception object; args may be NULL. */
PObject *exc_new(uint16_t number, PTuple *args);
/* A bare name becomes an object, all else stays. NULL: no memory. */
PObject *exc_object(PObject *exc);

/* What every exception has. An instance of an exception class keeps it in slot 0. NULL:
 * a bare name, or an instance whose arguments were never set. */
PException *exc_record(PObject *exc);
PTuple *exc_args(PObject *exc);
/* Makes the instance's record; its arguments become the exception's. */
err_t exc_set_args(PObject *exc, int nargs, PObject **args);
/* args, __cause__ …, or NULL. */
PObject *exc_attribute(PObject *exc, uint16_t name);
/* Is it one of those that can be set on any exception? */
bool exc_has_attribute(uint16_t name);
err_t exc_set_attribute(PException *e, uint16_t name, PObject *value);
struct text;
/* repr() and str() of an exception of that name with those arguments. */
err_t exc_args_repr(const char *name, PTuple *args, struct text *out);
err_t exc_args_str(uint16_t number, PTuple *args, struct text *out);

#endif
