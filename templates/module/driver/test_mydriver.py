# Known answers: `zvm-native run test_mydriver.py` prints "ok" for each, and fails at the first that is wrong.
import mydriver
from main import CALIBRATION, READINGS


def check(name, got, wanted):
    if got != wanted:
        raise AssertionError("%s: %r, wanted %r" % (name, got, wanted))
    print("ok", name)


sensor = mydriver.Sensor(CALIBRATION)
# section 3.12 of the data sheet works this example out: 25.08 degrees, 100653 pascals
check("data sheet", sensor.read(READINGS[0]), (2508, 100653))
check("kelvin", mydriver.convert(0, mydriver.Unit.KELVIN), 273.15)
check("sea level", round(mydriver.altitude(101325)), 0)
check("crc8 of the catalogue's check string", mydriver.crc8(b"123456789"), 0xF7)
