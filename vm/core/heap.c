/* SPDX-License-Identifier: MIT */
/* heap.c -- blocks: cutting them off holes, finding holes by lazy sweeping, the lists
 * of small holes. */
#include "heap.h"
#include <string.h>

/* Holes of 2 … 15 granules have a list each, greater ones one for each power of two. */
enum { EXACT = 16, LISTS = EXACT + 28 };

/* A free block of at least two granules, in a list. */
typedef struct free_block {
    PObjectHeader header;
    union {
        struct free_block *next;
        uint64_t granule;
    };
} free_block_t;

gc_heap_t gc_heap;
heap_t heap;
static free_block_t *lists[LISTS];
static uint64_t nonempty; /* a bit for each list */
static bool fast_path;

/* In use from the beginning; more as the live data needs it. Fits the host's
 * second-level cache. */
#define FIRST_LIMIT (1u << 20)
#define DOUBLE_BELOW (32u << 20)

static uint32_t bits_of(uintptr_t word)
{
    return (uint32_t)(sizeof(uintptr_t) == 8 ? __builtin_ctzll(word)
                                             : __builtin_ctz((unsigned)word));
}

static uint32_t list_for(uint32_t granules)
{
    return granules < EXACT ? granules : EXACT + 27 - (uint32_t)__builtin_clz(granules);
}

static void open_hole(char *from, char *to)
{
    gc_heap.cur = heap.hole = from;
    heap.end = to;
    gc_heap.fast_end = fast_path ? to : NULL;
}

void heap_open_fast_path(bool open)
{
    fast_path = open;
    gc_heap.fast_end = open ? heap.end : NULL;
}

/* Makes [from, to) a free block. */
static void make_free(char *from, char *to)
{
    uint32_t granules = (uint32_t)((size_t)(to - from) / GC_GRANULE);
    if (granules == 0) {
        return;
    }
    heap_set_bit(gc_heap.starts, heap_granule(from));
    free_block_t *block = (free_block_t *)(void *)from;
    block->header = (PObjectHeader){granules, BLOCK_FREE, 0, 0};
}

/* The same, found again by take_listed. One granule is too small to be linked: it waits
 * for its neighbours. */
static void give_back(char *from, char *to)
{
    make_free(from, to);
    uint32_t granules = (uint32_t)((size_t)(to - from) / GC_GRANULE);
    if (granules >= 2) {
        free_block_t *block = (free_block_t *)(void *)from;
        uint32_t l = list_for(granules);
        block->next = lists[l];
        lists[l] = block;
        nonempty |= (uint64_t)1 << l;
    }
}

static void close_hole(void)
{
    heap.allocated += (size_t)(gc_heap.cur - heap.hole);
    give_back(gc_heap.cur, heap.end);
    open_hole(NULL, NULL);
}

static void clear_starts(uint32_t from, uint32_t to)
{
    uint32_t w = from / GC_WORD_BITS, last = to / GC_WORD_BITS;
    uintptr_t low = ((uintptr_t)1 << from % GC_WORD_BITS) - 1;
    uintptr_t high = ~(((uintptr_t)1 << to % GC_WORD_BITS) - 1);
    if (w == last) {
        gc_heap.starts[w] &= low | high;
        return;
    }
    gc_heap.starts[w++] &= low;
    while (w < last) {
        gc_heap.starts[w++] = 0;
    }
    if (to % GC_WORD_BITS) {
        gc_heap.starts[w] &= high;
    }
}

/* The first granule from `from` on that starts a block which is marked, or unmarked;
 * the limit when there is none. */
static uint32_t next_start(uint32_t from, bool marked)
{
    uintptr_t flip = marked ? 0 : ~(uintptr_t)0;
    uint32_t w = from / GC_WORD_BITS;
    uintptr_t mask = ~(uintptr_t)0 << from % GC_WORD_BITS;
    uint32_t words = (heap.limit + GC_WORD_BITS - 1) / GC_WORD_BITS;
    for (; w < words; w++, mask = ~(uintptr_t)0) {
        uintptr_t found = gc_heap.starts[w] & (heap.marks[w] ^ flip) & mask;
        if (found) {
            uint32_t granule = w * GC_WORD_BITS + bits_of(found);
            return granule < heap.limit ? granule : heap.limit;
        }
    }
    return heap.limit;
}

