/* SPDX-License-Identifier: MIT */
/*
 * code.c -- emission of instructions, and their encoding into bytes.
 */
#include "code.h"
#include "program.h"
#include <assert.h>
#include <string.h>

void code_at(code_t *c, int line, int col)
{
    c->line = line;
    c->col = col;
}

static insn_t *emit(code_t *c, int op, const int *args, int nargs)
{
    assert(opinfo[op].name && (int)strlen(opinfo[op].fields) == nargs);
    insn_t insn = {.op = (uint8_t)op, .line = c->line, .col = c->col};
    for (int i = 0; i < nargs; i++) {
        insn.arg[i] = args[i];
    }
    ARENA_PUSH(c->arena, &c->insns, insn);
    int n = opinfo_count(op, insn.arg);
    c->depth += opinfo_pushes(op, n) - opinfo_pops(op, n);
    assert(c->depth >= 0 || !c->reachable);
    if (opinfo_ends_block(op)) {
        c->reachable = false;
    }
    return &c->insns.items[c->insns.len - 1];
}

void code_emit(code_t *c, int op)
{
    emit(c, op, NULL, 0);
}

void code_emit1(code_t *c, int op, int a)
{
    emit(c, op, &a, 1);
}

void code_emit2(code_t *c, int op, int a, int b)
{
    emit(c, op, (int[]){a, b}, 2);
}

static void expect_depth(code_t *c, int op, int label)
{
    if (c->label_depths.items[label] < 0) {
        c->label_depths.items[label] = c->depth + opinfo_jump_extra(op);
    }
}

void code_jump(code_t *c, int op, int label)
{
    emit(c, op, &label, 1);
    expect_depth(c, op, label);
}

void code_jump_local(code_t *c, int op, int local, int label)
{
    emit(c, op, (int[]){local, label}, 2);
    expect_depth(c, op, label);
}

int code_label(code_t *c)
{
    ARENA_PUSH(c->arena, &c->labels, -1);
    ARENA_PUSH(c->arena, &c->label_depths, -1);
    return c->labels.len - 1;
}

void code_bind(code_t *c, int label)
{
    assert(c->labels.items[label] < 0);
    c->labels.items[label] = c->insns.len;
    if (!c->reachable && c->label_depths.items[label] >= 0) {
        c->depth = c->label_depths.items[label];
    }
    c->reachable = true;
}

int code_mark(code_t *c)
{
    int label = code_label(c);
    c->labels.items[label] = c->insns.len;
    return label;
}

void code_enter(code_t *c, int label, int depth)
{
    c->labels.items[label] = c->insns.len;
    c->depth = depth;
    c->reachable = true;
}

void code_handler(code_t *c, int start, int end, int target, int depth)
{
    if (c->labels.items[start] < c->labels.items[end]) {
        handler_t row = {start, end, target, depth};
        ARENA_PUSH(c->arena, &c->handlers, row);
    }
}

int code_temp(code_t *c)
{
    if (c->free_temps.len > 0) {
        return c->free_temps.items[--c->free_temps.len];
    }
    return c->nlocals++;
}

void code_temp_free(code_t *c, int local)
{
    ARENA_PUSH(c->arena, &c->free_temps, local);
}

/* ---- encoding ---- */

/* Offset of each instruction (dead ones: of the next live one); the last entry is the
 * length. */
static int *place(code_t *c)
{
    int *at = ARENA_ARRAY(c->arena, int, c->insns.len + 1);
    int pc = 0;
    for (int i = 0; i < c->insns.len; i++) {
        at[i] = pc;
        pc += c->insns.items[i].dead ? 0 : opinfo_size(c->insns.items[i].op);
    }
    at[c->insns.len] = pc;
    return at;
}

static void put(uint8_t **out, int value, int size)
{
    for (int i = 0; i < size; i++) {
        *(*out)++ = (uint8_t)(value >> 8 * i);
    }
}

static void encode_insn(code_t *c, const insn_t *insn, const int *at, int next,
                        uint8_t **out)
{
    *(*out)++ = insn->op;
    for (int i = 0; opinfo[insn->op].fields[i]; i++) {
        char field = opinfo[insn->op].fields[i];
        int value = insn->arg[i];
        if (field == 'j') {
            value = at[c->labels.items[value]] - next;
        } else if (field == 'r') {
            value = next - at[c->labels.items[value]];
        } else if (field == 'd') {
            value += c->nlocals;
        }
        assert(field == 'i' || field == 'I' || value >= 0);
        put(out, value, opcode_field_size(field));
    }
}

static void encode(code_t *c, const int *at)
{
    c->nbytes = at[c->insns.len];
    uint8_t *out = c->bytes = arena_alloc(c->arena, (size_t)c->nbytes + 1);
    c->lines = ARENA_ARRAY(c->arena, image_line_t, c->insns.len + 1);
    for (int i = 0; i < c->insns.len; i++) {
        const insn_t *insn = &c->insns.items[i];
        if (insn->dead) {
            continue;
        }
        const image_line_t *last = c->nlines ? &c->lines[c->nlines - 1] : NULL;
        if (!last || last->line != (uint32_t)insn->line || last->col != insn->col) {
            c->lines[c->nlines++] = (image_line_t){
                (uint32_t)insn->line, (uint16_t)at[i], (uint16_t)insn->col};
        }
        encode_insn(c, insn, at, at[i] + opinfo_size(insn->op), &out);
    }
}

static void encode_handlers(code_t *c, const int *at)
{
    c->rows = ARENA_ARRAY(c->arena, image_handler_t, c->handlers.len + 1);
    for (int i = 0; i < c->handlers.len; i++) {
        const handler_t *h = &c->handlers.items[i];
        int start = at[c->labels.items[h->start]], end = at[c->labels.items[h->end]];
        if (start < end) {
            c->rows[c->nrows++] = (image_handler_t){
                (uint16_t)start, (uint16_t)end,
                (uint16_t)at[c->labels.items[h->target]], (uint16_t)h->depth};
        }
    }
    c->flags |= c->nrows ? CODE_HANDLERS : 0;
}

static bool check_limits(code_t *c, int length)
{
    int slots = c->nlocals + c->ncells + c->nfree;
    if (slots > CODE_MAX_LOCALS) {
        diag_error(c->pos, DIAG_too_big, "split the function",
                   "a function has %d variables, %d are possible", slots,
                   CODE_MAX_LOCALS);
        return false;
    }
    if (length > UINT16_MAX) {
        diag_error(c->pos, DIAG_too_big, "split the function",
                   "a function has %d bytes of bytecode, %d are possible", length,
                   UINT16_MAX);
        return false;
    }
    return true;
}

bool code_finish(code_t *c)
{
    flow_thread_jumps(c);
    flow_drop_dead(c);
    flow_direct_jumps(c);
    flow_assigned(c);
    fuse_code(c);
    c->stack = flow_stack_depth(c);
    int *at = place(c);
    if (!check_limits(c, at[c->insns.len])) {
        return false;
    }
    encode(c, at);
    encode_handlers(c, at);
    return true;
}
