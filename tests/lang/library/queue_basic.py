# Queues, where the time does not matter.
import queue
import threading


def error(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (queue.Empty, queue.Full, ValueError) as e:
        print(type(e).__name__, e)


q = queue.Queue(2)
print(q.empty(), q.full(), q.qsize(), q.maxsize)
q.put("a")
q.put("b", False)
print(q.empty(), q.full(), q.qsize())
error(q.put, "c", False)
error(q.put_nowait, "c")
error(q.put, "c", True, 0.001)
print(q.get(), q.get(timeout=1), q.empty())
error(q.get, False)
error(q.get_nowait)
error(q.get, timeout=0.001)
q.task_done()
q.task_done()
error(q.task_done)
q.join()

lifo = queue.LifoQueue()
smallest = queue.PriorityQueue()
for x in (3, 1, 2):
    lifo.put(x)
    smallest.put((x, str(x)))
print([lifo.get() for _ in range(3)], [smallest.get() for _ in range(3)])
simple = queue.SimpleQueue()
simple.put(1)
print(simple.qsize(), simple.get(), simple.empty())

# Many threads, a small queue: nothing is lost, nothing doubled.
q = queue.Queue(3)
got = []


def produce(n):
    for i in range(50):
        q.put(n * 100 + i)


def consume():
    while True:
        item = q.get()
        if item is None:
            q.put(None)
            return
        got.append(item)
        q.task_done()


consumers = [threading.Thread(target=consume) for _ in range(3)]
producers = [threading.Thread(target=produce, args=(n,)) for n in range(4)]
for t in consumers + producers:
    t.start()
for t in producers:
    t.join()
q.join()
q.put(None)
for t in consumers:
    t.join()
print(len(got), sorted(got) == sorted(n * 100 + i for n in range(4) for i in range(50)))
