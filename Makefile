# SPDX-License-Identifier: MIT
# zvm-native: the whole build on one screen. Machinery is in mk/, lists of sources in each part's module.mk.
#
#   make            the tools, the host VM and its SDK        make demo     scaffold a driver, build it, run it
#   make check      every test (installs what is missing)     make bench    the figures of docs/inside/testing.md
#   make install PREFIX=/usr/local, make uninstall            make dist     an archive for those who do not build
#   make docs       the generated pages of docs/              make setup    the packages that are missing
#   make host32     the VM of board host32 (part of all)      make sdk [BOARD=B]   sdk/lib/B of every chip board, or of one
#   make core-m3    vm/core for a Cortex-M3, with sizes
#
# CONFIG=host (default) | san (ASan+UBSan) | m32 (4-byte values) | m3 (Cortex-M3, vm/ only) | a board picks a flavour; each has its own build/ folder.

CONFIG ?= host
VOSAL ?= kernel
PREFIX ?= /usr/local

include mk/config.mk

CHIP_PARTS = vm/format vm/core vm/vosal/$(VOSAL) vm/vhal/$(FAMILY) vm/firmware
HOST_PARTS = vm/format vm/core vm/vosal/$(VOSAL) vm/vhal/sim tools/support tools/compiler tools/link tools/sim tools/cli gen
PARTS = $(if $(CHIP),$(CHIP_PARTS),$(HOST_PARTS))
include $(foreach part,$(PARTS),$(part)/module.mk)

include mk/rules.mk
include mk/stdlib.mk
include mk/sdk.mk
include mk/tests.mk
include mk/vosal.mk
include mk/boards.mk
include mk/check.mk
include mk/m3.mk
include mk/host32.mk
include mk/docs.mk
include mk/install.mk
