# What the micro:bit's VM leaves out says so, and the program goes on.


def group():
    raise ExceptionGroup("two", [ValueError(1)])


def star():
    try:
        raise ValueError(1)
    except* ValueError:
        print("matched")


def big():
    print(2**63)


def never_named():
    print(getattr("text", "".join(["cas", "efold"]), "no such method"))


def wrong_type():
    return 1 + "1"


for f in (lambda: open("x"), group, star, big, never_named, wrong_type):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e.args)
print("é".upper(), "e".upper(), 2**62, 1e22, float("1e-5"))
