# SERIAL1 in both directions, more than its buffers at once.
import streams

line = streams.serial(SERIAL1, 115200, set_default=False)
print("ready")
while True:
    words = input().split()
    if words[0] == "echo":
        text = line.readline()
        line.write(text)
        print("echoed", len(text))
    elif words[0] == "long":
        line.write("0123456789" * 100 + "\n")
        print("sent")
    elif words[0] == "waiting":
        sleep(50)
        print("waiting", line.available())
    elif words[0] == "close":
        line.close()
        try:
            line.available()
        except Exception as e:
            print("closed", type(e).__name__)
