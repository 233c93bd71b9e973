# vm/vhal/nrf51/module.mk -- VHAL family `nrf51`: Nordic's nRF51 series.
include vm/vhal/common/module.mk
VHAL_HAS = serial nfo flash rng
vm/vhal/nrf51_INC = $(VHAL_INC) vm/vhal/nrf51
vm/vhal/nrf51_SRC = $(VHAL_ALWAYS) $(call vhal_common,serial nfo flash noise) $(vhal_lacking)
vm/vhal/nrf51_SRC += $(addprefix vm/vhal/nrf51/,console.c uart.c nfo.c flash.c noise.c)
# One line with short buffers: there are 16 KB of RAM.
vm/vhal/nrf51_CFLAGS = -DSERIAL_PORTS=1 -DSERIAL_RX=64 -DSERIAL_TX=32
