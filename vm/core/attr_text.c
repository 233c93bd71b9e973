/* SPDX-License-Identifier: MIT */
/* attr_text.c -- names and their numbers. */
#include "attr.h"
#include "attr_names.h"
#include "dict.h"
#include "list.h"
#include "state.h"
#include "str.h"
#include <string.h>

static const char *row_text(uint32_t row)
{
    return attr_builtin_texts + attr_builtin_names[row].text;
}

static const char *builtin_text(uint16_t name)
{
    uint32_t lo = 0, hi = attr_nbuiltin_names;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (attr_builtin_names[mid].number < name) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < attr_nbuiltin_names && attr_builtin_names[lo].number == name
               ? row_text(lo)
               : "?";
}

static const char *user_text(uint32_t i)
{
    return (const char *)vm.image +
           ((const uint32_t *)(vm.image + vm.header->names))[i];
}

const char *attr_name_text(uint16_t name)
{
    uint32_t i = name - NAME_FIRST_USER;
    if (name < NAME_FIRST_USER) {
        return builtin_text(name);
    }
    if (vm.header == NULL || i < vm.header->nnames) {
        return vm.header ? user_text(i) : "?";
    }
    i -= vm.header->nnames;
    return vm.new_names && i < vm.new_names->header.length
               ? (const char *)str_data(PLIST_ITEM(vm.new_names, i))
               : "?";
}

/* The dictionary text → number, made when a program first asks for a name by its text.
 */
static err_t make_name_index(void)
{
    uint32_t users = vm.header->nnames;
    PDict *index = dict_new(attr_nbuiltin_names + users);
    for (uint32_t i = 0; index && i < attr_nbuiltin_names + users; i++) {
        bool user = i >= attr_nbuiltin_names;
        uint32_t number = user ? NAME_FIRST_USER + i - attr_nbuiltin_names
                               : attr_builtin_names[i].number;
        PObject *text = (PObject *)str_from_c(user ? user_text(i - attr_nbuiltin_names)
                                                   : row_text(i));
        if (text == NULL || dict_set(index, text, PSMALLINT_NEW(number)) != ERR_OK) {
            return ERR_MEMORY_EXC;
        }
    }
    vm.name_index = index;
    return index ? ERR_OK : ERR_MEMORY_EXC;
}

/* Without memory for the dictionary: every name, one by one. */
static uint16_t scan_names(PObject *str)
{
    uint32_t end = NAME_FIRST_USER + vm.header->nnames +
                   (vm.new_names ? vm.new_names->header.length : 0);
    for (uint32_t number = NAME_FIRST_BUILTIN; number < end; number++) {
        const char *text = attr_name_text((uint16_t)number);
        if (strlen(text) == str_bytes(str) &&
            memcmp(text, str_data(str), str_bytes(str)) == 0) {
            return (uint16_t)number;
        }
    }
    return 0;
}

uint16_t attr_name_of(PObject *str)
{
    PObject *number = NULL;
    if (IS_PSMALLINT(str)) {
        return (uint16_t)PSMALLINT_VALUE(str);
    }
    if (vm.name_index == NULL && make_name_index() != ERR_OK) {
        return scan_names(str);
    }
    if (dict_get(vm.name_index, str, &number) != ERR_OK || number == NULL) {
        return 0;
    }
    return (uint16_t)PSMALLINT_VALUE(number);
}

uint16_t attr_name_intern(PObject *str)
{
    uint16_t known = attr_name_of(str);
    if (known || vm.name_index == NULL ||
        (vm.new_names == NULL && (vm.new_names = list_new(4)) == NULL)) {
        return known;
    }
    uint32_t number = NAME_FIRST_USER + vm.header->nnames + vm.new_names->header.length;
    if (number >= IMAGE_NONE || list_append(vm.new_names, str) != ERR_OK ||
        dict_set(vm.name_index, str, PSMALLINT_NEW(number)) != ERR_OK) {
        return 0;
    }
    return (uint16_t)number;
}
