import objects


class Pin:
    number = 3

    def __init__(self):
        self.number = 4
        self.level = 1


print(objects.get(Pin(), __nameof(number), Pin), objects.get(Pin(), __nameof(level), Pin))  # expect: (4, 3) (1, None)
