/* SPDX-License-Identifier: MIT */
/*
 * chip.c -- natives about the chip that Python code of any module uses: its number and
 * its flash.
 */
#include "zerynth.h"

/* __mcuuid(): the bytes of the number that no other chip has */
C_NATIVE(__mcuuid)
{
    NATIVE_UNWARN();
    int len = vhalNfoGetUIDLen();
    PObject *bytes = (PObject *)pbytes_new((uint32_t)MAX(len, 0), NULL);
    if (bytes && len > 0) {
        vhalNfoGetUID(PSEQUENCE_BYTES(bytes));
    }
    *res = bytes;
    return bytes ? ERR_OK : ERR_MEMORY_EXC;
}

/* __flash_place(): where the flash begins and its size */
C_NATIVE(__flash_place)
{
    NATIVE_UNWARN();
    PObject *pair[] = {(PObject *)pinteger_new((INT_TYPE)(uintptr_t)vhal_flash_start()),
                       (PObject *)pinteger_new(vhal_flash_size())};
    *res = pair[0] && pair[1] ? (PObject *)ptuple_new(2, pair) : NULL;
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t get_address(PObject *o, uint8_t **address)
{
    if (!IS_INTEGER(o)) {
        return vm_raise(ERR_TYPE_EXC, "an address in flash is an int, not %S", o);
    }
    *address = (uint8_t *)(uintptr_t)INTEGER_VALUE(o);
    return ERR_OK;
}

/* __read_flash(address, n[, as_str]): n bytes of the flash */
C_NATIVE(__read_flash)
{
    (void)self;
    uint8_t *address;
    int32_t n, text;
    if (nargs < 2 ||
        parse_py_args("iI", nargs - 1, args + 1, &n, (int32_t)0, &text) != 2) {
        return ERR_TYPE_EXC;
    }
    err_t err = get_address(args[0], &address);
    if (err != ERR_OK) {
        return err;
    }
    size_t at = (size_t)(address - (uint8_t *)vhal_flash_start()),
           size = vhal_flash_size();
    if (n < 0 || at > size || (size_t)n > size - at) {
        return vm_raise(ERR_INDEX_EXC, "%d bytes from 0x%lx on are not in flash",
                        (int)n, (unsigned long)(uintptr_t)address);
    }
    *res = text ? (PObject *)pstring_new((uint32_t)n, address)
                : (PObject *)pbytes_new((uint32_t)n, address);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* __write_flash(address, data): erases the sectors it lies in and writes it; the rest
 * of them is lost */
C_NATIVE(__write_flash)
{
    (void)self;
    uint8_t *address, *data;
    int32_t len;
    if (nargs != 2 || parse_py_args("s", 1, args + 1, &data, &len) != 1) {
        return vm_raise(ERR_TYPE_EXC,
                        "an address and bytes are wanted to write to flash");
    }
    err_t err = get_address(args[0], &address);
    int code = err ? 0 : vhalFlashErase(address, (uint32_t)len);
    if (err == ERR_OK && code >= 0) {
        code = vhalFlashWrite(address, data, (uint32_t)len);
    }
    if (err == ERR_OK && code < 0) {
        return vm_raise(-(code), "cannot write %d bytes to flash at 0x%lx", (int)len,
                        (unsigned long)(uintptr_t)address);
    }
    *res = PSMALLINT_NEW(code);
    return err;
}
