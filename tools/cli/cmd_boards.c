/* SPDX-License-Identifier: MIT */
/*
 * cmd_boards.c -- `zvm-native boards`: what can be built for.
 */
#include "cli.h"
#include "diag.h"
#include "json.h"
#include "path.h"
#include "sdk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *text_of(const cJSON *json, const char *key)
{
    const char *text =
        cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, key));
    return text ? text : "";
}

static bool print_board(arena_t *a, const cli_common_t *common, const char *path,
                        const char *name)
{
    const char *source;
    cJSON *json = json_read(a, path, &source);
    if (!json) {
        return false;
    }
    const char *format = common->json
                             ? "{\"name\":\"%s\",\"tag\":\"%s\",\"summary\":\"%s\"}\n"
                             : "%-12s%-16s%s\n";
    printf(format, name, text_of(json, "tag"), text_of(json, "summary"));
    cJSON_Delete(json);
    return true;
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    const char *folder = sdk_path(a, "boards");
    bool good = true;
    struct dirent **entries;
    (void)arguments;
    int n = scandir(folder, &entries, NULL, alphasort);
    if (n < 0) {
        diag_error(NULL, DIAG_file_read, NULL, "cannot read '%s': %s", folder,
                   strerror(errno));
        return EXIT_INPUT;
    }
    for (int i = 0; i < n; i++) {
        const char *name = arena_strdup(a, entries[i]->d_name);
        if (name[0] != '.') {
            const char *path = arena_printf(a, "%s/%s/board.json", folder, name);
            good &= print_board(a, options, path, name);
        }
        free(entries[i]);
    }
    free(entries);
    return good ? EXIT_GOOD : EXIT_INPUT;
}

const cli_command_t cmd_boards = {
    .opts = {.name = "zvm-native boards",
             .arguments = "",
             .summary = "list what can be built for",
             .common = cli_common_rows,
             .least = 0,
             .most = 0},
    .options_size = sizeof(cli_common_t),
    .run = run,
};
