#include "zerynth.h"

C_NATIVE_FN
int forgotten(int x);

C_NATIVE_FUN()
int misspelt(int x);

C_NATIVE_FN() int misspelt_too(int x ZN_DEFALT(3));
