# vm/vhal/virt/module.mk -- VHAL family `virt`: QEMU's RISC-V machine of that name.
vm/vhal/virt_INC = sdk/include vm/vhal/virt
vm/vhal/virt_SRC = vm/vhal/virt/console.c vm/vhal/virt/board.c
