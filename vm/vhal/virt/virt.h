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

#define VIRT_RTC 0x00101000u
enum { VIRT_RTC_IRQ = 11 };

/* The last of the eight places for virtio devices, where the first device goes. */
#define VIRT_VIRTIO 0x10008000u

#define VIRT_UART 0x10000000u
enum { VIRT_UART_IRQ = 10, VIRT_UART_CLOCK = 3686400 };

/* The second of two NOR flashes; the first would be what the machine starts from. */
#define VIRT_FLASH 0x22000000u
enum { VIRT_FLASH_SIZE = 32 << 20, VIRT_FLASH_SECTOR = 256 << 10 };

#endif
