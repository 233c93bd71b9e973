#include "zn_native.h"

C_NATIVE_FN() void a(int x ZN_DEFAULT(1), int y);
C_NATIVE_FN() void b(int x ZN_DEFAULT(1) ZN_KWONLY, int y);
