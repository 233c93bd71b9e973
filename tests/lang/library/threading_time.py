# oracle: none
# options: --time=virtual
# stderr: ValueError: in a thread
# Timeouts in milliseconds, priorities, daemons, the kernel's calls by number, and waiting for ever.
import threading

lock = threading.Lock()
lock.acquire()
print(lock.acquire(timeout=500))               # expect: False
event = threading.Event()
threading.Thread(target=lambda: (sleep(300), event.set())).start()
print(event.wait(299), event.wait(2))          # expect: False True
print(threading.Semaphore(0).acquire(timeout=86400000))   # expect: False


def late(name, ms):
    sleep(ms)
    print(name)


t = threading.Thread(target=late, args=("late", 5000), prio=PRIO_HIGH, size=65536)
t.start()
t.join(1000)
print(t.is_alive(), t.get_priority(), t.get_status())      # expect: True 5 2
t.set_priority(PRIO_LOW)
t.join()                                       # expect: late
print(t.is_alive(), t.get_priority())          # expect: False 3

# At the same moment the highest priority first.
start = threading.Event()


def racer(name):
    start.wait()
    print(name)


for name, prio in (("low", PRIO_LOW), ("high", PRIO_HIGH), ("higher", PRIO_HIGHER)):
    threading.Thread(target=racer, args=(name,), prio=prio).start()
sleep(10)
start.set()
sleep(10)
# expect: higher
# expect: high
# expect: low


# thread() makes threads, too.
def dummy():
    print(threading.current_thread().name.startswith("Dummy-"), threading.current_thread() in threading.enumerate())


thread(dummy)
sleep(10)                                      # expect: True False


def fails():
    raise ValueError("in a thread")


t = threading.Thread(target=fails)
t.start()
t.join()
print(t.is_alive())                            # expect: False

# By number: SEM_CREATE 0 SIGNAL 1 WAIT 2 RESET 3 TRYLOCK 4 SIGNAL_WAIT 5 SIGNAL_IF_WAITING 6 SIGNAL_ALL 7 THD_CURRENT 8
# EVT_CREATE 9 SET 10 CLEAR 11 WAIT 12 GETFLAG 13 SEM_SIGNALCAP 14.
rtos = threading.__rtos_do
a, b = rtos(0, 1), rtos(0, 0)
print(rtos(2, a, 10), rtos(2, a, 10), rtos(4, a))          # expect: 0 -1 -1
rtos(1, a)
print(rtos(4, a), rtos(6, a), rtos(7, a), rtos(4, a))      # expect: 0 0 0 -1
rtos(14, a, 1)
rtos(14, a, 1)
print(rtos(4, a), rtos(4, a))                  # expect: 0 -1


def waits(name, semaphore, timeout):
    print(name, rtos(2, semaphore, timeout))


for name in "xyz":
    thread(waits, name, b, 0)                  # 0: no limit
sleep(10000)
print(rtos(6, b))                              # expect: 1
sleep(10)                                      # expect: x 0
print(rtos(7, b))                              # expect: 2
sleep(10)
# expect: y 0
# expect: z 0
thread(waits, "reset", b, 0)
sleep(10)
rtos(3, b)
sleep(10)                                      # expect: reset -2
thread(lambda: (sleep(5), rtos(1, a)))
print(rtos(5, b, a), rtos(4, b))               # expect: 0 0
e = rtos(9)
print(rtos(12, e, 10), rtos(13, e))            # expect: -1 False
rtos(10, e)
print(rtos(12, e, 10), rtos(13, e))            # expect: 0 True
rtos(11, e)
print(rtos(13, e), rtos(8).get_priority())     # expect: False 4


# The program ends though this one does not, and neither does main of itself.
def daemon():
    while True:
        sleep(1)


t = threading.Thread(target=daemon, daemon=True)
t.start()
print(t.daemon, threading.active_count())      # expect: True 2
