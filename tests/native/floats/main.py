import floats

print(floats.half(5), floats.half(2.5), floats.single(0.5), floats.mix(2, 1.5, 3, 0.25))
print(floats.volts(3.3))
for f, x in ((floats.volts, 3.4), (floats.volts, -1), (floats.half, "1"), (floats.half, None)):
    try:
        f(x)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
