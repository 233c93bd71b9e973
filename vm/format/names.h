/* SPDX-License-Identifier: MIT */
/* names.h -- NAME_x: the fixed numbers of names.def. */
#ifndef FORMAT_NAMES_H
#define FORMAT_NAMES_H

enum {
#define NAME(number, name) NAME_##name = number,
#define EXCEPTION(number, name, parent) NAME_##name = number,
#include "names.def"
#undef NAME
#undef EXCEPTION
    NAME_FIRST_BUILTIN = 256,
    NAME_FIRST_USER = 1024,
};

#endif
