/* The seeds' example of parse_py_args as written, in a classic native. */
#include "zerynth.h"

C_NATIVE(_parse)
{
    NATIVE_UNWARN();
int32_t a;
double b;
uint8_t *c;
int32_t len,d;

if (parse_py_args("ifsI",nargs,args,&a,&b,&c,&len,2,&d)!=4)
        return ERR_TYPE_EXC;

    PTuple *t = ptuple_new(4, NULL);
    PTUPLE_SET_ITEM(t, 0, PSMALLINT_NEW(a));
    PTUPLE_SET_ITEM(t, 1, pfloat_new(b));
    PTUPLE_SET_ITEM(t, 2, pbytes_new(len, c));
    PTUPLE_SET_ITEM(t, 3, PSMALLINT_NEW(d));
    *res = (PObject *)t;
    return ERR_OK;
}

C_NATIVE(_nothing)
{
    NATIVE_UNWARN();
    return ERR_OK;
}

C_NATIVE(_swap)
{
    NATIVE_UNWARN();
    *res = (PObject *)ptuple_new(2, NULL);
    PTUPLE_SET_ITEM(*res, 0, args[1]);
    PTUPLE_SET_ITEM(*res, 1, args[0]);
    return ERR_OK;
}

C_NATIVE(_bad)
{
    NATIVE_UNWARN();
    return -1;
}