/* The next hole of the sweep; false: the sweep is over. */
static bool sweep_hole(char **from, char **to)
{
    if (heap.sweep >= heap.limit) {
        return false;
    }
    uint32_t start = next_start(heap.sweep, false);
    if (start >= heap.limit) {
        heap.sweep = heap.limit;
        return false;
    }
    uint32_t end = next_start(start, true);
    clear_starts(start, end);
    heap.sweep = end;
    *from = heap_address(start);
    *to = heap_address(end);
    heap.found += (size_t)(*to - *from);
    return true;
}

static bool sweep_until(size_t size, char **from, char **to)
{
    while (sweep_hole(from, to)) {
        if ((size_t)(*to - *from) >= size) {
            return true;
        }
        give_back(*from, *to);
    }
    return false;
}

/* Unlinks the first block of list `l` that has `granules`; only the first few of a
 * mixed list are looked at. */
static free_block_t *unlink_fitting(uint32_t l, uint32_t granules)
{
    free_block_t **link = &lists[l];
    for (; *link; link = &(*link)->next) {
        free_block_t *block = *link;
        if (block->header.length >= granules) {
            *link = block->next;
            if (!lists[l]) {
                nonempty &= ~((uint64_t)1 << l);
            }
            return block;
        }
    }
    return NULL;
}

static bool take_listed(size_t size, bool exact, char **from, char **to)
{
    uint32_t granules = (uint32_t)(size / GC_GRANULE);
    uint32_t l = list_for(granules < 2 ? 2 : granules);
    uint64_t candidates = nonempty >> l << l;
    if (exact) {
        candidates &= l < EXACT ? (uint64_t)1 << l : 0;
    }
    while (candidates) {
        l = (uint32_t)__builtin_ctzll(candidates);
        candidates &= candidates - 1;
        free_block_t *block = unlink_fitting(l, granules);
        if (block) {
            *from = (char *)block;
            *to = *from + (size_t)block->header.length * GC_GRANULE;
            clear_starts(heap_granule(*from), heap_granule(*from) + 1);
            return true;
        }
    }
    return false;
}

/* Cuts `size` off the hole [from, to); what remains becomes the current hole when it is
 * the greater one. */
static char *cut(char *from, char *to, size_t size)
{
    char *rest = from + size;
    heap_set_bit(gc_heap.starts, heap_granule(from));
    if (to - rest > heap.end - gc_heap.cur) {
        close_hole();
        open_hole(rest, to);
    } else {
        give_back(rest, to);
    }
    heap.allocated += size;
    return from;
}

char *heap_take(size_t size)
{
    char *from = gc_heap.cur, *to;
    if (size <= (size_t)(heap.end - from)) {
        gc_heap.cur = from + size;
        heap_set_bit(gc_heap.starts, heap_granule(from));
        return from;
    }
    if (take_listed(size, true, &from, &to) || sweep_until(size, &from, &to) ||
        take_listed(size, false, &from, &to)) {
        return cut(from, to, size);
    }
    return NULL;
}

/* Bitmap words are cleared only when they come into use: a host's large heap costs no
 * memory before. */
static void extend_limit(uint32_t limit)
{
    uint32_t from = heap.limit / GC_WORD_BITS;
    uint32_t words = (limit + GC_WORD_BITS - 1) / GC_WORD_BITS - from;
    memset(gc_heap.starts + from, 0, words * sizeof(uintptr_t));
    memset(heap.marks + from, 0, words * sizeof(uintptr_t));
    heap.found += (size_t)(limit - heap.limit) * GC_GRANULE;
    heap.limit = heap.sweep = limit;
}

