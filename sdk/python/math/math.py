# SPDX-License-Identifier: MIT
"""Mathematics on floats and ints, as Python 3.11 has it.

Floats come from C (math.c); what must be exact for ints of any size is here.
"""

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")

@c_native("zn_math_math_acos", [])
def acos(x, /):
    pass


@c_native("zn_math_math_acosh", [])
def acosh(x, /):
    pass


@c_native("zn_math_math_asin", [])
def asin(x, /):
    pass


@c_native("zn_math_math_asinh", [])
def asinh(x, /):
    pass


@c_native("zn_math_math_atan", [])
def atan(x, /):
    pass


@c_native("zn_math_math_atan2", [])
def atan2(y, x, /):
    pass


@c_native("zn_math_math_atanh", [])
def atanh(x, /):
    pass


@c_native("zn_math_math_cbrt", [])
def cbrt(x, /):
    pass


@c_native("zn_math_math_copysign", [])
def copysign(x, y, /):
    pass


@c_native("zn_math_math_cos", [])
def cos(x, /):
    pass


@c_native("zn_math_math_cosh", [])
def cosh(x, /):
    pass


@c_native("zn_math_math_erf", [])
def erf(x, /):
    pass


@c_native("zn_math_math_erfc", [])
def erfc(x, /):
    pass


@c_native("zn_math_math_exp", [])
def exp(x, /):
    pass


@c_native("zn_math_math_exp2", [])
def exp2(x, /):
    pass


@c_native("zn_math_math_expm1", [])
def expm1(x, /):
    pass


@c_native("zn_math_math_fabs", [])
def fabs(x, /):
    pass


@c_native("zn_math_math_fmod", [])
def fmod(x, y, /):
    pass


@c_native("zn_math_math_frexp", [])
def frexp(x, /):
    pass


@c_native("zn_math_math_gamma", [])
def gamma(x, /):
    pass


@c_native("zn_math_math_isfinite", [])
def isfinite(x, /):
    pass


@c_native("zn_math_math_isinf", [])
def isinf(x, /):
    pass


@c_native("zn_math_math_isnan", [])
def isnan(x, /):
    pass


@c_native("zn_math_math_ldexp", [])
def ldexp(x, i, /):
    pass


@c_native("zn_math_math_lgamma", [])
def lgamma(x, /):
    pass


@c_native("zn_math_math_log1p", [])
def log1p(x, /):
    pass


@c_native("zn_math_math_modf", [])
def modf(x, /):
    pass


@c_native("zn_math_math_nextafter", [])
def nextafter(x, y, /):
    pass


@c_native("zn_math_math_pow", [])
def pow(x, y, /):
    pass


@c_native("zn_math_math_remainder", [])
def remainder(x, y, /):
    pass


@c_native("zn_math_math_sin", [])
def sin(x, /):
    pass


@c_native("zn_math_math_sinh", [])
def sinh(x, /):
    pass


@c_native("zn_math_math_sqrt", [])
def sqrt(x, /):
    pass


@c_native("zn_math_math_tan", [])
def tan(x, /):
    pass


@c_native("zn_math_math_tanh", [])
def tanh(x, /):
    pass


@c_native("zn_math_math_ulp", [])
def ulp(x, /):
    pass


@c_native("zn_math_math_isclose", [])
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    pass


@c_native("zn_math_math_hypot", [])
def _hypot(x, y):
    pass


@c_native("zn_math_math_log", [])
def _log(x):
    pass


@c_native("zn_math_math_log2", [])
def _log2(x):
    pass


@c_native("zn_math_math_log10", [])
def _log10(x):
    pass


def degrees(x, /):
    return x * (180.0 / pi)


def radians(x, /):
    return x * (pi / 180.0)


# ---- logarithms, also of ints that no float holds ----

def _of_int(x, function):
    """function(x) where x is an int: of a large one by its leading bits."""
    if x <= 0:
        raise ValueError("math domain error")
    extra = x.bit_length() - 1000
    if extra <= 0:
        return function(x)
    return function(x >> extra) + function(2) * extra


def _logarithm(x, function):
    return _of_int(x, function) if isinstance(x, int) else function(x)


def log(x, base=None, /):
    """The logarithm of x, natural unless a base is given."""
    if base is None:
        return _logarithm(x, _log)
    return _logarithm(x, _log) / _logarithm(base, _log)


