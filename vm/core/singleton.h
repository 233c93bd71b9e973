/* SPDX-License-Identifier: MIT */
/*
 * singleton.h -- the type rows of values that are nothing but themselves: None,
 * Ellipsis, NotImplemented, type objects, built-in functions and methods.
 */
#ifndef CORE_SINGLETON_H
#define CORE_SINGLETON_H

#include "type.h"

extern const type_ops_t none_ops, ellipsis_ops, notimplemented_ops, typeobj_ops,
    native_ops, nativemethod_ops;

#endif
