/* SPDX-License-Identifier: MIT */
/*
 * obj.h -- what can be done with any object: the dispatch from operators and built-in
 * functions to types.
 *
 * Everything here may run Python (special methods of user classes): re-read containers
 * afterwards. Functions return ERR_OK or an exception's number with the pending
 * exception set (exc.h). Results go to *res; on an error *res is undefined. Context:
 * thread with the GIL.
 */
#ifndef CORE_OBJ_H
#define CORE_OBJ_H

#include "type.h"

err_t obj_binary(binary_t op, PObject *a, PObject *b, PObject **res);
err_t obj_inplace(binary_t op, PObject *a, PObject *b, PObject **res);
err_t obj_unary(unary_t op, PObject *a, PObject **res);
err_t obj_compare(compare_t op, PObject *a, PObject *b, PObject **res);
/* Identity first, then ==. */
err_t obj_equal(PObject *a, PObject *b, bool *res);
/* a < b, for sorting. */
err_t obj_less(PObject *a, PObject *b, bool *res);
err_t obj_hash(PObject *o, uint32_t *hash);
err_t obj_is_true(PObject *o, bool *res);
err_t obj_len(PObject *o, uint32_t *len);
err_t obj_contains(PObject *container, PObject *item, bool *res);
err_t obj_getitem(PObject *o, PObject *key, PObject **res);
err_t obj_setitem(PObject *o, PObject *key, PObject *value);
err_t obj_delitem(PObject *o, PObject *key);
err_t obj_iter(PObject *o, PObject **res);
/* *res NULL: exhausted. StopIteration raised by a user's __next__ or a generator's end
 * is that, too. */
err_t obj_next(PObject *it, PObject **res);
/* str. */
err_t obj_repr(PObject *o, PObject **res);
err_t obj_str(PObject *o, PObject **res);
/* Appends to a text under construction (text.h). Recursion through containers is cut
 * with RecursionError or "[...]". */
err_t obj_repr_to(PObject *o, struct text *out);
err_t obj_str_to(PObject *o, struct text *out);
/* format(o, spec): spec is a str. */
err_t obj_format(PObject *o, PObject *spec, PObject **res);
/* Does iter(o) stand a chance? Runs nothing. */
bool obj_is_iterable(PObject *o);
/* An int or an instance whose class has __index__. */
bool obj_has_index(PObject *o);
/* RecursionError "maximum recursion depth exceeded<where>" when less is left. */
err_t obj_check_recursion(const char *where);
/* An int for indexing (__index__): TypeError "'float' object cannot be interpreted as
 * an integer"; clipped to int64. */
err_t obj_index(PObject *o, int64_t *value);

#endif
