# needs: names
try:
    nope
except NameError as e:
    print(e)
def f():
    return missing_thing
try:
    f()
except NameError as e:
    print(e)
try:
    del nothing
except NameError as e:
    print(e)
