#include "zn_native.h"
#define C_NATIVE(name) err_t name(int nargs, PObject *self, PObject **args, PObject **res)
int parse_py_args(const char *fmt, int nargs, PObject **args, ...);

C_NATIVE(_lint)
{
    int32_t a, b;
    int64_t wide;
    double d;
    uint8_t *s;
    (void)self;
    (void)res;
    if (parse_py_args("ii", nargs, args, &a) != 2) {
        return 286;
    }
    if (parse_py_args("ii", nargs, args, &a, &a) != 2) {
        return 286;
    }
    if (parse_py_args("is", nargs, args, &a, &s, &b) != 3) {
        return 286;
    }
    if (parse_py_args("il", nargs, args, &wide, &a) != 2) {
        return 286;
    }
    if (parse_py_args("LF", nargs, args, 2, &wide, 1, &d) != 2) {
        return 286;
    }
    return parse_py_args("iq", nargs, args, &a, &b) != 2;
}

C_NATIVE(_any)
{
    (void)self;
    *res = nargs ? *args : MAKE_NONE();
    return 0;
}
