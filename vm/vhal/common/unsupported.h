/* SPDX-License-Identifier: MIT */
/* unsupported.h -- a function of a section that a family does not have. */
#ifndef VHAL_UNSUPPORTED_H
#define VHAL_UNSUPPORTED_H

#include "vhal.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

#define UNSUPPORTED(name, ...)                                                         \
    int name(__VA_ARGS__)                                                              \
    {                                                                                  \
        return VHAL_UNSUPPORTED_ERROR;                                                 \
    }

#endif
