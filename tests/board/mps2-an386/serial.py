# SERIAL1 in both directions, more than its buffers at once.
import streams

line = streams.serial(SERIAL1, 115200, set_default=False)
print("ready")
text = line.readline()
line.write(text)
print("echoed", len(text))
input()
line.write("0123456789" * 100 + "\n")
print("sent")
