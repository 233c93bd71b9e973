# Made by zvm-gen from sensor.c: the module's Python side. Do not edit.


@c_native_class("zn_class_sensor_t")
class Sensor:
    """Readings of a sensor."""

    @c_native("zn_sensor_sensor_open", [])
    def __init__(self, bus, label=None):
        """Open a sensor."""
        pass

    @c_native("zn_sensor_sensor_read", [])
    def read(self, scale=1):
        pass

    @c_native("zn_sensor_sensor_label", [])
    def label(self):
        pass

    @c_native("zn_sensor_sensor_on_alarm", [])
    def on_alarm(self, cb):
        pass

    @c_native("zn_sensor_sensor_fire", [])
    def fire(self, n):
        pass


@c_native_class("zn_class_point_t")
class Point:
    """An anonymous struct, and no constructor."""

    @c_native("zn_sensor_point_add", [])
    def add(self, n, item):
        pass

    @c_native("zn_sensor_point_item", [])
    def item(self, i):
        pass


@c_native("zn_sensor_sensor_sum", [])
def sum(a, b=None):
    pass
