s = "héllo wörld ☃"
print(s, len(s), s[1], s[-1], s.upper(), s[::-1])
print([ord(c) for c in "é☃"], chr(233), s.encode())
print(s.encode().decode() == s, s.find("ö"), s.replace("☃", "*"))
