/* SPDX-License-Identifier: MIT */
/*
 * locate.c -- finds a value again in the text that was parsed; cJSON keeps no
 * positions.
 *
 * The text is known to be good JSON, so that skipping needs no checks but the end.
 */
#include "locate.h"

#include <string.h>

void locate_name(const at_t *at, strbuf_t *out)
{
    if (!at->up) {
        return;
    }
    locate_name(at->up, out);
    if (at->key) {
        strbuf_addf(out, "%s%s", out->len ? "." : "", at->key);
    } else {
        strbuf_addf(out, "[%d]", at->index);
    }
}

static const char *skip_blank(const char *s)
{
    return s + strspn(s, " \t\r\n");
}

static const char *skip_string(const char *s)
{
    for (s++; *s && *s != '"'; s++) {
        s += *s == '\\' && s[1];
    }
    return *s ? s + 1 : s;
}

static const char *skip_value(const char *s)
{
    int depth = 0;
    if (*s != '{' && *s != '[' && *s != '"') {
        return s + strcspn(s, ",]} \t\r\n");
    }
    do {
        if (*s == '"') {
            s = skip_string(s);
            continue;
        }
        depth += *s == '{' || *s == '[';
        depth -= *s == '}' || *s == ']';
        s++;
    } while (*s && depth > 0);
    return s;
}

/* Behind a value: the next one of the same list or object, or NULL. */
static const char *next_value(const char *s)
{
    s = skip_blank(skip_value(s));
    return *s == ',' ? skip_blank(s + 1) : NULL;
}

static const char *find_key(const char *s, const char *key, bool want_name)
{
    size_t len = strlen(key);
    s = skip_blank(s + 1);
    while (s && *s == '"') {
        const char *name = s + 1;
        s = skip_blank(skip_string(s));
        const char *value = skip_blank(s + (*s == ':'));
        if (strncmp(name, key, len) == 0 && name[len] == '"') {
            return want_name ? name - 1 : value;
        }
        s = next_value(value);
    }
    return NULL;
}

static const char *find_index(const char *s, int index)
{
    s = skip_blank(s + 1);
    while (s && index > 0) {
        s = next_value(s);
        index--;
    }
    return s;
}

/* NULL: a key that is spelled with escapes. */
static const char *find(const at_t *at, const char *text)
{
    if (!at->up) {
        return skip_blank(text);
    }
    const char *s = find(at->up, text);
    if (!s || !at->item) {
        return s;
    }
    return at->key ? find_key(s, at->key, at->name) : find_index(s, at->index);
}

diag_pos_t locate(const at_t *at, const char *path, const char *text)
{
    diag_pos_t pos = {.file = path, .text = text};
    const char *value = find(at, text);
    if (!value) {
        return pos;
    }
    const char *line = text;
    pos.line = 1;
    for (const char *c = text; c < value; c++) {
        if (*c == '\n') {
            pos.line++;
            line = c + 1;
        }
    }
    pos.col = (int)(value - line) + 1;
    if (*value != '{' && *value != '[') {
        pos.end_col = pos.col + (int)(skip_value(value) - value);
    }
    return pos;
}
