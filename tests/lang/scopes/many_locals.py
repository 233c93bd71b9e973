def f(a):
    b = a + 1; c = b + 1; d = c + 1; e = d + 1; g = e + 1; h = g + 1; i = h + 1; j = i + 1
    k = j + 1; l = k + 1; m = l + 1; n = m + 1; o = n + 1; p = o + 1; q = p + 1; r = q + 1
    return a + b + c + d + e + g + h + i + j + k + l + m + n + o + p + q + r
print(f(1))
