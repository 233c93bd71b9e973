/* SPDX-License-Identifier: MIT */
/* sequences.c -- strings, bytes, shorts, lists, tuples, ranges, slices, iterators made and read by C. */
#include "expect.h"

C_NATIVE(test_sequences_strings)
{
    C_NATIVE_UNWARN();
    PString *s = pstring_new(5, (uint8_t *)"hello");
    PBytes *b = pbytes_new(3, NULL);
    EXPECT(PTYPE(s) == PSTRING && PSEQUENCE_ELEMENTS(s) == 5 && PSEQUENCE_SIZE(s) == 5);
    EXPECT(memcmp(PSEQUENCE_BYTES(s), "hello", 5) == 0);
    EXPECT(PTYPE(b) == PBYTES && memcmp(PSEQUENCE_BYTES(b), "\0\0", 3) == 0);
    PSEQUENCE_BYTES(b)[1] = 9;
    EXPECT(_PIS_BYTES(b)[1] == 9 && (void *)_PIS(b) == (void *)b);
    _PIS_SET_BYTE(b, 2, 8);
    EXPECT(PSEQUENCE_BYTES(b)[2] == 8);
    static const uint8_t not_utf8[] = {0xC3, 0x28, 0xFF};
    EXPECT(PSEQUENCE_ELEMENTS(pstring_new(3, (uint8_t *)not_utf8)) == 3);
    return ERR_OK;
}

C_NATIVE(test_sequences_shorts)
{
    C_NATIVE_UNWARN();
    uint16_t words[] = {1, 0xFFFF, 3};
    PBytes *made = pshorts_new(3, words);
    PShorts *shorts = (PShorts *)made;
    EXPECT(PTYPE(shorts) == PSHORTS && PSEQUENCE_ELEMENTS(shorts) == 3 && PSEQUENCE_SHORTS(shorts)[1] == 0xFFFF);
    PSHORTS_SET_ITEM(shorts, 0, 7);
    PSHORTS_ITEM(shorts, 2, 9);
    EXPECT(PSEQUENCE_SHORTS(shorts)[0] == 7 && PSEQUENCE_SHORTS(shorts)[2] == 9 && SEQ_OBJ_SIZE(shorts) == 2);
    PShortArray *array = (PShortArray *)psequence_new(PSHORTARRAY, 2);
    EXPECT(PTYPE(array) == PSHORTARRAY && PSEQUENCE_ELEMENTS(array) == 0 && PSEQUENCE_SIZE(array) >= 2);
    PSEQUENCE_ELEMENTS_SET(array, 2);
    _PMS_SET_SHORT(array, 1, 500);
    EXPECT(PSEQUENCE_SHORTS(array)[0] == 0 && PSEQUENCE_SHORTS(array)[1] == 500);
    return ERR_OK;
}

C_NATIVE(test_sequences_tuples)
{
    C_NATIVE_UNWARN();
    PObject *items[] = {PSMALLINT_NEW(1), PSMALLINT_NEW(2)};
    PTuple *t = ptuple_new(2, items);
    EXPECT(PTYPE(t) == PTUPLE && PTUPLE_ITEM(t, 1) == items[1] && PTUPLE_OBJECTS(t)[0] == items[0]);
    PTUPLE_SET_ITEM(t, 0, PSMALLINT_NEW(9));
    EXPECT(PSEQUENCE_OBJECTS(t)[0] == PSMALLINT_NEW(9));
    PTuple *empty = (PTuple *)psequence_new(PTUPLE, 3);
    EXPECT(PSEQUENCE_ELEMENTS(empty) == 3 && PTUPLE_ITEM(empty, 2) == NULL);
    _PIS_SET_OBJECT(empty, 2, items[0]);
    EXPECT(PTUPLE_ITEM(empty, 2) == items[0] && !IS_SEQ_MUTABLE(empty) && SEQ_OBJ_SIZE(empty) == sizeof(PObject *));
    return ERR_OK;
}

C_NATIVE(test_sequences_lists)
{
    C_NATIVE_UNWARN();
    PObject *items[] = {PSMALLINT_NEW(1), MAKE_NONE, PBOOL_TRUE};
    PList *l = plist_new(3, items);
    EXPECT(PTYPE(l) == PLIST && PSEQUENCE_ELEMENTS(l) == 3 && PLIST_ITEM(l, 2) == PBOOL_TRUE && POBJ_ISEQ(l));
    PLIST_SET_ITEM(l, 1, PSMALLINT_NEW(5));
    EXPECT(PSEQUENCE_OBJECTS(l)[1] == PSMALLINT_NEW(5) && IS_SEQ_MUTABLE(l) && PSEQUENCE_BUFFER(l) != NULL);
    EXPECT(plist_append((PObject *)l, P_ONE) == ERR_OK && PCONTAINER_ELEMENTS(l) == 4 && PLIST_ITEM(l, 3) == P_ONE);
    PList *room = (PList *)psequence_new(PLIST, 4);
    EXPECT(PSEQUENCE_ELEMENTS(room) == 0 && PSEQUENCE_SIZE(room) >= 4);
    for (int i = 0; i < 4; i++) {
        _PMS_SET_OBJECT(room, i, PSMALLINT_NEW(i));
    }
    PSEQUENCE_ELEMENTS_SET(room, 4);
    EXPECT(PLIST_ITEM(room, 3) == PSMALLINT_NEW(3) && (void *)_PMS(room) == (void *)room);
    EXPECT(PLIST_ITEM(plist_new(2, NULL), 0) == MAKE_NONE);
    return ERR_OK;
}

