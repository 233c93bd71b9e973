# Channels that are constant and that swing; one sample, many, several pins; analogRead.
import adc

print(adc.read(A0), adc.read(A1))
adc.init(ADC0, 1000)
print(adc.read(A0, 3))
pair = adc.read([A0, A1], 2)
print(type(pair) is tuple, pair, adc.read((A1,)))
print(analogRead(A0), analogRead(A1, 2))

# a sine of a second, sampled for half of it: up from the middle and back
wave = adc.read(A2, 500)
print(len(wave), min(wave) > 1900, max(wave) == 3048, wave[250] > wave[0])
adc.done(ADC0)
for call in (lambda: adc.read(D40), lambda: adc.read(A0, 0), lambda: adc.read([]), lambda: adc.read("A0"),
             lambda: adc.init(ADC0, -1), lambda: adc.read([A0, D40])):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
