/* float and double; an int is accepted where a float is wanted. */
#include "zerynth.h"

C_NATIVE_FN() double floats_half(double x) { return x / 2; }
C_NATIVE_FN() float floats_single(float x) { return x; }
C_NATIVE_FN() double floats_volts(double x ZN_RANGE(0, 3.3)) { return x; }
C_NATIVE_FN() double floats_mix(int32_t n, double x, uint8_t k, float y) { return n * x + k * (double)y; }
