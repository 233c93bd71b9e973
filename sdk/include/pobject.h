/* SPDX-License-Identifier: MIT */
/*
 * pobject.h -- Python values as C sees them: tags, headers, type tests and the accessors that never call the VM.
 *
 * A value is a `PObject *`. With a tag in its low bits the word itself is the value; with both low bits zero it points
 * to an 8-byte header and data behind it. Words of tagged values have 32 significant bits on every target and are
 * zero-extended on 64-bit hosts, so what a driver squeezes into them is the same everywhere.
 *
 *   …vvvvvvv1  small integer, 31 bits with sign            …0x06  driver          …0x0A  None
 *   number<<16|0xFF0E  exception name    value<<8|0x12  bool    index<<8|0x16  native    id<<8|0x1E  built-in type
 *
 * The accessors rely only on layout.def, which is frozen within an ABI major version.
 */
#ifndef ZVM_POBJECT_H
#define ZVM_POBJECT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef int32_t err_t;   /* 0 or the number of an exception (perrors.h) */
typedef int64_t zint_t;  /* integers of C-sized range */
typedef double zfloat_t; /* floats */
typedef uint16_t Name;   /* number of a name */

/* What integers and floats are made of; both are of that size on every board. */
#define INT_TYPE int64_t
#define UINT_TYPE uint64_t
#define FLOAT_TYPE double
#define Z_INT64_VM 1
#define Z_DOUBLE_FP 1

/* What every object on the heap begins with. */
typedef struct _pobject_header {
    uint32_t length; /* elements, bytes of a string, limbs … by type */
    uint8_t type;    /* PSMALLINT … below */
    uint8_t flags;   /* POBJ_… below */
    uint16_t aux;    /* cached hash of strings and bytes (0: none yet), class index of instances */
} PObjectHeader;

/* Any Python value, by pointer: `PObject *`. */
typedef struct _pobject {
    PObjectHeader header;
} PObject;

/*
 * What a constructor returns: a pointer to its type. In a classic C source any object pointer takes it, since such code
 * writes `*res = pbytes_new(…)` without a cast.
 */
#if defined(ZN_CLASSIC) && !defined(__cplusplus)
#define ZN_NEW(type) void *
#else
#define ZN_NEW(type) type *
#endif

/* Header flags. The low nibble belongs to the type. */
#define POBJ_MARK 0x10     /* the collector's */
#define POBJ_HASHABLE 0x20 /* PCHECK_HASHABLE */
#define POBJ_MUTABLE 0x40  /* data behind a buffer pointer */
#define POBJ_ASCII 0x80    /* PSTRING: one byte a code point */

/* Type ids (spec). From 31 on they are the VM's own. */
#define PSMALLINT 0
#define PINTEGER 1
#define PFLOAT 2
#define PNUMBER PFLOAT
#define PBOOL 3
#define PSTRING 4
#define PBYTES 5
#define PBYTEARRAY 6
#define PSHORTS 7
#define PSHORTARRAY 8
#define PLIST 9
#define PTUPLE 10
#define PRANGE 11
#define PSEQUENCE PRANGE
#define PFSET 12
#define PSET 13
#define PDICT 14
#define PFUNCTION 15
#define PMETHOD 16
#define PCLASS 17
#define PINSTANCE 18
#define PMODULE 19
#define PBUFFER 20
#define PSLICE 21
#define PITERATOR 22
#define PFRAME 23
#define PCELL 24
#define PNONE 25
#define PEXCEPTION 26
#define PNATIVE 27
#define PSYSOBJ 28
#define PDRIVER 29
#define PTHREAD 30
#define NTYPES 31
/* What Python prints for a type id. */
extern const char *const typestrings[];

/* ---- words and tags ---- */

#define POBJ_WORD(o) ((uintptr_t)(o))
#define POBJ_FROM_WORD(w) ((PObject *)(uintptr_t)(uint32_t)(w))

#define TAG_DRIVER 0x06u
#define TAG_NONE 0x0Au
#define TAG_EXCEPTION 0x0Eu
#define TAG_BOOL 0x12u
#define TAG_NATIVE 0x16u
#define TAG_CELL 0x1Au
#define TAG_TYPE 0x1Eu

/* Is the value in the word itself? Else it points to an object. */
#define IS_TAGGED(o) ((POBJ_WORD(o) & 3) != 0)

