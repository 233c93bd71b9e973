/* SPDX-License-Identifier: MIT */
/*
 * main.c -- `zvm-native`: finds the subcommand and parses its options.
 */
#include "cli.h"

#include "diag.h"
#include "proc.h"

#include <stdio.h>
#include <string.h>

static int print_help(void)
{
    printf("usage: zvm-native COMMAND [options]\n\n"
           "C drivers as Python modules: scaffold, build, run.\n\ncommands:\n");
    for (const cli_command_t *const *c = cli_commands; *c; c++) {
        printf("  %-12s%s\n", cli_command_name(*c), (*c)->opts.summary);
    }
    printf("\n'zvm-native COMMAND --help' says more; --version prints the version\n");
    return EXIT_GOOD;
}

static const cli_command_t *find(const char *name)
{
    for (const cli_command_t *const *c = cli_commands; *c; c++) {
        if (strcmp(cli_command_name(*c), name) == 0) {
            return *c;
        }
    }
    return NULL;
}

static int unknown_command(arena_t *a, const char *name)
{
    const char *names[32];
    int n = 0;
    for (const cli_command_t *const *c = cli_commands; *c; c++) {
        names[n++] = cli_command_name(*c);
    }
    const char *nearest = diag_nearest(name, names, n);
    diag_error(NULL, DIAG_usage,
               nearest ? arena_printf(a, "did you mean '%s'?", nearest)
                       : "'zvm-native --help' lists the commands",
               "unknown command '%s'", name);
    return EXIT_USAGE;
}

static int run(arena_t *a, const cli_command_t *c, int argc, char **argv)
{
    cli_common_t *common = arena_alloc(a, c->options_size);
    opt_list_t arguments = {0};
    for (int i = 0; i < argc;
         i++) { /* so that a wrong command line is told as data too */
        if (strcmp(argv[i], "--json") == 0) {
            diag_set_json(true);
        }
    }
    switch (opts_parse(a, &c->opts, argc, argv, common, &arguments)) {
    case OPTS_HELP:
        return EXIT_GOOD;
    case OPTS_BAD:
        return EXIT_USAGE;
    case OPTS_RUN:
        break;
    }
    diag_set_json(common->json);
    diag_set_quiet(common->quiet);
    proc_set_verbose(common->verbose);
    proc_set_dry_run(common->dry_run);
    return c->run(a, common, &arguments);
}

int main(int argc, char **argv)
{
    diag_set_program("zvm-native");
    if (argc < 2) {
        print_help();
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        return print_help();
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("zvm-native " ZVM_VERSION);
        return EXIT_GOOD;
    }
    arena_t *a = arena_new();
    const cli_command_t *c = find(argv[1]);
    int status = c ? run(a, c, argc - 1, argv + 1) : unknown_command(a, argv[1]);
    arena_free(a);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        diag_error(NULL, DIAG_file_write, NULL, "cannot write to standard output");
        status = status ? status : EXIT_INPUT;
    }
    return status;
}
