# oracle: none
# needs: stderr
# A thread's exception is its own: a traceback, and the others go on. Each has its own exceptions in hand.
def fails(n):
    inner(n)


def inner(n):
    raise ValueError("thread", n)


thread(fails, 1)
# stderr: Traceback (most recent call last):
# stderr:     inner(n)
# stderr:     raise ValueError("thread", n)
# stderr: ValueError: ('thread', 1)
sleep(20)
print("main goes on")                      # expect: main goes on


# SystemExit ends only its thread, silently.
def leaves():
    raise SystemExit(3)


thread(leaves)
sleep(20)
print("still")                             # expect: still

# What a thread handles is not what another handles.
seen = []


def handler(name):
    try:
        raise KeyError(name)
    except KeyError:
        for _ in range(5):
            sleep(5)
        try:
            raise
        except KeyError as e:
            seen.append(e.args[0])


for name in "abcd":
    thread(handler, name)
sleep(200)
print(sorted(seen))                        # expect: ['a', 'b', 'c', 'd']


# Too deep a recursion in a thread.
def deep(n):
    return deep(n + 1) + 1


def catches():
    try:
        deep(0)
    except RecursionError:
        print("too deep")                  # expect: too deep


thread(catches)
sleep(300)


def cause():
    try:
        1 // 0
    except ZeroDivisionError as e:
        raise RuntimeError("because") from e


thread(cause)
# stderr: ZeroDivisionError: integer division or modulo by zero
# stderr: RuntimeError: because
