/* SPDX-License-Identifier: MIT */
/*
 * verify_code.c -- the bytecode of each code object, by abstract interpretation.
 *
 * First pass: every instruction is decoded once, its operands are checked, and places
 * that are jumped to become leaders. Second pass: from each leader the state (depth and
 * kinds of the operand stack, locals that are certainly assigned) is carried forward to
 * the next ones and to handlers, and where ways meet, merged; a leader whose state has
 * changed is walked again. States only ever lose knowledge, so that ends.
 */
#include "builtins.h"
#include "exc.h"
#include "gc.h"
#include "opcodes.h"
#include "value.h"
#include "verify.h"
#include <string.h>

/* What a stack slot is known to hold. A tuple of n cells is K_CELLS + n. */
enum { K_ANY, K_STR, K_LIST, K_SET, K_DICT, K_TUPLE, K_CELL, K_RANGE, K_CELLS = 0x100 };

/* At a leader. Behind it: u16 kinds[code->stack] (rounded up), u32 locals[words]. */
typedef struct {
    int32_t depth; /* −1: not reached yet */
    uint16_t pc;
    bool dirty;
    uint16_t kinds[];
} state_t;

enum { SLOT_NONE, SLOT_START, SLOT_LEADER }; /* from SLOT_LEADER on: a state's index */

typedef struct {
    const uint8_t *image;
    const image_header_t *h;
    verify_error_t *error;
    const image_code_t *code;
    const uint8_t *bytes;
    const image_handler_t *rows;
    uint32_t first_cell; /* locals below it are variables, from it on cells */
    uint32_t words, state_size, nstates;
    uint16_t *slots; /* by pc: SLOT_… */
    uint8_t *memory; /* the walker's own state, then those of the leaders */
    uint32_t capacity;
    state_t *now;
    const image_handler_t *row; /* that covers [row_from, row_to), or NULL */
    uint32_t row_from, row_to;
} checker_t;

typedef struct {
    uint32_t pc, next, target;
    uint8_t op;
    int32_t args[3];
    int n, pops, pushes;
} instr_t;

static bool fail(checker_t *c, const char *what, uint32_t pc)
{
    *c->error = (verify_error_t){what, c->code->index, pc};
    return false;
}

/* ---- decoding ---- */

static const char *const operands[256] = {
#define OP(number, name, operand, pops, pushes, meaning) [number] = OPERAND_##operand,
#include "opcodes.def"
#undef OP
};

static void set_effect(instr_t *i)
{
    int n = i->n;
    switch (i->op) {
#define OP(number, name, operand, popped, pushed, meaning)                             \
    case number:                                                                       \
        i->pops = (popped);                                                            \
        i->pushes = (pushed);                                                          \
        break;
#include "opcodes.def"
#undef OP
    }
}

static int32_t read_field(const uint8_t *p, char field)
{
    switch (field) {
    case 'i':
        return (int8_t)p[0];
    case 'I':
        return (int16_t)(p[0] | p[1] << 8);
    default:
        return opcode_field_size(field) == 1 ? p[0] : p[0] | p[1] << 8;
    }
}

/* Decodes what lies within the code; false: it is cut off. */
static bool decode(const checker_t *c, uint32_t pc, instr_t *i)
{
    const char *fields = operands[c->bytes[pc]];
    *i = (instr_t){.pc = pc, .next = pc + 1, .op = c->bytes[pc]};
    int count = 0;
    for (int f = 0; fields[f]; f++) {
        uint32_t at = i->next;
        i->next += (uint32_t)opcode_field_size(fields[f]);
        if (i->next > c->code->length) {
            return false;
        }
        i->args[f] = read_field(c->bytes + at, fields[f]);
        count += fields[f] == 'n' || fields[f] == 'N' ? i->args[f] : 0;
        if (fields[f] == 'j') {
            i->target = i->next + (uint32_t)i->args[f];
        } else if (fields[f] == 'r') {
            i->target = i->next - (uint32_t)i->args[f];
        }
    }
    i->n = count;
    set_effect(i);
    return true;
}

static bool is_exception(const checker_t *c, int32_t number)
{
    if (number < NAME_FIRST_USER) {
        return exc_exists(number);
    }
    const image_exc_t *rows = (const image_exc_t *)(c->image + c->h->excs);
    for (uint32_t i = 0; i < c->h->nexcs; i++) {
        if (rows[i].name == number) {
            return true;
        }
    }
    return false;
}

