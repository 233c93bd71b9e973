#include "zn_native.h"

C_NATIVE_CLASS()
typedef struct opaque opaque_t;

C_NATIVE_METHOD(opaque_t, py = __init__) int opaque_open(opaque_t *self ZN_OUT);
