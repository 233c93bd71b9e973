class AppError(Exception): pass
class NotFound(AppError):
    """nothing there"""
class Coded(AppError):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f"[{self.code}] " + super().__str__()
try:
    raise NotFound("x")
except AppError as e:
    print(type(e).__name__, e, isinstance(e, NotFound))
try:
    raise Coded(5, "bad")
except AppError as e:
    print(e, e.code, e.args)
try:
    raise NotFound
except NotFound as e:
    print(repr(e), e.args)
for E in (AppError, NotFound, Coded):
    print(E.__name__, issubclass(E, Exception), issubclass(E, AppError))
