def show(e, depth=0):
    print("  " * depth, type(e).__name__, e, e.__suppress_context__)
    if e.__cause__ is not None:
        print("  " * depth, "cause:")
        show(e.__cause__, depth + 1)
    if e.__context__ is not None:
        print("  " * depth, "context:")
        show(e.__context__, depth + 1)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("during")
except ValueError as e:
    show(e)
try:
    try:
        {}["k"]
    except KeyError as k:
        raise RuntimeError("from") from k
except RuntimeError as e:
    show(e)
try:
    try:
        {}["k"]
    except KeyError:
        raise RuntimeError("from none") from None
except RuntimeError as e:
    show(e)
try:
    raise ValueError("x") from TypeError("y")
except ValueError as e:
    show(e)
try:
    raise ValueError("x") from TypeError
except ValueError as e:
    show(e)
try:
    raise ValueError("x") from 5
except TypeError as e:
    show(e)
try:
    raise 5
except TypeError as e:
    show(e)
try:
    raise
except RuntimeError as e:
    show(e)
class Mine(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
    def __str__(self):
        return "Mine[%d]: %s" % (self.code, self.args[0])
try:
    try:
        raise Mine(3, "first")
    except Mine as e:
        raise Mine(4, "second") from e
except Mine as e:
    show(e)
    print(e.code, e.__cause__.code, repr(e), e.args)
class Plain(Exception): pass
class Sub(Plain): pass
try:
    try:
        raise Plain("p")
    except Plain:
        raise Sub
except Plain as e:
    show(e)
# context through a function and finally
def f():
    try:
        raise KeyError("a")
    finally:
        raise IndexError("b")
try:
    f()
except IndexError as e:
    show(e)
def g():
    try:
        raise KeyError("a")
    except KeyError:
        try:
            raise IndexError("b")
        except IndexError:
            raise ValueError("c")
try:
    g()
except ValueError as e:
    show(e)
# no context after handler is left
try:
    raise KeyError("z")
except KeyError:
    pass
try:
    raise ValueError("alone")
except ValueError as e:
    show(e)
# reraise keeps
try:
    try:
        raise ValueError("re")
    except ValueError as e:
        first = e
        raise
except ValueError as e:
    print(e is first)
    show(e)
try:
    try:
        raise ValueError("re2")
    except ValueError as e:
        raise e
except ValueError as e:
    show(e)
# same exception raised again while another is handled
stored = ValueError("stored")
try:
    try:
        raise KeyError("outer")
    except KeyError:
        raise stored
except ValueError as e:
    show(e)
try:
    raise stored
except ValueError as e:
    print(e.__context__)
# set by hand
e = ValueError("h")
e.__cause__ = KeyError("kk")
show(e)
e.__suppress_context__ = False
print(e.__suppress_context__)
e.__cause__ = None
e.__context__ = TypeError("tt")
show(e)
e.args = (1, 2)
print(e, repr(e), e.args)
e.extra = 5
print(e.extra)
try:
    e.missing
except AttributeError as x:
    print(x)
e2 = e.with_traceback(None)
print(e2 is e, e.__traceback__)
class WithAttrs(Exception):
    level = 3
    def describe(self): return "lvl %d %s" % (self.level, self.args)
try:
    raise WithAttrs("q", 1)
except WithAttrs as w:
    print(w.describe(), w.level, str(w), repr(w))
try:
    raise WithAttrs
except Exception as w:
    print(w.describe(), str(w) == "", repr(w))
