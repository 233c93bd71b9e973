# A TMP102 on I2C: C reads, Python converts.

new_exception(ThermometerError, Exception)


@c_native("_tmp102_init", ["csrc/tmp102.c"], ["VHAL_I2C"])
def _init(drv, address, clock):
    pass


@c_native("_tmp102_read", ["csrc/tmp102.c"])
def _read(drv):
    pass


@c_native("_tmp102_set_limits", ["csrc/tmp102.c"])
def _set_limits(drv, low, high):
    pass


class TMP102:
    def __init__(self, drv=I2C0, address=0x48, clk=400000):
        self.drv = drv & 0xFF
        try:
            _init(self.drv, address, clk)
        except PeripheralError:
            raise ThermometerError

    def get(self):
        return _read(self.drv) * 0.0625

    def set_limits(self, low, high=80.0):
        _set_limits(self.drv, low, high)
