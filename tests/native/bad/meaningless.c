#include "zn_native.h"

C_NATIVE_FN(errors = negative) double d(void);
C_NATIVE_FN() void e(int n ZN_NULLABLE);
C_NATIVE_FN() void g(int n ZN_SCOPE(forever));
C_NATIVE_FN() void h(zn_str s ZN_RANGE(0, 3));
