# SPDX-License-Identifier: MIT
"""SD cards on a controller of their own. No board of this VM has one yet: all of it raises UnsupportedError."""

SDIO_RESPONSE_NONE = 0
SDIO_RESPONSE_SHORT = 1
SDIO_RESPONSE_LONG = 3


class Sdio:
    """The card of controller `drvname` (SD0 …)."""

    def __init__(self, drvname, clock=25000000):
        raise UnsupportedError("this board has no SDIO controller")
