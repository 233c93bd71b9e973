/* SPDX-License-Identifier: MIT */
/*
 * cmd_completion.c -- `zvm-native completion`: a script for bash, made from the option
 * rows.
 */
#include "cli.h"

#include <stdio.h>

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    (void)a;
    (void)options;
    (void)arguments;
    puts("# source <(zvm-native completion)\n"
         "_zvm_native()\n"
         "{\n"
         "    local word=${COMP_WORDS[COMP_CWORD]} words=\n"
         "    if [ \"$COMP_CWORD\" = 1 ]; then");
    printf("        words=\"");
    for (const cli_command_t *const *c = cli_commands; *c; c++) {
        printf("%s ", cli_command_name(*c));
    }
    puts("--help --version\"\n    else\n        case ${COMP_WORDS[1]} in");
    for (const cli_command_t *const *c = cli_commands; *c; c++) {
        strbuf_t words;
        strbuf_init(&words);
        opts_words(&(*c)->opts, &words);
        printf("        %s) words=\"%s\" ;;\n", cli_command_name(*c), words.data);
        strbuf_free(&words);
    }
    puts("        esac\n"
         "    fi\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "}\n"
         "complete -o default -F _zvm_native zvm-native");
    return EXIT_GOOD;
}

const cli_command_t cmd_completion = {
    .opts = {.name = "zvm-native completion",
             .arguments = "",
             .summary = "print a completion script for bash",
             .details = "source <(zvm-native completion)",
             .common = cli_common_rows,
             .least = 0,
             .most = 0},
    .options_size = sizeof(cli_common_t),
    .run = run,
};
