/* SPDX-License-Identifier: MIT */
/*
 * cmd_exports.c -- `zvm-native exports`: what a native may call.
 */
#include "cli.h"
#include "diag.h"
#include "link.h"

#include <stdio.h>
#include <string.h>

static void print_text(const link_export_t *e)
{
    if (e->prototype) {
        printf("%4d  %s\n", e->number, e->prototype);
    } else {
        printf("%4d  %s (C library)\n", e->number, e->name);
    }
}

static void print_json(const link_export_t *e)
{
    printf("{\"number\":%d,\"name\":\"%s\",\"since\":\"%s\"", e->number, e->name,
           e->since);
    if (e->prototype) {
        printf(",\"prototype\":\"%s\"", e->prototype);
    }
    puts("}");
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    const cli_common_t *common = options;
    const char *pattern = arguments->len ? arguments->items[0] : "";
    int found = 0;
    (void)a;
    for (int i = 0; i < link_nexports; i++) {
        const link_export_t *e = &link_exports[i];
        if (strstr(e->name, pattern)) {
            (common->json ? print_json : print_text)(e);
            found++;
        }
    }
    if (!found) {
        diag_error(NULL, DIAG_link_undefined, NULL, "no export has '%s' in its name",
                   pattern);
    }
    return found ? EXIT_GOOD : EXIT_INPUT;
}

const cli_command_t cmd_exports = {
    .opts = {.name = "zvm-native exports",
             .arguments = "[PART-OF-NAME]",
             .summary = "list what a native may call",
             .common = cli_common_rows,
             .least = 0,
             .most = 1},
    .options_size = sizeof(cli_common_t),
    .run = run,
};
