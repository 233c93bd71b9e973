/* SPDX-License-Identifier: MIT */
/* groups_none.c -- in place of exc_group.c: no exception groups, no `except*`. */
#include "exc_group.h"
#include "left_out.h"

bool group_is(PObject *exc)
{
    (void)exc;
    return false;
}

err_t group_check(uint16_t number, PTuple *args)
{
    (void)number, (void)args;
    return left_out("exception groups are");
}

uint16_t group_number(uint16_t number, PTuple *args)
{
    (void)args;
    return number;
}

/* No exception is a group, so nobody asks for these two. */
err_t group_str(PObject *group, struct text *out)
{
    (void)group, (void)out;
    return ERR_OK;
}

err_t group_getattr(PObject *group, uint16_t name, PObject **res)
{
    (void)group, (void)name;
    *res = NULL;
    return ERR_OK;
}

OPTIONAL err_t group_star_split(PObject **values)
{
    (void)values;
    return left_out("except* is");
}
