# vm/vhal/cmsdk/module.mk -- VHAL family `cmsdk`: ARM's Cortex-M System Design Kit, as on the MPS2 boards.
vm/vhal/cmsdk_INC = sdk/include vm/vhal/cmsdk
vm/vhal/cmsdk_SRC = vm/vhal/cmsdk/console.c vm/vhal/cmsdk/board.c
