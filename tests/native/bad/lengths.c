#include "zn_native.h"

C_NATIVE_FN() void a(const uint8_t *data, size_t n ZN_LEN(dat));
C_NATIVE_FN() void b(const uint8_t *p, size_t n ZN_LEN(p), size_t m ZN_LEN(p));
C_NATIVE_FN() void c(size_t n ZN_LEN(n));
