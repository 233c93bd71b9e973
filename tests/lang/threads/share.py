# oracle: none
# The quantum gives each thread its turn; what they share stays whole.
shared = []
done = [0]


def work(name):
    for i in range(20000):
        shared.append(name)
        x = [str(i), {"i": i}, (i, i + 1)]
    done[0] += 1


for name in range(4):
    thread(work, name)
while done[0] < 4:
    sleep(5)
print(len(shared), [shared.count(n) for n in range(4)])    # expect: 80000 [20000, 20000, 20000, 20000]
