# `zvm-native test` runs it with the devices of sim.json.
import mydriver


def check(name, got, wanted):
    if got != wanted:
        raise AssertionError("%s: %r, wanted %r" % (name, got, wanted))
    print("ok", name)


if __defined(FAMILY, "sim"):
    thermometer = mydriver.Thermometer(I2C0)
    check("warm", thermometer.read(), 25.5)
    check("below zero", mydriver.Thermometer(I2C0, 0x49).read(), -10.25)
    thermometer.sleep()
    thermometer.sleep(False)
    try:
        mydriver.Thermometer(I2C0, 0x4A).read()
        raise AssertionError("an address without a device answered")
    except PeripheralError:
        print("ok nobody there")
else:
    print("ok devices # SKIP the thermometers are simulated ones")
