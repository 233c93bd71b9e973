# vm/vhal/nrf51/module.mk -- VHAL family `nrf51`: Nordic's nRF51 series.
include vm/vhal/common/module.mk
VHAL_HAS =
vm/vhal/nrf51_INC = $(VHAL_INC) vm/vhal/nrf51
vm/vhal/nrf51_SRC = $(VHAL_ALWAYS) $(call vhal_common,) $(vhal_lacking)
vm/vhal/nrf51_SRC += $(addprefix vm/vhal/nrf51/,console.c)
