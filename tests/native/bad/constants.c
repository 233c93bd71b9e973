#include "zn_native.h"

extern const int elsewhere;
C_NATIVE_CONST(elsewhere);
C_NATIVE_CONST(NOT_DEFINED);
