print("a\tb\\n\x41\u00e9\U0001F600\101'\"")
print(r"a\nb", b"\x00\xff\n", 'it''s', "a" 'b')
print("""line1
line2""", len("\n\r\t\0"))
