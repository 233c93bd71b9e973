# open() of a resource without an import, in a method, beside that of a file.
new_resource("words.txt")


class Reader:
    def __init__(self, name):
        self.file = open(name)

    def lines(self):
        return [self.file.readline() for _ in range(4)]


print(Reader("resource://" + "words.txt").lines(), Reader("words.txt").lines())
with open("words.txt", "rb") as f:
    print(f.read(3))
try:
    open("resource://none.txt")
except Exception as e:
    print(type(e).__name__)
