/* SPDX-License-Identifier: MIT */
/* annot.c -- parses annotations; the keys of each kind are rows of a table. */
#include "annot.h"

#include <ctype.h>
#include <string.h>

#define MAX_KEYS 4

typedef struct kind_row {
    const char *kind;
    const char *macro;
    bool items; /* a list of keys, else one text that is taken as it is */
    bool first; /* begins with an item without a key */
    const char *keys[MAX_KEYS];
} kind_row_t;

static const kind_row_t kinds[] = {
    {"module", "C_NATIVE_MODULE", true, true, {"version"}},
    {"const", "C_NATIVE_CONST", true, true, {"py"}},
    {"fn", "C_NATIVE_FN", true, false, {"py", "nogil", "errors"}},
    {"method", "C_NATIVE_METHOD", true, true, {"py", "nogil", "errors"}},
    {"class", "C_NATIVE_CLASS", true, false, {"py", "dealloc"}},
    {"enum", "C_NATIVE_ENUM", true, false, {"py", "prefix"}},
    {"default", "ZN_DEFAULT", false, false, {NULL}},
    {"range", "ZN_RANGE", false, false, {NULL}},
    {"kwonly", "ZN_KWONLY", false, false, {NULL}},
    {"nullable", "ZN_NULLABLE", false, false, {NULL}},
    {"out", "ZN_OUT", false, false, {NULL}},
    {"len", "ZN_LEN", false, false, {NULL}},
    {"scope", "ZN_SCOPE", false, false, {NULL}},
    {"root", "C_NATIVE_ROOT", false, false, {NULL}},
};

static const kind_row_t *find_kind(const char *name, size_t len)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strlen(kinds[i].kind) == len && memcmp(kinds[i].kind, name, len) == 0) {
            return &kinds[i];
        }
    }
    return NULL;
}

static bool is_word_char(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static const char *hint_for_word(gen_t *g, const char *at)
{
    const char *macros[sizeof kinds / sizeof kinds[0]];
    int n = 0;
    size_t len = 0;
    while (is_word_char(at[len])) {
        len++;
    }
    if (strncmp(at, "C_NATIVE_", 9) != 0 && strncmp(at, "ZN_", 3) != 0) {
        return NULL;
    }
    const char *word = arena_strndup(g->arena, at, len);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].macro, word) == 0) {
            return at[len] == '(' ? NULL
                                  : arena_printf(g->arena, "write %s(%s)", word,
                                                 kinds[i].first ? "NAME" : "");
        }
        macros[n++] = kinds[i].macro;
    }
    const char *near = diag_nearest(word, macros, n);
    return near ? arena_printf(g->arena, "did you mean %s?", near) : NULL;
}

const char *annot_hint(gen_t *g, const diag_pos_t *pos)
{
    const char *line = pos->text;
    for (int i = 1; i < pos->line && line; i++) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    if (!line || pos->col < 1 || strcspn(line, "\n") < (size_t)pos->col - 1) {
        return NULL;
    }
    const char *hint = hint_for_word(g, line + pos->col - 1);
    return hint ? hint : hint_for_word(g, line + strspn(line, " \t"));
}

diag_pos_t annot_word_pos(diag_pos_t pos, const char *word)
{
    if (!pos.text || !pos.line || !*word) {
        return pos;
    }
    const char *line = pos.text;
    for (int i = 1; i < pos.line && line; i++) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    if (!line) {
        return pos;
    }
    size_t length = strcspn(line, "\n"), word_len = strlen(word);
    for (size_t at = pos.col > 0 ? (size_t)pos.col - 1 : 0; at + word_len <= length;
         at++) {
        bool starts = at == 0 || !is_word_char(line[at - 1]) || !is_word_char(*word);
        bool ends =
            !is_word_char(line[at + word_len]) || !is_word_char(word[word_len - 1]);
        if (starts && ends && memcmp(line + at, word, word_len) == 0) {
            pos.col = (int)at + 1;
            pos.end_col = pos.col + (int)word_len;
            return pos;
        }
    }
    return pos;
}

static const char *trimmed(gen_t *g, const char *s, size_t len)
{
    while (len > 0 && isspace((unsigned char)*s)) {
        s++;
        len--;
    }
    while (len > 0 && isspace((unsigned char)s[len - 1])) {
        len--;
    }
    return arena_strndup(g->arena, s, len);
}

/* Length up to the next comma outside quotes and brackets. */
static size_t item_length(const char *s)
{
    int depth = 0;
    char quote = 0;
    size_t i = 0;
    for (; s[i] && (s[i] != ',' || depth > 0 || quote); i++) {
        if (quote) {
            i += s[i] == '\\' && s[i + 1];
            quote = s[i] == quote ? 0 : quote;
        } else if (s[i] == '"' || s[i] == '\'') {
            quote = s[i];
        } else {
            depth += strchr("([{", s[i]) ? 1 : strchr(")]}", s[i]) ? -1 : 0;
        }
    }
    return i;
}

