# oracle: none
# stderr: TooCold: below the range
# status: 1
# What new_exception() says is the text of the exception's bare name.
new_exception(Sensor, Exception)
new_exception(TooHot, Sensor, "above the range")
new_exception(TooCold, Sensor, "below the range")

try:
    raise TooHot
except Sensor as e:
    print(e, e.args, repr(e))      # expect: above the range () TooHot()
try:
    raise TooHot("90 degrees")
except Sensor as e:
    print(e)                       # expect: 90 degrees
try:
    raise Sensor
except Sensor as e:
    print(repr(str(e)), e.args)    # expect: '' ()
raise TooCold
