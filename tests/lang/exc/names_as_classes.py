# What bare exception names and built-in types show of themselves.
class X(Exception): pass
class Y(X): pass
print(X, X.__name__, X.__qualname__, X.__module__, X.__bases__, Y.__bases__, Y.__mro__)
print(ValueError.__mro__, KeyError.__bases__, ValueError.__module__, {X: 1}[X], Y is Y, Y == X)
e = Y("a", 1)
e.foo = 3
print(e.foo, vars(e), e.__dict__, repr(e), type(e), e.__class__, e == Y("a", 1))
print(int.__mro__, int.__bases__, bool.__mro__, int.__class__, object.__bases__, str.__module__)
