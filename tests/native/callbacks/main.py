import callbacks

callbacks.each(3, print)
callbacks.keep(lambda: print("kept"))
callbacks.fire()
callbacks.keep(None)
callbacks.fire()
print(callbacks.slow(21))

def fails(i):
    raise KeyError(i)

for f in (fails, 5):
    try:
        callbacks.each(1, f)
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
