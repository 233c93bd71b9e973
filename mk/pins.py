#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the pin file of a board, C for the VHAL, from its board.json.

usage: pins.py BOARD/board.json >pins_BOARD.c

`pins` are the physical pins in the order of their numbers; `is` names what each can be, NAME and row: A3, MOSI0, SDA1, PWM2.
`ports`, where given, is the address of each port's registers. `peripherals` counts the logical peripherals; `nss` may name the select pin of each SPI bus.
"""
import json
import re
import sys

NO_PIN = 0xFFFF

# Class: its table, peripheral bits, the names of its pins in the order of rows, and rows of one peripheral.
CLASSES = [
    (1, "analog", "HAS_ADC", ["A"], 0),
    (2, "spi", "HAS_SPI", ["MOSI", "MISO", "SCLK"], 3),
    (3, "i2c", "HAS_I2C", ["SDA", "SCL"], 2),
    (4, "pwm", "HAS_PWM", ["PWM"], 0),
    (5, "icu", "HAS_ICU", ["ICU"], 0),
    (6, "can", "HAS_CAN", ["CANRX", "CANTX"], 2),
    (7, "ser", "HAS_SER", ["RX", "TX"], 2),
    (8, "dac", "HAS_DAC", ["DAC"], 0),
    (9, "led", "0", ["LED"], 0),
    (10, "btn", "0", ["BTN"], 0),
]
# Map: where its count stands.
MAPS = [("serial", "SERIAL"), ("spi", "SPI"), ("i2c", "I2C"), ("adc", "ADC"), ("pwm", "PWMD"), ("icu", "ICUD"),
        ("htm", "HTM"), ("dac", "DAC"), ("can", "CAN"), ("rtc", "RTC"), ("led", None), ("btn", None)]


def refuse(text):
    sys.exit(f"pins.py: error: {text}")


def place(name):
    """Class and row of a name."""
    prefix, number = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    for row in CLASSES:
        if prefix in row[3]:
            return row, int(number) * len(row[3]) + row[3].index(prefix)
    refuse(f"'{name}' is of no class of pins")


class Board:
    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self.json = json.load(f)
        self.pins = self.json["pins"]
        self.rows = {row[1]: {} for row in CLASSES}
        self.has = []
        for index, pin in enumerate(self.pins):
            if pin["name"] != f"D{index}":
                refuse(f"pin {index} is called {pin['name']}")
            bits = ["HAS_EXT"]
            for name in pin["is"]:
                row, at = place(name)
                if at in self.rows[row[1]]:
                    refuse(f"two pins are {name}")
                self.rows[row[1]][at] = index
                bits.append(row[2])
            self.has.append(" | ".join(sorted(set(bits) - {"0"})))

    def count(self, name, table):
        return self.json["peripherals"].get(name, 0) if name else len(self.rows[table])

    def channels(self, table, rows):
        """How many of the pins of a class without roles a peripheral has: an equal share of the ADCs'; all of any other."""
        return rows // max(self.count("ADC", table), 1) if table == "analog" else rows

    def vpin(self, table, cls, row):
        return cls << 8 | row if row in self.rows[table] else NO_PIN


def write_pins(b):
    ports = sorted({pin["port"] for pin in b.pins})
    at = b.json.get("ports")
    if not at:
        print(f"static uint8_t port_handles[{len(ports)}];")
    handles = [f"(void *){at[port]}" if at else f"&port_handles[{n}]" for n, port in enumerate(ports)]
    print("const PinPort _vhalpinports[] = {" + ", ".join(handles) + "};")
    print(f"\n#define NUM_PINS {len(b.pins)}\nconst PinInfo _vhalpinmap[] = {{")
    for pin, has in zip(b.pins, b.has):
        print(f"    MAKE_PIN({ports.index(pin['port'])}, {pin['pad']}, {has}), /* {pin['name']} {' '.join(pin['is'])} */")
    print("};")


def write_classes(b):
    """data0 is the peripheral, data1 the pin's role or channel in it."""
    for _, table, _, _, group in CLASSES:
        rows = b.rows[table]
        print(f"static const PinClass _{table}class[] = {{")
        for row in range(max(rows, default=-1) + 1):
            if row not in rows:
                refuse(f"{table} has no row {row}")
            peripheral, role = divmod(row, group or b.channels(table, len(rows)))
            print(f"    MAKE_PIN_CLASS({rows[row]}, {peripheral}, {role}, 0),")
        print("};")
    print("VHAL_PORT_DECLARATIONS()")


def write_drivers(b):
    def table(kind, name, count, row, opening="{", closing="}"):
        print(f"const {kind} _vm_{name}_pins[] = {{")
        for n in range(count):
            print("    " + opening + ", ".join(hex(value) for value in row(n)) + closing + ",")
        print("};")

    nss = b.json.get("nss", [])
    table("SerialPins", "serial", b.count("SERIAL", None),
          lambda n: [b.vpin("ser", 7, 2 * n), b.vpin("ser", 7, 2 * n + 1), NO_PIN, NO_PIN])
    table("SpiPins", "spi", b.count("SPI", None),
          lambda n: [b.vpin("spi", 2, 3 * n + k) for k in range(3)] + [int(nss[n][1:]) if n < len(nss) else 0xFF, n])
    table("I2CPins", "i2c", b.count("I2C", None), lambda n: [b.vpin("i2c", 3, 2 * n + k) for k in range(2)])
    table("SdioPins", "sdio", b.count("SD", None), lambda n: [NO_PIN] * 10, "{{", "}}")
    table("CanPins", "can", b.count("CAN", None), lambda n: [b.vpin("can", 6, 2 * n + k) for k in range(2)])


def main():
    path = sys.argv[1]
    b = Board(path)
    print(f"/* Made by mk/pins.py from {path}. */\n#define VHAL_PORT_FILE\n#include \"vhal_pins.h\"\n")
    write_pins(b)
    write_classes(b)
    write_drivers(b)
    for name, count in MAPS:
        ids = ", ".join(f"PERIPHERAL_ID({n + 1})" for n in range(b.count(count, name)))
        print(f"BEGIN_PERIPHERAL_MAP({name})\n    {ids}\nEND_PERIPHERAL_MAP({name})")
    print("BEGIN_PERIPHERAL_MAPS()")


main()
