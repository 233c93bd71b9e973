# oracle: none
# A ring: around its end more than once, full and empty, items and bytes.
import fifo


def tried(function, *args):
    try:
        return function(*args)
    except (fifo.FifoEmptyError, fifo.FifoFullError, ValueError) as e:
        return type(e).__name__


def around(f):
    out = []
    for i in range(8):
        f.put(i)
        f.put(i + 100)
        out += [f.get(), f.peek(), f.get()]
    return out[:6], out[-3:], f.elements(), f.is_empty(), f.is_full()


def limits(f):
    out = [tried(f.get), tried(f.peek), f.put_all(b"ab"), tried(f.put_all, b"cd"), f.elements(), f.put(255)]
    out += [len(f), f.is_full(), f.peek(), tried(f.put, 1), f.clear(), f.is_empty()]
    return out


items = fifo.Fifo(3)
print(around(items))    # expect: ([0, 100, 100, 1, 101, 101], [7, 107, 107], 0, True, False)
print(limits(items))
# expect: ['FifoEmptyError', 'FifoEmptyError', None, 'FifoFullError', 2, None, 3, True, 97, 'FifoFullError', None, True]
octets = fifo.Fifo(3, only_bytes=True)
print(around(octets))   # expect: ([0, 100, 100, 1, 101, 101], [7, 107, 107], 0, True, False)
print(limits(octets))
# expect: ['FifoEmptyError', 'FifoEmptyError', None, 'FifoFullError', 2, None, 3, True, 97, 'FifoFullError', None, True]
print(tried(fifo.Fifo, 0), tried(octets.put, 256))   # expect: ValueError ValueError
