# oracle: none
# needs: preemption
# As storm_virtual, in real time.
done = []


def child(n):
    sleep(n % 7)
    done.append(("child", n))


def work(n):
    kept = []
    for i in range(40):
        kept.append([n, str(i), {"i": i}])
        if i % 8 == n % 8:
            sleep(n % 5)
        try:
            if i == n:
                raise ValueError(n)
        except ValueError as e:
            kept.append(e.args)
    if n % 4 == 0:
        thread(child, n)
    assert [k[1] for k in kept if len(k) == 3] == [str(i) for i in range(40)]
    done.append(("work", n))


for n in range(64):
    thread(work, n, prio=1 + n % 7)
while len(done) < 80:
    sleep(50)
print(len(done))                                               # expect: 80
print(sorted(n for what, n in done if what == "child"))
# expect: [0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60]
print(sorted(n for what, n in done if what == "work") == list(range(64)))    # expect: True
