# vm/vhal/sifive/module.mk -- VHAL family `sifive`: SiFive Freedom U540.
vm/vhal/sifive_INC = sdk/include vm/vhal/sifive
vm/vhal/sifive_SRC = vm/vhal/sifive/console.c vm/vhal/sifive/board.c
