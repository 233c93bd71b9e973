#include "zn_native.h"
#include "vendor_driver.h"

C_NATIVE_FN() int add(int a, int b);
