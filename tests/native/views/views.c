/* Views of bytes, bytearray, shorts and shortarray: read, written, counted. */
#include "zerynth.h"

C_NATIVE_FN() uint32_t views_sum(zn_bytes data)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < data.len; i++) {
        sum += data.item == 2 ? ((const uint16_t *)(const void *)data.data)[i] : data.data[i];
    }
    return sum;
}

C_NATIVE_FN() uint32_t views_count(const uint8_t *p, size_t n ZN_LEN(p))
{
    return n ? (uint32_t)n * 10 + p[0] : 0;
}

C_NATIVE_FN() void views_clear(zn_buffer b)
{
    for (size_t i = 0; i < b.len * b.item; i++) {
        b.data[i] = 0;
    }
}

C_NATIVE_FN() void views_copy(uint8_t *to, uint16_t n ZN_LEN(to), const uint8_t *src, int m ZN_LEN(src))
{
    for (int i = 0; i < n && i < m; i++) {
        to[i] = src[i];
    }
}

C_NATIVE_FN() zn_bytes views_same(zn_bytes data) { return data; }

C_NATIVE_FN() int32_t views_maybe(zn_bytes data ZN_NULLABLE ZN_DEFAULT("ab\x01"))
{
    return data.data ? (int32_t)data.len : -1;
}
