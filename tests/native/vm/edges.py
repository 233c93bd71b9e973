# needs: host
# 10,000 edges at the highest rate at which their handler is done in time arrive in order; at twice the rate what does not fit
# into the queue is counted and reported.
import edges

EDGES = 10000
got = []


def handler(number):
    for i in range(20):
        pass
    got.append(number)


before = __timer_get()
for i in range(EDGES):
    handler(i)
cost = (__timer_get() - before) * 1000 // EDGES  # microseconds


def run(period):
    got.clear()
    edges.start(handler, EDGES, period)
    while True:
        sleep(EDGES * period // 1000 + 10)
        made, refused, lost = edges.stop()
        sleep(10)
        return made, refused, lost


made, refused, lost = run(cost + 1)
print(made, refused, lost, got == list(range(EDGES)))  # expect: 10000 0 0 True
made, refused, lost = run(cost // 2)
print(made, refused == lost > EDGES // 4, len(got) + lost == EDGES, got == sorted(got))  # expect: 10000 True True True
print(lost == __vmctrl(0, 3, 0, 0))  # expect: True
# expect-error: zvm: \d+ calls from interrupts were lost: the queue has \d+ places
