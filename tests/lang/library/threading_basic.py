# Locks, semaphores, events, conditions and threads, where the time does not matter.
import threading


def error(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (RuntimeError, ValueError) as e:
        print(type(e).__name__, e)


lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
lock.release()
error(lock.release)
error(lock.acquire, False, 1)
error(lock.acquire, True, -2)
with lock as got:
    print(got, lock.locked())
print(lock.locked())

again = threading.RLock()
with again:
    with again as got:
        print(got, again.acquire(False))
        again.release()
error(again.release)

s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False))
s.release(2)
print(s.acquire(blocking=False), s.acquire(blocking=False), s.acquire(blocking=False))
error(threading.Semaphore, -1)
error(s.release, 0)
bounded = threading.BoundedSemaphore()
error(bounded.release)
with bounded:
    print("in")
error(bounded.release, 2)

event = threading.Event()
print(event.is_set(), event.wait(0))
event.set()
print(event.is_set(), event.wait())
event.clear()
print(event.is_set())

# Threads.
out = []


def work(n, *, times=1):
    for i in range(times):
        with lock:
            out.append(n * 10 + i)


threads = [threading.Thread(target=work, args=(i,), kwargs={"times": 3}) for i in range(4)]
print([t.is_alive() for t in threads], threads[0].ident, threads[0].name, threads[0].daemon)
error(threads[0].join)
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(out), [t.is_alive() for t in threads])
error(threads[0].start)
error(threading.current_thread().join)


class Mine(threading.Thread):
    def __init__(self, what):
        super().__init__(name="mine")
        self.what = what

    def run(self):
        me = threading.current_thread()
        print(self.what, me is self, me.name, me.is_alive(), me.ident == threading.get_ident())
        print(me in threading.enumerate(), threading.active_count(), threading.main_thread().name)


t = Mine("run")
t.start()
t.join(10000)
print(t.is_alive(), threading.current_thread() is threading.main_thread(), threading.enumerate() == [threading.main_thread()])

# A condition: a box for one thing.
box = []
changed = threading.Condition()


def eat():
    for i in range(5):
        with changed:
            while not box:
                changed.wait()
            print("eats", box.pop())
            changed.notify_all()


t = threading.Thread(target=eat)
t.start()
for i in range(5):
    with changed:
        box.append(i)
        changed.notify()
        changed.wait_for(lambda: not box)
t.join()
error(changed.wait)
error(changed.notify)
with changed:
    print(changed.wait(0.001), changed.wait_for(lambda: 7), changed.wait_for(lambda: 0, timeout=0.001))
plain = threading.Condition(threading.Lock())
with plain:
    print(plain.wait(0.001))

# A barrier.
arrived = []
barrier = threading.Barrier(3, action=lambda: arrived.append("open"))


def arrive():
    arrived.append(barrier.wait() < 3)


threads = [threading.Thread(target=arrive) for _ in range(2)]
for t in threads:
    t.start()
barrier.wait()
for t in threads:
    t.join()
print(arrived, barrier.n_waiting, barrier.broken, barrier.parties)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("broken")
barrier.reset()
print(barrier.broken)