C_NATIVE(test_sequences_bytearrays)
{
    C_NATIVE_UNWARN();
    PByteArray *a = (PByteArray *)psequence_new(PBYTEARRAY, 8);
    PSequence *none = psequence_new(PBYTEARRAY, 0);
    EXPECT(PTYPE(a) == PBYTEARRAY && PSEQUENCE_SIZE(a) >= 8 && PSEQUENCE_ELEMENTS(a) == 0);
    PSEQUENCE_ELEMENTS_SET(a, 3);
    memcpy(PSEQUENCE_BYTES(a), "abc", 3);
    _PMS_SET_BYTE(a, 0, 'X');
    EXPECT(memcmp(_PMS_BYTES(a), "Xbc", 3) == 0 && SEQ_OBJ_SIZE(a) == 1);
    EXPECT(PSEQUENCE_BYTES(none) == NULL && PSEQUENCE_ELEMENTS(none) == 0);
    EXPECT(psequence_new(PDICT, 1) == NULL);
    PContainer *container = (PContainer *)a;
    PMutableSequence *mutable_one = (PMutableSequence *)container;
    PBuffer *buffer = mutable_one->seq;
    EXPECT(PTYPE(buffer) == PBUFFER);
    PBuffer *own = pbuffer_new(10, 2);
    EXPECT(PTYPE(own) == PBUFFER && ((uint16_t *)own->buffer)[9] == 0);
    PImmutableSequence *immutable = (PImmutableSequence *)pbytes_new(1, (uint8_t *)"z");
    EXPECT(*(uint8_t *)immutable->seq == 'z');
    return ERR_OK;
}

static err_t checked(int64_t i, int64_t len)
{
    PSEQUENCE_INDEX_CHECK_BOUNDS(i, len);
    return ERR_OK;
}

static err_t prepared(PObject *slice, int64_t *out)
{
    PSLICE_PREPARE_INDEXES(slice, 10, out[0], out[1], out[2]);
    return ERR_OK;
}

C_NATIVE(test_sequences_ranges_and_slices)
{
    C_NATIVE_UNWARN();
    PRange *r = (PRange *)prange_new(2, 10, 3);
    EXPECT(PTYPE(r) == PRANGE && PRANGE_START(r) == 2 && PRANGE_STOP(r) == 10 && PRANGE_STEP(r) == 3);
    PSlice *s = (PSlice *)pslice_new(PSMALLINT_NEW(-3), MAKE_NONE, PSMALLINT_NEW(2));
    EXPECT(PSLICE_START(s) == PSMALLINT_NEW(-3) && PSLICE_STOP(s) == MAKE_NONE && PSLICE_STEP(s) == P_TWO);
    int64_t ends[3];
    EXPECT(prepared((PObject *)s, ends) == ERR_OK && ends[0] == 7 && ends[1] == 10 && ends[2] == 2);
    EXPECT(prepared(MAKE_NONE, ends) == ERR_TYPE_EXC);
    EXPECT(PSEQUENCE_INDEX_NORMALIZE(-1, 5) == 4 && PSEQUENCE_INDEX_NORMALIZE(2, 5) == 2);
    EXPECT(PSLICE_INDEX_NORMALIZE(-9, 5) == 0 && PSLICE_INDEX_NORMALIZE(-1, 5) == 4 && PSLICE_INDEX_NORMALIZE(9, 5) == 5);
    EXPECT(checked(0, 1) == ERR_OK && checked(1, 1) == ERR_INDEX_EXC && checked(-1, 1) == ERR_INDEX_EXC);
    return ERR_OK;
}

/* The values of an iterator, at most 8. */
static int drain(PObject *it, PObject **out)
{
    int n = 0;
    while (n < 8 && (out[n] = piterator_next(it)) != NULL) {
        n++;
    }
    return n;
}

C_NATIVE(test_sequences_iterators)
{
    C_NATIVE_UNWARN();
    PObject *items[] = {P_ONE, P_TWO}, *got[8];
    PObject *list = (PObject *)plist_new(2, items);
    PIterator *it = (PIterator *)piterator_new(list, PITERATOR_NORMAL);
    EXPECT(PTYPE(it) == PITERATOR && drain((PObject *)it, got) == 2 && got[1] == P_TWO);
    EXPECT(drain(piterator_new(list, PITERATOR_REVERSED), got) == 2 && got[0] == P_TWO);
    EXPECT(drain(piterator_new(list, PITERATOR_ENUMERATE), got) == 2 && PTUPLE_ITEM(got[1], 0) == P_ONE);
    PObject *dict = (PObject *)pdict_new(1);
    pdict_put(dict, P_ONE, P_TWO);
    EXPECT(drain(piterator_new(dict, PITERATOR_KEYS), got) == 1 && got[0] == P_ONE);
    EXPECT(drain(piterator_new(dict, PITERATOR_VALUES), got) == 1 && got[0] == P_TWO);
    EXPECT(drain(piterator_new(dict, PITERATOR_ITEMS), got) == 1 && PTUPLE_ITEM(got[0], 1) == P_TWO);
    EXPECT(piterator_new(P_ONE, PITERATOR_NORMAL) == NULL);
    vm_clear();
    EXPECT(piterator_new(list, PITERATOR_KEYS) == NULL);
    vm_clear();
    return ERR_OK;
}
