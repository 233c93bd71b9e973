/* SPDX-License-Identifier: MIT */
/* hashes.c -- dictionaries and sets made and read by C. */
#include "expect.h"

C_NATIVE(test_hashes_dict)
{
    C_NATIVE_UNWARN();
    PDict *d = pdict_new(2);
    PObject *key = (PObject *)pstring_new(3, (uint8_t *)"key");
    EXPECT(PTYPE(d) == PDICT && PHASH_ELEMENTS(d) == 0 && PHASH_SIZE(d) >= 2);
    EXPECT(pdict_put(d, key, P_ONE) == ERR_OK && pdict_put(d, P_TWO, key) == ERR_OK);
    EXPECT(pdict_get(d, pstring_new(3, (uint8_t *)"key")) == P_ONE && pdict_get(d, P_ONE) == NULL);
    EXPECT(PDICT_ELEMENTS(d) == 2 && PMAP_ELEMENTS(d) == 2 && PDICT_SIZE(d) >= 2);
    DictEntry *entry = PDICT_ENTRY(d, 1);
    HashEntry *same = pdict_getentry(d, 1);
    EXPECT(entry == same && entry->key == P_TWO && PDICT_KEY(d, 0) == key && PDICT_VAL(d, 1) == key);
    EXPECT(PDICT_IDX(d, 1) == 1 && phash_getentry((PHash *)d, 2) == NULL);
    EXPECT(pdict_del(d, key) == P_ONE && pdict_del(d, key) == NULL && pdict_get(d, key) == NULL);
    EXPECT(PHASH_ELEMENTS(d) == 1 && PDICT_KEY(d, 0) == P_TWO);
    for (int i = 0; i < 100; i++) {
        EXPECT(phash_put((PHash *)d, PSMALLINT_NEW(i), PSMALLINT_NEW(i * i)) == ERR_OK);
    }
    PHash *copy = phash_clone((PHash *)d);
    EXPECT(phash_del((PHash *)d, PSMALLINT_NEW(50)) == PSMALLINT_NEW(2500));
    EXPECT(PHASH_ELEMENTS(copy) == 100 && phash_get(copy, PSMALLINT_NEW(50)) == PSMALLINT_NEW(2500));
    return ERR_OK;
}

C_NATIVE(test_hashes_sets)
{
    C_NATIVE_UNWARN();
    PSet *s = pset_new(PSET, 4);
    PFSet *frozen = pset_new(PFSET, 0);
    EXPECT(PTYPE(s) == PSET && PTYPE(frozen) == PFSET);
    EXPECT(pset_put(s, P_ONE) == ERR_OK && pset_put(s, P_ONE) == ERR_OK && PSET_ELEMENTS(s) == 1);
    EXPECT(pset_get(s, P_ONE) == P_ONE && pset_get(s, P_TWO) == NULL && PSET_SIZE(s) >= 4);
    SetEntry *entry = PSET_ENTRY(s, 0);
    EXPECT(entry->key == P_ONE && PSET_KEY(s, 0) == P_ONE && PSET_IDX(s, 0) == 0);
    EXPECT(pset_del(s, P_ONE) == P_ONE && pset_del(s, P_ONE) == NULL && PHASH_ELEMENTS(s) == 0);
    EXPECT(pset_put(frozen, P_TWO) == ERR_OK && pset_get(frozen, P_TWO) == P_TWO);
    return ERR_OK;
}

C_NATIVE(test_hashes_hashable)
{
    C_NATIVE_UNWARN();
    PObject *list = (PObject *)plist_new(0, NULL);
    EXPECT(PCHECK_HASHABLE(P_ONE) && PCHECK_HASHABLE(pstring_new(0, NULL)) && PCHECK_HASHABLE(ptuple_new(0, NULL)));
    EXPECT(!PCHECK_HASHABLE(list) && !PCHECK_HASHABLE(pdict_new(0)) && !PCHECK_HASHABLE(psequence_new(PBYTEARRAY, 1)));
    PDict *d = pdict_new(0);
    EXPECT(pdict_put(d, list, P_ONE) == ERR_TYPE_EXC);
    vm_clear();
    return ERR_OK;
}
