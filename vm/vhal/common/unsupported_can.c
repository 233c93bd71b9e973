/* SPDX-License-Identifier: MIT */
/* unsupported_can.c -- a board without CAN. */
#include "unsupported.h"

UNSUPPORTED(vhalInitCAN, void *data)
UNSUPPORTED(vhalCanInit, uint32_t can, vhalCanConf *conf)
UNSUPPORTED(vhalCanFindTiming, uint32_t can, vhalCanConf *conf, uint32_t speed,
            uint32_t sample_point, uint32_t min_quanta)
UNSUPPORTED(vhalCanAddFilter, uint32_t can, vhalCanFilter *filter)
UNSUPPORTED(vhalCanRemoveFilter, uint32_t can, uint32_t id)
UNSUPPORTED(vhalCanRx, uint32_t can, vhalCanFrame *frame, uint8_t *data,
            uint32_t timeout_ms)
UNSUPPORTED(vhalCanTx, uint32_t can, vhalCanFrame *frame, uint8_t *data,
            uint32_t timeout_ms)
UNSUPPORTED(vhalCanAbortRx, uint32_t can)
UNSUPPORTED(vhalCanAbortTx, uint32_t can)
UNSUPPORTED(vhalCanResumeRx, uint32_t can)
UNSUPPORTED(vhalCanResumeTx, uint32_t can)
UNSUPPORTED(vhalCanGetErrors, uint32_t can, vhalCanErrors *errors)
UNSUPPORTED(vhalCanDone, uint32_t can)
