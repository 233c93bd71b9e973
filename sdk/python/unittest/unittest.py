# SPDX-License-Identifier: MIT
"""Tests in the manner of CPython's unittest; what is printed is TAP, one line a test.

Classes derived from TestCase are known as they are defined. main() at the end of a script runs all of them in that
order, their methods test… by name.
"""


class SkipTest(Exception):
    pass


_cases = []


class _Raises:
    """What assertRaises gives: `with` catches, .exception keeps it."""

    def __init__(self, test, wanted, text):
        self.test = test
        self.wanted = wanted
        self.text = text
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.test.fail("%s not raised" % _name(self.wanted))
        if not issubclass(kind, self.wanted):
            return False
        self.exception = value
        if self.text is not None and self.text not in str(value):
            self.test.fail("%r is not in %r" % (self.text, str(value)))
        return True


class _Sub:
    def __init__(self, test, name):
        self.test = test
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None and issubclass(kind, Exception) and not issubclass(kind, SkipTest):
            self.test._failures.append("(%s) %s" % (self.name, _describe(value)))
            return True
        return False


def _name(kind):
    if isinstance(kind, tuple):
        return " or ".join([_name(k) for k in kind])
    return kind.__name__


def _describe(error):
    text = str(error)
    return "%s: %s" % (type(error).__name__, text) if text else type(error).__name__


class TestCase:
    failureException = AssertionError

    def __init_subclass__(cls):
        _cases.append(cls)

    def __init__(self, methodName="runTest"):
        self._method = methodName
        self._failures = []
        self._cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, *args):
        self._cleanups.append((function, args))

    def subTest(self, msg="", **params):
        words = [str(msg)] if msg != "" else []
        for key in params:
            words.append("%s=%r" % (key, params[key]))
        return _Sub(self, ", ".join(words))

    def fail(self, msg=None):
        raise AssertionError(msg if msg is not None else "failed")

    def skipTest(self, reason):
        raise SkipTest(reason)

    def _check(self, good, what, msg):
        if not good:
            self.fail("%s : %s" % (what, msg) if msg is not None else what)

    def assertEqual(self, first, second, msg=None):
        self._check(first == second, "%r != %r" % (first, second), msg)

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, "%r == %r" % (first, second), msg)

    assertListEqual = assertEqual
    assertTupleEqual = assertEqual
    assertDictEqual = assertEqual
    assertSetEqual = assertEqual
    assertSequenceEqual = assertEqual
    assertMultiLineEqual = assertEqual

    def assertTrue(self, value, msg=None):
        self._check(value, "%r is not true" % (value,), msg)

    def assertFalse(self, value, msg=None):
        self._check(not value, "%r is not false" % (value,), msg)

    def assertIs(self, first, second, msg=None):
        self._check(first is second, "%r is not %r" % (first, second), msg)

    def assertIsNot(self, first, second, msg=None):
        self._check(first is not second, "unexpectedly identical: %r" % (first,), msg)

    def assertIsNone(self, value, msg=None):
        self._check(value is None, "%r is not None" % (value,), msg)

    def assertIsNotNone(self, value, msg=None):
        self._check(value is not None, "unexpectedly None", msg)

    def assertIn(self, member, container, msg=None):
        self._check(member in container, "%r not found in %r" % (member, container), msg)

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, "%r unexpectedly found in %r" % (member, container), msg)

    def assertIsInstance(self, value, kind, msg=None):
        self._check(isinstance(value, kind), "%r is not an instance of %s" % (value, _name(kind)), msg)

    def assertNotIsInstance(self, value, kind, msg=None):
        self._check(not isinstance(value, kind), "%r is an instance of %s" % (value, _name(kind)), msg)

    def assertGreater(self, first, second, msg=None):
        self._check(first > second, "%r not greater than %r" % (first, second), msg)

    def assertGreaterEqual(self, first, second, msg=None):
        self._check(first >= second, "%r not greater than or equal to %r" % (first, second), msg)

    def assertLess(self, first, second, msg=None):
        self._check(first < second, "%r not less than %r" % (first, second), msg)

    def assertLessEqual(self, first, second, msg=None):
        self._check(first <= second, "%r not less than or equal to %r" % (first, second), msg)

    def _near(self, first, second, places, delta):
        if first == second:
            return True
        if delta is not None:
            return abs(first - second) <= delta
        return round(abs(first - second), 7 if places is None else places) == 0

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._check(self._near(first, second, places, delta), "%r != %r, not even nearly" % (first, second), msg)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._check(not self._near(first, second, places, delta), "%r == %r, nearly" % (first, second), msg)

    def assertCountEqual(self, first, second, msg=None):
        left = list(second)
        for item in first:
            self._check(item in left, "%r is not as often in %r" % (item, second), msg)
            left.remove(item)
        self._check(not left, "%r are not in %r" % (left, first), msg)

    def _raises(self, context, call):
        if not call:
            return context
        with context:
            call[0](*call[1:])
        return None

    def assertRaises(self, exception, *call):
        return self._raises(_Raises(self, exception, None), call)

    def assertRaisesText(self, exception, text, *call):
        """As assertRaisesRegex, with a plain text that must be in the exception's."""
        return self._raises(_Raises(self, exception, text), call)


