# Every function of floats, at ordinary and at special values. Twelve digits: C libraries differ in the last bits.
import math


def text(x):
    return "%.12g" % x if type(x) is float else str(x)


def show(name, function, *args):
    try:
        result = function(*args)
    except (ValueError, OverflowError) as e:
        print(name, args, type(e).__name__, e)
        return
    if type(result) is tuple:
        print(name, args, ", ".join(text(x) for x in result))
    else:
        print(name, args, text(result))


ONE = [
    ("acos", math.acos), ("acosh", math.acosh), ("asin", math.asin), ("asinh", math.asinh), ("atan", math.atan),
    ("atanh", math.atanh), ("cbrt", math.cbrt), ("cos", math.cos), ("cosh", math.cosh), ("degrees", math.degrees),
    ("erf", math.erf), ("erfc", math.erfc), ("exp", math.exp), ("exp2", math.exp2), ("expm1", math.expm1),
    ("fabs", math.fabs), ("frexp", math.frexp), ("gamma", math.gamma), ("isfinite", math.isfinite),
    ("isinf", math.isinf), ("isnan", math.isnan), ("lgamma", math.lgamma), ("log", math.log), ("log10", math.log10),
    ("log1p", math.log1p), ("log2", math.log2), ("modf", math.modf), ("radians", math.radians), ("sin", math.sin),
    ("sinh", math.sinh), ("sqrt", math.sqrt), ("tan", math.tan), ("tanh", math.tanh), ("ulp", math.ulp),
]
for name, function in ONE:
    for x in (0.0, -0.0, 0.5, -0.5, 1, -1.0, 2, 2.5, -7.25, 100, 1e-300, 800.0, -800.0, 1e308, math.inf, -math.inf, math.nan):
        if x in (1e308, math.inf, -math.inf) and name in ("sin", "cos", "tan") and x == 1e308:
            continue
        show(name, function, x)

TWO = [
    ("atan2", math.atan2), ("copysign", math.copysign), ("fmod", math.fmod), ("pow", math.pow),
    ("remainder", math.remainder), ("nextafter", math.nextafter), ("hypot", math.hypot),
]
for name, function in TWO:
    for x in (0.0, -0.0, 1.5, -2.0, 7, 1e200, math.inf, -math.inf, math.nan):
        for y in (0.0, -0.0, 1.5, -2.0, 3, 1e200, math.inf, -math.inf, math.nan):
            show(name, function, x, y)

for i in (0, 1, -1, 1023, 1024, -1074, -1075, 10**9, -10**9):
    show("ldexp", math.ldexp, 1.0, i)
show("ldexp", math.ldexp, math.inf, 5000)
show("log", math.log, 8, 2)
show("log", math.log, 2.0, 10.0)
show("log", math.log, 10**400)
show("log2", math.log2, 2**5000)
show("log10", math.log10, 10**400)
show("log", math.log, -10**400)

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.isclose(1.0, 1.0 + 1e-10), math.isclose(1.0, 1.1), math.isclose(1.0, 1.1, rel_tol=0.1))
print(math.isclose(0.0, 1e-10), math.isclose(0.0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf))
print(math.isclose(math.inf, 1.0, rel_tol=1.0), math.isclose(math.nan, math.nan))
try:
    math.isclose(1, 1, rel_tol=-1)
except ValueError as e:
    print(e)
for bad in ("1", None, []):
    try:
        math.sqrt(bad)
    except TypeError as e:
        print("TypeError")
show("sqrt", math.sqrt, 10**30)
show("sqrt", math.sqrt, 10**400)
