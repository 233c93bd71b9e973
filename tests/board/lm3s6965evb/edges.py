# Edges of PB4 call Python: counted and their order looked at, with main asleep, at work, or collecting garbage.
import gc

state = [0, 0]  # calls; wrong ones


def edge(level):
    if state[0] & 1 == level:
        state[1] += 1
    state[0] += 1


pinMode(D12, INPUT_PULLDOWN)
onPinRise(D12, edge, 1)
onPinFall(D12, edge, 0)
keep = []
print("ready")
while True:
    words = input().split()
    if words[0] == "count":
        print("count", state[0], state[1])
    elif words[0] == "sleep":
        sleep(int(words[1]))
        print("woke")
    elif words[0] == "work":
        print("works")
        before = state[0]
        n = 0
        while state[0] == before:
            n += 1
        print("worked")
    elif words[0] == "collect":
        keep = [[i] for i in range(600)]
        print("collects")
        before = state[0]
        while state[0] == before:
            gc.collect()
        print("collected")
