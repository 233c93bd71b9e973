#include "zn_native.h"

#define BME_ADDR 0x76
int variable;

C_NATIVE_FN() void big(uint8_t seed ZN_DEFAULT(300));
C_NATIVE_FN() void text(int n ZN_DEFAULT("7"));
C_NATIVE_FN() void number(zn_str s ZN_DEFAULT(7));
C_NATIVE_FN() void none(zn_bytes b ZN_DEFAULT(NULL));
C_NATIVE_FN() void unknown(int addr ZN_DEFAULT(BME_ADRR));
C_NATIVE_FN() void late(int n ZN_DEFAULT(variable));
C_NATIVE_FN() void range(int n ZN_RANGE(0, 3) ZN_DEFAULT(4));
C_NATIVE_FN() void outside(uint8_t n ZN_RANGE(0, 300));
C_NATIVE_FN() void empty(int n ZN_RANGE(3, 0));
C_NATIVE_FN() void object(zn_callable f ZN_DEFAULT(1));
