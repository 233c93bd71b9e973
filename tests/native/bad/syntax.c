#include "zn_native.h"

C_NATIVE_FN()
int add(int a, int b)
{
    return a + b
}

unknown_t other(void);
