/* SPDX-License-Identifier: MIT */
/* doc.c -- doc comments: the text, and its @param, @return and @raises lines. */
#include "write.h"

#include <string.h>

static const char *next_line(const char *line)
{
    line += strcspn(line, "\n");
    return *line ? line + 1 : line;
}

static const char *bare(const char *line)
{
    return line + strspn(line, " \t");
}

static bool is_tag(const char *line)
{
    return *bare(line) == '@' || *bare(line) == '\\';
}

const char *doc_body(gen_t *g, const char *doc)
{
    strbuf_t s;
    strbuf_init(&s);
    bool in_tag = false;
    for (const char *l = doc; l && *l; l = next_line(l)) {
        size_t n = strcspn(l, "\n");
        in_tag = n > 0 && (is_tag(l) || in_tag);
        if (!in_tag) {
            strbuf_add(&s, l, n);
            strbuf_addc(&s, '\n');
        }
    }
    while (s.len > 0 && s.data[s.len - 1] == '\n') {
        s.len--;
    }
    const char *text = s.len ? arena_strndup(g->arena, s.data, s.len) : NULL;
    strbuf_free(&s);
    return text;
}

/* The rest of a tag's line and the lines that go on with it, joined. */
static const char *tag_text(gen_t *g, const char *s)
{
    size_t n = strcspn(s, "\n");
    const char *text = arena_strndup(g->arena, s, n);
    for (const char *l = next_line(s); *l && *l != '\n' && !is_tag(l);
         l = next_line(l)) {
        const char *more = bare(l);
        text = arena_printf(g->arena, "%s %.*s", text, (int)strcspn(more, "\n"), more);
    }
    return text;
}

const char *doc_tag(gen_t *g, const char *doc, const char *tag, const char **word,
                    int n)
{
    for (const char *l = doc; l && *l; l = next_line(l)) {
        size_t len = strlen(tag);
        const char *s = bare(l) + 1;
        if (!is_tag(l) || strncmp(s, tag, len) != 0 || !strchr(" \t\n", s[len])) {
            continue;
        }
        s = bare(s + len);
        if (word) {
            size_t w = strcspn(s, " \t\n");
            const char *found = arena_strndup(g->arena, s, w);
            if (*word && strcmp(*word, found) != 0) {
                continue;
            }
            s = bare(s + w);
            if (n-- == 0) {
                *word = found;
                return tag_text(g, s);
            }
        } else if (n-- == 0) {
            return tag_text(g, s);
        }
    }
    return NULL;
}

void doc_python(strbuf_t *s, const char *text, int indent)
{
    if (!text) {
        return;
    }
    strbuf_addf(s, "%*s\"\"\"", indent, "");
    for (const char *c = text; *c; c++) {
        if (*c == '\\' || (*c == '"' && (c[1] == '"' || !c[1]))) {
            strbuf_addc(s, '\\');
        }
        strbuf_addc(s, *c);
        if (*c == '\n' && c[1] != '\n' && c[1]) {
            strbuf_addf(s, "%*s", indent, "");
        }
    }
    strbuf_adds(s, "\"\"\"\n");
}
