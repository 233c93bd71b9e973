#include "zerynth.h"

C_NATIVE_MODULE(lint_typed);

static PObject *last;
static const uint8_t *kept;
static zn_callable alarm;

C_NATIVE_FN()
void lint_typed_keep(zn_bytes data, PObject *o);

void lint_typed_keep(zn_bytes data, PObject *o)
{
    kept = data.data;
    last = o;
}

C_NATIVE_FN(nogil)
int32_t lint_typed_sum(PObject *list);

int32_t lint_typed_sum(PObject *list)
{
    return PSMALLINT_VALUE(PLIST_ITEM(list, 0));
}

C_NATIVE_FN(nogil)
void lint_typed_leave(int32_t n);

void lint_typed_leave(int32_t n)
{
    if (n) {
        ACQUIRE_GIL();
    }
}

C_NATIVE_FN()
void lint_typed_on_alarm(zn_callable cb ZN_NULLABLE ZN_SCOPE(forever));

void lint_typed_on_alarm(zn_callable cb)
{
    alarm = cb;
}

C_NATIVE_FN(nogil)
int32_t lint_typed_quiet(zn_bytes data);

int32_t lint_typed_quiet(zn_bytes data)
{
    int32_t sum = 0;
    for (size_t i = 0; i < data.len; i++) {
        sum += data.data[i];
    }
    ACQUIRE_GIL();
    RELEASE_GIL();
    return sum;
}
