# oracle: none
# options: --time=virtual
# Virtual time passes at safe points: who only computes loses its turn, after the same work every time.
order = []


def work(name, n):
    for i in range(n):
        order.append(name)


def turns(text):
    """How often another thread goes on."""
    return sum(1 for a, b in zip(text, text[1:]) if a != b)


for name in "abc":
    thread(work, name, 60000)
spins = 0
while len(order) < 180000:
    spins += 1
print("".join(sorted(set(order))), spins > 0)            # expect: abc True
print([order.count(name) for name in "abc"])             # expect: [60000, 60000, 60000]
print(turns(order) > 4)                                  # expect: True


# Who sleeps wakes on time while another computes, and goes first among its equals when its turn comes.
woken = []


def sleeper(ms):
    sleep(ms)
    woken.append(ms)


for ms in (400, 30, 90, 10, 200):
    thread(sleeper, ms)
n = 0
while len(woken) < 5:
    n += 1
print(woken)                                             # expect: [10, 30, 90, 200, 400]
