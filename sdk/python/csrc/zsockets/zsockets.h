/* SPDX-License-Identifier: MIT */
/*
 * zsockets.h -- sockets for C, over whatever net driver the program has installed:
 * `#csrc/zsockets/zsockets.c`.
 *
 * The functions are those of BSD with zsock_ in front (with ZSOCKETS_BSD_NAMES also
 * without it). A result below 0 is one of ZSOCK_E…; without a net driver every call
 * gives ZSOCK_EUNSUPPORTED. Addresses and ports are in network order, IPv4 only.
 *
 * A net driver is what vbl_install_driver registered for VBL_NET. Its ctl gets, behind
 * the command and the index 0:
 *
 *   SOCKET (family, type, protocol) → handle     BIND (handle, address)    LISTEN
 * (handle, backlog) OPEN (handle, address): connect              CLOSE (handle) ACCEPT
 * (handle) → (handle, address) WRITE (handle, bytes, flags) → count         WRITE_TO
 * (handle, bytes, address, flags) → count READ (handle, count, flags) → bytes READ_FROM
 * (handle, count, flags) → (bytes, address) SETOPTS (handle, level, option, value)
 * GETOPTS (handle, level, option) → value RESOLVE (name) → "a.b.c.d"
 *
 * where an address is ("a.b.c.d", port) as parse_py_args takes it by `n`. Its
 * exceptions become error numbers.
 *
 * Context of all that take a socket: thread with the GIL, which the driver gives up
 * while it waits.
 */
#ifndef ZVM_ZSOCKETS_H
#define ZVM_ZSOCKETS_H

#include "vbl.h"
#include "zerynth.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- results ---- */

enum {
    ZSOCK_OK = 0,
    ZSOCK_EFAILED = -5, /* OSError and whatever else the driver raised */
    ZSOCK_ENOMEM = -12,
    ZSOCK_EINVAL = -22, /* ValueError, TypeError; what this layer refuses itself */
    ZSOCK_EUNSUPPORTED = -95, /* no net driver, or it does not know the command */
    ZSOCK_EABORTED = -103,
    ZSOCK_ERESET = -104,
    ZSOCK_ETIMEDOUT = -110,
    ZSOCK_EREFUSED = -111,
};

/* ---- addresses ---- */

typedef uint32_t zsocklen_t;

struct zin_addr {
    uint32_t s_addr;
};

struct zsockaddr {
    uint16_t sa_family;
    char sa_data[14];
};

struct zsockaddr_in {
    uint16_t sin_family; /* ZSOCK_AF_INET */
    uint16_t sin_port;
    struct zin_addr sin_addr;
    char sin_zero[8];
};

#define ZSOCK_AF_INET 2
#define ZSOCK_STREAM 1
#define ZSOCK_DGRAM 2
#define ZSOCK_IPPROTO_TCP 6
#define ZSOCK_IPPROTO_UDP 17
#define ZSOCK_SOL_SOCKET 1
#define ZSOCK_SO_REUSEADDR 2
#define ZSOCK_SO_KEEPALIVE 9
#define ZSOCK_SO_RCVTIMEO 20 /* milliseconds */
#define ZSOCK_SO_SNDTIMEO 21

/* A 16 or 32 bit number in network order, and back. Context: any. */
uint16_t zsock_htons(uint16_t x);
uint32_t zsock_htonl(uint32_t x);
#define zsock_ntohs(x) zsock_htons(x)
#define zsock_ntohl(x) zsock_htonl(x)

/* "a.b.c.d" as an address. 1, or 0 when it is none. Context: any. */
int zsock_inet_aton(const char *text, struct zin_addr *address);
/* The same; 0xFFFFFFFF when it is none. */
uint32_t zsock_inet_addr(const char *text);
/* An address as text: `size` at least 16. NULL when it does not fit. */
char *zsock_inet_ntoa_r(struct zin_addr address, char *text, size_t size);

