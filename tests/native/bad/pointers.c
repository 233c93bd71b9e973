#include "zerynth.h"

struct plain {
    int x;
};

C_NATIVE_FN() int sum(const uint8_t *data, size_t n);
C_NATIVE_FN() int fill(int *data, void *other, char **names, struct plain *p, void (*f)(void));
C_NATIVE_FN() struct plain make(int x);
C_NATIVE_METHOD() int nameless(struct plain *p);
