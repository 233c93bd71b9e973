def kinds(): return (KeyError, IndexError)
def f(e):
    try:
        raise e
    except kinds() as x:
        return "kinds"
    except ValueError if True else KeyError:
        return "value"
    except:
        return "other"
print(f(KeyError()), f(ValueError(1)), f(TypeError))
E = ZeroDivisionError
try:
    1 // 0
except E:
    print("alias")
