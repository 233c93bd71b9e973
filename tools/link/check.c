/* SPDX-License-Identifier: MIT */
/*
 * check.c -- one machine, no symbol twice, none that nobody has, none that a VM on a
 * chip refuses.
 */
#include "check.h"

#include "diag.h"
#include "file.h"
#include "map.h"
#include "proc.h"

#include <stdlib.h>
#include <string.h>

/* What the C library of a chip does not have, and what to use instead. */
static const struct {
    const char *name, *instead;
} refused[] = {
    {"malloc", "use gc_malloc: the memory comes from the VM's heap"},
    {"calloc", "use gc_malloc, which zeroes: the memory comes from the VM's heap"},
    {"realloc", "use gc_malloc and memcpy: the memory comes from the VM's heap"},
    {"free", "use gc_free, for what gc_malloc gave"},
    {"strdup", "use gc_malloc(strlen(s) + 1) and strcpy"},
    {"sbrk", "use gc_malloc: the memory comes from the VM's heap"},
    {"printf", "return the text to Python and print it there"},
    {"sprintf", "use snprintf, which knows the buffer's end"},
    {"puts", "return the text to Python and print it there"},
    {"putchar", "return the text to Python and print it there"},
    {"fprintf", "return the text to Python and print it there"},
    {"fputs", "return the text to Python and print it there"},
    {"fputc", "return the text to Python and print it there"},
    {"fwrite", "return the data to Python and write it there"},
    {"fopen", "open the file in Python and pass its data"},
    {"fread", "open the file in Python and pass its data"},
    {"fclose", "open the file in Python and pass its data"},
    {"stdout", "return the text to Python and print it there"},
    {"stderr", "return the text to Python and print it there"},
    {"exit", "return an error: it becomes a Python exception"},
    {"setjmp", "return an error: it becomes a Python exception"},
    {"longjmp", "return an error: it becomes a Python exception"},
    {"_setjmp", "return an error: it becomes a Python exception"},
    {"pthread_create", "use vosThCreate"},
    {"usleep", "use vosThSleep, which lets other threads run"},
    {"sleep", "use vosThSleep, which lets other threads run"},
};

typedef struct check {
    arena_t *arena;
    const link_job_t *job;
    objfile_t *files;
    map_t defined; /* name → link_object_t that defines it */
    map_t reported;
} check_t;

/* "file.c:12:" of the instruction that uses the symbol, from the debug info. Only on
 * the way to an error. */
static diag_pos_t place_of(check_t *c, int object, const char *symbol)
{
    diag_pos_t pos = {.file = c->job->objects[object].source};
    const char *path = c->job->objects[object].path;
    objfile_use_t use;
    if (!objfile_find_use(c->arena, path, symbol, &use)) {
        return pos;
    }
    const char *const argv[] = {
        "addr2line", "-e",
        path,        "-j",
        use.section, arena_printf(c->arena, "0x%llx", (unsigned long long)use.offset),
        NULL};
    proc_t tool = {.argv = argv};
    proc_set_quiet(true);
    bool good = proc_run(c->arena, &tool, 1, 1);
    proc_set_quiet(false);
    const char *colon = good ? strrchr(tool.text, ':') : NULL;
    pos.line = colon ? atoi(colon + 1) : 0;
    size_t len;
    char *text;
    if (pos.line > 0 && file_exists(pos.file) &&
        file_read(c->arena, pos.file, &text, &len)) {
        pos.text = text;
    }
    return pos;
}

static bool is_made_by_linker(const char *name)
{
    return strncmp(name, "__start_", 8) == 0 || strncmp(name, "__stop_", 7) == 0 ||
           strcmp(name, "_GLOBAL_OFFSET_TABLE_") == 0 ||
           strcmp(name, "__tls_get_addr") == 0; /* its variable is refused by name */
}

static const char *refusal_of(const char *name)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (strcmp(refused[i].name, name) == 0) {
            return refused[i].instead;
        }
    }
    return NULL;
}

