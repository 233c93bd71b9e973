/* SPDX-License-Identifier: MIT */
/*
 * script.h -- scripted devices: the transfers they expect, and what was wrong.
 */
#ifndef SIM_SCRIPT_H
#define SIM_SCRIPT_H

#include "device.h"

/* One expected transfer, bytes as pairs of hexadecimal digits; NULL: none. */
typedef struct transfer {
    const char *write, *read;
    const char *mosi, *miso; /* SPI, at the same time */
    uint64_t stretch;        /* I2C: SCL is held that long before the first byte */
    bool nack;               /* I2C: the address is not acknowledged */
    struct transfer *next;
} transfer_t;

/* The transfers of one device, and where it is in them. */
typedef struct script {
    const char *name; /* for reports: "i2c 0, device 0x20" */
    transfer_t *first, **last;
    const transfer_t *now;   /* NULL: between transfers, or all are over */
    const transfer_t *after; /* the next one */
    uint32_t number;         /* of `now`, from 1 */
    uint32_t wrote, read;    /* bytes of it so far */
    bool open;               /* between script_begin and script_finish */
    bool wrong;              /* this one has been reported */
} script_t;

void script_init(script_t *s, const char *name);
/* A transfer of the scene, behind the others. Context: the scene. */
void script_add(script_t *s, sim_args_t *args);
/* The next transfer begins, unless one is under way; reports one too many. */
void script_begin(script_t *s);
/* The byte at `index` of hexadecimal text, or -1 behind its end. NULL is empty. */
int script_byte(const char *hex, uint32_t index);
/* The program wrote `byte`; reports the first one that differs. */
void script_wrote(script_t *s, const char *expected, uint8_t byte);
/* The byte that the program reads; reports the first one too many. */
uint8_t script_read(script_t *s, const char *bytes);
/* The transfer is over; reports what is missing. */
void script_finish(script_t *s);
/* The program is over; reports the transfers that never came. */
void script_end(script_t *s);

#endif
