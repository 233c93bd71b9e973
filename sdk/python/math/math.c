/* SPDX-License-Identifier: MIT */
/*
 * math.c -- the functions of <math.h> with Python's errors: a ValueError where a result
 * does not exist, an OverflowError where it is too large for a float.
 *
 * Each line of the list becomes a native of the same name. What C and Python do
 * differently is written out below it; what needs ints of any size is in math.py.
 */
#include "zerynth.h"

C_NATIVE_MODULE(math, version = 1.0.0);

/* What an infinite result of finite arguments means. */
enum { POLE, OVERFLOWS };

static err_t domain_error(void)
{
    return vm_raise(ERR_VALUE_EXC, "math domain error");
}

static err_t range_error(void)
{
    return vm_raise(ERR_OVERFLOW_EXC, "math range error");
}

/* The error that the result `r` of finite or infinite, but not NaN, arguments is. */
static err_t judge(bool finite, double r, int infinite)
{
    if (isnan(r)) {
        return domain_error();
    }
    if (isinf(r) && finite) {
        return infinite == OVERFLOWS ? range_error() : domain_error();
    }
    return ERR_OK;
}

/* ---- one argument ---- */

#define FUNCTION(name, infinite)                                                       \
    C_NATIVE_FN()                                                                      \
    err_t math_##name(double x, double *r ZN_OUT)                                      \
    {                                                                                  \
        *r = (name)(x);                                                                \
        return isnan(x) ? ERR_OK : judge(isfinite(x), *r, infinite);                   \
    }

FUNCTION(acos, POLE)
FUNCTION(acosh, POLE)
FUNCTION(asin, POLE)
FUNCTION(asinh, POLE)
FUNCTION(atan, POLE)
FUNCTION(atanh, POLE)
FUNCTION(cbrt, POLE)
FUNCTION(cos, POLE)
FUNCTION(cosh, OVERFLOWS)
FUNCTION(erf, POLE)
FUNCTION(erfc, POLE)
FUNCTION(exp, OVERFLOWS)
FUNCTION(exp2, OVERFLOWS)
FUNCTION(expm1, OVERFLOWS)
FUNCTION(fabs, POLE)
FUNCTION(log1p, POLE)
FUNCTION(log2, POLE)
FUNCTION(log10, POLE)
FUNCTION(log, POLE)
FUNCTION(sin, POLE)
FUNCTION(sinh, OVERFLOWS)
FUNCTION(sqrt, POLE)
FUNCTION(tan, POLE)
FUNCTION(tanh, POLE)

static bool is_integral(double x)
{
    return isfinite(x) && floor(x) == x;
}

C_NATIVE_FN()
err_t math_gamma(double x, double *r ZN_OUT)
{
    if (x == -INFINITY || (x <= 0 && is_integral(x))) {
        return domain_error();
    }
    *r = tgamma(x);
    return isnan(x) ? ERR_OK : judge(isfinite(x), *r, OVERFLOWS);
}

C_NATIVE_FN()
err_t math_lgamma(double x, double *r ZN_OUT)
{
    if (x <= 0 && is_integral(x)) {
        return domain_error();
    }
    *r = lgamma(x);
    return isnan(x) ? ERR_OK : judge(isfinite(x), *r, OVERFLOWS);
}

/// The distance from x to the next float away from zero.
C_NATIVE_FN()
double math_ulp(double x)
{
    double a = fabs(x);
    if (!isfinite(a)) {
        return a;
    }
    double next = nextafter(a, INFINITY);
    return isinf(next) ? a - nextafter(a, 0) : next - a;
}

C_NATIVE_FN()
bool math_isnan(double x)
{
    return isnan(x);
}

C_NATIVE_FN()
bool math_isinf(double x)
{
    return isinf(x);
}

C_NATIVE_FN()
bool math_isfinite(double x)
{
    return isfinite(x);
}

/// x as mantissa * 2 ** exponent, 0.5 <= abs(mantissa) < 1.
C_NATIVE_FN()
void math_frexp(double x, double *mantissa ZN_OUT, int32_t *exponent ZN_OUT)
{
    int e = 0;
    *mantissa = isfinite(x) ? frexp(x, &e) : x;
    *exponent = e;
}

/// The parts of x behind and before the point, both with its sign.
C_NATIVE_FN()
void math_modf(double x, double *fraction ZN_OUT, double *whole ZN_OUT)
{
    *fraction = modf(x, whole);
}

/* ---- two arguments ---- */

C_NATIVE_FN()
double math_atan2(double y, double x)
{
    return atan2(y, x);
}

C_NATIVE_FN()
double math_copysign(double x, double y)
{
    return copysign(x, y);
}

C_NATIVE_FN()
double math_nextafter(double x, double y)
{
    return nextafter(x, y);
}

C_NATIVE_FN()
err_t math_fmod(double x, double y, double *r ZN_OUT)
{
    *r = fmod(x, y);
    return isnan(x) || isnan(y) ? ERR_OK : judge(true, *r, OVERFLOWS);
}

C_NATIVE_FN()
err_t math_remainder(double x, double y, double *r ZN_OUT)
{
    *r = remainder(x, y);
    return isnan(x) || isnan(y) ? ERR_OK : judge(true, *r, OVERFLOWS);
}

C_NATIVE_FN()
err_t math_pow(double x, double y, double *r ZN_OUT)
{
    *r = pow(x, y);
    bool finite = isfinite(x) && isfinite(y);
    return finite ? judge(true, *r, x == 0 ? POLE : OVERFLOWS) : ERR_OK;
}

C_NATIVE_FN(py = _hypot)
err_t math_hypot(double x, double y, double *r ZN_OUT)
{
    *r = hypot(x, y);
    bool finite = isfinite(x) && isfinite(y);
    return finite ? judge(true, *r, OVERFLOWS) : ERR_OK;
}

/// x * 2 ** i
C_NATIVE_FN()
err_t math_ldexp(double x, int64_t i, double *r ZN_OUT)
{
    *r = ldexp(x, (int)MAX(-5000, MIN(i, 5000)));
    return isinf(*r) && isfinite(x) ? range_error() : ERR_OK;
}

/// Are a and b nearly the same?
C_NATIVE_FN()
err_t math_isclose(double a, double b, double rel_tol ZN_KWONLY ZN_DEFAULT(1e-09),
                   double abs_tol ZN_DEFAULT(0.0), bool *close ZN_OUT)
{
    if (rel_tol < 0 || abs_tol < 0) {
        return vm_raise(ERR_VALUE_EXC, "tolerances must be non-negative");
    }
    double difference = fabs(b - a);
    *close = a == b || (!isinf(a) && !isinf(b) &&
                        (difference <= rel_tol * fabs(b) ||
                         difference <= rel_tol * fabs(a) || difference <= abs_tol));
    return ERR_OK;
}
