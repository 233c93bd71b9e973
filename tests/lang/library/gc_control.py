# oracle: none
# What the collector tells, and that it does as it is told.
import gc


def rubbish():
    for i in range(200):
        a = [i, str(i)]
        a.append(a)


def used():
    total, free = gc.info()[:2]
    return total - free


gc.collect()
clean = used()
gc.disable()
print(gc.isenabled(), gc.info()[5])            # expect: False 0
rubbish()
dirty = used()
print(len(gc.info()), dirty > clean + 200 * 16)          # expect: 7 True
print(gc.collect(), used() < dirty - 200 * 16)     # expect: 0 True
gc.enable(250)
print(gc.isenabled(), gc.info()[5])            # expect: True 250
total, free, fragmentation, blocks, holes, period, since = gc.info()
print(total > 0, free > 0, 0 <= fragmentation <= 100, blocks > 0, holes >= 0, 0 <= since < 60000)
# expect: True True True True True True
try:
    gc.__gc(4)
except ValueError:
    print("no such command")                   # expect: no such command