/* Small integers: −2^30 … 2^30−1. PSMALLINT_NEW does not check. */
#define PSMALLINT_MAX 0x3FFFFFFF
#define PSMALLINT_MIN (-0x40000000)
#define PSMALLINT_NEW(x) POBJ_FROM_WORD(((uint32_t)(x) << 1) | 1u)
/* The value; the same as if the word were unsigned. */
#define PSMALLINT_VALUE(o) ((int32_t)(uint32_t)POBJ_WORD(o) >> 1)
#define PSMALLINT_VALUE_P(o) ((uint32_t)POBJ_WORD(o) >> 1)
/* Is the number too large, too small, or right for a small integer? */
#define PSMALLINT_OVERFLOWED(x) ((x) > PSMALLINT_MAX)
#define PSMALLINT_UNDERFLOWED(x) ((x) < PSMALLINT_MIN)
#define PSMALLINT_FITS(x) ((x) >= PSMALLINT_MIN && (x) <= PSMALLINT_MAX)
/* The word of 0, and a number that stands for an end of a slice that was left out. */
#define PSMALLINT_ZERO 1
#define PSMALLINT_SLICE_MARKER 0x0fffffff
#define IS_PSMALLINT(o) ((POBJ_WORD(o) & 1) != 0)

/* A constant that also answers to the spelling with (): MAKE_NONE and MAKE_NONE(). */
static PObject *const MAKE_NONE = (PObject *)(uintptr_t)TAG_NONE;
static PObject *const PBOOL_TRUE = (PObject *)(uintptr_t)(0x100u | TAG_BOOL);
static PObject *const PBOOL_FALSE = (PObject *)(uintptr_t)TAG_BOOL;
#define MAKE_NONE() ((PObject *)(uintptr_t)TAG_NONE)
#define PBOOL_TRUE() ((PObject *)(uintptr_t)(0x100u | TAG_BOOL))
#define PBOOL_FALSE() ((PObject *)(uintptr_t)TAG_BOOL)
/* The same under the VM's names, and numbers that are needed often; the floats and "" are objects of the VM. */
#define P_NONE MAKE_NONE()
#define P_TRUE PBOOL_TRUE()
#define P_FALSE PBOOL_FALSE()
#define P_ZERO PSMALLINT_NEW(0)
#define P_ONE PSMALLINT_NEW(1)
#define P_TWO PSMALLINT_NEW(2)
#define P_M_ONE PSMALLINT_NEW(-1)
#define P_ZERO_F ((PObject *)&p_floats[0])
#define P_ONE_F ((PObject *)&p_floats[1])
#define P_TWO_F ((PObject *)&p_floats[2])
#define P_M_ONE_F ((PObject *)&p_floats[3])
#define P_EMPTY_S p_empty_str()
/* True or False by a condition in C; 1 or 0 back. */
#define PBOOL_NEW(c) ((c) ? PBOOL_TRUE() : PBOOL_FALSE())
#define PBOOL_VALUE(o) ((int)((uint32_t)POBJ_WORD(o) >> 8))
#define IS_BOOL(o) ((POBJ_WORD(o) & 0xFF) == TAG_BOOL)
#define IS_NONE(o) (POBJ_WORD(o) == TAG_NONE)

/* Exception names, natives, drivers, built-in types. */
#define PEXCEPTION_NEW(number) POBJ_FROM_WORD(((uint32_t)(number) << 16) | 0xFF00u | TAG_EXCEPTION)
#define PEXCEPTION_NUMBER(o) ((uint16_t)((uint32_t)POBJ_WORD(o) >> 16))
#define IS_EXCEPTION(o) ((POBJ_WORD(o) & 0xFF) == TAG_EXCEPTION)
#define PNATIVE_NEW(index) POBJ_FROM_WORD(((uint32_t)(index) << 8) | TAG_NATIVE)
#define PNATIVE_INDEX(o) ((uint32_t)POBJ_WORD(o) >> 8)
#define PDRIVER_NEW(id) POBJ_FROM_WORD(((uint32_t)(id) << 8) | TAG_DRIVER)
#define PDRIVER_ID(o) ((uint32_t)POBJ_WORD(o) >> 8)
#define PTYPEOBJ_NEW(type) POBJ_FROM_WORD(((uint32_t)(type) << 8) | TAG_TYPE)
#define PTYPEOBJ_ID(o) ((uint32_t)POBJ_WORD(o) >> 8)

/* Type of a tagged value that is no small integer, by its tag number (bits 4…2). */
extern const uint8_t _typetags[8];

/* Type id of a tagged value that is no small integer, of a tagged one, of an object on the heap, of any value. */
#define TYPE_FROM_TAGGED(o) (_typetags[(POBJ_WORD(o) & 0x1f) >> 2])
#define TAGTYPE(o) (IS_PSMALLINT(o) ? PSMALLINT : TYPE_FROM_TAGGED(o))
#define PHEADERTYPE(o) (((const PObject *)(o))->header.type)
#define PTYPE(o) (IS_TAGGED(o) ? TAGTYPE(o) : PHEADERTYPE(o))

/* ---- type tests ---- */

