# vm/vhal/sifive/module.mk -- VHAL family `sifive`: SiFive Freedom U540.
include vm/vhal/common/module.mk
VHAL_HAS =
vm/vhal/sifive_INC = $(VHAL_INC) vm/vhal/sifive
vm/vhal/sifive_SRC = $(VHAL_ALWAYS) $(call vhal_common,) $(vhal_lacking)
vm/vhal/sifive_SRC += $(addprefix vm/vhal/sifive/,console.c)
