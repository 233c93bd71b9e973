/* Enums, constants of each kind, the module's name and version. */
#include "zerynth.h"

/// Enums and constants.
C_NATIVE_MODULE(enums, version = 2.1.0);

#define ENUMS_ADDR 0x76
#define ENUMS_SCALE 0.25
#define ENUMS_NAME "bme"
#define ENUMS_MASK 0xFFFFFFFFu

/// Address on the bus.
C_NATIVE_CONST(ENUMS_ADDR);
C_NATIVE_CONST(ENUMS_SCALE, py = SCALE);
C_NATIVE_CONST(ENUMS_NAME, py = NAME);
C_NATIVE_CONST(ENUMS_MASK, py = MASK);

/// Oversampling setting.
typedef enum C_NATIVE_ENUM(prefix = OSRS_, py = Oversampling) { OSRS_X1 = 1, OSRS_X2, OSRS_X16 = 5 } osrs_t;

enum C_NATIVE_ENUM() enums_mode { SLEEP, NORMAL = 3 };

/// Samples for a setting.
/// @param osrs  the setting
/// @return the number of samples
C_NATIVE_FN() int enums_samples(osrs_t osrs ZN_DEFAULT(OSRS_X2)) { return 1 << (osrs - 1); }
C_NATIVE_FN() enum enums_mode enums_wake(void) { return NORMAL; }
