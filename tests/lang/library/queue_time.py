# oracle: none
# options: --time=virtual
# Timeouts in milliseconds, peek and clear, and who is waiting.
import queue

q = queue.Queue(1)


def later(ms, function, *args):
    sleep(ms)
    function(*args)


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except (queue.Empty, queue.Full) as e:
        return type(e).__name__


thread(later, 100, q.put, "late")
print(tried(q.get, timeout=50), tried(q.get, timeout=51))      # expect: Empty late
print(tried(q.peek, False))    # expect: Empty
thread(later, 100, q.put, "seen")
print(q.peek(), q.qsize(), q.get())            # expect: seen 1 seen
q.put(1)
thread(later, 20, q.get)
print(tried(q.put, 2, timeout=19), tried(q.put, 3, timeout=5))     # expect: Full None
thread(later, 10, q.clear)
q.put(4)
print(q.get(), q.empty(), q.unfinished_tasks)  # expect: 4 True 4
