# vm/vhal/cmsdk/module.mk -- VHAL family `cmsdk`: ARM's Cortex-M System Design Kit, as on the MPS2 boards.
include vm/vhal/common/module.mk
VHAL_HAS = serial
vm/vhal/cmsdk_INC = $(VHAL_INC) vm/vhal/cmsdk
vm/vhal/cmsdk_SRC = $(VHAL_ALWAYS) $(call vhal_common,$(VHAL_HAS)) $(vhal_lacking)
vm/vhal/cmsdk_SRC += $(addprefix vm/vhal/cmsdk/,console.c uart.c)
vm/vhal/cmsdk_CFLAGS = -DSERIAL_PORTS=5
