/* SPDX-License-Identifier: MIT */
/*
 * base64.c -- three bytes as four letters, and back.
 */
#include "zerynth.h"

C_NATIVE_MODULE(base64, version = 1.0.0);

static const char alphabet[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static err_t wrong_input; /* the number of base64.Error */

/// Tells C which exception base64.Error is.
C_NATIVE_FN(py = _set_error)
void base64_set_error(int32_t number)
{
    wrong_input = MAKE_ERR_FROM_EXC_NAME(number);
}

/* ---- encoding ---- */

/// Bytes as letters, filled up with `=`.
C_NATIVE_FN(py = _encode)
PObject *base64_encode(zn_bytes data)
{
    size_t length = data.len * data.item;
    PObject *result =
        (PObject *)psequence_new(PBYTES, (uint32_t)((length + 2) / 3 * 4));
    if (result == NULL) {
        return NULL;
    }
    uint8_t *to = PSEQUENCE_BYTES(result);
    for (size_t i = 0; i < length; i += 3) {
        size_t left = MIN(length - i, 3u);
        uint32_t bits = (uint32_t)data.data[i] << 16;
        bits |= left > 1 ? (uint32_t)data.data[i + 1] << 8 : 0;
        bits |= left > 2 ? data.data[i + 2] : 0;
        for (size_t k = 0; k < 4; k++) {
            *to++ = (uint8_t)(k <= left ? alphabet[bits >> (18 - 6 * k) & 63] : '=');
        }
    }
    return result;
}

/* ---- decoding ---- */

/* A group of four letters, and what came out so far. */
typedef struct decoder {
    uint8_t *out;
    size_t written;
    uint32_t bits;
    int letters, pads; /* of the group; pads since the last letter */
    bool padded, done; /* some pad was seen; a group was closed by pads */
} decoder_t;

static int value_of(uint8_t c)
{
    const char *at = c ? strchr(alphabet, c) : NULL;
    return at ? (int)(at - alphabet) : -1;
}

static void take_letter(decoder_t *d, int value)
{
    d->bits = d->bits << 6 | (uint32_t)value;
    d->pads = 0;
    if (++d->letters > 1) { /* the letters 2, 3 and 4 of a group complete a byte each */
        d->out[d->written++] = (uint8_t)(d->bits >> (8 - 2 * d->letters));
    }
    d->letters %= 4;
}

static void take_pad(decoder_t *d)
{
    d->padded = true;
    d->done = d->letters >= 2 && d->letters + ++d->pads >= 4;
}

/* What is wrong with the letter at hand where nothing but base64 is allowed, or NULL.
 */
static const char *strict_error(const decoder_t *d, uint8_t c)
{
    if (c == '=') {
        return d->written == 0 && d->letters == 0 ? "Leading padding not allowed"
                                                  : NULL;
    }
    if (value_of(c) < 0) {
        return "Only base64 data is allowed";
    }
    return d->padded ? "Discontinuous padding not allowed" : NULL;
}

static err_t decode(decoder_t *d, zn_bytes text, bool strict)
{
    size_t i = 0;
    for (; i < text.len && !d->done; i++) {
        uint8_t c = text.data[i];
        const char *error = strict ? strict_error(d, c) : NULL;
        if (error) {
            return vm_raise(wrong_input, "%s", error);
        }
        if (c == '=') {
            take_pad(d);
        } else if (value_of(c) >= 0) {
            take_letter(d, value_of(c));
        }
    }
    if (strict && d->done && i < text.len) {
        return vm_raise(wrong_input, "Excess data after padding");
    }
    if (!d->done && d->letters == 1) {
        return vm_raise(wrong_input,
                        "Invalid base64-encoded string: number of data characters (%d) "
                        "cannot be 1 more than a multiple of 4",
                        (int)(d->written / 3 * 4 + 1));
    }
    return !d->done && d->letters ? vm_raise(wrong_input, "Incorrect padding") : ERR_OK;
}

/// The bytes that letters stand for. Other characters are skipped, or, if strict,
/// wrong.
C_NATIVE_FN(py = _decode)
PObject *base64_decode(zn_bytes text, bool strict)
{
    PObject *result =
        (PObject *)psequence_new(PBYTEARRAY, (uint32_t)(text.len / 4 * 3 + 3));
    if (result == NULL) {
        return NULL;
    }
    decoder_t d = {.out = PSEQUENCE_BYTES(result)};
    if (decode(&d, text, strict) != ERR_OK) {
        return NULL;
    }
    return (PObject *)pbytes_new((uint32_t)d.written, d.out);
}
