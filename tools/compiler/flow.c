/* SPDX-License-Identifier: MIT */
/*
 * flow.c -- what follows from the flow of control: short jumps, dead code, assigned
 * locals, stack depth.
 */
#include "code.h"
#include <assert.h>
#include <string.h>

int flow_live(const code_t *c, int i)
{
    while (i < c->insns.len && c->insns.items[i].dead) {
        i++;
    }
    return i;
}

static int target_label(const insn_t *insn)
{
    int field = opinfo_target_field(insn->op);
    return field < 0 ? -1 : insn->arg[field];
}

static int label_at(const code_t *c, int label)
{
    return flow_live(c, c->labels.items[label]);
}

/* ---- jumps ---- */

/* Jumps to jumps go to where those end. A cycle of empty jumps is left after a few
 * steps. */
void flow_thread_jumps(code_t *c)
{
    for (int i = 0; i < c->insns.len; i++) {
        insn_t *insn = &c->insns.items[i];
        int field = opinfo_target_field(insn->op);
        if (field < 0 || insn->op == OP_LOOP_ITER || insn->op == OP_LOOP_RANGE ||
            insn->op == OP_LOOP_ITER_FAST || insn->op == OP_JUMP_IF_FALSE_OR_POP ||
            insn->op == OP_JUMP_IF_TRUE_OR_POP) {
            continue;
        }
        for (int steps = 0; steps < 8; steps++) {
            int to = label_at(c, insn->arg[field]);
            if (to >= c->insns.len || c->insns.items[to].op != OP_JUMP || to == i) {
                break;
            }
            insn->arg[field] = c->insns.items[to].arg[0];
        }
    }
}

/* Generic jumps that turned out to go backward become LOOP ones. Jumps to the next
 * instruction go away. */
void flow_direct_jumps(code_t *c)
{
    for (int i = 0; i < c->insns.len; i++) {
        insn_t *insn = &c->insns.items[i];
        if (insn->dead) {
            continue;
        }
        int label = target_label(insn);
        bool backward = label >= 0 && c->labels.items[label] <= i;
        if (insn->op == OP_JUMP) {
            insn->dead = !backward && label_at(c, label) == flow_live(c, i + 1);
            insn->op = backward ? OP_LOOP : OP_JUMP;
        } else if (insn->op == OP_JUMP_IF_TRUE && backward) {
            insn->op = OP_LOOP_IF_TRUE;
        } else if (insn->op == OP_JUMP_IF_FALSE && backward) {
            insn->op = OP_LOOP_IF_FALSE;
        } else {
            assert(label < 0 ||
                   backward ==
                       (opinfo[insn->op].fields[opinfo_target_field(insn->op)] == 'r'));
        }
    }
}

/* ---- reachability ---- */

typedef struct reach {
    code_t *code;
    bool *seen;
    int *work;
    int nwork;
} reach_t;

static void reach(reach_t *r, int i)
{
    if (i < r->code->insns.len && !r->seen[i]) {
        r->seen[i] = true;
        r->work[r->nwork++] = i;
    }
}

static void reach_all(reach_t *r)
{
    while (r->nwork > 0) {
        int i = r->work[--r->nwork];
        const insn_t *insn = &r->code->insns.items[i];
        int label = target_label(insn);
        if (label >= 0) {
            reach(r, r->code->labels.items[label]);
        }
        if (insn->dead || !opinfo_ends_block(insn->op)) {
            reach(r, i + 1);
        }
    }
}

static bool any_seen(const reach_t *r, const handler_t *h)
{
    for (int i = r->code->labels.items[h->start]; i < r->code->labels.items[h->end];
         i++) {
        if (r->seen[i] && !r->code->insns.items[i].dead) {
            return true;
        }
    }
    return false;
}

void flow_drop_dead(code_t *c)
{
    reach_t r = {c, ARENA_ARRAY(c->arena, bool, c->insns.len + 1),
                 ARENA_ARRAY(c->arena, int, c->insns.len + 1), 0};
    reach(&r, 0);
    for (bool more = true; more;) {
        reach_all(&r);
        more = false;
        for (int i = 0; i < c->handlers.len; i++) {
            int target = c->labels.items[c->handlers.items[i].target];
            if (!r.seen[target] && any_seen(&r, &c->handlers.items[i])) {
                reach(&r, target);
                more = true;
            }
        }
    }
    for (int i = 0; i < c->insns.len; i++) {
        c->insns.items[i].dead |= !r.seen[i];
    }
}

bool *flow_barriers(code_t *c)
{
    bool *barrier = ARENA_ARRAY(c->arena, bool, c->insns.len + 1);
    for (int i = 0; i < c->insns.len; i++) {
        int label = c->insns.items[i].dead ? -1 : target_label(&c->insns.items[i]);
        if (label >= 0) {
            barrier[label_at(c, label)] = true;
        }
    }
    for (int i = 0; i < c->handlers.len; i++) {
        const handler_t *h = &c->handlers.items[i];
        barrier[label_at(c, h->start)] = true;
        barrier[label_at(c, h->end)] = true;
        barrier[label_at(c, h->target)] = true;
    }
    return barrier;
}

/* ---- definite assignment: the rule of the VM's verifier ---- */

typedef struct assigned {
    uint64_t bits[4];
} assigned_t;

static void meet(assigned_t *into, const assigned_t *from, bool *changed)
{
    for (int i = 0; i < 4; i++) {
        uint64_t both = into->bits[i] & from->bits[i];
        *changed |= both != into->bits[i];
        into->bits[i] = both;
    }
}

