/* SPDX-License-Identifier: MIT */
/*
 * zsockets.c -- sockets for C: every call becomes a command to the net driver.
 */
#include "zsockets.h"

/* ---- addresses ---- */

uint16_t zsock_htons(uint16_t x)
{
    return (uint16_t)(PY_ENDIANNESS == Z_LITTLE_ENDIAN ? BLTSWAP16(x) : x);
}

uint32_t zsock_htonl(uint32_t x)
{
    return PY_ENDIANNESS == Z_LITTLE_ENDIAN ? BLTSWAP32(x) : x;
}

int zsock_inet_aton(const char *text, struct zin_addr *address)
{
    uint8_t octets[4];
    for (int i = 0; i < 4; i++) {
        unsigned value = 0;
        int digits = 0;
        for (; *text >= '0' && *text <= '9' && digits < 4; text++, digits++) {
            value = value * 10 + (unsigned)(*text - '0');
        }
        if (digits == 0 || value > 255 || *text != (i < 3 ? '.' : 0)) {
            return 0;
        }
        octets[i] = (uint8_t)value;
        text++;
    }
    memcpy(&address->s_addr, octets, sizeof octets);
    return 1;
}

uint32_t zsock_inet_addr(const char *text)
{
    struct zin_addr address;
    return zsock_inet_aton(text, &address) ? address.s_addr : 0xFFFFFFFFu;
}

char *zsock_inet_ntoa_r(struct zin_addr address, char *text, size_t size)
{
    uint8_t o[4];
    memcpy(o, &address.s_addr, sizeof o);
    int n = snprintf(text, size, "%d.%d.%d.%d", o[0], o[1], o[2], o[3]);
    return n > 0 && (size_t)n < size ? text : NULL;
}

/* ---- the driver ---- */

int zsock_available(void)
{
    return vbl_get_driver(VBL_NET) != NULL;
}

static int error_of(err_t err)
{
    static const struct {
        err_t err;
        int result;
    } errors[] = {
        {ERR_MEMORY_EXC, ZSOCK_ENOMEM},
        {ERR_TYPE_EXC, ZSOCK_EINVAL},
        {ERR_VALUE_EXC, ZSOCK_EINVAL},
        {ERR_UNSUPPORTED_EXC, ZSOCK_EUNSUPPORTED},
        {ERR_NOT_IMPLEMENTED_EXC, ZSOCK_EUNSUPPORTED},
        {ERR_CONNECTION_ABR_EXC, ZSOCK_EABORTED},
        {ERR_CONNECTION_RES_EXC, ZSOCK_ERESET},
        {ERR_CONNECTION_REF_EXC, ZSOCK_EREFUSED},
        {ERR_TIMEOUT_EXC, ZSOCK_ETIMEDOUT},
    };
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        if (errors[i].err == err) {
            return errors[i].result;
        }
    }
    return ZSOCK_EFAILED;
}

/* Most arguments of a command, its number and the index included. */
#define COMMAND_ARGS 6

typedef err_t (*ctl_t)(int nargs, PObject *self, PObject **args, PObject **res);

/* Sends a command. A NULL among the arguments is an object there was no memory for. */
static int command(int number, PObject **res, int nargs, PObject **rest)
{
    PObject *args[COMMAND_ARGS] = {PSMALLINT_NEW(number), PSMALLINT_NEW(0)};
    const VBLDriver *driver = vbl_get_driver(VBL_NET);
    if (driver == NULL) {
        return ZSOCK_EUNSUPPORTED;
    }
    for (int i = 0; i < nargs; i++) {
        if (rest[i] == NULL) {
            return ZSOCK_ENOMEM;
        }
        args[2 + i] = rest[i];
    }
    *res = MAKE_NONE();
    err_t err = ((ctl_t)(uintptr_t)driver->ctl)(2 + nargs, NULL, args, res);
    if (err != ERR_OK) {
        vm_clear();
        return error_of(err);
    }
    return ZSOCK_OK;
}

/* The int that a command gave, or the error it met. */
static int number_of(int result, PObject **value)
{
    if (result != ZSOCK_OK) {
        return result;
    }
    return IS_PSMALLINT(*value) ? PSMALLINT_VALUE(*value) : ZSOCK_EFAILED;
}

/* ---- addresses as Python has them ---- */

static PObject *address_object(const struct zsockaddr *address, zsocklen_t length)
{
    struct zsockaddr_in in;
    if (address == NULL || length < sizeof in) {
        return NULL;
    }
    memcpy(&in, address, sizeof in);
    NetAddress net = {.ip = in.sin_addr.s_addr, .port = in.sin_port};
    return netaddress_to_object(&net);
}

