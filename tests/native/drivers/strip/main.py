import strip

leds = strip.Strip(D2, 4)
leds[0] = (255, 0, 0)
leds[1] = (0, 128, 1)
leds[2] = (1, 2, 3)
leds.show()
leds[3] = (0xAA, 0x55, 0xF0)
leds.show()
print("shown")
