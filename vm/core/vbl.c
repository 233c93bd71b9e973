/* SPDX-License-Identifier: MIT */
/* vbl.c -- network addresses between C and Python, and the checksum of vbl.h. */
#include "vbl.h"
#include "driver.h"
#include "int.h"
#include "obj.h"
#include "str.h"
#include "text.h"
#include "tuple.h"

enum { OCTETS = 4 };

/* ---- addresses ---- */

PObject *netaddress_to_object(NetAddress *address)
{
    char small[16];
    text_t text;
    PObject *pair[2];
    text_init(&text, small, sizeof small);
    text_addf(&text, "%u.%u.%u.%u", OAL_IP_AT(address->ip, 0),
              OAL_IP_AT(address->ip, 1), OAL_IP_AT(address->ip, 2),
              OAL_IP_AT(address->ip, 3));
    if (text_take(&text, &pair[0]) != ERR_OK) {
        return NULL;
    }
    pair[1] = PSMALLINT_NEW(OAL_GET_NETPORT(address->port));
    return (PObject *)tuple_from(2, pair);
}

/* "a.b.c.d", each 0 … 255 in decimal. */
static bool ip_of_text(const uint8_t *s, uint32_t length, uint32_t *ip)
{
    const uint8_t *end = s + length;
    *ip = 0;
    for (int i = 0; i < OCTETS; i++) {
        unsigned octet = 0, digits = 0;
        for (; s < end && *s >= '0' && *s <= '9' && digits < 3; s++, digits++) {
            octet = 10 * octet + (*s - '0');
        }
        if (digits == 0 || octet > 255 || (i < OCTETS - 1 && (s == end || *s++ != '.'))) {
            return false;
        }
        *ip |= (uint32_t)octet << 8 * i;
    }
    return s == end;
}

/* Octet i of bytes, or of a tuple or list of ints. */
static bool octet_at(PObject *sequence, int i, int64_t *octet)
{
    uint8_t type = sequence->header.type;
    if (IS_BYTE_PSEQUENCE_TYPE(type)) {
        *octet = PSEQUENCE_BYTES(sequence)[i];
        return true;
    }
    return int_get(PSEQUENCE_OBJECTS(sequence)[i], octet) && *octet >= 0 &&
           *octet <= 255;
}

static bool ip_of(PObject *o, uint32_t *ip)
{
    int64_t octet;
    if (IS_OBJ(o, PSTRING)) {
        return ip_of_text(str_data(o), str_bytes(o), ip);
    }
    if (IS_TAGGED(o) || PSEQUENCE_ELEMENTS(o) != OCTETS ||
        !(IS_BYTE_PSEQUENCE_TYPE(o->header.type) ||
          IS_OBJ_PSEQUENCE_TYPE(o->header.type))) {
        return false;
    }
    *ip = 0;
    for (int i = 0; i < OCTETS; i++) {
        if (!octet_at(o, i, &octet)) {
            return false;
        }
        *ip |= (uint32_t)octet << 8 * i;
    }
    return true;
}

bool driver_address(PObject *pair, NetAddress *out)
{
    int64_t port;
    uint32_t ip;
    if (IS_TAGGED(pair) || !IS_OBJ_PSEQUENCE_TYPE(pair->header.type) ||
        PSEQUENCE_ELEMENTS(pair) != 2 || !ip_of(PSEQUENCE_OBJECTS(pair)[0], &ip) ||
        !int_get(PSEQUENCE_OBJECTS(pair)[1], &port) || port < 0 || port > 0xFFFF) {
        return false;
    }
    out->ip = ip;
    OAL_SET_NETPORT(out->port, port);
    return true;
}

/* ---- checksum ---- */

uint32_t adler32(const void *data, uint32_t length)
{
    enum { MODULUS = 65521, UNREDUCED = 5552 /* so many sums stay below 2^32 */ };
    const uint8_t *p = data;
    uint32_t a = 1, b = 0;
    while (length) {
        uint32_t n = length < UNREDUCED ? length : UNREDUCED;
        length -= n;
        while (n--) {
            a += *p++;
            b += a;
        }
        a %= MODULUS;
        b %= MODULUS;
    }
    return b << 16 | a;
}