static bool field_is_good(const checker_t *c, char field, uint32_t value)
{
    const image_header_t *h = c->h;
    switch (field) {
    case 'l':
        return value < c->first_cell;
    case 'd':
        return value >= c->first_cell && value < c->code->nlocals;
    case 'k':
        return value < h->nconsts;
    case 'a':
        return value < NAME_FIRST_USER + h->nnames;
    case 'g':
        return value < h->nglobals;
    case 'b':
        return value < BUILTIN_COUNT;
    case 'e':
        return is_exception(c, (int32_t)value);
    case 'v':
        return value < h->nnatives;
    case 'c':
        return value < h->ncodes;
    case 'C':
        return value < h->nclasses;
    case 'm':
        return value < h->nmodules;
    default:
        return true;
    }
}

static bool jumps(const instr_t *i)
{
    return strpbrk(operands[i->op], "jr") != NULL;
}

static bool falls_through(const instr_t *i)
{
    switch (i->op) {
    case OP_JUMP:
    case OP_LOOP:
    case OP_RETURN:
    case OP_RETURN_NONE:
    case OP_RETURN_FAST:
    case OP_RAISE:
    case OP_RERAISE:
        return false;
    default:
        return true;
    }
}

/* ---- first pass ---- */

static const image_code_t *code_of(const checker_t *c, uint32_t row)
{
    const uint32_t *offsets = (const uint32_t *)(const void *)(c->image + c->h->codes);
    return (const image_code_t *)(const void *)(c->image + offsets[row]);
}

/* The constant's object, or NULL: a tagged value. */
static const PObject *const_of(const checker_t *c, uint32_t row)
{
    uintptr_t word;
    memcpy(&word, c->image + c->h->consts + row * sizeof word, sizeof word);
    return IS_TAGGED(word)
               ? NULL
               : (const PObject *)(const void *)(c->image + (word - c->h->link_base));
}

/* CALL_KW's constant: a tuple of names for the last of n arguments. */
static bool names_are_good(const checker_t *c, const instr_t *i)
{
    const PObject *names = const_of(c, (uint32_t)i->args[1]);
    if (names == NULL || names->header.type != PTUPLE ||
        names->header.length > (uint32_t)i->n) {
        return false;
    }
    for (uint32_t k = 0; k < names->header.length; k++) {
        PObject *name = PTUPLE_ITEM(names, k);
        const PObject *o =
            (const PObject *)(const void *)(c->image +
                                            (POBJ_WORD(name) - c->h->link_base));
        if (!IS_PSMALLINT(name) && (IS_TAGGED(name) || o->header.type != PSTRING)) {
            return false;
        }
    }
    return true;
}

static bool count_is_good(const checker_t *c, const instr_t *i)
{
    switch (i->op) {
    case OP_COPY:
        return i->n >= 1;
    case OP_SWAP:
        return i->n >= 2;
    case OP_BUILD_SLICE:
        return i->n == 2 || i->n == 3;
    case OP_RANGE_PREP:
        return i->n >= 1 && i->n <= 3;
    case OP_RAISE:
        return i->n <= 2;
    case OP_FORMAT:
    case OP_MAKE_FUNCTION:
        return i->n <= 7;
    case OP_CALL_EX:
        return i->n <= 1;
    case OP_CALL_KW:
        return names_are_good(c, i);
    case OP_CALL_BUILTIN:
        return i->n >= builtin_rows[i->args[0]].min &&
               (builtin_rows[i->args[0]].max == 255 ||
                i->n <= builtin_rows[i->args[0]].max);
    case OP_LIST_APPEND:
    case OP_SET_ADD:
    case OP_MAP_ADD:
    case OP_LIST_EXTEND:
    case OP_SET_UPDATE:
    case OP_DICT_UPDATE:
    case OP_DICT_MERGE:
        return i->n >= 1;
    default:
        return true;
    }
}

static const char *place_is_bad(const checker_t *c, const instr_t *i)
{
    if (i->op == OP_YIELD || i->op == OP_YIELD_FROM) {
        return c->code->flags & CODE_GENERATOR ? NULL : "a yield outside a generator";
    }
    if (i->op == OP_END_CLASS) {
        const uint32_t *rows =
            (const uint32_t *)(const void *)(c->image + c->h->classes);
        const image_class_t *desc =
            (const image_class_t *)(const void *)(c->image + rows[i->args[0]]);
        return c->code->flags & CODE_CLASS_BODY && c->code->nparams == 1 &&
                       desc->nattrs < c->code->nlocals
                   ? NULL
                   : "a class is made outside its body";
    }
    return NULL;
}

