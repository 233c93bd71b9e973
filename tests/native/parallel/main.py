import parallel

# A wait for what an interrupt's call does, before any call was ever posted.
print("answered", parallel.wait_for_answer(parallel.answer))

# Ten thousand calls in order, while Python computes and allocates.
got = []


def note(n):
    got.append(n)
    parallel.take()


parallel.post(10000, note)
while len(got) < 10000:
    kept = [str(n) for n in range(50)]
print(len(got), got == list(range(10000)))

# C threads and Python threads together.
calls = []
spins = [0]
working = True


def spin():
    while working:
        spins[0] += 1
        kept = [spins[0], str(spins[0])]


thread(spin)
print(parallel.threads(4, calls.append))
working = False
print(sorted(set(calls)), len(calls), spins[0] > 0)

# Natives that wait do so side by side.
took = []


def nap():
    took.append(parallel.nap(50))


for _ in range(4):
    thread(nap)
before = parallel.nap(0)
sleep(300)
print([50 <= ms < 150 and text == "made" for ms, text in took])

print(2000 <= parallel.spin(2000) < 12000, parallel.clocks())
