# What no board has yet is there, and says so.
import can
import eth
import qspiflash
import sdio
import spisd
from wireless import ble, ble_beacons, gsm, wifi

calls = [
    lambda: can.Can(CAN0, 500000),
    lambda: eth.link(),
    lambda: qspiflash.QSpiFlash(0, 1, 2, 3, 4, 5),
    lambda: sdio.Sdio(SD0),
    lambda: spisd.SpiSD(D10, SPI0),
    lambda: wifi.link("here", wifi.WIFI_WPA2, "secret"),
    lambda: gsm.attach("internet"),
    lambda: ble.start(),
    lambda: ble_beacons.ibeacon_decode(b""),
]
for call in calls:
    try:
        call()
    except UnsupportedError as e:
        print(e)
print(can.CAN_EXT_FLAG, can.CAN_OPTION_LOOPBACK, can.CAN_ERROR_CRC)

more = [
    eth.unlink,
    eth.is_linked,
    eth.link_info,
    lambda: eth.set_link_info("10.0.0.2", "255.0.0.0", "10.0.0.1", "10.0.0.1"),
    lambda: eth.gethostbyname("here"),
    lambda: eth.select([], [], []),
    lambda: wifi.scan(100),
    lambda: ble.gap("name"),
    lambda: ble.services(),
]
count = 0
for call in more:
    try:
        call()
    except UnsupportedError:
        count += 1
print(count == len(more))
