# needs: names
def t1():
    try: return "try"
    finally: print("fin")
def t2():
    try: return "try"
    finally: return "finally"
def t3():
    for i in range(3):
        try:
            continue
        finally:
            print("f", i)
    return i
def t4():
    for i in range(5):
        try:
            if i == 2: break
        finally:
            print("f", i)
    else:
        print("else")
    return i
def t5():
    while True:
        try:
            try:
                raise ValueError
            finally:
                break
        except ValueError:
            print("never")
    return "swallowed"
def t6():
    try:
        raise KeyError("k")
    except KeyError:
        return "except"
    else:
        return "else"
    finally:
        print("finally")
def t7():
    for i in range(2):
        for j in range(2):
            try:
                if j: continue
                print(i, j)
            finally:
                try:
                    1 / 0
                except ZeroDivisionError:
                    print("zde")
    try:
        pass
    except Exception:
        print("no")
    else:
        print("else")
    finally:
        print("fin")
def t8():
    try:
        try:
            raise ValueError("a")
        finally:
            print("inner finally")
    except ValueError as e:
        print("caught", e)
        return 8
def t9():
    x = 1
    try:
        return x
    finally:
        x = 2
def t10():
    def gen():
        try:
            yield 1
            yield 2
        finally:
            pass
    for v in gen():
        return v
def t11():
    try:
        try:
            raise ValueError
        except TypeError:
            print("no")
        finally:
            print("f1")
    except ValueError:
        print("v")
    finally:
        print("f2")
def t12():
    e = "outer"
    try:
        raise ValueError("x")
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return type(u).__name__, str(u)
def t13():
    out = []
    for i in range(6):
        try:
            if i == 1: continue
            if i == 3: raise ValueError(i)
            if i == 5: return out
            out.append(i)
        except ValueError as e:
            out.append("E%s" % e)
            continue
        else:
            out.append("else%d" % i)
        finally:
            out.append("f%d" % i)
def t14():
    while 1:
        try:
            while 1:
                try:
                    return 14
                finally:
                    print("a")
                    break
        finally:
            print("b")
            return 15
def t15():
    try:
        try:
            1 / 0
        except (KeyError, ZeroDivisionError) as e:
            raise LookupError("l") from e
    except (LookupError, ArithmeticError) as e:
        return type(e).__name__, type(e.__cause__).__name__
def t16():
    excs = (KeyError, IndexError)
    for f in (lambda: {}[1], lambda: [][1], lambda: 1 / 0):
        try:
            f()
        except excs as e:
            print("excs", repr(e))
        except:
            print("bare")
def t17():
    try:
        try:
            raise ValueError
        except 5:
            pass
    except TypeError as e:
        print(e, repr(e.__context__))
    try:
        try:
            raise ValueError
        except (KeyError, 5):
            pass
    except TypeError as e:
        print(e)
    try:
        pass
    except undefined_name:
        pass
    return "ok"
for t in (t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15, t16, t17):
    print(t.__name__, t())
def deep(n):
    try:
        if n == 0: raise ValueError("bottom")
        deep(n - 1)
    finally:
        if n % 10 == 0: print("unwind", n)
try:
    deep(30)
except ValueError as e:
    print(e)
def rec(n): return rec(n + 1)
for _ in range(3):
    try:
        rec(0)
    except RecursionError as e:
        print(e)
class R:
    def __repr__(self): return repr(self)
    def __getattr__(self, n): return getattr(self, n + "x") if False else self.zzz
    def __eq__(self, o): return self == o
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __hash__(self): return 1
for f in (lambda: repr(R()), lambda: R().abc, lambda: R() == 1, lambda: len(R()), lambda: iter(R()), lambda: [R()].index(3)):
    try:
        f()
    except RecursionError as e:
        print(type(e).__name__)
l = []
l.append(l)
d = {1: l}
d[2] = d
print(l, d)
def mutual(n):
    try:
        return mutual(n + 1)
    except RecursionError:
        return "handled"
print(mutual(0))
def sorter():
    def key(x):
        return sorted([1, 2], key=key)
    return sorted([1, 2], key=key)
try:
    sorter()
except RecursionError:
    print("rec in sort")
nested = []
for i in range(100000):
    nested = [nested]
try:
    repr(nested)
except RecursionError:
    print("rec in repr")
try:
    nested == nested[0]
except RecursionError:
    print("rec in eq")
print(rec.__name__, "usable")