/* Is a type id (…_TYPE(t)), is a value of that kind? bool is no integer here. */
#define IS_INTEGER_TYPE(t) ((t) <= PINTEGER)
#define IS_NUMBER_TYPE(t) ((t) <= PFLOAT)
#define IS_BOOL_TYPE(t) ((t) == PBOOL)
#define IS_INTEGER(o) IS_INTEGER_TYPE(PTYPE(o))
#define IS_PNUMBER(o) IS_NUMBER_TYPE(PTYPE(o))
#define IS_PSEQUENCE_TYPE(t) ((t) >= PSTRING && (t) <= PRANGE)
#define IS_PSEQUENCE(o) IS_PSEQUENCE_TYPE(PTYPE(o))
#define IS_BYTE_PSEQUENCE_TYPE(t) ((t) >= PSTRING && (t) <= PBYTEARRAY)
#define IS_SHORT_PSEQUENCE_TYPE(t) ((t) == PSHORTS || (t) == PSHORTARRAY)
#define IS_OBJ_PSEQUENCE_TYPE(t) ((t) == PLIST || (t) == PTUPLE)
#define IS_SET_TYPE(t) ((t) == PSET || (t) == PFSET)
#define IS_MAP_TYPE(t) ((t) >= PFSET && (t) <= PDICT)
#define IS_TYPE_SEQ_MUTABLE(t) ((t) == PBYTEARRAY || (t) == PSHORTARRAY || (t) == PLIST)
#define IS_PDICT(o) (PTYPE(o) == PDICT)
#define IS_PSLICE(o) (PTYPE(o) == PSLICE)

/* ---- layouts the macros rely on (layout.def) ---- */

/* An integer on the heap, any of 64 bits. */
typedef struct _pinteger {
    PObjectHeader header;
    INT_TYPE val;
} PInteger;

/* A float, always on the heap. */
typedef struct _pfloat {
    PObjectHeader header;
    FLOAT_TYPE val;
} PFloat;

/* Behind P_ZERO_F … and P_EMPTY_S. */
extern const PFloat p_floats[4];
PObject *p_empty_str(void);

#ifdef __cplusplus /* every compiler of ours takes C's flexible arrays there too */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* The items of a mutable sequence: its header, then the data. header.length is the capacity in bytes. */
typedef struct _pbuffer {
    PObjectHeader header;
    uint64_t buffer[];
} PBuffer;

/* str, bytes, shorts, tuple: the data stands behind the header. */
typedef struct _pimmutable_sequence {
    PObjectHeader header;
    uint64_t seq[];
} PImmutableSequence;

#ifdef __cplusplus
#pragma GCC diagnostic pop
#endif

/* bytearray, shortarray, list: a pointer to a buffer; NULL when nothing was ever stored. */
typedef struct _pmutable_sequence {
    PObjectHeader header;
    PBuffer *seq;
    uint32_t capacity; /* elements */
} PMutableSequence;

/* Any sequence, any container. */
typedef struct _psequence {
    PObjectHeader header;
} PSequence;
typedef PSequence PContainer;
typedef PImmutableSequence PTuple, PString, PBytes, PShorts;
typedef PMutableSequence PList, PByteArray, PShortArray;

/* A key and its value. */
typedef struct _hash_entry {
    PObject *key; /* NULL: removed */
    PObject *value;
} HashEntry;
typedef HashEntry DictEntry, SetEntry; /* of a set: the key only */

/* dict, set, frozenset: entries in order of insertion. What follows `entry` is the VM's own. */
typedef struct _phash {
    PObjectHeader header; /* length: entries in use */
    HashEntry *entry;
} PHash;
typedef PHash PDict, PSet, PFSet;

/* What these hold is the VM's own. */
typedef struct _prange PRange;
typedef struct _pslice PSlice;
typedef struct _piterator PIterator;
typedef struct _pfunction PFunction;
typedef PFunction PCallable;
typedef struct _pmethod PMethod;
typedef struct _pclass PClass;
typedef struct _pinstance PInstance;
typedef struct _pmodule PModule;
typedef struct _pexception PException;
typedef struct frame PFrame;
typedef struct pthread PThread;

/* ---- numbers ---- */

/* Value of a PINTEGER, of a PSMALLINT or PINTEGER, of a PFLOAT; the type is not checked. */
#define PINTEGER_VALUE(o) (((const PInteger *)(o))->val)
#define INTEGER_VALUE(o) (IS_PSMALLINT(o) ? (INT_TYPE)PSMALLINT_VALUE(o) : PINTEGER_VALUE(o))
#define FLOAT_VALUE(o) (((const PFloat *)(o))->val)
#define PFLOAT_VALUE(o) FLOAT_VALUE(o)

/* ---- sequences ---- */

