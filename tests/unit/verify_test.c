/* SPDX-License-Identifier: MIT */
/* verify_test.c -- bytecode that must be refused, one fault a row, and some that must
 * not; then any byte of an image changed at random. */
/* parts: vm/core vm/vosal/kernel vm/format */
/* include: vm/core vm/format sdk/include tests/unit $(OUT)/gen */
#include "verify.h"
#include "image_builder.h"
#include "values.h"
#include <stdlib.h>

/* A code object: 3 locals, the last a cell; 1 parameter; 4 operands; nothing wrong in
 * it. */
typedef struct {
    const char *wanted; /* "": to be accepted */
    uint8_t bytes[24];
    uint8_t nbytes;
    uint8_t flags;
    image_handler_t row; /* end 0: none */
} case_t;

#define CODE(...) {__VA_ARGS__}, sizeof((uint8_t[]){__VA_ARGS__})
#define LO16(n) (n), 0
#define GOOD ""

/* Rows leave out the flags and the handler when they are 0. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
static const case_t cases[] = {
    {GOOD, CODE(OP_RETURN_NONE)},
    {"an opcode is unknown", CODE(0xEE)},
    {"the code has no end", CODE(OP_NOP)},
    {"an instruction is cut off", CODE(OP_LOAD_CONST, 0)},
    /* operands */
    {GOOD, CODE(OP_LOAD_CONST, LO16(3), OP_RETURN)},
    {"an operand is out of range", CODE(OP_LOAD_CONST, LO16(4), OP_RETURN)},
    {GOOD, CODE(OP_LOAD_GLOBAL, LO16(1), OP_RETURN)},
    {"an operand is out of range", CODE(OP_LOAD_GLOBAL, LO16(2), OP_RETURN)},
    {"an operand is out of range", CODE(OP_LOAD_NATIVE, LO16(0), OP_RETURN)},
    {"an operand is out of range", CODE(OP_LOAD_BUILTIN, LO16(200), OP_RETURN)},
    {"an operand is out of range", CODE(OP_LOAD_EXC, LO16(1), OP_RETURN)},
    {"an operand is out of range", CODE(OP_IMPORT, LO16(1), OP_RETURN)},
    {"an operand is out of range", CODE(OP_LOAD_FAST, 2, OP_RETURN)},
    {"an operand is out of range", CODE(OP_LOAD_DEREF, 1, OP_RETURN)},
    {"an operand is out of range", CODE(OP_LOAD_DEREF, 3, OP_RETURN)},
    {GOOD, CODE(OP_LOAD_DEREF, 2, OP_RETURN)},
    {"a count is out of range", CODE(OP_CALL_BUILTIN, LO16(1), 0, OP_RETURN)},
    {"a count is out of range", CODE(OP_LOAD_NONE, OP_COPY, 0, OP_RETURN)},
    /* jumps */
    {GOOD, CODE(OP_JUMP, LO16(1), OP_NOP, OP_RETURN_NONE)},
    {"a jump leaves the code", CODE(OP_JUMP, LO16(1), OP_RETURN_NONE)},
    {"a jump leaves the code", CODE(OP_NOP, OP_LOOP, LO16(5))},
    {"a jump goes into an instruction",
     CODE(OP_JUMP, LO16(1), OP_LOAD_INT8, OP_NOP, OP_RETURN)},
    /* depth */
    {"the stack is empty", CODE(OP_RETURN)},
    {"the stack is empty", CODE(OP_LOAD_NONE, OP_ADD, OP_RETURN)},
    {GOOD, CODE(OP_LOAD_FAST_FAST, 0, 0, OP_LOAD_FAST_FAST, 0, 0, OP_RETURN_NONE)},
    {"the stack is too deep",
     CODE(OP_LOAD_FAST_FAST, 0, 0, OP_LOAD_FAST_FAST, 0, 0, OP_LOAD_NONE, OP_RETURN)},
    {"ways meet with different stacks", CODE(OP_LOAD_NONE, OP_LOOP, LO16(4))},
    {"ways meet with different stacks",
     CODE(OP_LOAD_FAST, 0, OP_JUMP_IF_FALSE, LO16(1), OP_LOAD_NONE, OP_RETURN_NONE)},
    {GOOD,
     CODE(OP_LOAD_FAST, 0, OP_JUMP_IF_FALSE_OR_POP, LO16(1), OP_LOAD_NONE, OP_RETURN)},
    {GOOD, CODE(OP_LOAD_FAST, 0, OP_GET_ITER, OP_JUMP, LO16(1), OP_POP, OP_LOOP_ITER,
                LO16(4), OP_RETURN_NONE)},
    {"ways meet with different stacks",
     CODE(OP_LOAD_FAST, 0, OP_GET_ITER, OP_JUMP, LO16(1), OP_NOP, OP_LOOP_ITER, LO16(4),
          OP_RETURN_NONE)},
    {"the stack holds another kind of value",
     CODE(OP_LOAD_NONE, OP_COPY, 2, OP_RETURN)},
    /* locals */
    {"a local is read that may not be assigned", CODE(OP_LOAD_FAST, 1, OP_RETURN)},
    {GOOD, CODE(OP_LOAD_FAST_CHECK, 1, OP_RETURN)},
    {GOOD, CODE(OP_LOAD_FAST_CHECK, 1, OP_POP, OP_RETURN_FAST, 1)},
    {GOOD, CODE(OP_LOAD_NONE, OP_STORE_FAST, 1, OP_RETURN_FAST, 1)},
    {"a local is read that may not be assigned",
     CODE(OP_DELETE_FAST, 0, OP_RETURN_FAST, 0)},
    {"a local is read that may not be assigned",
     CODE(OP_LOAD_FAST, 0, OP_JUMP_IF_FALSE, LO16(3), OP_LOAD_NONE, OP_STORE_FAST, 1,
          OP_RETURN_FAST, 1)},
    {"a local is read that may not be assigned",
     CODE(OP_INC_FAST, 1, 1, OP_RETURN_NONE)},
    {"a local is read that may not be assigned",
     CODE(OP_MOVE_FAST, 0, 1, OP_RETURN_NONE)},
    {GOOD, CODE(OP_MOVE_FAST, 1, 0, OP_RETURN_FAST, 1)},
    {GOOD, CODE(OP_LOAD_FAST, 0, OP_RANGE_PREP, 1, OP_JUMP, LO16(2), OP_LOAD_FAST_CHECK,
                1, OP_JUMP, LO16(0), OP_RETURN)},
    /* kinds */
    {GOOD, CODE(OP_BUILD_LIST, LO16(0), OP_LOAD_NONE, OP_LIST_APPEND, 1, OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_LOAD_NONE, OP_LOAD_NONE, OP_LIST_APPEND, 1, OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_BUILD_SET, LO16(0), OP_LOAD_NONE, OP_LIST_APPEND, 1, OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_BUILD_LIST, LO16(0), OP_LOAD_NONE, OP_LIST_APPEND, 2, OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_LOAD_NONE, OP_BUILD_STRING, LO16(1), OP_RETURN)},
    {GOOD, CODE(OP_LOAD_CONST, LO16(0), OP_BUILD_STRING, LO16(1), OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_LOAD_NONE, OP_LIST_TO_TUPLE, OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_LOAD_FAST_FAST, 0, 0, OP_LOAD_NONE, OP_NOP, OP_LOOP_RANGE, 1, LO16(4),
          OP_RETURN_NONE)},
    {GOOD, CODE(OP_LOAD_CLOSURE, 2, OP_BUILD_TUPLE, LO16(1), OP_MAKE_FUNCTION, LO16(2),
                4, OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_LOAD_NONE, OP_BUILD_TUPLE, LO16(1), OP_MAKE_FUNCTION, LO16(2), 4,
          OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_MAKE_FUNCTION, LO16(2), 0, OP_RETURN)},
    {"the stack holds another kind of value",
     CODE(OP_LOAD_FAST, 0, OP_LOAD_FAST, 0, OP_CALL_EX, 0, OP_RETURN)},
    {GOOD, CODE(OP_LOAD_FAST, 0, OP_LOAD_NONE, OP_CALL_KW, 1, LO16(1), OP_RETURN)},
    {"a count is out of range",
     CODE(OP_LOAD_FAST, 0, OP_CALL_KW, 0, LO16(1), OP_RETURN)},
    {"a count is out of range",
     CODE(OP_LOAD_FAST, 0, OP_LOAD_NONE, OP_CALL_KW, 1, LO16(0), OP_RETURN)},
    /* where an opcode may stand */
    {"a yield outside a generator", CODE(OP_LOAD_NONE, OP_YIELD, OP_RETURN)},
    {GOOD, CODE(OP_LOAD_NONE, OP_YIELD, OP_RETURN), CODE_GENERATOR},
    {"a class is made outside its body", CODE(OP_END_CLASS, LO16(0), OP_RETURN)},
    {GOOD, CODE(OP_END_CLASS, LO16(0), OP_RETURN), CODE_CLASS_BODY},
    /* handlers: { start, end, target, depth } */
    {GOOD, CODE(OP_LOAD_FAST, 0, OP_RETURN, OP_RERAISE), 0, {0, 3, 3, 0}},
    {"a handler is malformed",
     CODE(OP_LOAD_FAST, 0, OP_RETURN, OP_RERAISE),
     0,
     {0, 5, 3, 0}},
    {"a handler is malformed",
     CODE(OP_LOAD_FAST, 0, OP_RETURN, OP_RERAISE),
     0,
     {1, 3, 3, 0}},
    {"a handler is malformed",
     CODE(OP_LOAD_FAST, 0, OP_RETURN, OP_RERAISE),
     0,
     {0, 3, 3, 4}},
    {"a jump goes into an instruction",
     CODE(OP_LOAD_FAST, 0, OP_RETURN, OP_RERAISE),
     0,
     {0, 3, 1, 0}},
    {"a handler keeps more values than there are",
     CODE(OP_LOAD_FAST, 0, OP_RETURN, OP_RERAISE),
     0,
     {0, 3, 3, 1}},
    {"a local is read that may not be assigned",
     CODE(OP_LOAD_NONE, OP_STORE_FAST, 1, OP_RETURN_NONE, OP_RETURN_FAST, 1),
     0,
     {0, 4, 4, 0}},
    {GOOD,
     CODE(OP_LOAD_NONE, OP_STORE_FAST, 1, OP_RETURN_NONE, OP_RETURN_FAST, 1),
     0,
     {3, 4, 4, 0}},
};

