# SPDX-License-Identifier: MIT
"""Values as bytes and back, laid out as a format says: all of CPython 3.11's struct."""


class error(Exception):
    pass


@c_native("zn_struct_struct_set_error", [])
def _set_error(number):
    pass


@c_native("zn_struct_struct_size", [])
def _size(format):
    pass


@c_native("zn_struct_struct_pack", [])
def _pack(format, values):
    pass


@c_native("zn_struct_struct_pack_into", [])
def _pack_into(format, buffer, offset, values):
    pass


@c_native("zn_struct_struct_unpack", [])
def _unpack(format, buffer, offset, whole):
    pass


_set_error(__nameof(error))


def _text(format):
    if isinstance(format, str):
        return format
    if isinstance(format, (bytes, bytearray)):
        return format.decode()
    raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")


def calcsize(format, /):
    """Bytes that the format takes."""
    return _size(_text(format))


def pack(format, /, *values):
    """The values as bytes."""
    return _pack(_text(format), values)


def pack_into(format, buffer, offset, /, *values):
    """The values into a bytearray, from an offset on; a negative one counts from the end."""
    _pack_into(_text(format), buffer, offset, values)


def unpack(format, buffer, /):
    """The tuple of the values that a buffer holds, which is as long as the format."""
    return _unpack(_text(format), buffer, 0, True)


def unpack_from(format, /, buffer, offset=0):
    """The tuple of the values that lie in a buffer from an offset on."""
    return _unpack(_text(format), buffer, offset, False)


def iter_unpack(format, buffer, /):
    """The tuples of one value of the format after the other."""
    size = calcsize(format)
    if size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return _tuples(format, buffer, size)


def _tuples(format, buffer, size):
    for offset in range(0, len(buffer), size):
        yield unpack_from(format, buffer, offset)


class Struct:
    """A format with these functions as methods."""

    def __init__(self, format):
        self.format = _text(format)
        self.size = calcsize(self.format)

    def pack(self, *values):
        return _pack(self.format, values)

    def pack_into(self, buffer, offset, *values):
        _pack_into(self.format, buffer, offset, values)

    def unpack(self, buffer):
        return _unpack(self.format, buffer, 0, True)

    def unpack_from(self, buffer, offset=0):
        return _unpack(self.format, buffer, offset, False)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
