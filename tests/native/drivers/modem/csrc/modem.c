/*
 * A modem of the usual kind: "AT…" is answered by lines and then OK or ERROR, and lines
 * that begin with + come when they like. A thread in C reads; Python's threads wait for it
 * without the GIL.
 */
#include "zerynth.h"

#define LINE 64
#define EVENTS 4

static uint32_t port;
static VThread reader;
static VSemaphore answered, one_at_a_time;
static VMailBox events;
static char line[LINE], answer[LINE];
static int answer_len;
static int failed;
static err_t error_exc, timeout_exc;

static void handle(int n)
{
    line[n] = 0;
    if (line[0] == '+') {
        char *copy = gc_malloc(n + 1);
        if (copy) {
            memcpy(copy, line, n + 1);
            if (vosMBoxPostTimeout(events, copy, VTIME_IMMEDIATE) != VRES_OK)
                gc_free(copy);
        }
    } else if (strcmp(line, "OK") == 0 || strcmp(line, "ERROR") == 0) {
        failed = line[0] == 'E';
        vosSemSignalCap(answered, 1);
    } else if (n > 0) {
        memcpy(answer, line, n);
        answer_len = n;
    }
}

static void read_lines(void *arg)
{
    int n = 0;
    (void)arg;
    for (;;) {
        uint8_t byte;
        if (vhalSerialRead(port, &byte, 1) != 1)
            return;
        if (byte == '\n') {
            handle(n);
            n = 0;
        } else if (byte != '\r' && n < LINE - 1) {
            line[n++] = byte;
        }
    }
}

C_NATIVE(_modem_start)
{
    C_NATIVE_UNWARN();
    int32_t ser, baud, error, timeout;

    if (parse_py_args("iiii", nargs, args, &ser, &baud, &error, &timeout) != 4)
        return ERR_TYPE_EXC;
    error_exc = MAKE_ERR_FROM_EXC_NAME(error);
    timeout_exc = MAKE_ERR_FROM_EXC_NAME(timeout);
    port = ser;
    vhalSerialConf conf;
    memset(&conf, 0, sizeof(conf));
    conf.baudrate = baud;
    conf.rx = conf.tx = conf.rts = conf.cts = conf.nss = 0xFFFF;
    int code = vhalSerialInitEx(port, &conf);
    if (code < 0)
        return -code;
    if (!reader) {
        answered = vosSemCreate(0);
        one_at_a_time = vosSemCreate(1);
        events = vosMBoxCreate(EVENTS);
        reader = vosThCreate(512, VOS_PRIO_HIGH, read_lines, NULL, NULL);
        if (!answered || !one_at_a_time || !events || !reader)
            return ERR_MEMORY_EXC;
        vosThResume(reader);
    }
    return ERR_OK;
}

static int32_t exchange(const uint8_t *text, int len, uint32_t timeout)
{
    int32_t result;
    answer_len = 0;
    vosSemReset(answered);
    vhalSerialWrite(port, (uint8_t *)text, len);
    vhalSerialWrite(port, (uint8_t *)"\r\n", 2);
    result = vosSemWaitTimeout(answered, timeout);
    return result;
}

C_NATIVE(_modem_command)
{
    C_NATIVE_UNWARN();
    uint8_t *text;
    int32_t len, timeout;
    err_t err = ERR_OK;

    if (parse_py_args("si", nargs, args, &text, &len, &timeout) != 2)
        return ERR_TYPE_EXC;
    RELEASE_GIL();
    vosSemWait(one_at_a_time);
    int32_t result = exchange(text, len, TIME_U(timeout, MILLIS));
    ACQUIRE_GIL();
    if (result == VRES_TIMEOUT)
        err = timeout_exc;
    else if (result != VRES_OK || failed)
        err = error_exc;
    else
        *res = (PObject *)pstring_new(answer_len, (uint8_t *)answer);
    vosSemSignal(one_at_a_time);
    return err;
}

C_NATIVE(_modem_event)
{
    C_NATIVE_UNWARN();
    int32_t timeout;
    void *text;

    if (parse_py_args("i", nargs, args, &timeout) != 1)
        return ERR_TYPE_EXC;
    RELEASE_GIL();
    int result = vosMBoxFetchTimeout(events, &text, TIME_U(timeout, MILLIS));
    ACQUIRE_GIL();
    if (result != VRES_OK) {
        *res = MAKE_NONE();
        return ERR_OK;
    }
    *res = (PObject *)pstring_new(strlen(text), text);
    gc_free(text);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}
