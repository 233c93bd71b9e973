# oracle: none
# options: --time=virtual
# Sleeping costs nothing and ends in order of time; at the same time in order of asking.
def at(ms, name):
    sleep(ms)
    print(ms, name)


thread(at, 3000000, "d")
thread(at, 5000, "b")
thread(at, 5000, "c")
thread(at, 1, "a")
sleep(86400, SECONDS)        # main goes on after a day
print("a day")
# expect: 1 a
# expect: 5000 b
# expect: 5000 c
# expect: 3000000 d
# expect: a day


# The highest priority first, at the same moment.
def same(name):
    sleep(1000)
    print(name)


for name, prio in (("low", PRIO_LOW), ("lowest", PRIO_LOWEST), ("high", PRIO_HIGH), ("normal", PRIO_NORMAL)):
    thread(same, name, prio=prio)
sleep(2000)
# expect: high
# expect: normal
# expect: low
# expect: lowest


# Steps of two threads keep their order.
def tick(name, ms, n):
    for i in range(n):
        sleep(ms)
        print(name, i)


thread(tick, "x", 20, 3)
thread(tick, "y", 30, 2)
# expect: x 0
# expect: y 0
# expect: x 1
# expect: y 1
# expect: x 2