static const char *nearest_hint(check_t *c, const char *name)
{
    int n = 0, room = link_nexports + c->defined.count;
    const char **names = ARENA_ARRAY(c->arena, const char *, room);
    for (int i = 0; i < link_nexports; i++) {
        names[n++] = link_exports[i].name;
    }
    for (int i = 0; i < c->defined.count; i++) {
        names[n++] = c->defined.entries[i].key;
    }
    const char *nearest = diag_nearest(name, names, n);
    return nearest ? arena_printf(c->arena, "did you mean '%s'?", nearest)
                   : "'zvm-native exports' lists what a native may call";
}

static void report_undefined(check_t *c, int object, const char *name)
{
    bool first;
    map_slot(&c->reported, name, strlen(name), &first);
    if (!first) {
        return;
    }
    diag_pos_t pos = place_of(c, object, name);
    const char *instead = refusal_of(name);
    if (instead) {
        diag_error(&pos, DIAG_link_refused, instead,
                   "a native cannot use '%s' of the C library", name);
    } else {
        diag_error(&pos, DIAG_link_undefined, nearest_hint(c, name),
                   "'%s' is defined neither here nor in the VM", name);
    }
}

static void check_machine(check_t *c, int object)
{
    const objfile_t *f = &c->files[object], *first = &c->files[0];
    if (f->machine != first->machine || f->word_bytes != first->word_bytes) {
        diag_error(&(diag_pos_t){.file = f->path}, DIAG_elf, NULL,
                   "made for another machine than '%s'", first->path);
    }
}

static void collect(check_t *c, int object)
{
    const objfile_t *f = &c->files[object];
    const link_object_t *self = &c->job->objects[object];
    for (int i = 0; i < f->symbols.len; i++) {
        const objfile_symbol_t *s = &f->symbols.items[i];
        if (!s->defined || !s->global) {
            continue;
        }
        bool created;
        void **slot = map_slot(&c->defined, s->name, strlen(s->name), &created);
        const link_object_t *other = *slot;
        if (!created && !s->weak) {
            diag_error(&(diag_pos_t){.file = self->source}, DIAG_link_duplicate,
                       "make one of them static, or rename it",
                       "'%s' is defined in '%s' too", s->name, other->source);
        }
        const link_export_t *of_vm = link_find_export(s->name);
        if (created && of_vm && of_vm->prototype) { /* C's own may be replaced, inside */
            diag_error(&(diag_pos_t){.file = self->source}, DIAG_link_duplicate,
                       "make it static, or rename it", "'%s' is a function of the VM",
                       s->name);
        }
        *slot = (void *)self;
    }
}

static void check_symbols(check_t *c, int object)
{
    const objfile_t *f = &c->files[object];
    for (int i = 0; i < f->symbols.len; i++) {
        const objfile_symbol_t *s = &f->symbols.items[i];
        if (s->tls && strcmp(s->name, "errno") != 0) {
            diag_error(&(diag_pos_t){.file = c->job->objects[object].source},
                       DIAG_link_refused, "keep it in the class, or in one variable",
                       "'%s' is thread-local", s->name);
        } else if (!s->defined && !s->weak && !map_get(&c->defined, s->name) &&
                   !link_find_export(s->name) && !is_made_by_linker(s->name)) {
            report_undefined(c, object, s->name);
        }
    }
}

bool check_objects(arena_t *a, const link_job_t *job)
{
    int before = diag_errors();
    check_t c = {.arena = a, .job = job};
    c.files = ARENA_ARRAY(a, objfile_t, job->nobjects);
    map_init(&c.defined, a);
    map_init(&c.reported, a);
    for (int i = 0; i < job->nobjects; i++) {
        if (!objfile_read(a, job->objects[i].path, &c.files[i])) {
            return false;
        }
        check_machine(&c, i);
        collect(&c, i);
    }
    for (int i = 0; i < job->nobjects; i++) {
        check_symbols(&c, i);
    }
    return diag_errors() == before;
}
