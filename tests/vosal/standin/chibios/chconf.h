/* SPDX-License-Identifier: MIT */
/*
 * chconf.h -- a configuration that VOSAL can be built with, as docs/guide/boards.md
 * asks for it. Each option can be given on the command line, to see what its lack says.
 */
#ifndef CHCONF_H
#define CHCONF_H

#include "standin.h"

#ifdef __arm__ /* where VOSAL is compiled only */
#define CH_CFG_ST_FREQUENCY 1000
#else
#define CH_CFG_ST_FREQUENCY standin_tick_rate
#endif
#define CH_CFG_ST_TIMEDELTA 0
#ifndef CH_CFG_ST_RESOLUTION
#define CH_CFG_ST_RESOLUTION 32
#endif
#ifndef CH_CFG_NO_IDLE_THREAD
#define CH_CFG_NO_IDLE_THREAD FALSE
#endif
#ifndef CH_CFG_INTERVALS_SIZE
#define CH_CFG_INTERVALS_SIZE 32
#endif
#ifndef CH_CFG_TIME_QUANTUM
#define CH_CFG_TIME_QUANTUM 1
#endif
#ifndef CH_CFG_USE_WAITEXIT
#define CH_CFG_USE_WAITEXIT TRUE
#endif
#ifndef CH_CFG_SMP_MODE
#define CH_CFG_SMP_MODE FALSE
#endif
#define CH_CFG_USE_REGISTRY TRUE
#define CH_CFG_USE_MUTEXES TRUE
#define CH_CFG_USE_HEAP TRUE

#endif