/* Number of elements; setting it, not above PSEQUENCE_SIZE, which is how many have room without growing. */
#define PSEQUENCE_ELEMENTS(s) (((PObject *)(s))->header.length)
#define PSEQUENCE_ELEMENTS_SET(s, n) (((PObject *)(s))->header.length = (uint32_t)(n))
#define PCONTAINER_ELEMENTS(s) PSEQUENCE_ELEMENTS(s)
/* bytearray, shortarray or list? */
#define IS_SEQ_MUTABLE(s) ((((PObject *)(s))->header.flags & POBJ_MUTABLE) != 0)
#define PSEQUENCE_BUFFER(s) (((PMutableSequence *)(s))->seq)
/* NULL while there is no buffer, without a constant NULL that compilers warn of. */
#define _PMS_DATA(s)                                                                                                  \
    ((void *)((uintptr_t)PSEQUENCE_BUFFER(s) + sizeof(PObjectHeader) * (PSEQUENCE_BUFFER(s) != (void *)0)))
#define _PIS_DATA(s) ((void *)((PImmutableSequence *)(s) + 1))
#define _PSEQ_DATA(s) (IS_SEQ_MUTABLE(s) ? _PMS_DATA(s) : _PIS_DATA(s))
/* Elements that have room; the elements as bytes, as 16-bit words, as objects. NULL for an empty mutable sequence that
 * never had any. Good until the sequence grows. */
#define PSEQUENCE_SIZE(s)                                                                                             \
    (IS_SEQ_MUTABLE(s) ? ((PMutableSequence *)(s))->capacity : PSEQUENCE_ELEMENTS(s))
#define PSEQUENCE_BYTES(s) ((uint8_t *)_PSEQ_DATA(s))
#define PSEQUENCE_SHORTS(s) ((uint16_t *)_PSEQ_DATA(s))
#define PSEQUENCE_OBJECTS(s) ((PObject **)_PSEQ_DATA(s))
/* Item i of a list, of a tuple, of shorts, and setting it. Neither type nor index is checked. */
#define PLIST_ITEM(l, i) (((PObject **)(PSEQUENCE_BUFFER(l) + 1))[i])
#define PLIST_SET_ITEM(l, i, o) (PLIST_ITEM(l, i) = (PObject *)(o))
#define PSHORTS_SET_ITEM(s, i, item) (PSEQUENCE_SHORTS(s)[i] = (uint16_t)(item))
#define PSHORTS_ITEM(s, i, item) PSHORTS_SET_ITEM(s, i, item) /* it sets, too */
#define PTUPLE_OBJECTS(t) ((PObject **)_PIS_DATA(t))
#define PTUPLE_ITEM(t, i) (PTUPLE_OBJECTS(t)[i])
#define PTUPLE_SET_ITEM(t, i, o) (PTUPLE_ITEM(t, i) = (PObject *)(o))

/* Bytes of an element, by type. */
#define SEQ_OBJ_SIZE(s)                                                                                               \
    (IS_BYTE_PSEQUENCE_TYPE(PHEADERTYPE(s))    ? 1u                                                                   \
     : IS_SHORT_PSEQUENCE_TYPE(PHEADERTYPE(s)) ? 2u                                                                   \
                                               : (unsigned)sizeof(PObject *))
#define POBJ_ISEQ(o) IS_PSEQUENCE(o)

/* Casts and direct access: PMS of a mutable sequence, PIS of an immutable one. */
#define _PMS(s) ((PMutableSequence *)(s))
#define _PIS(s) ((PImmutableSequence *)(s))
#define _PMS_BYTES(s) ((uint8_t *)_PMS_DATA(s))
#define _PIS_BYTES(s) ((uint8_t *)_PIS_DATA(s))
#define _PMS_SET_BYTE(s, i, b) (_PMS_BYTES(s)[i] = (uint8_t)(b))
#define _PMS_SET_SHORT(s, i, w) (((uint16_t *)_PMS_DATA(s))[i] = (uint16_t)(w))
#define _PMS_SET_OBJECT(s, i, o) (((PObject **)_PMS_DATA(s))[i] = (PObject *)(o))
#define _PIS_SET_BYTE(s, i, b) (_PIS_BYTES(s)[i] = (uint8_t)(b))
#define _PIS_SET_OBJECT(s, i, o) (((PObject **)_PIS_DATA(s))[i] = (PObject *)(o))

/* ---- hashes ---- */

/* Entries of a dict, set or frozenset. */
#define PHASH_ELEMENTS(o) (((PObject *)(o))->header.length)
#define PMAP_ELEMENTS(o) PHASH_ELEMENTS(o)
/* Can it be a key? */
#define PCHECK_HASHABLE(o) (IS_TAGGED(o) || (((PObject *)(o))->header.flags & POBJ_HASHABLE) != 0)

#ifdef __cplusplus
}
#endif

#endif