static bool check_instr(checker_t *c, const instr_t *i)
{
    const char *fields = operands[i->op];
    for (int f = 0; fields[f]; f++) {
        if (!field_is_good(c, fields[f], (uint32_t)i->args[f])) {
            return fail(c, "an operand is out of range", i->pc);
        }
    }
    if (!count_is_good(c, i)) {
        return fail(c, "a count is out of range", i->pc);
    }
    const char *bad = place_is_bad(c, i);
    return bad == NULL || fail(c, bad, i->pc);
}

static bool add_leader(checker_t *c, uint32_t pc)
{
    if (pc >= c->code->length) { /* offsets that go below 0 wrap to here */
        return false;
    }
    c->slots[pc] |= SLOT_LEADER;
    return true;
}

static bool add_handlers(checker_t *c)
{
    for (uint32_t k = 0; k < c->code->nhandlers; k++) {
        const image_handler_t *row = &c->rows[k];
        bool good = row->start < row->end && row->end <= c->code->length &&
                    c->slots[row->start] != SLOT_NONE &&
                    (row->end == c->code->length || c->slots[row->end] != SLOT_NONE) &&
                    row->depth < c->code->stack && add_leader(c, row->target);
        if (!good) {
            return fail(c, "a handler is malformed", row->start);
        }
    }
    return true;
}

/* Marks starts and leaders; at the end slots are SLOT_NONE, _START or both bits. */
static bool scan(checker_t *c)
{
    instr_t i = {0};
    memset(c->slots, 0, c->code->length * sizeof *c->slots);
    c->slots[0] = SLOT_LEADER;
    for (uint32_t pc = 0; pc < c->code->length; pc = i.next) {
        if (!opcode_is_known(c->bytes[pc])) {
            return fail(c, "an opcode is unknown", pc);
        }
        if (!decode(c, pc, &i)) {
            return fail(c, "an instruction is cut off", pc);
        }
        c->slots[pc] |= SLOT_START;
        if (!check_instr(c, &i)) {
            return false;
        }
        if (jumps(&i) && !add_leader(c, i.target)) {
            return fail(c, "a jump leaves the code", pc);
        }
    }
    return falls_through(&i) ? fail(c, "the code has no end", i.pc) : add_handlers(c);
}

/* ---- states ---- */

static uint32_t *locals_of(const checker_t *c, state_t *s)
{
    return (uint32_t *)(void *)((uint8_t *)s + c->state_size - c->words * 4);
}

static state_t *state_at(const checker_t *c, uint32_t index)
{
    return (state_t *)(void *)(c->memory + (size_t)index * c->state_size);
}

/* Numbers the leaders and makes their states; all must be instructions. */
static bool make_states(checker_t *c)
{
    uint32_t n = 1; /* 0 is the walker's own */
    for (uint32_t pc = 0; pc < c->code->length; pc++) {
        if (c->slots[pc] == SLOT_LEADER) {
            return fail(c, "a jump goes into an instruction", pc);
        }
        n += c->slots[pc] > SLOT_START;
    }
    c->nstates = n;
    uint64_t bytes = (uint64_t)n * c->state_size;
    if (bytes > c->capacity) {
        void *memory =
            bytes < INT32_MAX ? gc_realloc(c->memory, (uint32_t)bytes) : NULL;
        if (memory == NULL) {
            return fail(c, verify_no_memory, 0);
        }
        c->memory = memory;
        c->capacity = (uint32_t)bytes;
    }
    c->now = state_at(c, 0);
    n = 1;
    for (uint32_t pc = 0; pc < c->code->length; pc++) {
        if (c->slots[pc] > SLOT_START) {
            state_t *s = state_at(c, n);
            s->depth = -1;
            s->dirty = false;
            s->pc = (uint16_t)pc;
            c->slots[pc] = (uint16_t)(SLOT_LEADER + n++);
        }
    }
    return true;
}

static bool assigned(const checker_t *c, int32_t local)
{
    return locals_of(c, c->now)[local / 32] >> local % 32 & 1;
}

