# oracle: none
# A ring: around its end more than once, full and empty, items and bytes.
import fifo


def error(function, *args):
    try:
        print(function(*args))
    except (fifo.FifoEmptyError, fifo.FifoFullError, ValueError) as e:
        print(type(e).__name__)


for only_bytes in (False, True):
    f = fifo.Fifo(3, only_bytes)
    out = []
    for i in range(8):
        f.put(i)
        f.put(i + 100)
        out.append(f.get())
        out.append(f.peek())
        out.append(f.get())
    print(out[:6], out[-3:], f.elements(), f.is_empty(), f.is_full())
    # expect: [0, 100, 100, 1, 101, 101] [7, 107, 107] 0 True False
    # expect: [0, 100, 100, 1, 101, 101] [7, 107, 107] 0 True False
    error(f.get)                               # expect: FifoEmptyError
    # expect: FifoEmptyError
    f.put_all(b"ab")
    error(f.put_all, b"cd")                    # expect: FifoFullError
    # expect: FifoFullError
    f.put(255)
    print(f.elements(), len(f), f.is_full(), f.peek())
    # expect: 3 3 True 97
    # expect: 3 3 True 97
    error(f.put, 1)                            # expect: FifoFullError
    # expect: FifoFullError
    f.clear()
    error(f.peek)                              # expect: FifoEmptyError
    # expect: FifoEmptyError
error(fifo.Fifo, 0)                            # expect: ValueError
error(fifo.Fifo(1, True).put, 256)             # expect: ValueError
