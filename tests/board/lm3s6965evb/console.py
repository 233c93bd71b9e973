# The console: lines of both kinds, Ctrl-C in a loop and while waiting, the end of input.
print("ready")
print("line", repr(input()), repr(input()))
print("loop")
try:
    while True:
        pass
except KeyboardInterrupt:
    print("interrupted")
try:
    print("waits")
    input()
except KeyboardInterrupt:
    print("interrupted")
try:
    sleep(100000)
except KeyboardInterrupt:
    print("interrupted")
try:
    input()
except EOFError:
    print("no more")