/* ("a.b.c.d", port) into the caller's memory, as far as that reaches. */
static int store_address(PObject *pair, struct zsockaddr *address, zsocklen_t *length)
{
    NetAddress net;
    if (address == NULL || length == NULL) {
        return ZSOCK_OK;
    }
    if (parse_py_args("n", 1, &pair, &net) != 1) {
        return ZSOCK_EFAILED;
    }
    struct zsockaddr_in in = {
        .sin_family = ZSOCK_AF_INET, .sin_port = net.port, .sin_addr = {net.ip}};
    memcpy(address, &in, MIN(*length, sizeof in));
    *length = sizeof in;
    return ZSOCK_OK;
}

static bool is_pair(PObject *value)
{
    return PTYPE(value) == PTUPLE && PSEQUENCE_ELEMENTS(value) == 2;
}

/* ---- sockets ---- */

int zsock_socket(int family, int type, int protocol)
{
    PObject *res,
        *args[] = {PSMALLINT_NEW(family), PSMALLINT_NEW(type), PSMALLINT_NEW(protocol)};
    return number_of(command(DRV_CMD_SOCKET, &res, 3, args), &res);
}

static int with_address(int number, int s, const struct zsockaddr *address,
                        zsocklen_t length)
{
    PObject *res, *args[] = {PSMALLINT_NEW(s), NULL};
    if (!zsock_available()) {
        return ZSOCK_EUNSUPPORTED;
    }
    if (address == NULL || length < sizeof(struct zsockaddr_in)) {
        return ZSOCK_EINVAL;
    }
    args[1] = address_object(address, length);
    return command(number, &res, 2, args);
}

int zsock_bind(int s, const struct zsockaddr *address, zsocklen_t length)
{
    return with_address(DRV_CMD_BIND, s, address, length);
}

int zsock_connect(int s, const struct zsockaddr *address, zsocklen_t length)
{
    return with_address(DRV_CMD_OPEN, s, address, length);
}

int zsock_listen(int s, int backlog)
{
    PObject *res, *args[] = {PSMALLINT_NEW(s), PSMALLINT_NEW(backlog)};
    return command(DRV_CMD_LISTEN, &res, 2, args);
}

int zsock_accept(int s, struct zsockaddr *address, zsocklen_t *length)
{
    PObject *res, *args[] = {PSMALLINT_NEW(s)};
    int result = command(DRV_CMD_ACCEPT, &res, 1, args);
    if (result != ZSOCK_OK) {
        return result;
    }
    if (!is_pair(res)) {
        return ZSOCK_EFAILED;
    }
    result = store_address(PTUPLE_ITEM(res, 1), address, length);
    return number_of(result, &PTUPLE_ITEM(res, 0));
}

int zsock_close(int s)
{
    PObject *res, *args[] = {PSMALLINT_NEW(s)};
    return command(DRV_CMD_CLOSE, &res, 1, args);
}

/* ---- data ---- */

int zsock_send(int s, const void *data, size_t n, int flags)
{
    PObject *res, *args[] = {PSMALLINT_NEW(s), NULL, PSMALLINT_NEW(flags)};
    if (!zsock_available()) {
        return ZSOCK_EUNSUPPORTED;
    }
    args[1] = (PObject *)pbytes_new((uint32_t)n, (uint8_t *)(uintptr_t)data);
    return number_of(command(DRV_CMD_WRITE, &res, 3, args), &res);
}

int zsock_sendto(int s, const void *data, size_t n, int flags,
                 const struct zsockaddr *address, zsocklen_t length)
{
    PObject *res, *args[] = {PSMALLINT_NEW(s), NULL, NULL, PSMALLINT_NEW(flags)};
    if (!zsock_available()) {
        return ZSOCK_EUNSUPPORTED;
    }
    if (address == NULL || length < sizeof(struct zsockaddr_in)) {
        return ZSOCK_EINVAL;
    }
    args[1] = (PObject *)pbytes_new((uint32_t)n, (uint8_t *)(uintptr_t)data);
    args[2] = address_object(address, length);
    return number_of(command(DRV_CMD_WRITE_TO, &res, 4, args), &res);
}

