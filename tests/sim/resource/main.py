# A file in the program, read as a stream.
import streams

new_resource("words.txt")
r = streams.ResourceStream("words.txt")
print(len(r), r[0], r[0:3])
print(r.readline(), r.read(3), r.tell(), r.read(), r.read(1))
r.seek(4)
buffer = bytearray(4)
print(r.readline(buffer=buffer), buffer)
again = streams.ResourceStream("resource://words.txt")
print(again.read() == r[0:len(r)])
opened = open("resource://words.txt")
print(opened.readline())
