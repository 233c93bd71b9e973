# vm/vhal/stellaris/module.mk -- VHAL family `stellaris`: TI Stellaris LM3S.
vm/vhal/stellaris_INC = sdk/include vm/vhal/stellaris
vm/vhal/stellaris_SRC = vm/vhal/stellaris/console.c vm/vhal/stellaris/board.c
