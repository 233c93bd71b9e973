# The picture: a day's temperature, given by the test, on the display, as it is in docs/oled.png.
import math
import os

from board import ROOT, Failed
from picture import read_png, write_png

TEMPLATE = os.path.join(ROOT, "templates/module/spi-display")
REFERENCE = os.path.join(ROOT, "docs/oled.png")
VALUES = 50


def temperature(n):
    """Half degrees, as the thermometer measures them."""
    return round(2 * (25 + 9 * math.sin(n / 7) + 4 * math.sin(n / 2.3))) / 2


def test_curve(start):
    b = start("-device", "tmp105,address=0x48", modules=[os.path.join(TEMPLATE, f) for f in ("mydriver.c", "font.h", "curve.py")])
    b.expect("ready")
    thermometer = b.find("tmp105")[0]
    for n in range(VALUES):
        b.qom_set(thermometer, "temperature", int(temperature(n) * 1000))
        b.say("draw")
        got = b.expect("drawn")
        if got != f"drawn {temperature(n)}":
            raise Failed(got)
    path = os.path.join(b.temporary.name, "oled.png")
    b.screendump(path)
    picture = read_png(path)
    if os.environ.get("ZVM_NEW_PICTURE"):
        write_png(REFERENCE, *picture)
    if picture != read_png(REFERENCE):
        raise Failed("the display shows something else than docs/oled.png")
