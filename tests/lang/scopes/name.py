print(__name__)
if __name__ == "__main__":
    print("main")
if __name__ != "__main__":
    print("never")
def f(): return __name__
print(f())
