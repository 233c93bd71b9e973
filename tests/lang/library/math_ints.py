# What math does with ints of any size, and with sums.
import math


def show(function, *args):
    try:
        print(function(*args))
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)


for x in (2.5, -2.5, 0.0, -0.0, 3.0, -3.0, 7, -7, True, 1e300, -1e300, 0.1, -0.1, math.inf, math.nan):
    show(math.floor, x)
    show(math.ceil, x)
    show(math.trunc, x)


class Whole:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


print(math.floor(Whole()), math.ceil(Whole()), math.trunc(Whole()))

print(math.gcd(), math.gcd(0), math.gcd(-12), math.gcd(12, 18, -27), math.gcd(0, 0), math.gcd(2**100, 6**50))
print(math.lcm(), math.lcm(4), math.lcm(4, -6), math.lcm(0, 5), math.lcm(3, 5, 7, 2**40))
show(math.gcd, 1.5)
show(math.gcd, 1, "2")
print([math.isqrt(n) for n in range(20)], math.isqrt(10**100), math.isqrt(10**100 - 1), math.isqrt(2**64 - 1))
show(math.isqrt, -1)
show(math.isqrt, 4.0)
print([math.factorial(n) for n in range(12)], math.factorial(60))
show(math.factorial, -1)
show(math.factorial, 2.0)
print([math.comb(7, k) for k in range(9)], math.comb(100, 50))
print([math.perm(7, k) for k in range(9)], math.perm(5), math.perm(30, 20))
for pair in ((-1, 2), (2, -1), (2.0, 1)):
    show(math.comb, *pair)
    show(math.perm, *pair)
print(math.prod([]), math.prod([1, 2, 3.5]), math.prod(range(1, 30)), math.prod([2, 3], start=10))

print(math.fsum([]), math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.fsum([1, 2, 3]))
print(math.fsum([1e16, 1.0, 1e-16]), math.fsum([1e308, 1e308, -1e308]) if False else "-")
print(math.fsum([2.0**53, 1.0, 2.0**-100]), math.fsum([2.0**53 - 1, 0.5, -(2.0**-54)]))
print(math.fsum([math.inf, 1.0]), math.fsum([math.nan, 1.0]))
show(math.fsum, [math.inf, -math.inf])
show(math.fsum, [1e308, 1e308])
print(math.hypot(), math.hypot(3), math.hypot(3, 4), math.hypot(2, 3, 6), math.hypot(1e200, 1e200) > 1e200)
print(math.hypot(math.inf, math.nan), math.hypot(math.nan, 1, 2), math.hypot(1, 2, math.inf), math.hypot(0.0, 0.0, 0.0))
print(math.dist((1, 2), (4, 6)), math.dist([0, 0, 0], [2, 3, 6]), math.dist((), ()))
show(math.dist, (1, 2), (1, 2, 3))
