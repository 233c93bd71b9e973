# Times between edges at D20 (PC4), which the test makes.
import icu

icu.init()
print("ready")
print("edges", icu.capture(D20, BOTH_EDGES, 3, 5000, bits=True))
print("quiet", icu.capture(D21, HIGH, 3, 20))
