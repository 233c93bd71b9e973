/* SPDX-License-Identifier: MIT */
/* read_text.c -- places in the user's text: for diagnostics, and to find the doc
 * comment in front of a declaration. */
#include "annot.h"
#include "read.h"

#include <ctype.h>
#include <string.h>

const char *read_string(reader_t *r, CXString s)
{
    const char *text = clang_getCString(s);
    char *copy = arena_strdup(r->g->arena, text ? text : "");
    clang_disposeString(s);
    return copy;
}

/* ---- places ---- */

static const char *file_text(reader_t *r, const char *path, CXFile file)
{
    bool created;
    void **slot = map_slot(&r->files, path, strlen(path), &created);
    if (created && file) {
        size_t len;
        const char *data = clang_getFileContents(r->tu, file, &len);
        *slot = data ? arena_strndup(r->g->arena, data, len) : NULL;
    }
    return *slot;
}

diag_pos_t read_pos(reader_t *r, CXSourceLocation loc)
{
    CXFile file;
    unsigned line, col, offset;
    clang_getExpansionLocation(loc, &file, &line, &col, &offset);
    if (!file) {
        return (diag_pos_t){.file = r->source};
    }
    const char *path = read_string(r, clang_getFileName(file));
    return (diag_pos_t){.file = path,
                        .text = file_text(r, path, file),
                        .line = (int)line,
                        .col = (int)col};
}

diag_pos_t read_cursor_pos(reader_t *r, CXCursor c)
{
    return read_pos(r, clang_getCursorLocation(c));
}

diag_pos_t read_extent_pos(reader_t *r, CXCursor c)
{
    return read_pos(r, clang_getRangeStart(clang_getCursorExtent(c)));
}

static const char *line_start(const char *text, int line)
{
    for (int i = 1; i < line && text; i++) {
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    return text;
}

/* ---- errors of C ---- */

/* A constant is evaluated where its annotation stands: points at its name, when `pos`
 * is such a place. */
static const char *constant_at(reader_t *r, diag_pos_t *pos)
{
    static const char macro[] = "C_NATIVE_CONST(";
    const char *line = pos->text ? line_start(pos->text, pos->line) : NULL;
    if (!line || strcspn(line, "\n") < (size_t)pos->col ||
        strncmp(line + pos->col - 1, macro, strlen(macro)) != 0) {
        return NULL;
    }
    const char *name = line + pos->col - 1 + strlen(macro);
    size_t len = strcspn(name, ",) \n");
    pos->col += (int)strlen(macro);
    pos->end_col = pos->col + (int)len;
    return arena_strndup(r->g->arena, name, len);
}

static void report(reader_t *r, diag_pos_t pos, const char *text)
{
    const char *constant = constant_at(r, &pos);
    bool header = strstr(text, "file not found") != NULL;
    if (constant) {
        diag_error(&pos, DIAG_native_const, NULL, "constant '%s': %s", constant, text);
        return;
    }
    diag_error(&pos, header ? DIAG_c_header : DIAG_c_syntax,
               header ? "add its folder with -I, or to 'includes' of package.json"
                      : annot_hint(r->g, &pos),
               "%s", text);
}

bool read_diagnostics(reader_t *r, CXTranslationUnit tu)
{
    bool clean = true;
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic d = clang_getDiagnostic(tu, i);
        const char *text = read_string(r, clang_getDiagnosticSpelling(d));
        bool summary = strncmp(text, "too many errors", 15) == 0;
        if (clang_getDiagnosticSeverity(d) >= CXDiagnostic_Error && !summary) {
            report(r, read_pos(r, clang_getDiagnosticLocation(d)), text);
            clean = false;
        }
        clang_disposeDiagnostic(d);
    }
    return clean;
}

/* ---- doc comments ---- */

static const char *previous_line(const char *text, const char *line)
{
    if (line == text) {
        return NULL;
    }
    line--;
    while (line > text && line[-1] != '\n') {
        line--;
    }
    return line;
}

static const char *skip_blanks(const char *s)
{
    return s + strspn(s, " \t");
}

/* First line of the comment whose last line is `last`; NULL: no doc comment ends there.
 */
static const char *comment_start(const char *text, const char *last)
{
    const char *s = skip_blanks(last);
    if (strncmp(s, "///", 3) == 0) {
        const char *before = previous_line(text, last);
        while (before && strncmp(skip_blanks(before), "///", 3) == 0) {
            last = before;
            before = previous_line(text, last);
        }
        return last;
    }
    size_t n = strcspn(last, "\n");
    while (n > 0 && isspace((unsigned char)last[n - 1])) {
        n--;
    }
    if (n < 2 || memcmp(last + n - 2, "*/", 2) != 0) {
        return NULL;
    }
    for (const char *line = last; line; line = previous_line(text, line)) {
        s = skip_blanks(line);
        if (strncmp(s, "/*", 2) == 0) {
            return s[2] == '*' ? line : NULL;
        }
    }
    return NULL;
}

/* One line without the comment's marks. */
static const char *bare_line(gen_t *g, const char *line, size_t len)
{
    static const char *const marks[] = {"///", "/**", "*/", "*"};
    char *s = arena_strndup(g->arena, line, len);
    s = (char *)skip_blanks(s);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (strncmp(s, marks[i], strlen(marks[i])) == 0) {
            s += strlen(marks[i]);
            break;
        }
    }
    s += *s == ' ';
    size_t n = strlen(s);
    if (n >= 2 && strcmp(s + n - 2, "*/") == 0) {
        n -= 2;
    }
    while (n > 0 && isspace((unsigned char)s[n - 1])) {
        n--;
    }
    s[n] = 0;
    return s;
}

const char *read_doc(reader_t *r, diag_pos_t pos)
{
    const char *here = pos.text ? line_start(pos.text, pos.line) : NULL;
    const char *last = here ? previous_line(pos.text, here) : NULL;
    const char *line = last ? comment_start(pos.text, last) : NULL;
    if (!line) {
        return NULL;
    }
    const char *doc = NULL;
    for (; line < here; line += strcspn(line, "\n") + 1) {
        const char *bare = bare_line(r->g, line, strcspn(line, "\n"));
        if (doc || *bare) {
            doc = doc ? arena_printf(r->g->arena, "%s\n%s", doc, bare) : bare;
        }
    }
    while (doc && *doc && doc[strlen(doc) - 1] == '\n') {
        doc = arena_strndup(r->g->arena, doc, strlen(doc) - 1);
    }
    return doc;
}
