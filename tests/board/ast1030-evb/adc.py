# Voltages that the test sets; each look at one makes QEMU's model count it up a little.
import adc

print("ready")
input()
adc.init(ADC0, 1000)
adc.init(ADC1, 1000)
print("A0", adc.read(A0))
print("A3", adc.read(A3))
print("A9", adc.read(A9))
print("many", len(adc.read([A4, A5], 10)), len(adc.read([A4, A5], 10)[0]))
for pin in (D5, 0x1FF):
    try:
        adc.read(pin)
    except Exception as e:
        print(type(e).__name__)
