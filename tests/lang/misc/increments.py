def f():
    a = 0
    a += 1; a -= 1; a += 127; a -= 128; a += 128; a -= 127; a += 1000
    b = 1.5
    b += 1
    c = "x"
    try:
        c += 1
    except TypeError as e:
        print(e)
    l = []
    try:
        l += 1
    except TypeError as e:
        print(e)
    d = 1073741823
    d += 1
    return a, b, c, l, d
print(f())
