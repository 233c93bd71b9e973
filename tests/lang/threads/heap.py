# oracle: none
# Threads that allocate at the same time: what each holds in its frames and on its stack survives collections.
def tree(depth):
    return [tree(depth - 1), str(depth), tree(depth - 1)] if depth else []


def check(t, depth):
    return t == [] if depth == 0 else t[1] == str(depth) and check(t[0], depth - 1) and check(t[2], depth - 1)


results = []


def work(seed):
    good = True
    for i in range(12):
        kept = {n: (n * seed, "x" * n) for n in range(40)}
        t = tree(6)
        good = good and check(t, 6) and all(kept[n] == (n * seed, "x" * n) for n in kept)
    results.append(good)


def recurse(n):
    if n:
        mine = [n] * 10
        below = recurse(n - 1)
        return below and mine == [n] * 10
    return bytearray(100) == bytes(100)


def deep():
    results.append(all(recurse(50) for _ in range(20)))


for n in range(4):
    thread(work, n)
    thread(deep)
while len(results) < 8:
    sleep(5)
print(results)            # expect: [True, True, True, True, True, True, True, True]
