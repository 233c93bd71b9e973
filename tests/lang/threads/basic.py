# oracle: none
# Threads are ours: thread(fn, *args, prio, size) makes and starts one.
def count(name, n):
    for i in range(n):
        print(name, i)
        sleep(20)


t = thread(count, "a", 3)
sleep(10)
thread(count, "b", 2)
# expect: a 0
# expect: b 0
# expect: a 1
# expect: b 1
# expect: a 2
sleep(100)
print(t.get_status(), t.get_priority())       # expect: 4 4
try:
    t.start()
except RuntimeError as e:
    print(e)                                  # expect: threads can only be started once


def fails():
    raise ValueError("in a thread")           # its traceback goes to stderr, the rest goes on


thread(fails)
sleep(20)
print("still here")                           # expect: still here


# The program ends when all threads have ended.
def last():
    sleep(30)
    print("last")                             # expect: last


thread(last, prio=PRIO_LOW, size=65536)
