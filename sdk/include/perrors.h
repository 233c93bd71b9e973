/* SPDX-License-Identifier: MIT */
/*
 * perrors.h -- what a native returns: ERR_OK or the number of an exception.
 *
 * Each name is a constant and also answers to the spelling with (): ERR_OK and ERR_OK(). A number of an exception
 * that the program declared (`__nameof(MyError)` passed from Python) is as good: MAKE_ERR_FROM_EXC_NAME. vm_raise()
 * adds a text. A number outside the exception tree raises RuntimeError.
 */
#ifndef ZVM_PERRORS_H
#define ZVM_PERRORS_H

enum {
    ERR_OK = 0, /* the native has done it */
    ERR_INDEX_EXC = 281, /* IndexError */
    ERR_KEY_EXC = 282, /* KeyError */
    ERR_NAME_EXC = 283, /* NameError */
    ERR_RUNTIME_EXC = 284, /* RuntimeError */
    ERR_NOT_IMPLEMENTED_EXC = 285, /* NotImplementedError */
    ERR_TYPE_EXC = 286, /* TypeError */
    ERR_VALUE_EXC = 287, /* ValueError */
    ERR_ATTRIBUTE_EXC = 288, /* AttributeError */
    ERR_UNSUPPORTED_EXC = 289, /* UnsupportedError */
    ERR_STOP_ITERATION = 290, /* StopIteration */
    ERR_ZERODIV_EXC = 277, /* ZeroDivisionError */
    ERR_OVERFLOW_EXC = 279, /* OverflowError */
    ERR_IOERROR_EXC = 328, /* IOError */
    ERR_CONNECTION_ABR_EXC = 330, /* ConnectionAbortedError */
    ERR_CONNECTION_RES_EXC = 331, /* ConnectionResetError */
    ERR_CONNECTION_REF_EXC = 332, /* ConnectionRefusedError */
    ERR_TIMEOUT_EXC = 333, /* TimeoutError */
    ERR_PERIPHERAL_ERROR_EXC = 334, /* PeripheralError */
    ERR_PERIPHERAL_INVALID_PIN_EXC = 335, /* InvalidPinError */
    ERR_PERIPHERAL_INVALID_HARDWARE_STATUS_EXC = 336, /* InvalidHardwareStatusError */
    ERR_PERIPHERAL_INITIALIZATION_ERROR = 337, /* HardwareInitializationError */
    ERR_HARDWARE_INITIALIZATION_ERROR = 337, /* HardwareInitializationError */
    ERR_OSERROR_EXC = 339, /* OSError */
    ERR_MEMORY_EXC = 340, /* MemoryError */
    ERR_ASSERTION_EXC = 341, /* AssertionError */
    ERR_RECURSION_EXC = 343, /* RecursionError */
    ERR_BUFFER_EXC = 346, /* BufferError */
    ERR_EOF_EXC = 347, /* EOFError */
};

#define ERR_OK() ERR_OK
#define ERR_INDEX_EXC() ERR_INDEX_EXC
#define ERR_KEY_EXC() ERR_KEY_EXC
#define ERR_NAME_EXC() ERR_NAME_EXC
#define ERR_RUNTIME_EXC() ERR_RUNTIME_EXC
#define ERR_NOT_IMPLEMENTED_EXC() ERR_NOT_IMPLEMENTED_EXC
#define ERR_TYPE_EXC() ERR_TYPE_EXC
#define ERR_VALUE_EXC() ERR_VALUE_EXC
#define ERR_ATTRIBUTE_EXC() ERR_ATTRIBUTE_EXC
#define ERR_UNSUPPORTED_EXC() ERR_UNSUPPORTED_EXC
#define ERR_STOP_ITERATION() ERR_STOP_ITERATION
#define ERR_ZERODIV_EXC() ERR_ZERODIV_EXC
#define ERR_OVERFLOW_EXC() ERR_OVERFLOW_EXC
#define ERR_IOERROR_EXC() ERR_IOERROR_EXC
#define ERR_CONNECTION_ABR_EXC() ERR_CONNECTION_ABR_EXC
#define ERR_CONNECTION_RES_EXC() ERR_CONNECTION_RES_EXC
#define ERR_CONNECTION_REF_EXC() ERR_CONNECTION_REF_EXC
#define ERR_TIMEOUT_EXC() ERR_TIMEOUT_EXC
#define ERR_PERIPHERAL_ERROR_EXC() ERR_PERIPHERAL_ERROR_EXC
#define ERR_PERIPHERAL_INVALID_PIN_EXC() ERR_PERIPHERAL_INVALID_PIN_EXC
#define ERR_PERIPHERAL_INVALID_HARDWARE_STATUS_EXC() ERR_PERIPHERAL_INVALID_HARDWARE_STATUS_EXC
#define ERR_PERIPHERAL_INITIALIZATION_ERROR() ERR_PERIPHERAL_INITIALIZATION_ERROR
#define ERR_HARDWARE_INITIALIZATION_ERROR() ERR_HARDWARE_INITIALIZATION_ERROR
#define ERR_OSERROR_EXC() ERR_OSERROR_EXC
#define ERR_MEMORY_EXC() ERR_MEMORY_EXC

/* An exception of the program, by the number that `__nameof(MyError)` gave to C. */
#define MAKE_ERR_FROM_EXC_NAME(number) ((err_t)(number))

#endif
