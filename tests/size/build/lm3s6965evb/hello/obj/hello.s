.section .zvm.image, "a", %progbits
.balign 8
.globl zvm_image
.type zvm_image, %object
zvm_image:
.4byte 0x474d495a
.4byte 0xeec11a1
.4byte 0x134
.4byte 0xe462f758
.4byte zvm_image
.4byte 0x0
.4byte 0xffff0004
.4byte 0x1
.4byte 0x70
.4byte 0x3
.4byte 0x98
.4byte 0x0
.4byte 0x100
.4byte 0x0
.4byte 0x100
.4byte 0x1
.4byte 0x100
.4byte 0x0
.4byte 0x110
.4byte 0x1
.4byte 0x110
.4byte 0x0
.4byte 0x118
.4byte 0x0
.4byte 0x0
.4byte 0x0
.4byte 0x3
.4byte 0x128
.4byte 0x74
.4byte 0x400
.4byte 0x0
.4byte 0x0
.4byte 0x2
.4byte 0xa0018
.4byte 0x10000
.4byte 0x900000a
.4byte 0x1700002
.4byte 0x7601
.4byte zvm_image + 168
.4byte zvm_image + 216
.4byte zvm_image + 240
.4byte 0x0
.4byte 0x21
.4byte 0xfadea004
.4byte 0x726f772f
.4byte 0x74772f6b
.4byte 0x6f6f662f
.4byte 0x65742f74
.4byte 0x2f737473
.4byte 0x657a6973
.4byte 0x6c65682f
.4byte 0x702e6f6c
.4byte 0x79
.4byte 0x0
.4byte 0x8
.4byte 0x808ca004
.4byte 0x646f6d3c
.4byte 0x3e656c75
.4byte 0x0
.4byte 0x0
.4byte 0x5
.4byte 0x6334a004
.4byte 0x6c6c6568
.4byte 0x6f
.4byte 0x261
.4byte 0x0
.4byte 0x10c
.4byte 0x0
.4byte 0x118
.4byte 0x0
.4byte 0x646f6d3c
.4byte 0x3e656c75
.4byte 0x0
.4byte 0x0
.4byte 0x98
.4byte 0x9c
.4byte 0xa0
.size zvm_image, . - zvm_image
.section .rodata.zvm_tables, "a", %progbits
.balign 4
.globl zvm_modules, zvm_image_length, zvm_board
.type zvm_modules, %object
zvm_modules:
.4byte 0
.size zvm_modules, . - zvm_modules
zvm_image_length: .4byte 308
zvm_board: .asciz "lm3s6965evb"
