/* SPDX-License-Identifier: MIT */
/*
 * sort.h -- stable sorting of lists.
 *
 * Context: thread with the GIL.
 */
#ifndef CORE_SORT_H
#define CORE_SORT_H

#include "type.h"

/*
 * list.sort(key=key, reverse=reverse); key NULL or None: the items themselves. While a
 * key function or __lt__ runs the list is empty; ValueError "list modified during sort"
 * when it then is not.
 */
err_t sort_list(PList *list, PObject *key, bool reverse);
/* sorted(iterable, …). */
err_t sort_sorted(PObject *iterable, PObject *key, bool reverse, PList **res);

#endif
