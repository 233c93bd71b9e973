/* SPDX-License-Identifier: MIT */
/*
 * gc.c -- the mark phase, roots, and the allocation functions over heap.c.
 *
 * The mark stack holds ranges of words still to be looked at, so its depth is that of
 * the object graph, not its breadth. When it is full the object stays marked with its
 * children unseen, and a pass over all marked objects makes up for it.
 */
#include "file.h"
#include "heap.h"
#include "class.h"
#include "state.h"
#include "thread.h"
#include "vosal.h"
#include <string.h>

/* With one thread there is nobody to lock out. */
static void lock(void)
{
    if (heap.shared) {
        vosSysLock();
    }
}

static void unlock(void)
{
    if (heap.shared) {
        vosSysUnlock();
    }
}

/* ---- what an object points to ---- */

/* `count` words at `first`; SPECIAL kinds need a look at the object. */
typedef struct {
    uint8_t first, count;
} layout_t;

enum {
    SPECIAL = 0x80,
    L_TUPLE = SPECIAL,
    L_BUFFER,
    L_HASH,
    L_FUNCTION,
    L_INSTANCE,
    L_CLASS,
    L_GENERATOR,
    L_THREAD
};

#define WORDS(type, field, n)                                                          \
    {                                                                                  \
        offsetof(type, field), n                                                       \
    }
static const layout_t layouts[TYPE_COUNT] = {
    [PBYTEARRAY] = WORDS(PMutableSequence, seq, 1),
    [PSHORTARRAY] = WORDS(PMutableSequence, seq, 1),
    [PLIST] = WORDS(PMutableSequence, seq, 1),
    [PTUPLE] = {0, L_TUPLE},
    [PFSET] = {0, L_HASH},
    [PSET] = {0, L_HASH},
    [PDICT] = {0, L_HASH},
    [PFUNCTION] = {0, L_FUNCTION},
    [PMETHOD] = WORDS(PMethod, fn, 2),
    [PCLASS] = {0, L_CLASS},
    [PINSTANCE] = {0, L_INSTANCE},
    [PBUFFER] = {0, L_BUFFER},
    [PSLICE] = WORDS(PSlice, start, 3),
    [PITERATOR] = WORDS(PIterator, iterable, 2),
    [PCELL] = WORDS(PCell, value, 1),
    [PEXCEPTION] = WORDS(PException, args, 5),
    [PTHREAD] = {0, L_THREAD},
    [PGENERATOR] = {0, L_GENERATOR},
    [PENUMERATE] = WORDS(PIterator, iterable, 2),
    [PFILTER] = WORDS(PIterator, iterable, 2),
    [PMAP] = WORDS(PIterator, iterable, 2),
    [PREVERSED] = WORDS(PIterator, iterable, 2),
    [PZIP] = WORDS(PIterator, iterable, 2),
    [PPROPERTY] = WORDS(PProperty, get, 3),
    [PSTATICMETHOD] = WORDS(PProperty, get, 3),
    [PCLASSMETHOD] = WORDS(PProperty, get, 3),
    [PDICTVIEW] = {sizeof(PObjectHeader), 1},
    [PNATIVEMETHOD] = WORDS(PNativeMethod, self, 1),
    [PFILE] = WORDS(PFileObject, name, 2),
};

/* ---- the mark stack ---- */

typedef struct {
    PObject **word;
    uint32_t left;
} range_t;

static range_t stack[MARK_STACK];
static uint32_t depth;
static bool overflowed;

static void push(PObject **word, uint32_t n)
{
    if (n == 0) {
        return;
    }
    if (depth == MARK_STACK) {
        overflowed = true;
        return;
    }
    stack[depth++] = (range_t){word, n};
}

/* Sets the mark of an object on the heap of `size` bytes at `base`. False: nothing to
 * do for it. */
