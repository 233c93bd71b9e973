# vm/vhal/aspeed/module.mk -- VHAL family `aspeed`: Aspeed's AST10x0.
include vm/vhal/common/module.mk
VHAL_HAS =
vm/vhal/aspeed_INC = $(VHAL_INC) vm/vhal/aspeed
vm/vhal/aspeed_SRC = $(VHAL_ALWAYS) $(call vhal_common,) $(vhal_lacking)
vm/vhal/aspeed_SRC += $(addprefix vm/vhal/aspeed/,console.c)
