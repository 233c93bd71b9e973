/* SPDX-License-Identifier: MIT */
/*
 * exec_cold.h -- what the loop does rarely, out of its way. Context: thread with the
 * GIL.
 */
#ifndef CORE_EXEC_COLD_H
#define CORE_EXEC_COLD_H

#include "state.h"
#include "type.h"

/* Truth of a comparison that is not between numbers. */
err_t cold_test(compare_t op, PObject *a, PObject *b, bool *res);
/* TypeError: __init__() should return None. */
err_t cold_init_result(PObject *result);

/* Errors of names. `slot` is a local of `code`; `global` a slot of the image. */
err_t cold_unbound_local(const image_code_t *code, int slot);
err_t cold_unbound_cell(const image_code_t *code, int slot);
err_t cold_name_error(uint16_t name);
err_t cold_global_error(uint16_t global);

/* Items of an iterable onto dst[0 … before + after (+ 1 with `star`)), the first on
 * top, i.e. at the highest index. */
err_t cold_unpack(PObject *iterable, PObject **dst, int before, int after, bool star);

/* RANGE_PREP: args[0 … n) become state[0 … 3). */
err_t cold_range_prep(PObject **args, int n, PObject **state);
/* LOOP_RANGE's slow side: `state` holds an iterator; *res NULL at the end. */
err_t cold_range_next(PObject **state, PObject **res);

/* LIST_EXTEND: TypeError "Value after * must be an iterable". */
err_t cold_list_extend(PObject *list, PObject *iterable, PObject *callee);
/* What f(*iterable) with nothing else calls, for the text of an error; NULL when the
 * instruction before `ip` is not for that. */
PObject *cold_star_callee(PObject *list, PObject **sp, const uint8_t *ip);

err_t cold_build_dict(PObject **items, int pairs, PObject **res);
err_t cold_build_set(PObject **items, int n, PObject **res);
err_t cold_build_string(PObject **items, int n, PObject **res);
err_t cold_build_slice(PObject **items, int n, PObject **res);
err_t cold_format(int flags, PObject *value, PObject *spec, PObject **res);
/* DICT_UPDATE (callee NULL) and DICT_MERGE for the keywords of a call of `callee`. */
err_t cold_dict_merge(PObject *dict, PObject *mapping, PObject *callee);
/* MAKE_FUNCTION: parts are popped as the opcode says, the first at parts[0]. */
err_t cold_make_function(uint16_t code, int flags, PObject **parts, PObject **res);
/* RAISE n with its values. */
err_t cold_raise(PThread *t, int n, PObject **values);
/* CALL_EX: `base` is callee, tuple, (dict); lays the arguments out from base[1]; *names
 * NULL or a tuple of str. */
err_t cold_call_ex(PThread *t, PObject **base, bool keywords, int *nargs,
                   PTuple **names);

#endif
