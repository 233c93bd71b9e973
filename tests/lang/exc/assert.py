try:
    assert 1 == 2, "msg"
except AssertionError as e:
    print(repr(e))
try:
    assert []
except AssertionError as e:
    print(repr(e))
assert True, 1 / 0
print("ok")
