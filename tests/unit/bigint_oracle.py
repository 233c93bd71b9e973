# SPDX-License-Identifier: MIT
"""Prints bigint_vectors.h: operations on integers of all sizes with python3's results."""
import operator
import random

random.seed(11)
OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "//": operator.floordiv, "%": operator.mod,
       "&": operator.and_, "|": operator.or_, "^": operator.xor, "/": operator.truediv,
       "<<": operator.lshift, ">>": operator.rshift, "**": operator.pow}
EDGES = [0, 1, -1, 2**30 - 1, 2**30, -2**30, -2**30 - 1, 2**31, 2**32, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64,
         2**64 - 1, 2**95, -2**96 + 1, 10**30, -10**40 + 7]


def number():
    if random.random() < 0.4:
        return random.choice(EDGES)
    return random.getrandbits(random.choice([8, 31, 40, 64, 70, 128, 200])) * random.choice([1, -1])


print("/* Made by bigint_oracle.py. */")
for op, function in OPS.items():
    for _ in range(40):
        a, b = number(), number()
        if op in ("<<", ">>"):
            b = random.choice([0, 1, 31, 32, 33, 64, 65, 100])
        if op == "**":
            b = random.randrange(12)
        if b == 0 and op in ("/", "//", "%"):
            continue
        print('{"%d", "%s", "%d", "%r"},' % (a, op, b, function(a, b)))