static inline bool set_mark_in(PObject *o, char *base, size_t size, uintptr_t *marks)
{
    size_t offset = (size_t)((char *)o - base);
    if (offset >= size || POBJ_WORD(o) & 7) {
        return false;
    }
    size_t granule = offset / GC_GRANULE;
    uintptr_t bit = (uintptr_t)1 << granule % GC_WORD_BITS;
    uintptr_t *word = &marks[granule / GC_WORD_BITS];
    if (*word & bit) {
        return false;
    }
    *word |= bit;
    return true;
}

static bool set_mark(PObject *o)
{
    return set_mark_in(o, gc_heap.base, (size_t)heap.limit * GC_GRANULE, heap.marks);
}

/* Words of a Python stack: what lies there may be stale, so only block starts count. */
static void push_stack_words(PObject **lo, PObject **hi)
{
    for (; lo < hi; lo++) {
        size_t offset = (size_t)((char *)*lo - gc_heap.base);
        if (!(POBJ_WORD(*lo) & 7) && offset < (size_t)heap.limit * GC_GRANULE &&
            heap_bit(gc_heap.starts, (uint32_t)(offset / GC_GRANULE))) {
            gc_mark(*lo);
        }
    }
}

static void mark_thread(PThread *t)
{
    PObject *own[] = {t->pending, t->handled, t->fn, (PObject *)t->args};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        gc_mark(own[i]);
    }
    PObject **end = t->sp;
    for (frame_t *f = t->frame; f; f = f->prev) {
        push_stack_words(FRAME_OPERANDS(f), end);
        push_stack_words(f->locals, (PObject **)(void *)f);
        if (f->flags & FRAME_GEN) {
            gc_mark((PObject *)f->gen);
        }
        if (f->flags & FRAME_HANDLED) {
            gc_mark(f->handled);
        }
        end = f->locals;
    }
    push_stack_words(t->stack, end);
}

static void push_instance(PInstance *o)
{
    PClass *cls = vm.classes[o->header.aux];
    push(o->slots, cls->nslots);
    if (o->header.length) {
        gc_mark(gc_deref(o->header.length));
    }
    if (cls->native) {
        gc_mark_native(o, cls);
    }
}

static void push_special(PObject *o, uint8_t kind)
{
    uint32_t n = o->header.length;
    switch (kind) {
    case L_TUPLE:
        push(PTUPLE_OBJECTS(o), n);
        break;
    case L_BUFFER:
        if (o->header.flags & GC_BUFFER_OBJECTS) {
            push((PObject **)((PBuffer *)o)->buffer, n / sizeof(PObject *));
        }
        break;
    case L_HASH:
        if (((PHash *)o)->entry) { /* the entries are the data of a buffer */
            gc_mark((PObject *)(void *)((char *)((PHash *)o)->entry -
                                        sizeof(PObjectHeader)));
        }
        break;
    case L_FUNCTION:
        push((PObject **)(void *)&((PFunction *)o)->defaults, 3);
        if (n) {
            gc_mark(gc_deref(n));
        }
        break;
    case L_INSTANCE:
        push_instance((PInstance *)o);
        break;
    case L_CLASS:
        gc_mark(((PClass *)o)->qualname);
        push((PObject **)(void *)&((PClass *)o)->bases, 4);
        break;
    case L_GENERATOR:
        gc_mark(((PGenerator *)o)->handled);
        push(((PGenerator *)o)->saved, n);
        break;
    default:
        mark_thread((PThread *)o);
    }
}

static inline void push_children(PObject *o)
{
    uint8_t type = o->header.type;
    if (type >= TYPE_COUNT) {
        return;
    }
    layout_t l = layouts[type];
    if (l.count & SPECIAL) {
        push_special(o, l.count);
    } else if (l.count) {
        push((PObject **)(void *)((char *)o + l.first), l.count);
    }
}

void gc_mark(PObject *o)
{
    if (set_mark(o)) {
        push_children(o);
    }
}

void gc_mark_thread(PThread *t)
{
    set_mark((PObject *)t);
    mark_thread(t);
}

static inline bool is_leaf(PObject *o)
{
    return o->header.type >= TYPE_COUNT || layouts[o->header.type].count == 0;
}

/* May interrupts come while marking? What they post is marked at the end, without. */
static bool lets_interrupts;

