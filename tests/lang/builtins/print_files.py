# needs: files
# print to the console and to objects, and what input() and open() say.
def attempt(fn, *args, **kw):
    try:
        print(repr(fn(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


class Out:
    def __init__(self):
        self.parts = []
        self.flushed = 0

    def write(self, s):
        self.parts.append(s)
        return len(s)

    def flush(self):
        self.flushed += 1


print()
print("")
print(1, "a", None, [1, "x"], 2.5, True, b"q", sep="-", end="!\n")
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print(*[1, 2, 3], sep=", ")
print("no newline", end="")
print(end="\n")
print("x", flush=True)
print("日本語", "é", "😀", sep="·")
o = Out()
print("hello", 5, [1], sep="|", end=".", file=o, flush=True)
print(file=o)
print("".join(o.parts), o.flushed)
print("to console", file=None)
attempt(print, 1, sep=5)
attempt(print, 1, end=5)
attempt(print, 1, file=5)
attempt(print, 1, file=object())


class BadStr:
    def __str__(self):
        raise ValueError("no str")


class NotStr:
    def __str__(self):
        return 5


attempt(print, BadStr())
attempt(print, NotStr())
attempt(input)
attempt(input, "prompt> ")
attempt(open, "/nonexistent/file")
attempt(open, "/nonexistent/file", "w")
attempt(open, "x", "q")
attempt(open, 1.5)
attempt(open)
attempt(open, "a", 5)
f = open("/tmp/zvm_lang_print_files.txt", "w")
print(f.write("line 1\n"), f.write("zwei é\nlast"), f.write(""))
f.close()
attempt(f.write, "x")
f = open("/tmp/zvm_lang_print_files.txt")
print(repr(f.read()), repr(f.read()))
f.close()
with open("/tmp/zvm_lang_print_files.txt", "r") as f:
    for line in f:
        print(repr(line))
with open("/tmp/zvm_lang_print_files.txt") as f:
    print(repr(f.readline()), repr(f.read(3)), f.readlines())
with open("/tmp/zvm_lang_print_files.txt", "a") as f:
    print("appended", 5, file=f)
with open("/tmp/zvm_lang_print_files.txt", "rb") as f:
    data = f.read()
    print(data, len(data), f.seek(2), f.read(4), f.tell())
with open("/tmp/zvm_lang_print_files.txt", "wb") as f:
    print(f.write(b"\x00\xff\x80"), f.write(bytearray(b"ab")))
    attempt(f.write, "text")
with open("/tmp/zvm_lang_print_files.txt", "rb") as f:
    print(list(f.read()), f.read())
with open("/tmp/zvm_lang_print_files.txt", "w") as f:
    attempt(f.write, b"bytes")
    attempt(f.write, 5)
attempt(lambda: [l.strip() for l in open("/tmp/zvm_lang_print_files.txt")])