int zsock_sendall(int s, const void *data, size_t n)
{
    const uint8_t *at = data;
    while (n > 0) {
        int sent = zsock_send(s, at, n, 0);
        if (sent <= 0) {
            return sent < 0 ? sent : ZSOCK_EFAILED;
        }
        at += sent;
        n -= (size_t)sent;
    }
    return ZSOCK_OK;
}

/* The bytes that a command gave, at most n of them. */
static int take_bytes(PObject *value, void *data, size_t n)
{
    int type = PTYPE(value);
    if (type != PBYTES && type != PBYTEARRAY && type != PSTRING) {
        return ZSOCK_EFAILED;
    }
    n = MIN(n, PSEQUENCE_ELEMENTS(value));
    const uint8_t *bytes = PSEQUENCE_BYTES(value);
    if (bytes) {
        memcpy(data, bytes, n);
    }
    return (int)n;
}

int zsock_recv(int s, void *data, size_t n, int flags)
{
    PObject *res, *args[] = {PSMALLINT_NEW(s), PSMALLINT_NEW(n), PSMALLINT_NEW(flags)};
    int result = command(DRV_CMD_READ, &res, 3, args);
    return result == ZSOCK_OK ? take_bytes(res, data, n) : result;
}

int zsock_recvfrom(int s, void *data, size_t n, int flags, struct zsockaddr *address,
                   zsocklen_t *length)
{
    PObject *res, *args[] = {PSMALLINT_NEW(s), PSMALLINT_NEW(n), PSMALLINT_NEW(flags)};
    int result = command(DRV_CMD_READ_FROM, &res, 3, args);
    if (result == ZSOCK_OK && !is_pair(res)) {
        result = ZSOCK_EFAILED;
    }
    if (result == ZSOCK_OK) {
        result = store_address(PTUPLE_ITEM(res, 1), address, length);
    }
    return result == ZSOCK_OK ? take_bytes(PTUPLE_ITEM(res, 0), data, n) : result;
}

/* ---- options and names ---- */

int zsock_setsockopt(int s, int level, int option, const void *value, zsocklen_t n)
{
    int32_t number;
    if (value == NULL || n != sizeof number) {
        return zsock_available() ? ZSOCK_EINVAL : ZSOCK_EUNSUPPORTED;
    }
    memcpy(&number, value, sizeof number);
    PObject *res, *args[] = {PSMALLINT_NEW(s), PSMALLINT_NEW(level),
                             PSMALLINT_NEW(option), PSMALLINT_NEW(number)};
    return command(DRV_CMD_SETOPTS, &res, 4, args);
}

int zsock_getsockopt(int s, int level, int option, void *value, zsocklen_t *n)
{
    PObject *res,
        *args[] = {PSMALLINT_NEW(s), PSMALLINT_NEW(level), PSMALLINT_NEW(option)};
    int result = command(DRV_CMD_GETOPTS, &res, 3, args);
    if (result != ZSOCK_OK) {
        return result;
    }
    if (value == NULL || n == NULL || *n < sizeof(int32_t) || !IS_PSMALLINT(res)) {
        return ZSOCK_EINVAL;
    }
    int32_t number = PSMALLINT_VALUE(res);
    memcpy(value, &number, sizeof number);
    *n = sizeof number;
    return ZSOCK_OK;
}

int zsock_settimeout(int s, uint32_t milliseconds)
{
    int32_t value = (int32_t)MIN(milliseconds, (uint32_t)PSMALLINT_MAX);
    int result =
        zsock_setsockopt(s, ZSOCK_SOL_SOCKET, ZSOCK_SO_RCVTIMEO, &value, sizeof value);
    return result == ZSOCK_OK ? zsock_setsockopt(s, ZSOCK_SOL_SOCKET, ZSOCK_SO_SNDTIMEO,
                                                 &value, sizeof value)
                              : result;
}

int zsock_resolve(const char *name, struct zin_addr *address)
{
    char text[16];
    if (zsock_inet_aton(name, address)) {
        return ZSOCK_OK;
    }
    if (!zsock_available()) {
        return ZSOCK_EUNSUPPORTED;
    }
    PObject *res, *args[] = {(PObject *)pstring_new((uint32_t)strlen(name),
                                                    (uint8_t *)(uintptr_t)name)};
    int result = command(DRV_CMD_RESOLVE, &res, 1, args);
    int n = result == ZSOCK_OK ? take_bytes(res, text, sizeof text - 1) : result;
    if (n < 0) {
        return n;
    }
    text[n] = 0;
    return zsock_inet_aton(text, address) ? ZSOCK_OK : ZSOCK_EFAILED;
}
