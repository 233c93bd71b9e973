# vm/vhal/virt/module.mk -- VHAL family `virt`: QEMU's RISC-V machine of that name.
include vm/vhal/common/module.mk
VHAL_HAS = serial htm nfo flash rng rtc
vm/vhal/virt_INC = $(VHAL_INC) vm/vhal/virt
vm/vhal/virt_SRC = $(VHAL_ALWAYS) $(call vhal_common,serial htm htimer_clock nfo rng rtc) $(vhal_lacking)
vm/vhal/virt_SRC += $(addprefix vm/vhal/virt/,console.c uart.c flash.c identity.c calendar.c)