/* The next words to look at: of a long range a part, so that interrupts wait for no
 * more than a few hundred instructions. */
static PObject **take_words(PObject ***end)
{
    enum { PART = 32 };
    PObject **word = stack[depth - 1].word;
    uint32_t left = stack[depth - 1].left;
    if (left > PART) {
        stack[depth - 1].word = word + PART;
        stack[depth - 1].left = left - PART;
        left = PART;
    } else {
        depth--;
    }
    *end = word + left;
    return word;
}

/* Marks until the stack is empty. An object with children comes before the rest of the
 * range that it was found in. */
static void drain(void)
{
    char *base = gc_heap.base;
    size_t size = (size_t)heap.limit * GC_GRANULE;
    uintptr_t *marks = heap.marks;
    for (uint32_t n = 1; depth; n++) {
        PObject **end, **word = take_words(&end);
        if (n % 8 == 0 && lets_interrupts) {
            vos_irq_window();
        }
        while (word < end) {
            PObject *o = *word++;
            if (set_mark_in(o, base, size, marks) && !is_leaf(o)) {
                push(word, (uint32_t)(end - word));
                push_children(o);
                break;
            }
        }
    }
}

/* Everything reachable from what is marked. */
static void complete_marking(void)
{
    drain();
    while (overflowed) {
        overflowed = false;
        for (uint32_t g = 0; g < heap.limit; g++) {
            if (heap_bit(heap.marks, g)) {
                push_children((PObject *)(void *)heap_address(g));
                drain();
            }
        }
    }
}

/* ---- roots ---- */

static void mark_granule(uint32_t granule)
{
    PObject *o = (PObject *)(void *)heap_address(heap_start_of(granule));
    if (o->header.type != BLOCK_FREE) {
        gc_mark(o);
    }
}

/* Any word of a C stack. One past the end of a block keeps it, too: a loop may hold
 * nothing else. */
__attribute__((no_sanitize("address"))) static void scan_words(void *low, void *high,
                                                               void *ctx)
{
    (void)ctx;
    uintptr_t *w = (uintptr_t *)(((uintptr_t)low + sizeof *w - 1) & -sizeof *w);
    size_t size = (size_t)heap.limit * GC_GRANULE;
    for (; w + 1 <= (uintptr_t *)high; w++) {
        size_t offset = *w - (uintptr_t)gc_heap.base;
        if (offset > size) {
            continue;
        }
        uint32_t granule = (uint32_t)(offset / GC_GRANULE);
        if (offset < size) {
            mark_granule(granule);
        }
        if (granule && offset % GC_GRANULE == 0) {
            mark_granule(granule - 1);
        }
        drain();
    }
}

/* Slots that C declares with ZN_ROOT: the linker gives the section's bounds. */
extern PObject *__start_zvm_roots[] __attribute__((weak));
extern PObject *__stop_zvm_roots[] __attribute__((weak));

/* A growing table of words in gc_malloc memory. */
typedef struct {
    PObject **word;
    uint32_t used, capacity;
} table_t;
static table_t pins, ranges, watched;

static err_t table_add(table_t *t, PObject *o)
{
    if (t->used == t->capacity) {
        uint32_t capacity = t->capacity ? 2 * t->capacity : 8;
        void *word = gc_realloc(t->word, capacity * (uint32_t)sizeof *t->word);
        if (!word) {
            return ERR_MEMORY_EXC;
        }
        t->word = word;
        t->capacity = capacity;
    }
    t->word[t->used++] = o;
    return ERR_OK;
}

err_t gc_add_roots(PObject **lo, PObject **hi)
{
    err_t err = table_add(&ranges, (PObject *)(void *)lo);
    if (err == ERR_OK && (err = table_add(&ranges, (PObject *)(void *)hi)) != ERR_OK) {
        ranges.used--;
    }
    return err;
}

err_t gc_pin(PObject *o)
{
    return IS_TAGGED(o) ? ERR_OK : table_add(&pins, o);
}