static int key_count(const kind_row_t *row)
{
    int n = 0;
    while (n < MAX_KEYS && row->keys[n]) {
        n++;
    }
    return n;
}

static bool check_key(gen_t *g, const annot_t *a, const kind_row_t *row,
                      const char *key)
{
    int n = key_count(row);
    for (int i = 0; i < n; i++) {
        if (strcmp(row->keys[i], key) == 0) {
            return true;
        }
    }
    const char *near = diag_nearest(key, row->keys, n);
    const char *hint =
        near ? arena_printf(g->arena, "did you mean '%s'?", near)
             : arena_printf(g->arena, "%s knows %s%s%s%s%s", row->macro, row->keys[0],
                            n > 1 ? ", " : "", n > 1 ? row->keys[1] : "",
                            n > 2 ? ", " : "", n > 2 ? row->keys[2] : "");
    diag_pos_t pos = annot_word_pos(a->pos, key);
    diag_error(&pos, DIAG_native_annotation, hint, "%s has no key '%s'", row->macro,
               key);
    return false;
}

static bool add_item(gen_t *g, annot_t *a, const kind_row_t *row, const char *item)
{
    const char *equal = strchr(item, '=');
    struct annot_item it = {item, NULL};
    if (equal) {
        it.key = trimmed(g, item, (size_t)(equal - item));
        it.value = trimmed(g, equal + 1, strlen(equal + 1));
    } else if (row->first && !a->first) {
        a->first = item;
        return true;
    }
    if (annot_get(a, it.key)) {
        diag_error(&a->pos, DIAG_native_annotation, NULL, "%s says '%s' twice",
                   row->macro, it.key);
        return false;
    }
    ARENA_PUSH(g->arena, a, it);
    return check_key(g, a, row, it.key);
}

static bool check_values(const annot_t *a)
{
    const char *py = annot_get(a, "py"), *errors = annot_get(a, "errors");
    const char *nogil = annot_get(a, "nogil");
    if (py && !annot_is_python_name(py)) {
        diag_pos_t pos = annot_word_pos(a->pos, *py ? py : "py");
        diag_error(&pos, DIAG_native_annotation, NULL, "'%s' is not a Python name", py);
        return false;
    }
    if (errors && strcmp(errors, "negative") != 0) {
        diag_pos_t pos = annot_word_pos(a->pos, *errors ? errors : "errors");
        diag_error(&pos, DIAG_native_annotation, "write errors = negative",
                   "'errors' cannot be '%s'", errors);
        return false;
    }
    if (nogil && *nogil) {
        diag_pos_t pos = annot_word_pos(a->pos, "nogil");
        diag_error(&pos, DIAG_native_annotation, NULL, "'nogil' takes no value");
        return false;
    }
    return true;
}

bool annot_parse(gen_t *g, annot_t *a, const char *raw, diag_pos_t pos)
{
    const char *colon = strchr(raw, ':');
    const kind_row_t *row = colon ? find_kind(raw, (size_t)(colon - raw)) : NULL;
    *a = (annot_t){.pos = pos};
    if (!row) {
        diag_error(&pos, DIAG_native_annotation, NULL, "unknown annotation 'zn:%s'",
                   raw);
        return false;
    }
    a->kind = row->kind;
    a->text = trimmed(g, colon + 1, strlen(colon + 1));
    bool ok = true;
    for (const char *s = a->text; row->items && *s;) {
        size_t n = item_length(s);
        const char *item = trimmed(g, s, n);
        ok = (!*item || add_item(g, a, row, item)) && ok;
        s += n + (s[n] == ',');
    }
    if (ok && row->first && !a->first) {
        diag_error(&pos, DIAG_native_annotation,
                   arena_printf(g->arena, "write %s(NAME)", row->macro),
                   "%s wants a name in front", row->macro);
        return false;
    }
    return ok && check_values(a);
}

const char *annot_get(const annot_t *a, const char *key)
{
    for (int i = 0; i < a->len; i++) {
        if (strcmp(a->items[i].key, key) == 0) {
            return a->items[i].value ? a->items[i].value : "";
        }
    }
    return NULL;
}

bool annot_is_python_name(const char *s)
{
    static const char *const keywords[] = {
        "False",  "None",   "True",    "and",      "as",       "assert", "async",
        "await",  "break",  "class",   "continue", "def",      "del",    "elif",
        "else",   "except", "finally", "for",      "from",     "global", "if",
        "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
        "pass",   "raise",  "return",  "try",      "while",    "with",   "yield",
    };
    if (!*s || isdigit((unsigned char)*s)) {
        return false;
    }
    for (const char *c = s; *c; c++) {
        if (!is_word_char(*c)) {
            return false;
        }
    }
    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++) {
        if (strcmp(keywords[i], s) == 0) {
            return false;
        }
    }
    return true;
}
