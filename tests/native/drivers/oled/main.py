import oled

display = oled.Oled(SPI0, D24, D25, D26)
display.frame(0, 0, 128, 64)
display.line(4, 60, 60, 4)
# "zvm" in columns of 8 pixels
display.blit(70, 3, b"\x44\x64\x54\x4c\x44\x00\x1c\x20\x40\x20\x1c\x00\x7c\x04\x78\x04\x78")
display.blit(70, 5, bytearray([255] * 20))
try:
    display.blit(120, 0, b"123456789")
except IndexError:
    print("outside")
display.show()
