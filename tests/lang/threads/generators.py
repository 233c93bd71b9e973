# oracle: none
# options: --time=virtual
# A generator that another thread runs just now cannot be resumed; one that waits can be passed around.
def slow():
    sleep(50)
    yield 1
    yield 2
    yield 3


g = slow()
got = []


def take():
    got.append(next(g))


thread(take)
sleep(10)
try:
    next(g)
except ValueError as e:
    print(e)                         # expect: generator already executing
sleep(100)
print(got, next(g))                  # expect: [1] 2
thread(take)
sleep(10)
print(got, list(g))                  # expect: [1, 3] []


# A queue out of a list: producers and consumers.
queue = []
total = [0, 0]


def produce(first):
    for i in range(first, first + 500):
        queue.append(i)
        if i % 50 == 0:
            sleep(1)


def consume(which):
    while True:
        try:
            item = queue.pop(0)
        except IndexError:
            sleep(1)
            continue
        if item is None:
            return
        total[which] += item


makers = [thread(produce, 0), thread(produce, 500)]
thread(consume, 0)
thread(consume, 1)
while any(t.get_status() < 4 for t in makers):
    sleep(5)
queue.append(None)
queue.append(None)
sleep(100)
print(sum(total), queue)             # expect: 499500 []
