/* SPDX-License-Identifier: MIT */
/*
 * cmd_explain.c -- `zvm-native explain`: the page about one diagnostic.
 */
#include "cli.h"
#include "diag.h"

#include <stdio.h>
#include <string.h>

/* The text in lines of at most 80 columns. */
static void print_wrapped(const char *text)
{
    int column = 0;
    while (*text) {
        int len = (int)strcspn(text, " ");
        if (column && column + 1 + len > 80) {
            putchar('\n');
            column = 0;
        }
        column += printf("%s%.*s", column ? " " : "", len, text);
        text += len;
        text += strspn(text, " ");
    }
    putchar('\n');
}

static int list_all(void)
{
    for (int i = 0; i < DIAG_COUNT; i++) {
        puts(diag_slug_name((diag_slug_t)i));
    }
    return EXIT_GOOD;
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    const cli_common_t *common = options;
    const char *names[DIAG_COUNT];
    if (!arguments->len) {
        return list_all();
    }
    for (int i = 0; i < DIAG_COUNT; i++) {
        names[i] = diag_slug_name((diag_slug_t)i);
        if (strcmp(names[i], arguments->items[0]) != 0) {
            continue;
        }
        if (!common->json) {
            printf("%s\n\n", names[i]);
        }
        print_wrapped(diag_slug_text((diag_slug_t)i));
        return EXIT_GOOD;
    }
    const char *nearest = diag_nearest(arguments->items[0], names, DIAG_COUNT);
    diag_error(NULL, DIAG_usage,
               nearest ? arena_printf(a, "did you mean '%s'?", nearest)
                       : "'zvm-native explain' lists them",
               "there is no diagnostic '%s'", arguments->items[0]);
    return EXIT_USAGE;
}

const cli_command_t cmd_explain = {
    .opts = {.name = "zvm-native explain",
             .arguments = "[SLUG]",
             .summary = "say more about a diagnostic",
             .details = "SLUG is what stands in brackets behind an error: "
                        "`zvm-native explain native-type`.",
             .common = cli_common_rows,
             .least = 0,
             .most = 1},
    .options_size = sizeof(cli_common_t),
    .run = run,
};