/* ---- sockets ---- */

/* Is there a net driver? Context: any. */
int zsock_available(void);

/* A handle from 0 on. */
int zsock_socket(int family, int type, int protocol);
int zsock_bind(int s, const struct zsockaddr *address, zsocklen_t length);
int zsock_listen(int s, int backlog);
/* `address` may be NULL. */
int zsock_accept(int s, struct zsockaddr *address, zsocklen_t *length);
int zsock_connect(int s, const struct zsockaddr *address, zsocklen_t length);
int zsock_close(int s);

/* How many bytes went. */
int zsock_send(int s, const void *data, size_t n, int flags);
int zsock_sendto(int s, const void *data, size_t n, int flags,
                 const struct zsockaddr *address, zsocklen_t length);
/* All of them, in as many calls as it takes: ZSOCK_OK. */
int zsock_sendall(int s, const void *data, size_t n);
/* How many bytes came, 0: the other side has closed. */
int zsock_recv(int s, void *data, size_t n, int flags);
int zsock_recvfrom(int s, void *data, size_t n, int flags, struct zsockaddr *address,
                   zsocklen_t *length);

/* Options are ints: `n` is 4. */
int zsock_setsockopt(int s, int level, int option, const void *value, zsocklen_t n);
int zsock_getsockopt(int s, int level, int option, void *value, zsocklen_t *n);
/* For receiving and sending, in milliseconds; 0: for ever. */
int zsock_settimeout(int s, uint32_t milliseconds);

/* The address of a host. */
int zsock_resolve(const char *name, struct zin_addr *address);

#ifdef ZSOCKETS_BSD_NAMES
#define sockaddr zsockaddr
#define sockaddr_in zsockaddr_in
#define in_addr zin_addr
#define socklen_t zsocklen_t
#define AF_INET ZSOCK_AF_INET
#define SOCK_STREAM ZSOCK_STREAM
#define SOCK_DGRAM ZSOCK_DGRAM
#define IPPROTO_TCP ZSOCK_IPPROTO_TCP
#define IPPROTO_UDP ZSOCK_IPPROTO_UDP
#define SOL_SOCKET ZSOCK_SOL_SOCKET
#define SO_REUSEADDR ZSOCK_SO_REUSEADDR
#define SO_KEEPALIVE ZSOCK_SO_KEEPALIVE
#define SO_RCVTIMEO ZSOCK_SO_RCVTIMEO
#define SO_SNDTIMEO ZSOCK_SO_SNDTIMEO
#define htons(x) zsock_htons(x)
#define htonl(x) zsock_htonl(x)
#define ntohs(x) zsock_ntohs(x)
#define ntohl(x) zsock_ntohl(x)
#define inet_aton(text, address) zsock_inet_aton(text, address)
#define inet_addr(text) zsock_inet_addr(text)
#define socket(family, type, protocol) zsock_socket(family, type, protocol)
#define bind(s, address, length) zsock_bind(s, address, length)
#define listen(s, backlog) zsock_listen(s, backlog)
#define accept(s, address, length) zsock_accept(s, address, length)
#define connect(s, address, length) zsock_connect(s, address, length)
#define closesocket(s) zsock_close(s)
#define send(s, data, n, flags) zsock_send(s, data, n, flags)
#define sendto(s, data, n, flags, address, length)                                     \
    zsock_sendto(s, data, n, flags, address, length)
#define recv(s, data, n, flags) zsock_recv(s, data, n, flags)
#define recvfrom(s, data, n, flags, address, length)                                   \
    zsock_recvfrom(s, data, n, flags, address, length)
#define setsockopt(s, level, option, value, n)                                         \
    zsock_setsockopt(s, level, option, value, n)
#define getsockopt(s, level, option, value, n)                                         \
    zsock_getsockopt(s, level, option, value, n)
#endif

#ifdef __cplusplus
}
#endif

#endif
