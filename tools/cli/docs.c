/* SPDX-License-Identifier: MIT */
/*
 * docs.c -- `zvm-docs PAGE` prints a page of docs/ from the table that the programs are
 * made from: cli, errors, bytecode.
 */
#include "cli.h"
#include "diag.h"
#include "zvm_options.h"

#include <stdio.h>
#include <string.h>

static void print_command(const opt_command_t *c)
{
    strbuf_t s;
    strbuf_init(&s);
    opts_markdown(c, &s);
    fputs(s.data, stdout);
    strbuf_free(&s);
}

static void page_cli(void)
{
    puts(
        "# The command line\n\n"
        "Made by `make docs` from the option rows. Exit status: 0 good, 1 the input is "
        "wrong, 2 the command line is\nwrong, 70 our bug.\n");
    for (const cli_command_t *const *c = cli_commands; *c; c++) {
        print_command(&(*c)->opts);
    }
    print_command(&zvm_run_command);
    print_command(&zvm_compile_command);
    print_command(&zvm_disasm_command);
}

static void page_errors(void)
{
    puts(
        "# Diagnostics\n\n"
        "Made by `make docs` from `tools/support/diags.def`. `zvm-native explain SLUG` "
        "prints the same.\n");
    for (int i = 0; i < DIAG_COUNT; i++) {
        printf("## %s\n\n%s\n\n", diag_slug_name((diag_slug_t)i),
               diag_slug_text((diag_slug_t)i));
    }
}

static const struct {
    int number;
    const char *name, *operand, *pops, *pushes, *meaning;
} opcodes[] = {
#define OP(number, name, operand, pops, pushes, meaning)                               \
    {number, #name, #operand, #pops, #pushes, meaning},
#include "opcodes.def"
#undef OP
};

static void page_bytecode(void)
{
    puts("# Bytecode\n\n"
         "Made by `make docs` from `vm/format/opcodes.def`. One byte of opcode, then "
         "its "
         "operand, little-endian.\n\n"
         "| code | name | operand | pops | pushes | meaning "
         "|\n|---|---|---|---|---|---|");
    for (size_t i = 0; i < sizeof opcodes / sizeof *opcodes; i++) {
        printf("| 0x%02X | %s | %s | %s | %s | ", (unsigned)opcodes[i].number,
               opcodes[i].name, opcodes[i].operand, opcodes[i].pops, opcodes[i].pushes);
        for (const char *c = opcodes[i].meaning; *c; c++) {
            printf(*c == '|' ? "\\%c" : "%c", *c);
        }
        puts(" |");
    }
}

static const struct {
    const char *name;
    void (*print)(void);
} pages[] = {
    {"cli", page_cli},
    {"errors", page_errors},
    {"bytecode", page_bytecode},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc == 2 && i < sizeof pages / sizeof *pages; i++) {
        if (strcmp(argv[1], pages[i].name) == 0) {
            pages[i].print();
            return EXIT_GOOD;
        }
    }
    fputs("usage: zvm-docs cli|errors|bytecode\n", stderr);
    return EXIT_USAGE;
}
