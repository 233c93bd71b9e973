# SPDX-License-Identifier: MIT
"""Bytes as text of 64, 32 or 16 letters, as in CPython 3.11. Base 64 is done by base64.c."""


class Error(ValueError):
    pass


@c_native("zn_base64_base64_set_error", [])
def _set_error(number):
    pass


@c_native("zn_base64_base64_encode", [])
def _encode(data):
    pass


@c_native("zn_base64_base64_decode", [])
def _decode(text, strict):
    pass


_set_error(__nameof(Error))


def _letters(s):
    """What is to be decoded as bytes: it may be a str."""
    if isinstance(s, str):
        for c in s:
            if ord(c) > 127:
                raise ValueError("string argument should contain only ASCII characters")
        return s.encode()
    return s


# ---- base 64 ----

def b64encode(s, altchars=None):
    """Bytes as letters; altchars are the two in place of + and /."""
    encoded = _encode(s)
    if altchars is not None:
        encoded = encoded.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes of such letters. What is no letter is skipped, or an Error when validate is true."""
    s = _letters(s)
    if altchars is not None:
        altchars = _letters(altchars)
        s = s.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    return _decode(s, validate)


def standard_b64encode(s):
    return _encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """With - and _ in place of + and /."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def encodebytes(s):
    """In lines of at most 76 letters, as in mail."""
    return b"".join([_encode(s[i:i + 57]) + b"\n" for i in range(0, len(s), 57)])


def decodebytes(s):
    return _decode(s, False)


# ---- base 32 and 16 ----

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B16 = b"0123456789ABCDEF"


def b32encode(s):
    """Five bytes as eight letters, filled up with =."""
    encoded = bytearray()
    for i in range(0, len(s), 5):
        group = s[i:i + 5]
        bits = int.from_bytes(group, "big") << 8 * (5 - len(group))
        used = (8 * len(group) + 4) // 5
        for k in range(8):
            encoded.append(_B32[bits >> 35 - 5 * k & 31] if k < used else 61)
    return bytes(encoded)


def _upper(s, casefold):
    s = _letters(s)
    return s.upper() if casefold else s


def b32decode(s, casefold=False):
    s = _upper(s, casefold)
    if len(s) % 8:
        raise Error("Incorrect padding")
    letters = s.rstrip(b"=")
    if len(s) - len(letters) not in (0, 1, 3, 4, 6):
        raise Error("Incorrect padding")
    decoded = bytearray()
    bits = width = 0
    for c in letters:
        value = _B32.find(c)
        if value < 0:
            raise Error("Non-base32 digit found")
        bits = (bits << 5 | value) & 0xfff
        width += 5
        if width >= 8:
            width -= 8
            decoded.append(bits >> width & 0xff)
    return bytes(decoded)


def b16encode(s):
    """A byte as two letters."""
    encoded = bytearray()
    for c in s:
        encoded.append(_B16[c >> 4])
        encoded.append(_B16[c & 15])
    return bytes(encoded)


def b16decode(s, casefold=False):
    s = _upper(s, casefold)
    values = [_B16.find(c) for c in s]
    if -1 in values:
        raise Error("Non-base16 digit found")
    if len(values) % 2:
        raise Error("Odd-length string")
    return bytes([values[i] << 4 | values[i + 1] for i in range(0, len(values), 2)])
