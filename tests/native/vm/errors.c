/* SPDX-License-Identifier: MIT */
/* errors.c -- exceptions by number, with and without a text. */
#include "expect.h"

C_NATIVE(test_errors_numbers)
{
    C_NATIVE_UNWARN();
    static const struct {
        err_t plain, called, number, name;
    } rows[] = {
        {ERR_ZERODIV_EXC, ERR_ZERODIV_EXC(), 277, NAME_ZeroDivisionError},
        {ERR_OVERFLOW_EXC, ERR_OVERFLOW_EXC(), 279, NAME_OverflowError},
        {ERR_INDEX_EXC, ERR_INDEX_EXC(), 281, NAME_IndexError},
        {ERR_KEY_EXC, ERR_KEY_EXC(), 282, NAME_KeyError},
        {ERR_NAME_EXC, ERR_NAME_EXC(), 283, NAME_NameError},
        {ERR_RUNTIME_EXC, ERR_RUNTIME_EXC(), 284, NAME_RuntimeError},
        {ERR_NOT_IMPLEMENTED_EXC, ERR_NOT_IMPLEMENTED_EXC(), 285, NAME_NotImplementedError},
        {ERR_TYPE_EXC, ERR_TYPE_EXC(), 286, NAME_TypeError},
        {ERR_VALUE_EXC, ERR_VALUE_EXC(), 287, NAME_ValueError},
        {ERR_ATTRIBUTE_EXC, ERR_ATTRIBUTE_EXC(), 288, NAME_AttributeError},
        {ERR_UNSUPPORTED_EXC, ERR_UNSUPPORTED_EXC(), 289, NAME_UnsupportedError},
        {ERR_STOP_ITERATION, ERR_STOP_ITERATION(), 290, NAME_StopIteration},
        {ERR_IOERROR_EXC, ERR_IOERROR_EXC(), 328, NAME_IOError},
        {ERR_CONNECTION_ABR_EXC, ERR_CONNECTION_ABR_EXC(), 330, NAME_ConnectionAbortedError},
        {ERR_CONNECTION_RES_EXC, ERR_CONNECTION_RES_EXC(), 331, NAME_ConnectionResetError},
        {ERR_CONNECTION_REF_EXC, ERR_CONNECTION_REF_EXC(), 332, NAME_ConnectionRefusedError},
        {ERR_TIMEOUT_EXC, ERR_TIMEOUT_EXC(), 333, NAME_TimeoutError},
        {ERR_PERIPHERAL_ERROR_EXC, ERR_PERIPHERAL_ERROR_EXC(), 334, NAME_PeripheralError},
        {ERR_PERIPHERAL_INVALID_PIN_EXC, ERR_PERIPHERAL_INVALID_PIN_EXC(), 335, NAME_InvalidPinError},
        {ERR_PERIPHERAL_INVALID_HARDWARE_STATUS_EXC, ERR_PERIPHERAL_INVALID_HARDWARE_STATUS_EXC(), 336,
         NAME_InvalidHardwareStatusError},
        {ERR_PERIPHERAL_INITIALIZATION_ERROR, ERR_PERIPHERAL_INITIALIZATION_ERROR(), 337,
         NAME_HardwareInitializationError},
        {ERR_HARDWARE_INITIALIZATION_ERROR, ERR_HARDWARE_INITIALIZATION_ERROR(), 337, NAME_HardwareInitializationError},
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        EXPECT(rows[i].plain == rows[i].number && rows[i].called == rows[i].number && rows[i].name == rows[i].number);
    }
    EXPECT(ERR_OK == 0 && ERR_OK() == 0 && MAKE_ERR_FROM_EXC_NAME(1024) == 1024);
    return ERR_OK();
}

C_NATIVE(test_errors_names)
{
    C_NATIVE_UNWARN();
    static const uint16_t in_order[] = {
        NAME___init__, NAME___str__, NAME_count, NAME_split, NAME_strip, NAME_index, NAME_find, NAME_startswith,
        NAME_endswith, NAME_replace, NAME_join, NAME_append, NAME_insert, NAME_extend, NAME_pop, NAME_remove,
        NAME_reverse, NAME_clear, NAME_copy, NAME_Exception, NAME_ArithmeticError, NAME_ZeroDivisionError,
        NAME_FloatingPointError, NAME_OverflowError, NAME_LookupError, NAME_IndexError, NAME_KeyError,
        NAME_NameError, NAME_RuntimeError, NAME_NotImplementedError, NAME_TypeError, NAME_ValueError,
        NAME_AttributeError, NAME_UnsupportedError, NAME_StopIteration, NAME___iter__, NAME___next__,
        NAME___getitem__, NAME___setitem__, NAME___delitem__, NAME___len__, NAME___contains__, NAME___add__,
        NAME___iadd__, NAME___mul__, NAME___imul__, NAME_get, NAME_keys, NAME_items, NAME_values, NAME_update,
        NAME_popitem, NAME_upper, NAME_lower, NAME_format, NAME_difference, NAME_intersection, NAME_isdisjoint,
        NAME_issubset, NAME_issuperset, NAME_symmetric_difference, NAME_union, NAME_intersection_update,
        NAME_difference_update, NAME_symmetric_difference_update, NAME_add, NAME_discard, NAME___ctl__, NAME_start,
        NAME_get_status, NAME_get_priority, NAME_set_priority, NAME_IOError, NAME_ConnectionError,
        NAME_ConnectionAbortedError, NAME_ConnectionResetError, NAME_ConnectionRefusedError, NAME_TimeoutError,
        NAME_PeripheralError, NAME_InvalidPinError, NAME_InvalidHardwareStatusError,
        NAME_HardwareInitializationError,
    };
    for (unsigned i = 0; i < sizeof in_order / sizeof *in_order; i++) {
        EXPECT(in_order[i] == 256 + i);
    }
    return ERR_OK;
}

C_NATIVE(test_errors_are_cleared)
{
    C_NATIVE_UNWARN();
    EXPECT(vm_raise(ERR_VALUE_EXC, "never seen %d", 1) == ERR_VALUE_EXC);
    vm_clear();
    return ERR_OK;
}

/* Raises what Python says: a number, as `__nameof(MyError)` gives it. */
C_NATIVE(fail)
{
    C_NATIVE_UNWARN();
    int32_t number;
    if (parse_py_args("i", nargs, args, &number) != 1) {
        return ERR_TYPE_EXC;
    }
    return MAKE_ERR_FROM_EXC_NAME(number);
}

C_NATIVE(fail_with)
{
    C_NATIVE_UNWARN();
    int32_t number;
    if (parse_py_args("i", nargs, args, &number) != 1) {
        return ERR_TYPE_EXC;
    }
    return vm_raise(number, "%s %d %u %ld %lld %x %c %% %R %S", "text", -1, 2u, -3L, -4LL, 255, 'c', args[0], P_EMPTY_S);
}
