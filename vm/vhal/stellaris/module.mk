# vm/vhal/stellaris/module.mk -- VHAL family `stellaris`: TI Stellaris LM3S.
include vm/vhal/common/module.mk
VHAL_HAS = serial gpio ext adc icu htm i2c spi nfo rng rtc power watchdog
vm/vhal/stellaris_INC = $(VHAL_INC) vm/vhal/stellaris
vm/vhal/stellaris_SRC = $(VHAL_ALWAYS) $(vhal_lacking)
vm/vhal/stellaris_SRC += $(call vhal_common,serial gpio ext adc icu htm i2c spi pl022 nfo rng rtc calendar_clock power)
vm/vhal/stellaris_SRC += $(addprefix vm/vhal/stellaris/,console.c uart.c gpio.c converter.c htimer.c i2cbus.c spi.c nfo.c watchdog.c)
