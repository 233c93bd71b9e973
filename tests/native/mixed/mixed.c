/* Typed and classic natives in one file, and a rooted static. */
#include "zerynth.h"

C_NATIVE_MODULE(mixed);

static PObject *last C_NATIVE_ROOT;

C_NATIVE_FN(py = crc8)
uint8_t mixed_crc8(zn_bytes data, uint8_t seed ZN_DEFAULT(0xFF))
{
    for (size_t i = 0; i < data.len; i++) {
        seed ^= data.data[i];
        for (int bit = 0; bit < 8; bit++) {
            seed = (uint8_t)(seed & 0x80 ? seed << 1 ^ 0x31 : seed << 1);
        }
    }
    return seed;
}

/// Remember an object, and give back the one before.
C_NATIVE(_exchange)
{
    NATIVE_UNWARN();
    if (last) {
        *res = last;
    }
    last = args[0];
    return ERR_OK;
}
