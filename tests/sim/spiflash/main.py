# A flash chip on SPI0: geometry, erase, program over a page's end, read, and what is not there.
import spiflash

chip = spiflash.SpiFlash(D10, SPI0)
print(chip.get_geometry(), len(chip))
chip.erase_sector(0x1000)
print(chip.read_data(0x1000, 4))
chip.write_data(0x10FC, b"over the page's end")
print(chip.read_data(0x10FC, 19), chip[0x1100:0x1104], chip[0x10FC])
chip.write_data(0x10FC, b"\x00")
print("only clears bits", chip[0x10FC])
chip[0x1200] = 0x5A
chip[0x1201:0x1203] = b"BC"
print(chip[0x1200:0x1203])
chip.erase_block(0x1000)
print(chip[0x10FC], chip[0x1200])
chip.sleep()
chip.wakeup()
print(chip[0:2])
for address in (-1, len(chip)):
    try:
        chip.read_data(address, 1)
    except IndexError as e:
        print(e)
try:
    spiflash.SpiFlash(D30, SPI1)
except PeripheralError as e:
    print(e)
chip.done()
