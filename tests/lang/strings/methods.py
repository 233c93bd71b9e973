s = "  Hello World  "
print(s.strip(), s.lower(), s.upper(), s.split(), s.replace("l", "L"), s.find("W"))
print(",".join(["a", "b", "c"]), "a,b,,c".split(","), "abc".startswith("ab"), "x".center(5, "*"))
print("%s" % "abc".title(), "abc".index("c"), "aXbX".rsplit("X", 1), "ab\ncd".splitlines())
