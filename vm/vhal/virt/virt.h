/* SPDX-License-Identifier: MIT */
/* virt.h -- devices of QEMU's `virt` machine. Source: its device tree, as printed by
 * `-M virt,dumpdtb=FILE`. */
#ifndef VIRT_VIRT_H
#define VIRT_VIRT_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))
#define REG8(address) (*(volatile uint8_t *)(address))

/* sifive_test: a word written here ends or resets the machine. */
#define VIRT_TEST REG(0x00100000)
enum { VIRT_TEST_RESET = 0x7777 };

#define VIRT_UART 0x10000000u
enum { VIRT_UART_IRQ = 10 };

#endif
