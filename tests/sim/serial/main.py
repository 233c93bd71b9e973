# Serial ports: one that hears itself, a modem by a script, one for print(), buffers, errors.
import streams

loop = streams.serial(SERIAL1, 9600, set_default=False)
print("sent", loop.write("hello\nworld\n"))
sleep(100)
print("waiting", loop.available())
print(repr(loop.readline()), repr(loop.read(3)), loop.available())
buffer = bytearray(8)
print(loop.readline(buffer=buffer), buffer)
loop.write(bytes([0, 200, 255]))
raw = loop.read(3)
print([ord(c) & 0xFF for c in raw])
loop.write([65, 66])
loop.write(67)
print(loop.read(3))

modem = streams.serial(SERIAL2, 115200, set_default=False, rxsize=64, txsize=64)
modem.write("AT\r\n")
print(repr(modem.readline("\r\n")))
modem.write("AT+CSQ\r\n")
print(repr(modem.readline()), repr(modem.readline()))

printer = streams.serial(SERIAL3)
print("to the printer", 1, 2)
print("and on", end=".\n")
print("here", stream=loop)
printer.close()
print("back", repr(loop.readline()))
for call in (lambda: streams.serial(0x704), lambda: streams.serial(SERIAL1, 0),
             lambda: loop.driver.__ctl__(DRV_CMD_READ, 1, bytearray(2), 3, 0), lambda: loop.driver.__ctl__(99, 1)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
loop.close()
