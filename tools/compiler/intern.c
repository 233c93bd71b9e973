/* SPDX-License-Identifier: MIT */
/* intern.c -- one copy of each identifier, so that equal names are equal pointers. */
#include "lex.h"
#include <string.h>

/* What stands before the text that callers hold. */
typedef struct entry {
    uint32_t hash;
    uint32_t len;
    uint8_t kind; /* token_kind_t */
    char text[];
} entry_t;

/* Open addressing; size is a power of two and at most half of it is used. */
struct intern {
    arena_t *arena;
    entry_t **slots;
    uint32_t size, used;
};

static const struct {
    const char *text;
    token_kind_t kind;
} keywords[] = {
#define OPERATOR(id, spelling)
#define KEYWORD(id, spelling) {spelling, T_##id},
#include "tokens.def"
#undef OPERATOR
#undef KEYWORD
};

static const entry_t *entry_of(const char *name)
{
    return (const entry_t *)(name - offsetof(entry_t, text));
}

token_kind_t intern_kind(const char *name)
{
    return entry_of(name)->kind;
}

static void grow(intern_t *t)
{
    uint32_t size = t->size * 2;
    entry_t **slots = ARENA_ARRAY(t->arena, entry_t *, size);
    for (uint32_t i = 0; i < t->size; i++) {
        if (t->slots[i]) {
            uint32_t at = t->slots[i]->hash & (size - 1);
            while (slots[at]) {
                at = (at + 1) & (size - 1);
            }
            slots[at] = t->slots[i];
        }
    }
    t->slots = slots;
    t->size = size;
}

static entry_t *entry_new(intern_t *t, const char *text, size_t len, uint32_t hash)
{
    entry_t *e = arena_alloc(t->arena, sizeof *e + len + 1);
    e->hash = hash;
    e->len = (uint32_t)len;
    e->kind = T_NAME;
    memcpy(e->text, text, len);
    return e;
}

const char *intern_hashed(intern_t *t, const char *text, size_t len, uint32_t hash)
{
    uint32_t at = hash & (t->size - 1);
    for (entry_t *e; (e = t->slots[at]) != NULL; at = (at + 1) & (t->size - 1)) {
        if (e->hash == hash && e->len == len && memcmp(e->text, text, len) == 0) {
            return e->text;
        }
    }
    entry_t *e = t->slots[at] = entry_new(t, text, len, hash);
    if (++t->used * 2 > t->size) {
        grow(t);
    }
    return e->text;
}

const char *intern_n(intern_t *t, const char *text, size_t len)
{
    uint32_t hash = INTERN_SEED;
    for (size_t i = 0; i < len; i++) {
        hash = intern_step(hash, text[i]);
    }
    return intern_hashed(t, text, len, hash);
}

const char *intern(intern_t *t, const char *text)
{
    return intern_n(t, text, strlen(text));
}

bool intern_known(const intern_t *t, const char *text)
{
    uint32_t hash = INTERN_SEED;
    size_t len = 0;
    for (; text[len]; len++) {
        hash = intern_step(hash, text[len]);
    }
    uint32_t at = hash & (t->size - 1);
    for (const entry_t *e; (e = t->slots[at]) != NULL; at = (at + 1) & (t->size - 1)) {
        if (e->hash == hash && e->len == len && memcmp(e->text, text, len) == 0) {
            return true;
        }
    }
    return false;
}

intern_t *intern_new(arena_t *a)
{
    intern_t *t = ARENA_NEW(a, intern_t);
    t->arena = a;
    t->size = 256;
    t->slots = ARENA_ARRAY(a, entry_t *, t->size);
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        const char *name = intern(t, keywords[i].text);
        ((entry_t *)entry_of(name))->kind = (uint8_t)keywords[i].kind;
    }
    return t;
}
