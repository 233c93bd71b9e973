# vm/vhal/sifive/module.mk -- VHAL family `sifive`: SiFive Freedom U540.
include vm/vhal/common/module.mk
VHAL_HAS = serial pwm spi nfo
vm/vhal/sifive_INC = $(VHAL_INC) vm/vhal/sifive
vm/vhal/sifive_SRC = $(VHAL_ALWAYS) $(call vhal_common,serial) $(vhal_lacking)
vm/vhal/sifive_SRC += $(addprefix vm/vhal/sifive/,console.c uart.c pwm.c spi.c nfo.c)
