# A signal of the scene, measured.
import icu

icu.init()

print(icu.capture(D3, HIGH, 4, 100))
print(icu.capture(D3, BOTH_EDGES, 3, 100, bits=True))
print("quiet", icu.capture(D4, LOW, 5, 30))
for call in (lambda: icu.capture(D3, HIGH, 0, 10), lambda: icu.capture(D3, 9, 1, 10), lambda: icu.capture(D63 + 1, HIGH, 1, 10)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
