for bad in (5, "s", None, int):
    try:
        raise bad
    except TypeError as e:
        print(e)
