import interrupts

got = []
interrupts.every_ms(5, got.append)
sleep(100)
print(got)


# While Python is busy the interrupt thread goes first.
def note(n):
    got.append(-n)


got.clear()
interrupts.every_ms(3, note)
spins = 0
while len(got) < 3:
    spins += 1
print(got, spins > 0)

got.clear()
print(interrupts.flood(lambda: got.append(1)), len(got))
sleep(10)
print(len(got))
interrupts.pair(lambda a, b: print("pair", a, b))
sleep(10)


# An exception there is printed and nothing else.
def fails(n):
    raise ValueError(n)


interrupts.every_ms(1, fails)
sleep(50)
interrupts.from_thread(lambda text: print("from", text))


# What was posted is done before the program ends.
interrupts.pair(lambda a, b: print("last"))
