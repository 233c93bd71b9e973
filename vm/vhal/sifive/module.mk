# vm/vhal/sifive/module.mk -- VHAL family `sifive`: SiFive Freedom U540.
include vm/vhal/common/module.mk
VHAL_HAS = serial gpio ext pwm icu htm spi nfo rng
vm/vhal/sifive_INC = $(VHAL_INC) vm/vhal/sifive
vm/vhal/sifive_SRC = $(VHAL_ALWAYS) $(call vhal_common,serial gpio ext icu htm htimer_clock spi nfo rng) $(vhal_lacking)
vm/vhal/sifive_SRC += $(addprefix vm/vhal/sifive/,console.c uart.c gpio.c pwm.c spibus.c identity.c)
