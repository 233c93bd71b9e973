# vm/vhal/aspeed/module.mk -- VHAL family `aspeed`: Aspeed's AST10x0.
include vm/vhal/common/module.mk
VHAL_HAS = serial gpio ext adc icu htm i2c nfo flash rng rtc power watchdog
vm/vhal/aspeed_INC = $(VHAL_INC) vm/vhal/aspeed
vm/vhal/aspeed_SRC = $(VHAL_ALWAYS) $(vhal_lacking)
vm/vhal/aspeed_SRC += $(call vhal_common,serial gpio ext adc icu htm htimer_clock i2c nfo flash noise rtc calendar_clock power)
vm/vhal/aspeed_SRC += $(addprefix vm/vhal/aspeed/,console.c uart.c gpio.c converter.c i2cbus.c nfo.c flash.c smc.c noise.c watchdog.c)
vm/vhal/aspeed_CFLAGS = -DSERIAL_PORTS=10 -DI2C_BUSES=10
