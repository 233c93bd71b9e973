# oracle: none
# The highest runs first; a thread of lower priority waits until it sleeps or ends.
order = []


def run(name):
    order.append(name)


def starter():
    thread(run, "low", prio=PRIO_LOW)
    thread(run, "high", prio=PRIO_HIGHEST)
    n = 0
    for i in range(200000):
        n += i
    order.append("starter")


t = thread(starter, prio=PRIO_HIGH)
sleep(200)
print(order)                                   # expect: ['high', 'starter', 'low']
try:
    t.set_priority(9)
except ValueError as e:
    print(e)                                   # expect: priority must be 1 to 7
try:
    thread(5, prio="x")
except TypeError as e:
    print("TypeError")                         # expect: TypeError
try:
    sleep(-1)
except ValueError as e:
    print(e)                                   # expect: sleep length must be non-negative
try:
    sleep(1, 7)
except ValueError as e:
    print(e)                                   # expect: unit must be NANOS, MICROS, MILLIS or SECONDS
sleep(0.5)
sleep(100, MICROS)
sleep(0.001, SECONDS)
