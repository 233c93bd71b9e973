/* SPDX-License-Identifier: MIT */
/*
 * module.h -- modules: running their bodies once, and their names as attributes.
 */
#ifndef CORE_MODULE_H
#define CORE_MODULE_H

#include "state.h"

enum { MODULE_NEW, MODULE_RUNNING, MODULE_LOADED };

/* Runs the body of a row of the module table unless it has run or is running; the
 * module object. Context: thread with the GIL. */
err_t module_import(uint16_t row, PObject **res);
/* mod.name; *res NULL: no such name, or not assigned. */
err_t module_attribute(PModule *module, uint16_t name, PObject **res);
/* value NULL: del. */
err_t module_set_attribute(PModule *module, uint16_t name, PObject *value);
/* Dotted name as str. */
err_t module_name(uint16_t row, PObject **res);
/* Which name a global slot has, 0 when no module lists it. */
uint16_t module_global_name(uint16_t global);

#endif