/* Everything is swept when this is called: heap_take has just failed. */
bool heap_grow(size_t size)
{
    uint32_t left = heap.top - heap.limit;
    if (left == 0 || size / GC_GRANULE > left) {
        return false;
    }
    uint32_t step =
        heap.limit < DOUBLE_BELOW / GC_GRANULE ? heap.limit : heap.limit / 2;
    uint32_t wanted = (uint32_t)(size / GC_GRANULE);
    step = step > wanted ? step : wanted;
    step = (step + GC_WORD_BITS - 1) / GC_WORD_BITS * GC_WORD_BITS;
    step = step < left ? step : left;
    char *from = heap_address(heap.limit);
    extend_limit(heap.limit + step);
    char *to = heap_address(heap.limit);
    if (heap.end == from) {
        from = gc_heap.cur; /* the current hole goes on into the new part */
        heap.end = gc_heap.cur;
    }
    if (to - from > heap.end - gc_heap.cur) {
        close_hole();
        open_hole(from, to);
    } else {
        give_back(from, to);
    }
    return true;
}

void heap_begin_marking(void)
{
    close_hole();
    char *from, *to;
    while (sweep_hole(&from, &to)) {
        make_free(from, to);
    }
    memset(heap.marks, 0, (heap.limit + 7) / 8);
}

void heap_begin_sweeping(void)
{
    memset(lists, 0, sizeof lists);
    nonempty = 0;
    heap.sweep = 0;
    heap.found = 0;
    heap.collections++;
}

uint32_t heap_start_of(uint32_t granule)
{
    uint32_t w = granule / GC_WORD_BITS;
    uintptr_t word = gc_heap.starts[w] &
                     (~(uintptr_t)0 >> (GC_WORD_BITS - 1 - granule % GC_WORD_BITS));
    while (!word) {
        word = gc_heap.starts[--w];
    }
    uint32_t zeros = (uint32_t)(sizeof word == 8 ? __builtin_clzll(word)
                                                 : __builtin_clz((unsigned)word));
    return w * GC_WORD_BITS + GC_WORD_BITS - 1 - zeros;
}

uint32_t heap_block_size(uint32_t granule)
{
    uint32_t end = granule + 1;
    while (end < heap.limit && !heap_bit(gc_heap.starts, end)) {
        end++;
    }
    return end - granule;
}

void heap_init(void *base, size_t size)
{
    char *lo = (char *)(((uintptr_t)base + 7) & ~(uintptr_t)7);
    size -= (size_t)(lo - (char *)base);
    /* Two bits for each granule of 64: 64 + 2 bits make a granule with its share of the
     * bitmaps. */
    size_t word = sizeof(uintptr_t);
    size_t granules = (size - 4 * word) * 8 / (8 * GC_GRANULE + 2);
    size_t map = (granules + 8 * word - 1) / (8 * word) * word + word;
    heap = (heap_t){0};
    gc_heap.starts = (uintptr_t *)(void *)lo;
    heap.marks = (uintptr_t *)(void *)(lo + map);
    gc_heap.base = (char *)(((uintptr_t)lo + 2 * map + 7) & ~(uintptr_t)7);
    heap.top = (uint32_t)((size_t)((char *)base + size - gc_heap.base) / GC_GRANULE);
    heap.top = heap.top < granules ? heap.top : (uint32_t)granules;
    uint32_t limit = heap.top;
    if (limit > FIRST_LIMIT / GC_GRANULE) {
        limit = FIRST_LIMIT / GC_GRANULE;
    }
    extend_limit(limit);
    memset(lists, 0, sizeof lists);
    nonempty = 0;
    fast_path = true;
    open_hole(gc_heap.base, heap_address(heap.limit));
}

static void add_hole(gc_info_t *info, uint32_t size)
{
    info->free += size;
    info->free_blocks += size > 0;
    info->largest_free = info->largest_free > size ? info->largest_free : size;
}

void heap_count(gc_info_t *info)
{
    close_hole();
    uint32_t g = 0;
    while (g < heap.limit) {
        uint32_t size = heap_block_size(g);
        bool swept = g < heap.sweep;
        PObject *o = (PObject *)(void *)heap_address(g);
        bool is_free = swept ? o->header.type == BLOCK_FREE : !heap_bit(heap.marks, g);
        if (is_free) {
            add_hole(info, size * GC_GRANULE);
        } else {
            info->used_blocks++;
        }
        g += size;
    }
    add_hole(info, (heap.top - heap.limit) * GC_GRANULE);
}
