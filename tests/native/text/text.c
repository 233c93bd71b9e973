/* str as zn_str and const char *, given and returned. */
#include "zerynth.h"

#include <string.h>

C_NATIVE_FN() size_t text_bytes(zn_str s) { return s.len; }
C_NATIVE_FN() size_t text_length(const char *s) { return strlen(s); }
C_NATIVE_FN() zn_str text_tail(zn_str s, uint8_t start) { return (zn_str){s.data + start, s.len - start}; }
C_NATIVE_FN() const char *text_name(int n) { return n == 0 ? "zero" : NULL; }
C_NATIVE_FN() bool text_given(const char *s ZN_NULLABLE ZN_DEFAULT(NULL)) { return s != NULL; }