void gc_unpin(PObject *o)
{
    for (uint32_t i = pins.used; i-- > 0;) {
        if (pins.word[i] == o) {
            pins.word[i] = pins.word[--pins.used];
            return;
        }
    }
}

err_t gc_watch_native(PInstance *instance)
{
    return table_add(&watched, (PObject *)instance);
}

void gc_unwatch_natives(void (*each)(PInstance *instance))
{
    while (watched.used) {
        each((PInstance *)watched.word[--watched.used]);
    }
}

static void mark_range(PObject **lo, PObject **hi)
{
    for (; lo < hi; lo++) {
        gc_mark(*lo);
    }
    drain();
}

/* Blocks of gc_malloc, newest first. */
typedef struct raw_block {
    PObjectHeader header; /* BLOCK_RAW; length: bytes asked for */
    union {
        struct raw_block *next;
        uint64_t granule;
    };
} raw_block_t;
static raw_block_t *raw_blocks;

static void mark_raw_blocks(void)
{
    raw_block_t **link = &raw_blocks;
    while (*link) {
        raw_block_t *b = *link;
        if (b->header.type == BLOCK_FREED) {
            *link = b->next;
        } else {
            heap_set_bit(heap.marks, heap_granule(b));
            link = &b->next;
        }
    }
}

static void mark_all_roots(void)
{
    lets_interrupts = heap.shared;
    mark_raw_blocks();
    mark_range(__start_zvm_roots, __stop_zvm_roots);
    for (uint32_t i = 0; i < ranges.used; i += 2) {
        mark_range((PObject **)(void *)ranges.word[i],
                   (PObject **)(void *)ranges.word[i + 1]);
    }
    mark_range(pins.word, pins.word + pins.used);
    gc_mark_roots();
    drain();
    vos_scan_stacks(scan_words, NULL);
    complete_marking();
    lets_interrupts = false;
    gc_mark_roots();
    complete_marking();
}

/* Hands dead instances that have a dealloc to native.c, which keeps them till then. */
static void find_dead_natives(void)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < watched.used; i++) {
        PObject *o = watched.word[i];
        if (heap_bit(heap.marks, heap_granule(o))) {
            watched.word[kept++] = o;
        } else {
            gc_on_dead_native((PInstance *)o);
        }
    }
    watched.used = kept;
    complete_marking();
}

bool gc_paused;
static uint64_t collected_at; /* ms since the start */

void gc_collect(void)
{
    lock();
    collected_at = vosMillis();
    heap_begin_marking();
    mark_all_roots();
    find_dead_natives();
    heap_begin_sweeping();
    unlock();
}

/* ---- allocation ---- */

static gc_switches_t switches;
static uint32_t until_stress;

void gc_init_heap(void *base, size_t size)
{
    heap_init(base, size);
    pins = ranges = watched = (table_t){0};
    raw_blocks = NULL;
    switches = (gc_switches_t){0};
}

static void choose_fast_path(void)
{
    heap_open_fast_path(!heap.shared && !switches.stress && !switches.oom_at);
}

void gc_set_switches(const gc_switches_t *s)
{
    switches = *s;
    until_stress = s->stress;
    choose_fast_path();
}

void gc_share(void)
{
    heap.shared = true;
    choose_fast_path();
}

uint32_t gc_oom_left(void)
{
    return switches.oom_at;
}

/* True: this allocation is to fail. */
static bool run_switches(void)
{
    if (switches.oom_at) {
        if (switches.oom_at == 1) {
            switches.oom_at = switches.oom_every ? 1 : 0;
            choose_fast_path();
            return true;
        }
        switches.oom_at--;
    }
    if (switches.stress && --until_stress == 0) {
        until_stress = switches.stress;
        gc_collect();
    }
    return false;
}

/* Heaps below this size grow earlier. */
#define SMALL_HEAP (16u << 20)

/*
 * Another hole: grows the heap when the last collection found too little of it free,
 * else collects. A small heap is kept three quarters free, so that marking stays cheap
 * beside allocating; a large one half. False: out of memory.
 */
