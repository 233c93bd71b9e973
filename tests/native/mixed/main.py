import mixed

print(mixed.crc8(b"123456789"), mixed.crc8(b"", 7))
print(mixed._exchange([1]), mixed._exchange([2]), mixed._exchange(3))
try:
    mixed.crc8(b"", 300)
except ValueError as e:
    print(e)
