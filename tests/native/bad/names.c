#include "zn_native.h"

#define LIMIT 3
C_NATIVE_CONST(LIMIT);
C_NATIVE_FN(py = read) int first(void);
C_NATIVE_FN(py = read) int second(void);
C_NATIVE_FN(py = LIMIT) int third(void);
