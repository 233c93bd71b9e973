#include "zerynth.h"

C_NATIVE_FN() int text(const char *s ZN_NULLABLE ZN_DEFAULT(None), bool b ZN_DEFAULT(True), bool c ZN_DEFAULT(False));
