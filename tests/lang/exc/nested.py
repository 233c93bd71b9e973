def f(x):
    try:
        try:
            if x == 1: raise ValueError("one")
            if x == 2: raise KeyError("two")
            return "none"
        except ValueError as e:
            return "inner " + str(e)
        finally:
            print("inner finally")
    except KeyError as e:
        return "outer " + str(e)
    finally:
        print("outer finally")
for i in range(3):
    print(f(i))
