# HC-SR04: a pulse out, the length of a pulse back.


@native_c("_hcsr04_measure", ["csrc/hcsr04.c"], ["VHAL_GPIO"])
def _measure(trigger, echo, timeout_us):
    pass


class HCSR04:
    def __init__(self, trigger, echo):
        self.trigger = trigger
        self.echo = echo
        pinMode(trigger, OUTPUT)
        pinMode(echo, INPUT)

    def centimetres(self, timeout=30000):
        return round(_measure(self.trigger, self.echo, timeout) / 58, 1)