static void set_local(assigned_t *a, int local, bool on)
{
    uint64_t bit = 1ull << (local & 63);
    a->bits[local >> 6 & 3] = (a->bits[local >> 6 & 3] & ~bit) | (on ? bit : 0);
}

static bool has_local(const assigned_t *a, int local)
{
    return a->bits[local >> 6 & 3] >> (local & 63) & 1;
}

typedef struct sweep {
    code_t *code;
    assigned_t *in; /* before instruction i when it is entered sideways */
    const bool *barrier;
    bool mark;    /* the last sweep: the result is stable */
    bool changed; /* not yet stable */
} sweep_t;

/* An exception at instruction i takes along what is assigned before it. */
static void meet_handlers(sweep_t *s, int i, const assigned_t *now)
{
    const code_t *c = s->code;
    for (int h = 0; h < c->handlers.len; h++) {
        const handler_t *row = &c->handlers.items[h];
        if (i >= c->labels.items[row->start] && i < c->labels.items[row->end]) {
            meet(&s->in[label_at(c, row->target)], now, &s->changed);
        }
    }
}

static void sweep_insn(sweep_t *s, insn_t *insn, assigned_t *now)
{
    if (s->mark && insn->op == OP_LOAD_FAST_CHECK && has_local(now, insn->arg[0])) {
        insn->op = OP_LOAD_FAST;
    }
    if (insn->op == OP_STORE_FAST || insn->op == OP_DELETE_FAST) {
        set_local(now, insn->arg[0], insn->op == OP_STORE_FAST);
    }
    int label = target_label(insn);
    if (label >= 0) {
        assigned_t jumped = *now;
        if (insn->op == OP_LOOP_RANGE || insn->op == OP_LOOP_ITER_FAST) {
            set_local(&jumped, insn->arg[0], true);
        }
        meet(&s->in[label_at(s->code, label)], &jumped, &s->changed);
    }
}

static void sweep(sweep_t *s)
{
    code_t *c = s->code;
    assigned_t now = s->in[0];
    bool falls = true, lost = false; /* lost: a local has just been unassigned */
    for (int i = flow_live(c, 0); i < c->insns.len; i = flow_live(c, i + 1)) {
        insn_t *insn = &c->insns.items[i];
        if (s->barrier[i]) {
            if (falls) {
                meet(&s->in[i], &now, &s->changed);
            }
            now = s->in[i];
        }
        /* Within a range more and more is assigned, so only its beginning counts. */
        if (s->barrier[i] || lost) {
            meet_handlers(s, i, &now);
        }
        sweep_insn(s, insn, &now);
        lost = insn->op == OP_DELETE_FAST;
        falls = !opinfo_ends_block(insn->op);
    }
}

void flow_assigned(code_t *c)
{
    assigned_t *in = ARENA_ARRAY(c->arena, assigned_t, c->insns.len + 1);
    memset(in, 0xFF, sizeof *in * (size_t)(c->insns.len + 1));
    memset(&in[0], 0, sizeof in[0]);
    int given = c->nparams + c->nkwonly + !!(c->flags & CODE_VARARGS) +
                !!(c->flags & CODE_VARKW);
    for (int i = 0; i < given; i++) {
        set_local(&in[0], i, true);
    }
    sweep_t s = {.code = c, .in = in, .barrier = flow_barriers(c)};
    do {
        s.changed = false;
        sweep(&s);
    } while (s.changed);
    s.mark = true;
    sweep(&s);
}

/* ---- stack depth ---- */

typedef struct depths {
    code_t *code;
    int *at; /* depth before each instruction, -1: not reached yet */
    int *work;
    int nwork, deepest;
} depths_t;

static void reach_depth(depths_t *d, int i, int depth)
{
    i = flow_live(d->code, i);
    d->deepest = d->deepest < depth ? depth : d->deepest;
    if (i >= d->code->insns.len) {
        return;
    }
    assert(d->at[i] < 0 || d->at[i] == depth);
    if (d->at[i] < 0) {
        d->at[i] = depth;
        d->work[d->nwork++] = i;
    }
}

static void follow_depth(depths_t *d, int i)
{
    const insn_t *insn = &d->code->insns.items[i];
    int n = opinfo_count(insn->op, insn->arg), label = target_label(insn);
    assert(d->at[i] >= opinfo_pops(insn->op, n));
    int after = d->at[i] - opinfo_pops(insn->op, n) + opinfo_pushes(insn->op, n);
    if (label >= 0) {
        reach_depth(d, d->code->labels.items[label],
                    after + opinfo_jump_extra(insn->op));
    }
    if (!opinfo_ends_block(insn->op)) {
        reach_depth(d, i + 1, after);
    }
}

int flow_stack_depth(code_t *c)
{
    depths_t d = {.code = c,
                  .at = ARENA_ARRAY(c->arena, int, c->insns.len + 1),
                  .work = ARENA_ARRAY(c->arena, int, c->insns.len + 1)};
    memset(d.at, 0xFF, sizeof *d.at * (size_t)(c->insns.len + 1));
    reach_depth(&d, 0, 0);
    for (int i = 0; i < c->handlers.len; i++) {
        const handler_t *h = &c->handlers.items[i];
        if (label_at(c, h->start) < label_at(c, h->end)) {
            reach_depth(&d, c->labels.items[h->target], h->depth + 1);
        }
    }
    while (d.nwork > 0) {
        follow_depth(&d, d.work[--d.nwork]);
    }
    return d.deepest;
}
