# SPDX-License-Identifier: MIT
"""Radios: wifi, gsm, ble, ble_beacons. No board of this VM has a driver for one yet: they raise UnsupportedError."""
