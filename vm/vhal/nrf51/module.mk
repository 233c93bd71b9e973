# vm/vhal/nrf51/module.mk -- VHAL family `nrf51`: Nordic's nRF51 series.
include vm/vhal/common/module.mk
VHAL_HAS = serial gpio htm nfo flash rng rtc
vm/vhal/nrf51_INC = $(VHAL_INC) vm/vhal/nrf51
vm/vhal/nrf51_SRC = $(VHAL_ALWAYS) $(vhal_lacking)
vm/vhal/nrf51_SRC += $(call vhal_common,serial gpio htm nfo flash noise rtc calendar_clock)
vm/vhal/nrf51_SRC += $(addprefix vm/vhal/nrf51/,console.c uart.c gpio.c htimer.c nfo.c flash.c noise.c)
# One line with short buffers: there are 16 KB of RAM.
vm/vhal/nrf51_CFLAGS = -DSERIAL_PORTS=1 -DSERIAL_RX=64 -DSERIAL_TX=32 -DHTM_TIMERS=2
