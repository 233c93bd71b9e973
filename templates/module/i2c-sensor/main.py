# Prints the temperature once a second. On this computer sim.json says what hangs on the bus.
import mydriver


def main(count=5):
    thermometer = mydriver.Thermometer(I2C0)
    for _ in range(count):
        print("%.2f C" % thermometer.read())
        sleep(1000)


if __name__ == "__main__":
    main()
