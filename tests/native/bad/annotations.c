#include "zn_native.h"

C_NATIVE_MODULE(annotations, versoin = 1.0);
C_NATIVE_FN(nogli) int a(void);
C_NATIVE_FN(name = b) int b(void);
C_NATIVE_FN(errors = positive) int c(void);
C_NATIVE_FN() void f(zn_callable g ZN_SCOPE(always));
C_NATIVE_FN() void h(int n ZN_OUT);
C_NATIVE_FN(py = class) int i(void);
