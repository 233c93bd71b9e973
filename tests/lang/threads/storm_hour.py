# oracle: none
# options: --time=virtual
# An hour of 64 threads of all priorities over semaphores with timeouts, mailboxes and timers, in virtual time: the same
# trace every time, and nothing is left behind.
import gc
import queue
import threading
import timers

HOUR = 3600000
THREADS = 64
trace = 17
events = 0


def note(who, what):
    global trace, events
    trace = (trace * 31 + who * 7 + what + timers.now()) % 1000000007
    events += 1


class Dice:
    def __init__(self, seed):
        self.state = seed

    def roll(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % n


def work(n, permits, boxes, end):
    dice = Dice(n + 1)
    while timers.now() < end:
        sleep(1 + dice.roll(60000))
        what = dice.roll(3)
        if what == 0 and permits.acquire(True, 1 + dice.roll(500)):
            sleep(dice.roll(200))
            permits.release()
        elif what == 1:
            try:
                boxes[dice.roll(len(boxes))].put((n, dice.roll(100)), True, 50)
            except queue.Full:
                note(n, 101)
        elif what == 2:
            try:
                note(n, boxes[n % len(boxes)].get(True, 1000)[1])
            except queue.Empty:
                note(n, 102)
        note(n, what)


def storm():
    permits = threading.Semaphore(3)
    boxes = [queue.Queue(2) for _ in range(4)]
    clock = timers.timer()
    clock.interval(10000, note, (99, 1))
    end = timers.now() + HOUR
    threads = [threading.Thread(target=work, args=(n, permits, boxes, end), prio=1 + n % 7) for n in range(THREADS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    clock.clear()
    clock.destroy()
    return timers.now() - end


for _ in range(2):
    storm()
sleep(10)
gc.collect()
before = gc.info()[3]
late = storm()
sleep(10)
gc.collect()
print(0 <= late < 120000, events > 10000)     # expect: True True
print(gc.info()[3] - before <= 2)             # expect: True


def tell():
    raise ValueError(trace, events)           # standard error is compared between the runs


thread(tell)
