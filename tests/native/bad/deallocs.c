#include "zerynth.h"

C_NATIVE_CLASS(dealloc = nowhere)
typedef struct first {
    int a;
} first_t;

static void hidden(void *self)
{
    (void)self;
}

C_NATIVE_CLASS(dealloc = hidden)
typedef struct second {
    int a;
} second_t;

void number(int self);

C_NATIVE_CLASS(dealloc = number)
typedef struct third {
    int a;
} third_t;
