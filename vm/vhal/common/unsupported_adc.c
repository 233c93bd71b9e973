/* SPDX-License-Identifier: MIT */
/* unsupported_adc.c -- a board without the ADC. */
#include "unsupported.h"

UNSUPPORTED(vhalInitADC, void *data)
UNSUPPORTED(vhalAdcInit, uint32_t adc, vhalAdcConf *conf)
UNSUPPORTED(vhalAdcGetPeripheralForPin, int vpin)
UNSUPPORTED(vhalAdcPrepareCapture, uint32_t adc, vhalAdcCaptureInfo *info)
UNSUPPORTED(vhalAdcRead, uint32_t adc, vhalAdcCaptureInfo *info)
UNSUPPORTED(vhalAdcDone, uint32_t adc)