static void set_assigned(const checker_t *c, int32_t local, bool value)
{
    uint32_t *word = &locals_of(c, c->now)[local / 32], bit = UINT32_C(1) << local % 32;
    *word = value ? *word | bit : *word & ~bit;
}

static bool merge_into(checker_t *c, state_t *to, uint32_t from_pc)
{
    state_t *from = c->now;
    uint32_t *to_locals = locals_of(c, to), *from_locals = locals_of(c, from);
    if (to->depth < 0) {
        uint16_t pc = to->pc;
        memcpy(to, from, c->state_size);
        to->pc = pc;
        to->dirty = true;
        return true;
    }
    if (to->depth != from->depth) {
        return fail(c, "ways meet with different stacks", from_pc);
    }
    for (int32_t k = 0; k < to->depth; k++) {
        if (to->kinds[k] != from->kinds[k] && to->kinds[k] != K_ANY) {
            to->kinds[k] = K_ANY;
            to->dirty = true;
        }
    }
    for (uint32_t w = 0; w < c->words; w++) {
        if (to_locals[w] & ~from_locals[w]) {
            to_locals[w] &= from_locals[w];
            to->dirty = true;
        }
    }
    return true;
}

static bool flow_to(checker_t *c, uint32_t target, uint32_t from_pc)
{
    return merge_into(c, state_at(c, c->slots[target] - SLOT_LEADER), from_pc);
}

/* ---- exceptions ---- */

/* The first row that covers pc, remembered with the range where that stays so. */
static const image_handler_t *row_at(checker_t *c, uint32_t pc)
{
    if (pc >= c->row_from && pc < c->row_to) {
        return c->row;
    }
    c->row = NULL;
    c->row_from = 0;
    c->row_to = c->code->length;
    for (uint32_t k = 0; k < c->code->nhandlers; k++) {
        const image_handler_t *row = &c->rows[k];
        if (row->end <= pc) {
            c->row_from = row->end > c->row_from ? row->end : c->row_from;
        } else if (row->start > pc) {
            c->row_to = row->start < c->row_to ? row->start : c->row_to;
        } else {
            c->row = row;
            c->row_from = row->start > c->row_from ? row->start : c->row_from;
            c->row_to = row->end < c->row_to ? row->end : c->row_to;
            break;
        }
    }
    return c->row;
}

/* Should the instruction raise: the state before it, cut, with the exception on top. */
static bool flow_to_handler(checker_t *c, const instr_t *i)
{
    const image_handler_t *row = row_at(c, i->pc);
    if (row == NULL) {
        return true;
    }
    int32_t depth = c->now->depth;
    if (depth - i->pops < row->depth) {
        return fail(c, "a handler keeps more values than there are", i->pc);
    }
    uint16_t kind = c->now->kinds[row->depth];
    c->now->kinds[row->depth] = K_ANY;
    c->now->depth = row->depth + 1;
    bool good = flow_to(c, row->target, i->pc);
    c->now->kinds[row->depth] = kind;
    c->now->depth = depth;
    return good;
}

/* ---- what an instruction takes and leaves ---- */

/* Kind of the n-th value from the top, 1 is the top. */
static uint16_t kind_at(const checker_t *c, int n)
{
    return c->now->kinds[c->now->depth - n];
}

static bool is_tuple(uint16_t kind)
{
    return kind == K_TUPLE || kind >= K_CELLS;
}

static bool all_are(const checker_t *c, int n, uint16_t kind)
{
    for (int k = 1; k <= n; k++) {
        if (kind_at(c, k) != kind) {
            return false;
        }
    }
    return true;
}

static uint16_t kind_of_const(const checker_t *c, uint32_t row)
{
    const PObject *o = const_of(c, row);
    return o == NULL                   ? K_ANY
           : o->header.type == PTUPLE  ? K_TUPLE
           : o->header.type == PSTRING ? K_STR
                                       : K_ANY;
}

static bool function_parts_fit(const checker_t *c, const instr_t *i)
{
    int top = 1;
    uint16_t cells = code_of(c, (uint32_t)i->args[0])->nfree;
    if (i->n & 4 && kind_at(c, top++) != K_CELLS + cells) {
        return false;
    }
    if (i->n & 2 && kind_at(c, top++) != K_DICT) {
        return false;
    }
    return (!(i->n & 1) || is_tuple(kind_at(c, top))) && (i->n & 4 || cells == 0);
}

