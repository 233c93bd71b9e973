from hcsr04 import HCSR04

sensor = HCSR04(D4, D5)
sleep(9)
print(sensor.centimetres())
sleep(85)
print(sensor.centimetres())
try:
    sensor.centimetres(5000)
except TimeoutError:
    print("nothing there")
