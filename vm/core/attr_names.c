/* SPDX-License-Identifier: MIT */
/* attr_names.c -- the whole table of names.def. */
#include "attr_names.h"
#include "type.h"
#include <stddef.h>

/* All texts in one piece, so that a row needs two bytes to say where its text is. */
struct texts {
#define NAME(number, name) char of_##number[sizeof #name];
#define EXCEPTION(number, name, parent) NAME(number, name)
#include "names.def"
#undef NAME
};

OPTIONAL const char attr_builtin_texts[] =
#define NAME(number, name) #name "\0"
#include "names.def"
#undef NAME
    ;

OPTIONAL const attr_name_t attr_builtin_names[] = {
#define NAME(number, name) {number, offsetof(struct texts, of_##number)},
#include "names.def"
#undef NAME
#undef EXCEPTION
};
OPTIONAL const uint32_t attr_nbuiltin_names =
    sizeof attr_builtin_names / sizeof *attr_builtin_names;
