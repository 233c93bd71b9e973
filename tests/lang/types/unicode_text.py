# Text beyond ASCII: lengths, slices, searches, case, classes, formatting.
words = ["日本語", "naïve", "Ωμέγα", "привет", "😀😁", "ß", "한국어", "العربية", "ŝĉ", "ÀÉÎ", "\u00a0x\u2003", "١٢٣", "²³"]
for w in words:
    print(w, len(w), w[0], w[-1], w[::-1], w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), len(w.encode()), w.encode("utf-8")[:4])
    print(w.isalpha(), w.isdigit(), w.isdecimal(), w.isnumeric(), w.isalnum(), w.isspace(), w.isupper(), w.islower(), w.isidentifier(), w.isprintable(), w.strip() == w, ascii(w))
    print([w.find(c) for c in w], [c in w for c in w], w.count(w[0]), w.index(w[-1]), w.replace(w[0], "_"), w.split(w[0]), w.center(12, "·"), f"{w:>10}|{w:^10}|{w:.1}", "%-8s|%.2s" % (w, w), w * 2, w + "a", "a" + w)
    print(list(w), sorted(w), set(w) == set(reversed(w)), max(w), min(w), [hex(ord(c)) for c in w], {w: 1}[w], w == "".join(list(w)), hash(w) == hash("".join(c for c in w)), w.encode().decode() == w)
s = "aé日😀" * 3
for i in range(-13, 14):
    try:
        print(i, s[i], end=" ")
    except IndexError as e:
        print(i, e, end=" ")
print()
for a in (None, 0, 1, 3, -1, -4, 20, -20):
    for b in (None, 0, 2, 5, -1, -3, 20):
        for c in (None, 1, 2, -1, -3):
            print(s[a:b:c], end=",")
print()
print(s.find("日"), s.find("日", 3), s.rfind("日"), s.rfind("日", 0, 5), s.count("é日"), s.count("é", 2, 9), s.startswith("é", 1), s.endswith("日", 0, 3), s.index("😀", -5), s.partition("日😀"), s.rpartition("é"), s.split("😀"), s.rsplit("😀", 1), s.replace("日", "ab", 2), s.strip("aé"), s.rstrip("😀日"), s.lstrip("日a"))
print("\u2028".splitlines(), "a\x0bb\x0cc\x1cd\x85e\u2029f".splitlines(), "a\x0bb".split(), "\u3000a\u2003b\u00a0c".split(), "  \u2009x\u2009 ".strip())
print("é" < "f", "é" > "z", "日" > "é", "😀" > "日", sorted("zéa日😀B"), "é" == "e\u0301")
d = {"ключ": 1, "鍵": 2, "🔑": 3}
print(d, d["鍵"], "🔑" in d, sorted(d), str(d), repr("🔑"), f"{d}")
print(b"\xff\xfe".decode("latin-1"), "ÿþ".encode("latin-1"), "\xff".encode(), ascii("\x80\u0100\U00010000"), repr("\x80\u0100\U00010000\u200b\ufeff"), "%c%c" % (0x65E5, "本"), chr(0x1F600), ord("😀"), "{:c}".format(0x1F600), "•")
naïve = 5
日本 = "ident"
print(naïve, 日本)


class Ключ:
    значение = 7

    def метод(self):
        return self.значение


print(Ключ().метод(), Ключ.__name__, getattr(Ключ(), "значение"))
try:
    raise ValueError("ошибка 😀")
except ValueError as e:
    print(e, repr(e), e.args)
try:
    {}["нет"]
except KeyError as e:
    print(e)
try:
    Ключ().нет
except AttributeError as e:
    print(e)
