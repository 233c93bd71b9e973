# The cells that drivers set, and the native behind onPinRise.
import streams

print(__builtins__.__default_stream_provider, __builtins__.__default_stream, __builtins__.__default_net,
      __builtins__.__default_fs)
print(__builtins__.__default_adc, analogRead(A0))
try:
    analogWrite(PWM0, 10, 5)
except UnsupportedError as e:
    print(e)
__builtins__.__default_net["wifi"] = 5
print(__builtins__.__default_net, __default_net, __builtins__.__default_pwm)
port = streams.serial(SERIAL0)
print(__default_stream is port)
port.close()
print(__builtins__.__default_stream)

pinMode(D2, OUTPUT)
__onPinRiseOrFall(1, D3, print, ("rose",), 0, MILLIS)
digitalWrite(D2, HIGH)
sleep(1)
__onPinRiseOrFall(1, D3, None, (), 0, MILLIS)
digitalWrite(D2, LOW)
digitalWrite(D2, HIGH)
sleep(1)
print("done")
