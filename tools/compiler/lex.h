/* SPDX-License-Identifier: MIT */
/*
 * lex.h -- source text to tokens, indentation included. Private to the parser.
 *
 * A whole file is cut at once: the parser may then look ahead as far as it likes, and a
 * fault in a literal far below is found before the parser can be confused by what
 * follows it.
 */
#ifndef COMPILER_LEX_H
#define COMPILER_LEX_H

#include "ast.h"

typedef enum token_kind {
    T_EOF,
    T_ERROR, /* text is the message: a fault that counts only if the parser comes that
                far */
    T_NEWLINE,
    T_INDENT,
    T_DEDENT,
    T_NAME,
    T_INT,
    T_FLOAT,
    T_IMAGINARY,
    T_STRING, /* with prefix and quotes */
#define OPERATOR(id, spelling) T_##id,
#define KEYWORD(id, spelling) T_##id,
#include "tokens.def"
#undef OPERATOR
#undef KEYWORD
    TOKEN_KINDS
} token_kind_t;

typedef struct token {
    const char *text; /* in the source; of a NAME and a keyword the interned name */
    int len;
    int line, col;
    uint8_t kind;  /* token_kind_t */
    uint8_t level; /* brackets around it, 0 … LEX_MAX_LEVEL; a bracket itself counts as
                      outside */
    bool multiline; /* a string with a line break in it */
} token_t;

enum { LEX_MAX_LEVEL = 200, LEX_MAX_INDENT = 100 };

/* items[len - 1] is the T_EOF. `open`: the innermost bracket that nothing closed, kind
 * T_EOF when there is none. */
typedef struct tokens {
    token_t *items;
    int len, cap;
    token_t open;
} tokens_t;

/* Cuts a whole module. False: a fault has been reported. */
bool lex_module(arena_t *a, intern_t *names, const ast_module_t *m, tokens_t *out);

/*
 * Cuts the `len` bytes at `text` inside m->text, the expression of an f-string that
 * stands at line:col. Line breaks are white space and indentation means nothing.
 */
bool lex_expression(arena_t *a, intern_t *names, const ast_module_t *m,
                    const char *text, size_t len, int line, int col, tokens_t *out);

/* How operators and keywords are written; what other tokens are called. */
const char *lex_spelling(token_kind_t kind);

/* intern.c: the keyword that an interned name is, or T_NAME. */
token_kind_t intern_kind(const char *name);
/* The name of bytes whose intern_step() hash, begun with INTERN_SEED, is known already.
 */
const char *intern_hashed(intern_t *t, const char *text, size_t len, uint32_t hash);

#define INTERN_SEED 2166136261u
static inline uint32_t intern_step(uint32_t hash, char c)
{
    return (hash ^ (uint8_t)c) * 16777619u;
}

#endif
