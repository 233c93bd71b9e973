import poster

got = []


def make(name):
    def note(what):
        got.append((name, what, [str(i) for i in range(50)][-1]))
    return note


poster.start(make("slow"), 20, 3)
poster.start(make("fast"), 7, 5)
while poster.left():
    sleep(1)
    [[] for i in range(100)]
sleep(10)
for row in got:
    print(*row)
