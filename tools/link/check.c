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

#include <dlfcn.h>
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

struct check {
    arena_t *arena;
    const link_job_t *job;
    objfile_t *files;
    map_t defined;   /* name → link_object_t that defines it */
    map_t undefined; /* name → link_object_t that uses it and does not define it */
};

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
        c->job->tools.addr2line, "-e",
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

static bool begins_with_one_of(const char *name, const char *const *prefixes)
{
    for (; *prefixes; prefixes++) {
        if (strncmp(name, *prefixes, strlen(*prefixes)) == 0) {
            return true;
        }
    }
    return false;
}

/* __tls_get_addr: its variable is refused by name. */
static bool is_made_by_tools(const check_t *c, const char *name)
{
    static const char *const linker[] = {"__start_", "__stop_", "_GLOBAL_OFFSET_TABLE_",
                                         "__tls_get_addr", "___tls_get_addr", NULL};
    static const char *const sanitizers[] = {"__asan_", "__ubsan_", NULL};
    return begins_with_one_of(name, linker) ||
           (c->job->sanitize && begins_with_one_of(name, sanitizers));
}

/* Arithmetic that the compiler calls, and that its own library has. */
static bool is_of_libgcc(const char *name)
{
    static const char *const prefixes[] = {
        "__div",   "__udiv",   "__mod",  "__umod", "__mul",  "__popcount", "__parity",
        "__clz",   "__ctz",    "__ffs",  "__powi", "__bswap", "__fix",     "__float",
        "__ashl",  "__ashr",   "__lshr", "__neg",  "__cmp",  "__ucmp",     "__add",
        "__sub",   "__extend", "__trunc", "__aeabi_", "__gnu_", "__riscv_save",
        "__riscv_restore", "__eqdf", "__eqsf", "__nedf", "__nesf", "__ltdf", "__ltsf",
        "__ledf",  "__lesf",   "__gtdf",  "__gtsf", "__gedf", "__gesf",    "__unord",
        NULL};
    return begins_with_one_of(name, prefixes);
}

/* What this computer's C library has and a chip's need not have. */
static bool is_of_host(const char *name)
{
    static const char *const libraries[] = {"libc.so.6", "libm.so.6"};
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        void *library = dlopen(libraries[i], RTLD_LAZY);
        if (library && dlsym(library, name)) {
            return true;
        }
    }
    return false;
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

static void report_undefined(check_t *c, const link_object_t *user, const char *name)
{
    diag_pos_t pos = place_of(c, (int)(user - c->job->objects), name);
    const char *instead = refusal_of(name);
    if (!c->job->board && c->job->classic && !c->job->strict && is_of_host(name)) {
        diag_warning(&pos, DIAG_link_refused, instead,
                     "'%s' is this computer's; a VM on a chip does not have it", name);
    } else if (instead) {
        diag_error(&pos, DIAG_link_refused, instead,
                   "a native cannot use '%s' of the C library", name);
    } else {
        diag_error(&pos, DIAG_link_undefined, nearest_hint(c, name),
                   "'%s' is defined neither here nor in the VM", name);
    }
}

static void check_tag(check_t *c, const objfile_t *f)
{
    if (c->job->board && *f->tag && strcmp(f->tag, c->job->tag) != 0) {
        diag_error(&(diag_pos_t){.file = f->path}, DIAG_elf, NULL,
                   "made for '%s', board '%s' is '%s'", f->tag, c->job->board,
                   c->job->tag);
    }
}

static void check_machine(check_t *c, int object)
{
    const objfile_t *f = &c->files[object], *first = &c->files[0];
    check_tag(c, f);
    if (f->machine != first->machine || f->word_bytes != first->word_bytes) {
        diag_error(&(diag_pos_t){.file = f->path}, DIAG_elf, NULL,
                   "made for another machine than '%s'", first->path);
    }
}

/* What compilers leave in place of code, or beside it, that cannot be used. */
static void check_sections(check_t *c, int object)
{
    static const struct {
        const char *section;
        bool chip; /* refused there only */
        const char *what, *hint;
    } bad[] = {
        {".gnu.lto_", false, "holds no code, but what -flto leaves for later",
         "compile it without -flto, or with -ffat-lto-objects"},
        {".eh_frame", true, "holds tables for exceptions, which a chip's VM has no use for",
         "compile it with -fno-exceptions -fno-asynchronous-unwind-tables"},
        {".gcc_except_table", true, "handles C++ exceptions, which a chip's VM has not",
         "compile it with -fno-exceptions"},
    };
    const objfile_t *f = &c->files[object];
    bool code = false;
    for (int i = 0; i < f->sections.len; i++) {
        code |= f->sections.items[i].code && f->sections.items[i].size;
    }
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) {
        for (int i = 0; i < f->sections.len; i++) {
            const char *name = f->sections.items[i].name;
            bool meant = strncmp(name, bad[k].section, strlen(bad[k].section)) == 0;
            if (meant && (bad[k].chip ? c->job->board != NULL : !code)) {
                diag_error(&(diag_pos_t){.file = c->job->objects[object].source},
                           DIAG_elf, bad[k].hint, "it %s", bad[k].what);
                break;
            }
        }
    }
}

/* Made by the compiler in every object that wants it: any of them will do. */
static bool is_shared(const char *name)
{
    static const char *const prefixes[] = {"__x86.get_pc_thunk.", "DW.ref.", NULL};
    return begins_with_one_of(name, prefixes);
}