def log2(x, /):
    return _logarithm(x, _log2)


def log10(x, /):
    return _logarithm(x, _log10)


# ---- ints of floats ----

def floor(x, /):
    """The largest int that is not above x."""
    if hasattr(x, "__floor__"):
        return x.__floor__()
    whole = int(x)
    return whole - 1 if whole > x else whole


def ceil(x, /):
    """The smallest int that is not below x."""
    if hasattr(x, "__ceil__"):
        return x.__ceil__()
    whole = int(x)
    return whole + 1 if whole < x else whole


def trunc(x, /):
    """x without what stands behind the point."""
    if hasattr(x, "__trunc__"):
        return x.__trunc__()
    return int(x)


# ---- exact arithmetic of ints ----

def _index(x):
    """x as an int; no float, however whole."""
    if isinstance(x, int):
        return x
    if hasattr(x, "__index__"):
        return x.__index__()
    raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")


def gcd(*integers):
    result = 0
    for n in integers:
        n = abs(_index(n))
        while n:
            result, n = n, result % n
    return result


def lcm(*integers):
    result = 1
    for n in integers:
        n = abs(_index(n))
        if n == 0:
            return 0
        result = result // gcd(result, n) * n
    return result


def isqrt(n, /):
    """The square root of n, rounded down."""
    n = _index(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n == 0:
        return 0
    root = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (root + n // root) // 2
        if better >= root:
            return root
        root = better


def _product(low, high):
    """low * … * (high - 1), by halves: the factors stay of one size."""
    if high - low < 8:
        result = 1
        for i in range(low, high):
            result *= i
        return result
    middle = (low + high) // 2
    return _product(low, middle) * _product(middle, high)


def factorial(x, /):
    x = _index(x)
    if x < 0:
        raise ValueError("factorial() not defined for negative values")
    return _product(1, x + 1)


def perm(n, k=None, /):
    """How many ways there are to arrange k of n things."""
    if k is None:
        return factorial(n)
    n, k = _index(n), _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    return 0 if k > n else _product(n - k + 1, n + 1)


def comb(n, k, /):
    """How many ways there are to choose k of n things."""
    n, k = _index(n), _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    return perm(n, k) // factorial(k)


def prod(iterable, /, *, start=1):
    for x in iterable:
        start *= x
    return start


# ---- sums of floats ----

def _add_exactly(partials, x):
    """Adds x to a sum kept as floats of rising size that do not overlap."""
    kept = 0
    for y in partials:
        if abs(x) < abs(y):
            x, y = y, x
        high = x + y
        low = y - (high - x)
        if low:
            partials[kept] = low
            kept += 1
        x = high
    partials[kept:] = [x]


def _round_sum(partials):
    """The float nearest to the sum; a tie goes the way of what is left below."""
    if not partials:
        return 0.0
    high = partials.pop()
    low = 0.0
    while partials and not low:
        x = high
        y = partials.pop()
        high = x + y
        low = y - (high - x)
    if partials and low * partials[-1] > 0:
        y = low * 2.0
        x = high + y
        if y == x - high:
            high = x
    return high


def fsum(seq, /):
    """The sum of the floats, rounded once."""
    partials = []
    special = 0.0
    infinite = False
    for x in seq:
        x = float(x)
        if isfinite(x):
            _add_exactly(partials, x)
            if partials and not isfinite(partials[-1]):
                raise OverflowError("intermediate overflow in fsum")
        else:
            infinite = infinite or isinf(x)
            special += x
    if special:
        if infinite and isnan(special):
            raise ValueError("-inf + inf in fsum")
        return special
    return _round_sum(partials)


def _length(coordinates):
    """Their Euclidean norm, without overflow on the way."""
    if len(coordinates) == 2:
        return _hypot(coordinates[0], coordinates[1])
    largest = 0.0
    for x in coordinates:
        if isinf(x):
            return inf
        if isnan(x):
            largest = nan
        elif not isnan(largest):
            largest = max(largest, fabs(x))
    if isnan(largest) or largest == 0:
        return largest
    return largest * sqrt(fsum([(x / largest) ** 2 for x in coordinates]))


def hypot(*coordinates):
    """The distance of a point from the origin."""
    return _length(coordinates)


def dist(p, q, /):
    """The distance of two points."""
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return _length([x - y for x, y in zip(p, q)])
