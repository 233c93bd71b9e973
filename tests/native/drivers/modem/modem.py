# A modem on a serial port. A thread in C reads lines; commands wait for their answer.

new_exception(ModemError, Exception)
new_exception(ModemTimeout, ModemError)


@c_native("_modem_start", ["csrc/modem.c"], ["VHAL_SERIAL"])
def _start(ser, baud, error, timeout):
    pass


@c_native("_modem_command", ["csrc/modem.c"])
def _command(text, timeout=1000):
    pass


@c_native("_modem_event", ["csrc/modem.c"])
def _event(timeout):
    pass


def start(ser, baud=115200):
    _start(ser & 0xFF, baud, __nameof(ModemError), __nameof(ModemTimeout))


def command(text, timeout=1000):
    return _command(text, timeout)


def event(timeout=1000):
    return _event(timeout)
