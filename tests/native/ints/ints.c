/* Every width of integer, in and out; char; bool. */
#include "zerynth.h"

C_NATIVE_FN(py = i8) int8_t ints_i8(int8_t x) { return x; }
C_NATIVE_FN() uint8_t ints_u8(uint8_t x) { return x; }
C_NATIVE_FN() int16_t ints_i16(int16_t x) { return x; }
C_NATIVE_FN() uint16_t ints_u16(uint16_t x) { return x; }
C_NATIVE_FN() int32_t ints_i32(int32_t x) { return x; }
C_NATIVE_FN() uint32_t ints_u32(uint32_t x) { return x; }
C_NATIVE_FN() int64_t ints_i64(int64_t x) { return x; }
C_NATIVE_FN() uint64_t ints_u64(uint64_t x) { return x; }
C_NATIVE_FN() int ints_int(int x) { return x; }
C_NATIVE_FN() size_t ints_size(size_t x) { return x; }
C_NATIVE_FN() bool ints_flag(bool x) { return !x; }
C_NATIVE_FN() char ints_next(char c) { return (char)(c + 1); }
C_NATIVE_FN() int32_t ints_add(int32_t a, int32_t b) { return a + b; }
