# vm/vhal/stellaris/module.mk -- VHAL family `stellaris`: TI Stellaris LM3S.
include vm/vhal/common/module.mk
VHAL_HAS = serial
vm/vhal/stellaris_INC = $(VHAL_INC) vm/vhal/stellaris
vm/vhal/stellaris_SRC = $(VHAL_ALWAYS) $(call vhal_common,serial) $(vhal_lacking)
vm/vhal/stellaris_SRC += $(addprefix vm/vhal/stellaris/,console.c uart.c)
