# Prints readings. The registers are those of the data sheet's example; on a board they come from the bus.
import mydriver

CALIBRATION = bytes([
    0x70, 0x6B, 0x43, 0x67, 0x18, 0xFC, 0x7D, 0x8E, 0x43, 0xD6, 0xD0, 0x0B,
    0x27, 0x0B, 0x8C, 0x00, 0xF9, 0xFF, 0x8C, 0x3C, 0xF8, 0xC6, 0x70, 0x17,
])
READINGS = [
    bytes([0x65, 0x5A, 0xC0, 0x7E, 0xED, 0x00]),
    bytes([0x62, 0x00, 0x00, 0x82, 0x10, 0x00]),
]


def main():
    print("calibration: %d bytes, crc %d" % (mydriver.CALIBRATION_SIZE, mydriver.crc8(CALIBRATION)))
    sensor = mydriver.Sensor(CALIBRATION)
    for raw in READINGS:
        celsius100, pascal = sensor.read(raw)
        print("%.2f C  %.1f F  %d Pa  %.0f m" % (
            mydriver.convert(celsius100),
            mydriver.convert(celsius100, unit=mydriver.Unit.FAHRENHEIT),
            pascal,
            mydriver.altitude(pascal)))
    try:
        sensor.read(b"short")
    except ValueError:
        print("a short block is refused")


if __name__ == "__main__":
    main()
