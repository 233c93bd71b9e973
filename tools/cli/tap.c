/* SPDX-License-Identifier: MIT */
/*
 * tap.c -- reads and writes test results.
 */
#include "tap.h"

#include "file.h"
#include "strbuf.h"

#include <cjson/cJSON.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const state_names[] = {"passed", "failed", "skipped"};

static void print_details(const char *detail)
{
    for (const char *line = detail; *line;) {
        size_t len = strcspn(line, "\n");
        printf("%s%.*s\n", *line == '#' ? "" : "# ", (int)len, line);
        line += len + (line[len] == '\n');
    }
}

static void print_json(const tap_result_t *r)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "board", r->board);
    cJSON_AddStringToObject(json, "file", r->file);
    cJSON_AddStringToObject(json, "test", r->name);
    cJSON_AddStringToObject(json, "state", state_names[r->state]);
    cJSON_AddStringToObject(json, "detail", r->detail);
    char *text = cJSON_PrintUnformatted(json);
    puts(text);
    free(text);
    cJSON_Delete(json);
}

void tap_add(tap_log_t *log, tap_result_t result)
{
    int *counts[] = {&log->passed, &log->failed, &log->skipped};
    bool failed = result.state == TAP_FAILED;
    ARENA_PUSH(log->arena, log, result);
    ++*counts[result.state];
    if (log->json) {
        print_json(&result);
    } else if (failed || !log->quiet) {
        if (failed) {
            print_details(result.detail);
        }
        printf("%s %d - %s: %s", failed ? "not ok" : "ok", log->len, result.file,
               result.name);
        printf(result.state == TAP_SKIPPED ? " # SKIP %s\n" : "\n", result.detail);
    }
    fflush(stdout);
}

/* ---- reading ---- */

typedef struct reader {
    tap_log_t *log;
    const char *board, *file;
    strbuf_t before; /* lines that have not found their test yet */
    int found, failed;
} reader_t;

/* "ok 3 - name # SKIP reason": the part behind the number, or NULL. */
static const char *test_line(const char *line, bool *good)
{
    *good = strncmp(line, "ok", 2) == 0;
    if (!*good && strncmp(line, "not ok", 6) != 0) {
        return NULL;
    }
    line += *good ? 2 : 6;
    if (*line && !isspace((unsigned char)*line)) {
        return NULL;
    }
    line += strspn(line, " ");
    line += strspn(line, "0123456789");
    line += strspn(line, " ");
    return *line == '-' ? line + 1 + strspn(line + 1, " ") : line;
}

static void read_test(reader_t *r, const char *rest, bool good)
{
    arena_t *a = r->log->arena;
    const char *skip = strstr(rest, " # SKIP");
    const char *name = skip ? arena_strndup(a, rest, (size_t)(skip - rest)) : rest;
    const char *reason = skip ? skip + strlen(" # SKIP") : "";
    tap_add(r->log,
            (tap_result_t){
                .board = r->board,
                .file = r->file,
                .name = *name ? name : arena_printf(a, "test %d", r->found + 1),
                .state = !good ? TAP_FAILED : skip ? TAP_SKIPPED : TAP_PASSED,
                .detail = good ? reason + strspn(reason, " ")
                               : arena_strndup(a, r->before.data, r->before.len)});
    r->found++;
    r->failed += !good;
    strbuf_clear(&r->before);
}

static bool is_plan(const char *line, int *planned)
{
    char *end;
    if (strncmp(line, "1..", 3) != 0) {
        return false;
    }
    *planned = (int)strtol(line + 3, &end, 10);
    return end != line + 3;
}

static void add_whole(reader_t *r, const char *name, bool good)
{
    tap_add(r->log, (tap_result_t){.board = r->board,
                                   .file = r->file,
                                   .name = name,
                                   .state = good ? TAP_PASSED : TAP_FAILED,
                                   .detail = arena_strndup(r->log->arena, r->before.data,
                                                           r->before.len)});
}

static void judge_whole(reader_t *r, int planned, int status)
{
    arena_t *a = r->log->arena;
    if (!r->found && planned < 0) {
        add_whole(r, status ? arena_printf(a, "exit status %d", status) : "runs",
                  status == 0);
    } else if (status && !r->failed) {
        add_whole(r, arena_printf(a, "exit status %d", status), false);
    } else if (planned >= 0 && planned != r->found) {
        add_whole(r, arena_printf(a, "%d tests planned, %d run", planned, r->found),
                  false);
    }
}

void tap_add_output(tap_log_t *log, const char *board, const char *file,
                    const char *text, int status)
{
    reader_t r = {.log = log, .board = board, .file = file};
    int planned = -1;
    strbuf_init(&r.before);
    while (*text) {
        size_t len = strcspn(text, "\n");
        const char *line = arena_strndup(log->arena, text, len);
        bool good;
        const char *rest = test_line(line, &good);
        if (rest) {
            read_test(&r, rest, good);
        } else if (!is_plan(line, &planned)) {
            strbuf_addf(&r.before, "%s\n", line);
        }
        text += len + (text[len] == '\n');
    }
    judge_whole(&r, planned, status);
    strbuf_free(&r.before);
}

/* ---- the end ---- */

void tap_end(const tap_log_t *log)
{
    if (log->json) {
        printf("{\"passed\":%d,\"failed\":%d,\"skipped\":%d}\n", log->passed,
               log->failed, log->skipped);
    } else {
        printf("1..%d\n# %d passed, %d failed, %d skipped\n", log->len, log->passed,
               log->failed, log->skipped);
    }
}

static void add_escaped(strbuf_t *s, const char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        const char *entity = c == '&'   ? "&amp;"
                             : c == '<' ? "&lt;"
                             : c == '>' ? "&gt;"
                             : c == '"' ? "&quot;"
                                        : NULL;
        if (entity) {
            strbuf_adds(s, entity);
        } else if (c >= ' ' || c == '\n' || c == '\t') { /* XML has no other */
            strbuf_addc(s, (char)c);
        }
    }
}

static void add_attribute(strbuf_t *s, const char *name, const char *value)
{
    strbuf_addf(s, " %s=\"", name);
    add_escaped(s, value);
    strbuf_addc(s, '"');
}

static void add_case(strbuf_t *s, const tap_result_t *r)
{
    strbuf_adds(s, "  <testcase");
    add_attribute(s, "classname", r->board);
    add_attribute(s, "file", r->file);
    add_attribute(s, "name", r->name);
    if (r->state == TAP_PASSED) {
        strbuf_adds(s, "/>\n");
        return;
    }
    strbuf_adds(s, r->state == TAP_FAILED ? "><failure>" : "><skipped>");
    add_escaped(s, r->detail);
    strbuf_adds(s, r->state == TAP_FAILED ? "</failure></testcase>\n"
                                          : "</skipped></testcase>\n");
}

bool tap_write_junit(const tap_log_t *log, const char *path)
{
    strbuf_t s;
    strbuf_init(&s);
    strbuf_addf(&s,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite "
                "name=\"zvm-native test\" tests=\"%d\" failures=\"%d\" "
                "skipped=\"%d\">\n",
                log->len, log->failed, log->skipped);
    for (int i = 0; i < log->len; i++) {
        add_case(&s, &log->items[i]);
    }
    strbuf_adds(&s, "</testsuite>\n");
    bool good = file_write(path, s.data, s.len);
    strbuf_free(&s);
    return good;
}