static void report_export(check_t *c, const link_object_t *self, const char *name)
{
    const link_export_t *export = link_find_export(name);
    if (!export || !export->prototype) { /* C's own may be replaced, inside */
        return;
    }
    (c->job->classic && !c->job->strict ? diag_warning : diag_error)(
        &(diag_pos_t){.file = self->source}, DIAG_link_duplicate,
        "make it static, or rename it", "'%s' is a function of the VM", name);
}

static void report_twice(const link_object_t *self, const char *name,
                         const link_object_t *other)
{
    diag_error(&(diag_pos_t){.file = self->source}, DIAG_link_duplicate,
               "make one of them static, or rename it", "'%s' is defined in '%s' too",
               name, other->source);
}

static void collect(check_t *c, int object, bool common)
{
    const objfile_t *f = &c->files[object];
    const link_object_t *self = &c->job->objects[object];
    for (int i = 0; i < f->symbols.len; i++) {
        const objfile_symbol_t *s = &f->symbols.items[i];
        if (!s->defined || !s->global || s->common != common || is_shared(s->name)) {
            continue;
        }
        bool created;
        void **slot = map_slot(&c->defined, s->name, strlen(s->name), &created);
        if (!created && !s->weak && !common) {
            report_twice(self, s->name, *slot);
        }
        if (created) {
            report_export(c, self, s->name);
        }
        *slot = (void *)self;
    }
}

/* What is used and not defined; what is thread-local. */
static void collect_uses(check_t *c, int object)
{
    const objfile_t *f = &c->files[object];
    const link_object_t *self = &c->job->objects[object];
    for (int i = 0; i < f->symbols.len; i++) {
        const objfile_symbol_t *s = &f->symbols.items[i];
        if (s->tls && strcmp(s->name, "errno") != 0) {
            diag_error(&(diag_pos_t){.file = self->source}, DIAG_link_refused,
                       "keep it in the class, or in one variable",
                       "'%s' is thread-local", s->name);
        } else if (!s->defined && !s->weak && !map_get(&c->defined, s->name)) {
            bool first;
            void **slot = map_slot(&c->undefined, s->name, strlen(s->name), &first);
            *slot = first ? (void *)self : *slot;
        }
    }
}

check_t *check_open(arena_t *a, const link_job_t *job)
{
    check_t *c = ARENA_NEW(a, check_t);
    *c = (check_t){.arena = a, .job = job};
    c->files = ARENA_ARRAY(a, objfile_t, job->nobjects);
    map_init(&c->defined, a);
    map_init(&c->undefined, a);
    for (int i = 0; i < job->nobjects; i++) {
        if (!objfile_read(a, job->objects[i].path, &c->files[i])) {
            return NULL;
        }
    }
    return c;
}

bool check_objects(check_t *c)
{
    int before = diag_errors();
    for (int i = 0; i < c->job->nobjects; i++) {
        check_machine(c, i);
        check_sections(c, i);
        collect(c, i, false);
    }
    for (int i = 0; i < c->job->nobjects; i++) {
        collect(c, i, true);
    }
    for (int i = 0; i < c->job->nobjects; i++) {
        collect_uses(c, i);
    }
    return diag_errors() == before;
}

static bool collect_open(check_t *c, const char *zno, map_t *open)
{
    objfile_t module;
    map_init(open, c->arena);
    if (!objfile_read(c->arena, zno, &module)) {
        return false;
    }
    for (int i = 0; i < module.symbols.len; i++) {
        if (!module.symbols.items[i].defined) {
            map_set(open, module.symbols.items[i].name, c);
        }
    }
    return true;
}

/* ld keeps the names of what only dropped code used. */
static bool is_missing(check_t *c, const map_t *open, const char *zno, const char *name)
{
    objfile_use_t use;
    return map_get(open, name) && !link_find_export(name) &&
           !is_made_by_tools(c, name) && !(c->job->board && is_of_libgcc(name)) &&
           objfile_find_use(c->arena, zno, name, &use);
}

bool check_is_closed(check_t *c, const char *zno)
{
    map_t open;
    bool closed = collect_open(c, zno, &open);
    for (int i = 0; closed && i < c->undefined.count; i++) {
        closed = !is_missing(c, &open, zno, c->undefined.entries[i].key);
    }
    return closed;
}

bool check_undefined(check_t *c, const char *zno)
{
    int before = diag_errors();
    map_t open;
    if (!collect_open(c, zno, &open)) {
        return false;
    }
    for (int i = 0; i < c->undefined.count; i++) {
        const char *name = c->undefined.entries[i].key;
        if (is_missing(c, &open, zno, name)) {
            report_undefined(c, c->undefined.entries[i].value, name);
        }
    }
    return diag_errors() == before;
}

bool check_has_section(const check_t *c, const char *name)
{
    for (int i = 0; i < c->job->nobjects; i++) {
        for (int k = 0; k < c->files[i].sections.len; k++) {
            if (strcmp(c->files[i].sections.items[k].name, name) == 0) {
                return true;
            }
        }
    }
    return false;
}

bool check_needs_libgcc(const check_t *c)
{
    for (int i = 0; i < c->undefined.count; i++) {
        const char *name = c->undefined.entries[i].key;
        if (is_of_libgcc(name) && !link_find_export(name)) {
            return true;
        }
    }
    return false;
}

bool check_uses(const check_t *c, const char *name)
{
    return map_get(&c->undefined, name) != NULL;
}