static void plan_case(image_plan_t *plan, const case_t *c)
{
    *plan = (image_plan_t){.code = {.nparams = 1,
                                    .nlocals = 3,
                                    .ncells = 1,
                                    .stack = 4,
                                    .flags = c->flags,
                                    .nhandlers = c->row.end != 0},
                           .bytes = c->bytes,
                           .nbytes = c->nbytes,
                           .handlers = {c->row}};
}

TEST(faults_of_bytecode)
{
    values_start();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        image_plan_t plan;
        verify_error_t error = {"", 0, 0};
        plan_case(&plan, &cases[i]);
        build_image(&plan);
        bool good = verify_tables(built, &error) && verify_codes(built, &error);
        if (good != (*cases[i].wanted == 0) ||
            (!good && strcmp(error.what, cases[i].wanted) != 0)) {
            TAP_FAIL("case %d: \"%s\", wanted \"%s\"", (int)i, good ? "" : error.what,
                     cases[i].wanted);
        }
    }
}

static bool tables_are_good(const char **what)
{
    verify_error_t error = {"", 0, 0};
    bool good = verify_tables(built, &error);
    *what = error.what;
    return good;
}

/* A good image whose header or tables a test then spoils. */
static void build_good(void)
{
    image_plan_t plan;
    plan_case(&plan, &cases[0]);
    build_image(&plan);
}

