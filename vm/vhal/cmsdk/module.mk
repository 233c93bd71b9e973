# vm/vhal/cmsdk/module.mk -- VHAL family `cmsdk`: ARM's Cortex-M System Design Kit, as on the MPS2 boards.
include vm/vhal/common/module.mk
VHAL_HAS = serial gpio htm i2c spi rng rtc watchdog
vm/vhal/cmsdk_INC = $(VHAL_INC) vm/vhal/cmsdk
vm/vhal/cmsdk_SRC = $(VHAL_ALWAYS) $(vhal_lacking)
vm/vhal/cmsdk_SRC += $(call vhal_common,serial gpio htm i2c spi pl022 rng rtc)
vm/vhal/cmsdk_SRC += $(addprefix vm/vhal/cmsdk/,console.c uart.c gpio.c htimer.c i2cbus.c spi.c calendar.c watchdog.c)
vm/vhal/cmsdk_CFLAGS = -DSERIAL_PORTS=5 -DHTM_TIMERS=2 -DI2C_BUSES=4 -DSPI_BUSES=5
