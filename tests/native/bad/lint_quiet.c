/* What the lints must not find. */
#include "zerynth.h"

static PObject *rooted C_NATIVE_ROOT;
static PObject *const constant = NULL;
static const char *name;
static uint8_t *block;
static int32_t first;
extern PObject *elsewhere;

C_NATIVE(_copies)
{
    NATIVE_UNWARN();
    uint8_t *buf;
    int32_t len;
    if (parse_py_args("s", nargs, args, &buf, &len) != 1) {
        return ERR_TYPE_EXC;
    }
    block = gc_malloc(len);
    memcpy(block, buf, len);
    first = buf[0];
    name = "text";
    RELEASE_GIL();
    first += block[0];
    ACQUIRE_GIL();
    rooted = args[0];
    *res = constant ? constant : MAKE_NONE();
    return ERR_OK;
}

C_NATIVE(_one_way_out)
{
    NATIVE_UNWARN();
    int code = 0;
    PObject *o = NULL;
    RELEASE_GIL();
    if (vosMillis() & 1) {
        code = -1;
        goto out;
    }
    o = (PObject *)pbytes_new(4, NULL);
    while (1) {
        if (vosMillis() & 2) {
            break;
        }
    }
out:
    ACQUIRE_GIL();
    if (code < 0) {
        return ERR_IOERROR_EXC;
    }
    *res = o;
    return ERR_OK;
}

C_NATIVE(_turns)
{
    NATIVE_UNWARN();
    for (;;) {
        RELEASE_GIL();
        int done = vosMillis() & 4;
        ACQUIRE_GIL();
        if (done) {
            break;
        }
        if (PLIST_ITEM(args[0], 0) == MAKE_NONE()) {
            continue;
        }
    }
    return elsewhere ? ERR_OK : ERR_VALUE_EXC;
}

static err_t helper(PObject **res)
{
    *res = MAKE_NONE();
    return ERR_OK;
}

C_NATIVE(_passes_res_on)
{
    NATIVE_UNWARN();
    helper(res);
    return ERR_OK;
}

C_NATIVE(_all_branches)
{
    NATIVE_UNWARN();
    if (nargs > 2 && args[2] != MAKE_NONE()) {
        *res = args[2];
    } else if (nargs >= 1) {
        *res = args[0];
    } else {
        return ERR_TYPE_EXC;
    }
    return ERR_OK;
}

C_NATIVE(_counts)
{
    NATIVE_UNWARN();
    int32_t code, n;
    PARSE_PY_INT(code);
    if (nargs < 1) {
        return ERR_TYPE_EXC;
    }
    n = PSMALLINT_VALUE(args[1]);
    *res = PSMALLINT_NEW(code + n);
    return ERR_OK;
}

C_NATIVE(_own_list)
{
    NATIVE_UNWARN();
    PObject *list, *table = (PObject *)pdict_new(2);
    RELEASE_GIL();
    list = (PObject *)plist_new(2, NULL);
    PLIST_SET_ITEM(list, 0, PSMALLINT_NEW(1));
    PLIST_SET_ITEM(list, 1, PLIST_ITEM(list, 0));
    pdict_put(table, PSMALLINT_NEW(1), list);
    ACQUIRE_GIL();
    *res = table;
    return ERR_OK;
}
