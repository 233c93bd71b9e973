log = []
def src():
    for i in range(3):
        log.append(("src", i))
        yield i
def dbl(s):
    for x in s:
        log.append(("dbl", x))
        yield x * 2
for v in dbl(src()):
    log.append(("use", v))
print(log)
