/* Defaults of every kind, constant expressions, keyword-only parameters, ranges. */
#include "zerynth.h"

#define BASE 0x70
enum { OFFSET = 6 };

C_NATIVE_FN() int32_t defaults_ints(int32_t a, int32_t b ZN_DEFAULT(-2), uint8_t c ZN_DEFAULT(BASE + OFFSET))
{
    return a + b + c;
}

C_NATIVE_FN() double defaults_reals(double a ZN_DEFAULT(1), float b ZN_DEFAULT(0.5f)) { return a + (double)b; }
C_NATIVE_FN() zn_str defaults_text(zn_str s ZN_DEFAULT("it's \"x\"\n")) { return s; }
C_NATIVE_FN() char defaults_letter(char c ZN_DEFAULT('q')) { return c; }
C_NATIVE_FN() bool defaults_flag(bool on ZN_DEFAULT(true)) { return on; }
C_NATIVE_FN() uint32_t defaults_size(uint32_t n ZN_DEFAULT(sizeof(int) * 2)) { return n; }

C_NATIVE_FN()
int32_t defaults_keys(int32_t a, int32_t b ZN_KWONLY ZN_RANGE(1, OFFSET), int32_t c ZN_KWONLY ZN_DEFAULT(3))
{
    return a * 100 + b * 10 + c;
}
