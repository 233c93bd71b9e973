/* SPDX-License-Identifier: MIT */
/*
 * cmd_boards.c -- `zvm-native boards`: what can be built for, what is installed for it,
 * and what is missing.
 */
#include "board_state.h"
#include "cli.h"
#include "file.h"
#include "json.h"
#include "sdk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A board and its file, of which the tools take more than board.h has. */
typedef struct board_page {
    board_t board;
    board_state_t state;
    cJSON *json;
} board_page_t;

static bool open_page(arena_t *a, const char *name, board_page_t *out)
{
    const char *text;
    const char *path = sdk_path(a, arena_printf(a, "boards/%s/board.json", name));
    out->json = NULL;
    if (!board_read(a, name, &out->board) || !(out->json = json_read(a, path, &text))) {
        return false;
    }
    board_state(a, &out->board, &out->state);
    return true;
}

static const char *text_of(const cJSON *json, const char *key)
{
    const char *text =
        cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, key));
    return text ? text : "";
}

static const char *yes(bool answer)
{
    return answer ? "yes" : "no";
}

/* ---- the list ---- */

static void print_line(const board_page_t *p)
{
    printf("%-14s%-18s%-8s%-6s%s\n", p->board.name, p->board.tag, yes(p->state.builds),
           yes(p->state.runs), text_of(p->json, "summary"));
    for (int i = 0; i < p->state.needs.len; i++) {
        printf("%-14s%s: %s\n", "", p->state.needs.items[i].text,
               p->state.needs.items[i].hint);
    }
}

/* ---- one board ---- */

static void print_words(const char *head, const char *first, const opt_list_t *words)
{
    printf("%-12s%s", head, first);
    for (int i = 0; i < words->len; i++) {
        printf("%s%s", i || *first ? " " : "", words->items[i]);
    }
    putchar('\n');
}

static void print_memory(const board_t *b)
{
    for (int i = 0; i < b->memory.len; i++) {
        const board_memory_t *m = &b->memory.items[i];
        printf("%-12s%s, %llu KB at 0x%08llx\n", i ? "" : "memory", m->name,
               (unsigned long long)m->size / 1024, (unsigned long long)m->start);
    }
}

static void print_peripherals(const cJSON *json)
{
    const cJSON *item, *list = cJSON_GetObjectItemCaseSensitive(json, "peripherals");
    const char *before = "";
    if (!list) {
        return;
    }
    printf("%-12s", "units");
    cJSON_ArrayForEach(item, list)
    {
        if (item->valueint) {
            printf("%s%d %s", before, item->valueint, item->string);
            before = ", ";
        }
    }
    putchar('\n');
}

/* "D5     A5  PWM3 ICU3" */
static void print_pins(const cJSON *json)
{
    const cJSON *pin, *use;
    const char *head = "pins";
    cJSON_ArrayForEach(pin, cJSON_GetObjectItemCaseSensitive(json, "pins"))
    {
        const cJSON *pad = cJSON_GetObjectItemCaseSensitive(pin, "pad");
        printf("%-12s%-6s%s%d", head, text_of(pin, "name"), text_of(pin, "port"),
               pad ? pad->valueint : 0);
        cJSON_ArrayForEach(use, cJSON_GetObjectItemCaseSensitive(pin, "is"))
        {
            printf(" %s", cJSON_GetStringValue(use));
        }
        putchar('\n');
        head = "";
    }
}

/* The sections of the VHAL that are not answered with VHAL_UNSUPPORTED_ERROR. */
static const char *sections_of(arena_t *a, const board_t *b)
{
    const char *path = board_file(a, b, "vhal.txt");
    char *text;
    size_t len;
    if (!file_exists(path) || !file_read(a, path, &text, &len)) {
        return NULL;
    }
    text[strcspn(text, "\n")] = '\0';
    return text;
}

static void print_page(arena_t *a, const board_page_t *p)
{
    const board_t *b = &p->board;
    const char *sections = sections_of(a, b);
    printf("%s: %s\n", b->name, text_of(p->json, "summary"));
    printf("%-12s%s, values of %d bytes\n", "machine", b->tag, b->word);
    print_words("compiler", board_compiler(b), &b->cflags);
    if (b->emulator.len) {
        print_words("emulator", "", &b->emulator);
    }
    print_memory(b);
    print_peripherals(p->json);
    if (sections) {
        printf("%-12s%s\n", "VHAL", sections);
    }
    print_pins(p->json);
    printf("%-12s%s\n%-12s%s\n", "builds", yes(p->state.builds), "runs",
           yes(p->state.runs));
    for (int i = 0; i < p->state.needs.len; i++) {
        printf("%-12s%s: %s\n", i ? "" : "missing", p->state.needs.items[i].text,
               p->state.needs.items[i].hint);
    }
}

/* ---- JSON ---- */

static void print_json(arena_t *a, const board_page_t *p, bool whole)
{
    const char *sections = sections_of(a, &p->board);
    cJSON *out = cJSON_CreateObject();
    cJSON_AddStringToObject(out, "name", p->board.name);
    cJSON_AddStringToObject(out, "tag", p->board.tag);
    cJSON_AddStringToObject(out, "summary", text_of(p->json, "summary"));
    cJSON_AddBoolToObject(out, "builds", p->state.builds);
    cJSON_AddBoolToObject(out, "runs", p->state.runs);
    cJSON *missing = cJSON_AddArrayToObject(out, "missing");
    for (int i = 0; i < p->state.needs.len; i++) {
        cJSON *need = cJSON_CreateObject();
        cJSON_AddStringToObject(need, "text", p->state.needs.items[i].text);
        cJSON_AddStringToObject(need, "command", p->state.needs.items[i].hint);
        cJSON_AddItemToArray(missing, need);
    }
    if (sections) {
        cJSON_AddStringToObject(out, "vhal", sections);
    }
    if (whole) {
        cJSON_AddItemToObject(out, "board", cJSON_Duplicate(p->json, true));
    }
    char *text = cJSON_PrintUnformatted(out);
    puts(text ? text : "");
    cJSON_free(text);
    cJSON_Delete(out);
}

/* ---- the command ---- */

static bool show(arena_t *a, const cli_common_t *common, const char *name, bool whole)
{
    board_page_t page;
    if (!open_page(a, name, &page)) {
        return false;
    }
    if (common->json) {
        print_json(a, &page, whole);
    } else if (!whole) {
        print_line(&page);
    } else {
        print_page(a, &page);
    }
    cJSON_Delete(page.json);
    return true;
}

static int run(arena_t *a, void *options, const opt_list_t *arguments)
{
    const cli_common_t *common = options;
    opt_list_t all = {0};
    bool good = true, whole = arguments->len > 0;
    board_names(a, &all);
    if (!whole && !common->json) {
        printf("%-14s%-18s%-8s%s\n", "board", "machine", "builds", "runs");
    }
    const opt_list_t *names = whole ? arguments : &all;
    for (int i = 0; i < names->len; i++) {
        good &= show(a, common, names->items[i], whole);
    }
    return good ? EXIT_GOOD : EXIT_INPUT;
}

const cli_command_t cmd_boards = {
    .opts = {.name = "zvm-native boards",
             .arguments = "[BOARD...]",
             .summary = "list what can be built for and what is missing for it",
             .details =
                 "With the name of a board, all that is known of it: compiler and "
                 "emulator, memory, units, pins.",
             .common = cli_common_rows,
             .least = 0,
             .most = -1},
    .options_size = sizeof(cli_common_t),
    .run = run,
};
