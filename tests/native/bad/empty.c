#include "zerynth.h"

int add(int a, int b);
