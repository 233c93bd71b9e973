#include "zn_native.h"

struct imu_sample {
    int16_t x, y, z;
};
union word {
    int i;
};

C_NATIVE_FN()
int     imu_read(int h, struct imu_sample out);

C_NATIVE_FN() void by_pointer(struct imu_sample *s);
C_NATIVE_FN() void two_stars(char **names);
C_NATIVE_FN() void a_union(union word w);
C_NATIVE_FN() void wide(long double x);
C_NATIVE_FN() void many(const char *fmt, ...);
C_NATIVE_FN() int *pointer_back(void);
C_NATIVE_FN() void nameless(int);
C_NATIVE_FN() void ints(const int32_t *p, size_t n ZN_LEN(p));
C_NATIVE_FN() void plain(char *s);
C_NATIVE_FN() void in(int from);
C_NATIVE_FN() static int hidden(void) { return 0; }
int use_hidden(void) { return hidden(); }