static bool make_room(size_t size, bool *collected)
{
    size_t limit = (size_t)heap.limit * GC_GRANULE;
    bool crowded =
        gc_paused || heap.found < (limit < SMALL_HEAP ? limit / 4 * 3 : limit / 2);
    if ((crowded || *collected) && heap_grow(size)) {
        return true;
    }
    if (*collected) {
        return false;
    }
    *collected = true;
    gc_collect();
    return true;
}

/* May another thread run Python before the collection is over? While it does, its
 * frames and stack pointer are not saved. */
static bool others_run_python(void)
{
    return heap.shared && (!vm.current || vm.current != vosThGetData(vosThCurrent()));
}

/*
 * Context: under the lock. A thread that runs without the GIL leaves the lock and takes
 * the GIL before it collects (a C thread that has it, once more); what it finds then
 * may be taken by others, so it looks again.
 */
static char *take_or_collect(size_t size)
{
    bool collected = false;
    char *p;
    while (!(p = heap_take(size))) {
        bool foreign = others_run_python();
        if (foreign) {
            unlock();
            vosSemWait(_gillock);
            lock();
        }
        bool more = make_room(size, &collected);
        if (foreign) {
            vosSemSignal(_gillock);
        }
        if (!more) {
            return NULL;
        }
    }
    return p;
}

static char *allocate(size_t size, PObjectHeader header)
{
    size_t rounded = GC_ROUND(size);
    if (rounded < size || rounded / GC_GRANULE > UINT32_MAX) {
        return NULL;
    }
    if ((switches.stress || switches.oom_at) && run_switches()) {
        return NULL;
    }
    lock();
    char *p = take_or_collect(rounded);
    if (p) {
        *(PObjectHeader *)(void *)p = header;
    }
    unlock();
    return p;
}

void *gc_new_raw(uint8_t type, uint8_t flags, size_t size)
{
    return allocate(size, (PObjectHeader){0, type, flags, 0});
}

void *gc_new(uint8_t type, uint8_t flags, size_t size)
{
    char *p = gc_new_fast(type, flags, size);
    if (p) {
        uint64_t *w = (uint64_t *)(void *)p + 1;
        uint64_t *end = (uint64_t *)(void *)(p + GC_ROUND(size));
        for (; w < end; w++) {
            *w = 0;
        }
    }
    return p;
}

PBuffer *gc_new_buffer(size_t bytes, bool objects)
{
    if (bytes > UINT32_MAX) {
        return NULL;
    }
    PBuffer *b =
        gc_new_raw(PBUFFER, objects ? GC_BUFFER_OBJECTS : 0, sizeof *b + bytes);
    if (b) {
        memset(b->buffer, 0, GC_ROUND(bytes));
        b->header.length = (uint32_t)bytes;
    }
    return b;
}

void *gc_malloc(uint32_t size)
{
    raw_block_t *b = (raw_block_t *)(void *)allocate(
        sizeof(raw_block_t) + (size_t)size, (PObjectHeader){size, BLOCK_RAW, 0, 0});
    if (!b) {
        return NULL;
    }
    lock();
    b->next = raw_blocks;
    raw_blocks = b;
    unlock();
    return b + 1;
}

void gc_free(void *block)
{
    if (block) {
        ((raw_block_t *)block)[-1].header.type = BLOCK_FREED;
    }
}

void *gc_realloc(void *block, uint32_t size)
{
    raw_block_t *old = block ? (raw_block_t *)block - 1 : NULL;
    if (old && size <= old->header.length) {
        return block;
    }
    void *grown = gc_malloc(size);
    if (grown && old) {
        memcpy(grown, block, old->header.length);
        gc_free(block);
    }
    return grown;
}

void gc_get_info(gc_info_t *info)
{
    memset(info, 0, sizeof *info);
    lock();
    info->total = heap.top * GC_GRANULE;
    info->collections = heap.collections;
    info->allocated = heap.allocated + (size_t)(gc_heap.cur - heap.hole);
    info->last = collected_at;
    heap_count(info);
    unlock();
}