/* Do the values below the popped ones and those popped have the kinds that the opcode
 * relies on without looking? */
static bool kinds_fit(const checker_t *c, const instr_t *i)
{
    int container = i->pops + i->n; /* place of the n-th value after the pops */
    switch (i->op) {
    case OP_LIST_APPEND:
    case OP_LIST_EXTEND:
        return container <= c->now->depth && kind_at(c, container) == K_LIST;
    case OP_SET_ADD:
    case OP_SET_UPDATE:
        return container <= c->now->depth && kind_at(c, container) == K_SET;
    case OP_MAP_ADD:
    case OP_DICT_UPDATE:
    case OP_DICT_MERGE:
        return container <= c->now->depth && kind_at(c, container) == K_DICT;
    case OP_COPY:
    case OP_SWAP:
        return i->n <= c->now->depth;
    case OP_LIST_TO_TUPLE:
        return kind_at(c, 1) == K_LIST;
    case OP_BUILD_STRING:
        return all_are(c, i->n, K_STR);
    case OP_FORMAT:
        return !(i->n & 4) || kind_at(c, 1) == K_STR;
    case OP_CALL_EX:
        return i->n ? kind_at(c, 1) == K_DICT && is_tuple(kind_at(c, 2))
                    : is_tuple(kind_at(c, 1));
    case OP_MAKE_FUNCTION:
        return function_parts_fit(c, i);
    case OP_LOOP_RANGE:
        return all_are(c, 3, K_RANGE);
    default:
        return true;
    }
}

/* Kind of what is pushed; every opcode that pushes several pushes K_ANY or K_RANGE. */
static uint16_t kind_pushed(const checker_t *c, const instr_t *i)
{
    switch (i->op) {
    case OP_COPY:
        return kind_at(c, i->n);
    case OP_LOAD_CONST:
        return kind_of_const(c, (uint32_t)i->args[0]);
    case OP_LOAD_CLOSURE:
        return K_CELL;
    case OP_BUILD_LIST:
        return K_LIST;
    case OP_BUILD_SET:
        return K_SET;
    case OP_BUILD_DICT:
        return K_DICT;
    case OP_BUILD_TUPLE:
        return i->n && i->n < 256 && all_are(c, i->n, K_CELL)
                   ? (uint16_t)(K_CELLS + i->n)
                   : K_TUPLE;
    case OP_LIST_TO_TUPLE:
        return K_TUPLE;
    case OP_BUILD_STRING:
    case OP_FORMAT:
        return K_STR;
    case OP_RANGE_PREP:
        return K_RANGE;
    default:
        return K_ANY;
    }
}

/* ---- locals ---- */

static bool read_locals(checker_t *c, const instr_t *i)
{
    const char *fields = operands[i->op];
    for (int f = 0; fields[f] == 'l'; f++) {
        if (!assigned(c, i->args[f])) {
            return fail(c, "a local is read that may not be assigned", i->pc);
        }
    }
    return true;
}

/* Reads and writes of an instruction that falls through. */
static bool use_locals(checker_t *c, const instr_t *i)
{
    switch (i->op) {
    case OP_STORE_FAST:
    case OP_LOAD_FAST_CHECK:
        set_assigned(c, i->args[0], true);
        return true;
    case OP_DELETE_FAST:
        set_assigned(c, i->args[0], false);
        return true;
    case OP_LOAD_CLASSDEREF:
    case OP_LOOP_RANGE:
    case OP_LOOP_ITER_FAST:
        return true;
    case OP_MOVE_FAST:
    case OP_STORE_FAST_LOAD_FAST:
        if (i->op == OP_STORE_FAST_LOAD_FAST) {
            set_assigned(c, i->args[0], true);
        }
        if (!assigned(c, i->args[1])) {
            return fail(c, "a local is read that may not be assigned", i->pc);
        }
        set_assigned(c, i->args[0], true);
        return true;
    default:
        return read_locals(c, i);
    }
}

/* ---- second pass ---- */

