/* SPDX-License-Identifier: MIT */
/*
 * call.h -- calling Python from C, and binding arguments to parameters.
 *
 * Everything here may run Python in a nested loop on the same C stack; RecursionError
 * when too little of it is left. Context: thread with the GIL.
 */
#ifndef CORE_CALL_H
#define CORE_CALL_H

#include "type.h"

/* Any callable with positional arguments. */
err_t vm_call(PObject *fn, PObject **res, int nargs, PObject **args);
/* obj.name(args); AttributeError when there is none. */
err_t vm_call_method(PObject *obj, uint16_t name, PObject **res, int nargs,
                     PObject **args);
/* The special method of a user class's instance; *found false when its class has none.
 */
err_t vm_call_special(PObject *instance, uint16_t name, bool *found, PObject **res,
                      int nargs, PObject **args);
/* With keywords: args has nargs positional values, then one for each name of the tuple
 * of str `kwnames`. */
err_t vm_call_kw(PObject *fn, PObject **res, int nargs, PObject **args,
                 PTuple *kwnames);

/* RecursionError when too little of this thread's C stack is left for another nested
 * loop. */
err_t call_check_c_stack(void);

/*
 * Binds a call of a built-in with a params description (builtins.def) into out[0 …
 * nparams-1], NULL where omitted; the first `min` must be there. `kw` names the values
 * behind the positional ones (NULL: none). `who` is for the error text.
 */
err_t call_bind_params(const char *who, const char *params, int min, int nargs,
                       PObject **args, PTuple *kw, PObject **out, int *nout);
#define CALL_MAX_PARAMS 8

/* A keyword as it stands in a tuple of keywords, str or number of a name, as str. NULL:
 * no memory. */
PObject *call_name_as_str(PObject *name);

#endif
