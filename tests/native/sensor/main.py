import sensor

s = sensor.Sensor(1, [1, 2])
t = sensor.Sensor(bus=3)
print(s.read(), s.read(2), t.read(), s.label(), t.label())
s.on_alarm(lambda n: print("alarm", n))
s.fire(7)
s.on_alarm(None)
s.fire(8)
print(sensor.sum(s), sensor.sum(s, t))

class Twice(sensor.Sensor):
    def read(self):
        return super().read() * 2

print(Twice(1).read())
p = sensor.Point()
print(p.add(1, [3]), p.add(1, "x"), p.item(0), p.item(1))
for call in (lambda: sensor.Sensor(4), lambda: sensor.Sensor(2), lambda: sensor.sum(5), lambda: s.read("x")):
    try:
        call()
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(sensor.Sensor.read(s, 3), sensor.Sensor.read.__name__, sensor.sum)
for call in (lambda: sensor.Sensor.read(5), lambda: sensor.Sensor.read(), lambda: sensor.Sensor.read(scale=2)):
    try:
        call()
    except TypeError as e:
        print(e)
