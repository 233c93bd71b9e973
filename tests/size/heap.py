# Bytes of heap that a program finds free.
import gc

gc.collect()
print(gc.info()[1])
