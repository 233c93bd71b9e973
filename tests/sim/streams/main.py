# Files of the host, sockets that are objects, streams of one's own.
import streams

f = streams.FileStream("data.txt", "w")
f.write("one\ntwo\n")
print("three", 3, stream=f)
f.close()
f = streams.FileStream("data.txt", "r")
print(repr(f.readline()), repr(f.read(3)), f.tell(), repr(f.read()))
f.seek(4)
buffer = bytearray(5)
print(f.readline(buffer=buffer), buffer, f.readline(buffer=buffer, size=2), buffer)
f.close()
f = streams.FileStream("data.txt")
print(f.readline(), f.read(2), f.read())
print(f.readline(), f.read(1))
f.close()


class Socket:
    def __init__(self, data):
        self.data, self.sent = data, b""

    def recv(self, n):
        part, self.data = self.data[:n], self.data[n:]
        return part

    def sendall(self, data):
        self.sent += data if isinstance(data, bytes) else data.encode()

    def close(self):
        print("closed")


socket = Socket(b"GET / HTTP/1.0\r\nHost: here\r\n\r\n")
s = streams.SocketStream(socket)
print(repr(s.readline("\r\n")), repr(s.readline("\r\n\r\n")), repr(s.read(1)))
s.write("200 ")
print("OK", stream=s, end="")
print(socket.sent)
s.close()


class Upper(streams.stream):
    def __init__(self):
        self.text = []

    def write(self, data):
        self.text.append(data.upper())


upper = Upper()
print("a", "b", stream=upper)
print(upper.text)
for call in (lambda: upper.read(), lambda: streams.FileStream("missing")):
    try:
        call()
    except Exception as e:
        print(type(e).__name__)
