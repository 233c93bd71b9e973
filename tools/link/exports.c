/* SPDX-License-Identifier: MIT */
/*
 * exports.c -- the export list as a table.
 */
#include "link.h"

#include <string.h>

const link_export_t link_exports[] = {
#define EXPORT(number, name, since, prototype) {number, #name, #since, prototype},
#define EXPORT_C(number, name, since) {number, #name, #since, NULL},
#include "exports.def"
#undef EXPORT
#undef EXPORT_C
};

const int link_nexports = sizeof link_exports / sizeof *link_exports;

const link_export_t *link_find_export(const char *name)
{
    for (int i = 0; i < link_nexports; i++) {
        if (strcmp(link_exports[i].name, name) == 0) {
            return &link_exports[i];
        }
    }
    return NULL;
}