# ---- decorators ----

def _skipping(reason):
    def decorate(item):
        if isinstance(item, type):
            item._skip = reason
            return item

        def skipped(self):
            raise SkipTest(reason)
        return skipped
    return decorate


def skip(reason=""):
    return _skipping(reason)


def skipIf(condition, reason=""):
    return _skipping(reason) if condition else _same


def skipUnless(condition, reason=""):
    return _same if condition else _skipping(reason)


def _same(item):
    return item


def expectedFailure(test):
    def expected(self):
        try:
            test(self)
        except Exception:
            return
        self.fail("it should have failed")
    return expected


# ---- running ----

class _Run:
    def __init__(self):
        self.number = 0
        self.failed = 0

    def tell(self, name, faults, skipped=None):
        self.number += 1
        if faults:
            self.failed += 1
        for fault in faults:
            print("#", fault)
        print("%s %d - %s%s" % ("not ok" if faults else "ok", self.number, name,
                                "" if skipped is None else " # SKIP " + skipped), flush=True)


def _step(faults, function, *args):
    """Calls; False when that failed, which is noted. SkipTest passes."""
    try:
        function(*args)
        return True
    except SkipTest:
        raise
    except Exception as error:
        faults.append(_describe(error))
        return False


def _finish(test, faults):
    while test._cleanups:
        function, args = test._cleanups.pop()
        _step(faults, function, *args)


def _run_one(run, cls, method):
    name = "%s.%s" % (cls.__name__, method)
    reason = getattr(cls, "_skip", None)
    if reason is not None:
        run.tell(name, [], reason)
        return
    faults = []
    test = cls(method)
    try:
        if _step(faults, test.setUp):
            try:
                _step(faults, getattr(test, method))
            finally:
                _step(faults, test.tearDown)
        _finish(test, faults)
    except SkipTest as error:
        _finish(test, faults)
        run.tell(name, [], str(error))
        return
    run.tell(name, faults + test._failures)


def _run_case(run, cls):
    methods = [name for name in dir(cls) if name.startswith("test")]
    if not methods:
        return
    faults = []
    try:
        _step(faults, cls.setUpClass)
    except SkipTest as error:
        for method in methods:
            run.tell("%s.%s" % (cls.__name__, method), [], str(error))
        return
    if faults:
        run.tell(cls.__name__ + ".setUpClass", faults)
        return
    for method in methods:
        _run_one(run, cls, method)
    _step(faults, cls.tearDownClass)
    if faults:
        run.tell(cls.__name__ + ".tearDownClass", faults)


def main():
    """Runs every test, prints the plan and ends the program: status 0 when all are good."""
    run = _Run()
    for cls in _cases:
        _run_case(run, cls)
    print("1..%d" % run.number)
    exit(1 if run.failed else 0)
