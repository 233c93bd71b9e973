#include "zerynth.h"

static PObject *cache;
static struct {
    int n;
    PObject *items[4];
} table;
static uint8_t *kept;

C_NATIVE(_views)
{
    NATIVE_UNWARN();
    static PList *results;
    uint8_t *buf;
    int32_t len, i, sum = 0;
    if (parse_py_args("s", nargs, args, &buf, &len) != 1) {
        return ERR_TYPE_EXC;
    }
    kept = buf + 1;
    RELEASE_GIL();
    for (i = 0; i < len; i++) {
        sum += buf[i];
    }
    ACQUIRE_GIL();
    cache = PSMALLINT_NEW(sum);
    results = (PList *)table.items[0];
    *res = (PObject *)results;
    return ERR_OK;
}

C_NATIVE(_early_return)
{
    NATIVE_UNWARN();
    RELEASE_GIL();
    if (vosMillis() & 1) {
        return ERR_IOERROR_EXC;
    }
    ACQUIRE_GIL();
    *res = MAKE_NONE();
    return ERR_OK;
}

C_NATIVE(_one_branch)
{
    NATIVE_UNWARN();
    if (nargs) {
        RELEASE_GIL();
    }
    *res = MAKE_NONE();
    return ERR_OK;
}

C_NATIVE(_twice)
{
    NATIVE_UNWARN();
    RELEASE_GIL();
    RELEASE_GIL();
    ACQUIRE_GIL();
    *res = MAKE_NONE();
    return ERR_OK;
}

C_NATIVE(_held)
{
    NATIVE_UNWARN();
    vosSemWait(_gillock);
    *res = MAKE_NONE();
    return ERR_OK;
}

C_NATIVE(_containers)
{
    NATIVE_UNWARN();
    if (nargs < 1) {
        return ERR_TYPE_EXC;
    }
    PObject *list = args[0];
    RELEASE_GIL();
    PLIST_SET_ITEM(list, 0, PSMALLINT_NEW(1));
    pdict_put(list, list, list);
    ACQUIRE_GIL();
    *res = args[1];
    return ERR_OK;
}

C_NATIVE(_one_path)
{
    NATIVE_UNWARN();
    if (nargs == 0) {
        *res = MAKE_NONE();
    }
    return ERR_OK;
}

C_NATIVE(_arguments)
{
    NATIVE_UNWARN();
    CHECK_NARGS(nargs, 3, 2);
    switch (PSMALLINT_VALUE(args[0])) {
    case 0:
        *res = args[1];
        break;
    case 1:
        return ERR_VALUE_EXC;
    default:
        *res = args[2];
    }
    return ERR_OK;
}