/* The jump's own effect, when it is not that of falling through; then undone. */
static bool flow_jump(checker_t *c, const instr_t *i, int32_t before)
{
    int32_t after = c->now->depth;
    switch (i->op) {
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP:
        c->now->depth = before;
        break;
    case OP_LOOP_ITER:
        c->now->depth = before + 1;
        if (c->now->depth > c->code->stack) {
            return fail(c, "the stack is too deep", i->pc);
        }
        c->now->kinds[before] = K_ANY;
        break;
    case OP_LOOP_RANGE:
    case OP_LOOP_ITER_FAST: {
        bool was = assigned(c, i->args[0]);
        c->now->depth = before;
        set_assigned(c, i->args[0], true);
        bool good = flow_to(c, i->target, i->pc);
        set_assigned(c, i->args[0], was);
        c->now->depth = after;
        return good;
    }
    default:
        break;
    }
    bool good = flow_to(c, i->target, i->pc);
    c->now->depth = after;
    return good;
}

static bool step(checker_t *c, const instr_t *i)
{
    state_t *s = c->now;
    int32_t before = s->depth;
    if (before < i->pops || !kinds_fit(c, i)) {
        return fail(c,
                    before < i->pops ? "the stack is empty"
                                     : "the stack holds another kind of value",
                    i->pc);
    }
    if (!flow_to_handler(c, i) || !use_locals(c, i)) {
        return false;
    }
    uint16_t kind = kind_pushed(c, i);
    if (i->op == OP_SWAP) {
        uint16_t top = kind_at(c, 1);
        s->kinds[before - 1] = kind_at(c, i->n);
        s->kinds[before - i->n] = top;
    }
    if (before - i->pops + i->pushes > c->code->stack) {
        return fail(c, "the stack is too deep", i->pc);
    }
    s->depth = before - i->pops;
    for (int k = 0; k < i->pushes; k++) {
        s->kinds[s->depth++] = kind;
    }
    return !jumps(i) || flow_jump(c, i, before);
}

static bool walk(checker_t *c, state_t *from)
{
    instr_t i;
    from->dirty = false;
    memcpy(c->now, from, c->state_size);
    for (uint32_t pc = from->pc;; pc = i.next) {
        decode(c, pc, &i);
        if (!step(c, &i)) {
            return false;
        }
        if (!falls_through(&i)) {
            return true;
        }
        if (c->slots[i.next] >= SLOT_LEADER) {
            return flow_to(c, i.next, pc);
        }
    }
}

static bool solve(checker_t *c)
{
    const image_code_t *code = c->code;
    int params = code->nparams + code->nkwonly + !!(code->flags & CODE_VARARGS) +
                 !!(code->flags & CODE_VARKW);
    memset(c->now, 0, c->state_size);
    for (int k = 0; k < params; k++) {
        set_assigned(c, k, true);
    }
    bool good = flow_to(c, 0, 0);
    for (bool again = true; good && again;) {
        again = false;
        for (uint32_t k = 1; good && k < c->nstates; k++) {
            if (state_at(c, k)->dirty) {
                good = walk(c, state_at(c, k));
                again = true;
            }
        }
    }
    return good;
}

static bool check_code(checker_t *c, const image_code_t *code)
{
    c->code = code;
    c->bytes = (const uint8_t *)code + code->start;
    int names = code->nparams + code->nkwonly + !!(code->flags & CODE_VARARGS) +
                !!(code->flags & CODE_VARKW);
    c->rows = (const image_handler_t *)((const uint16_t *)(code + 1) + names);
    c->first_cell = (uint32_t)code->nlocals - code->ncells - code->nfree;
    c->words = (c->first_cell + 31) / 32;
    c->state_size =
        (uint32_t)(sizeof(state_t) + (code->stack + 1u) / 2 * 4 + c->words * 4);
    c->row_from = c->row_to = 0;
    return scan(c) && make_states(c) && solve(c);
}

bool verify_codes(const uint8_t *image, verify_error_t *error)
{
    checker_t c = {.image = image,
                   .h = (const image_header_t *)(const void *)image,
                   .error = error};
    uint32_t longest = 1;
    for (uint32_t i = 0; i < c.h->ncodes; i++) {
        uint32_t length = code_of(&c, i)->length;
        longest = length > longest ? length : longest;
    }
    *error = (verify_error_t){verify_no_memory, UINT32_MAX, 0};
    c.slots = gc_malloc(longest * (uint32_t)sizeof *c.slots);
    bool good = c.slots != NULL;
    for (uint32_t i = 0; good && i < c.h->ncodes; i++) {
        good = check_code(&c, code_of(&c, i));
    }
    gc_free(c.slots);
    gc_free(c.memory);
    return good;
}
