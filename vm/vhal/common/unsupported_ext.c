/* SPDX-License-Identifier: MIT */
/* unsupported_ext.c -- a board without interrupts of pins. */
#include "unsupported.h"

UNSUPPORTED(vhalPinAttachInterrupt, int vpin, int mode, extCbkFn fn, uint32_t timeout)
