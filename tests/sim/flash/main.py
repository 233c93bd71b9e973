# The chip's flash: by address, and as a stream that is kept in RAM until it is flushed.
import flash

start, size = flash.place()
print("size", size)
area = start + 4096
print(__read_flash(area, 4))
__write_flash(area, b"hello flash")
print(__read_flash(area, 11), __read_flash(area, 5, 1))

f = flash.FlashFileStream(area, 64)
print(len(f), f[0], f[0:5], f.read(5), f.tell())
f.seek(0)
print(f.write("HELLO"), f.write(b"\x78\x56\x34\x12"))
f[63] = 0x21
print("not yet", __read_flash(area, 5))
f.flush()
print("now", __read_flash(area, 5), __read_flash(area + 63, 1))
f.seek(5)
print(hex(f.read_int()), f.seek(-1, 2), f.read(10), f.read(1))
print(f.write(b"no room"))
f.seek(0)
f.write("bye\n")
f.seek(0)
print(f.readline())
f.close()
print(__read_flash(area, 4))
for wrong in (lambda: __read_flash(start + size - 2, 4), lambda: __write_flash(start - 4096, b"x"),
              lambda: flash.FlashFileStream(0, 16), f.read_int):
    f.seek(-3, 2)
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__)