TEST(faults_of_tables)
{
    const char *what;
    image_header_t *h = built_header();
    values_start();
    build_good();
    CHECK(tables_are_good(&what));
    h->consts = h->length;
    CHECK(!tables_are_good(&what));
    CHECK_STR(what, "the constants lie outside");
    build_good();
    h->ncodes = 60000;
    CHECK(!tables_are_good(&what));
    build_good();
    *(uintptr_t *)(void *)(built + h->consts + 2 * sizeof(uintptr_t)) = 64;
    CHECK(!tables_are_good(&what));
    CHECK_STR(what, "a constant is no value");
    build_good();
    *(uintptr_t *)(void *)(built + h->consts) = h->length;
    CHECK(!tables_are_good(&what));
    CHECK_STR(what, "an address lies outside");
    build_good();
    ((PObjectHeader *)(void *)(built + *(uintptr_t *)(void *)(built + h->consts)))
        ->length = 1u << 30;
    CHECK(!tables_are_good(&what));
    CHECK_STR(what, "a constant is malformed");
    build_good();
    ((image_module_t *)(void *)(built + h->modules))->code = 3;
    CHECK(!tables_are_good(&what));
    CHECK_STR(what, "a module is malformed");
}

TEST(no_change_of_a_byte_breaks_the_verifier)
{
    values_start();
    srand(1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        image_plan_t plan;
        verify_error_t error;
        plan_case(&plan, &cases[i]);
        for (int round = 0; round < 60; round++) {
            build_image(&plan);
            for (int n = rand() % 3; n >= 0; n--) {
                built[sizeof(image_header_t) +
                      (size_t)rand() % (built_header()->relocs -
                                        sizeof(image_header_t))] = (uint8_t)rand();
            }
            if (verify_tables(built, &error)) {
                verify_codes(built, &error);
            }
        }
    }
    CHECK(true);
}

TAP_MAIN
