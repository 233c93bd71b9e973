/* SPDX-License-Identifier: MIT */
/*
 * fault.c -- the report of a program that cannot go on, over the console by polling.
 *
 *     @F bus fault pc 0001a2b4 sp 20001ff0 lr 00012345 address 40030000
 *     @R 00000000 20000100 …          the registers in the CPU's order
 *     @S 00012345 0001a2b5 …          words of the stack that may be return addresses
 *     @T 0000000c:00000022            the Python frames, innermost first: code, offset
 *
 * The tools make text of it (docs/guide/boards.md).
 */
#include "chipport.h"
#include "firmware.h"
#include "state.h"

enum { STATUS = 70, DEPTH = 16 };

static void put_text(const char *text)
{
    while (*text) {
        chip_put(*text++);
    }
}

static void put_word(uintptr_t word)
{
    for (int shift = 28; shift >= 0; shift -= 4) {
        chip_put("0123456789abcdef"[word >> shift & 15]);
    }
}

static void put_named(const char *name, uintptr_t word)
{
    put_text(name);
    put_word(word);
}

/* Of the stacks, interrupts' lies below main's and that below the heap, with those of
 * threads, whose ends are not known here. What is between them may be forbidden. */
static const uintptr_t *end_of_stack(const uintptr_t *sp)
{
    const char *at = (const char *)sp;
    char *end = at < __isr_stack_end    ? __isr_stack_end
                : at < __main_stack_end ? __main_stack_end
                                        : __heap_end;
    return (const uintptr_t *)(void *)end;
}

/* Who called whom, as far as words tell. */
static void put_stack(const uintptr_t *sp)
{
    const uintptr_t *start = (const uintptr_t *)(void *)__isr_stack_start;
    const uintptr_t *end = end_of_stack(sp);
    put_text("\n@S");
    for (int n = 0; n < DEPTH && sp >= start && sp < end; sp++) {
        if (chip_is_return(*sp)) {
            put_named(" ", *sp);
            n++;
        }
    }
}

/* The Python frames of the thread that holds the GIL, innermost first. */
static void put_frames(void)
{
    const PThread *t = vm.current;
    int n = 0;
    for (const frame_t *f = t ? t->frame : NULL; f && n < DEPTH; f = f->prev, n++) {
        put_text("\n@T ");
        put_word(f->code->index);
        put_text(":");
        put_word((uintptr_t)(f->ip - ((const uint8_t *)f->code + f->code->start)));
    }
}

void chip_fault(const chip_fault_t *f)
{
    static bool again;
    if (again) {
        chip_end(STATUS);
    }
    again = true;
    chip_put_pending();
    put_text("\n@F ");
    put_text(f->what);
    put_named(" pc ", f->pc);
    put_named(" sp ", f->sp);
    put_named(" lr ", f->link);
    if (f->has_address) {
        put_named(" address ", f->address);
    }
    put_text("\n@R");
    for (int i = 0; i < f->nregisters; i++) {
        put_named(" ", f->registers[i]);
    }
    put_stack((const uintptr_t *)f->sp);
    put_frames();
    put_text("\n");
    chip_end(STATUS);
}
