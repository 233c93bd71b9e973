#!/bin/sh
# SPDX-License-Identifier: MIT
# zvm32.sh [OPTION...] APP.py -- what `zvm OPTION... APP.py` does, with 4-byte words: compiled by $ZVM, run by $ZVM32
# (a VM without compiler, with what it takes to run it here). WORD=8: with 8-byte words, for a VM on another kernel.
image=$(mktemp --suffix=.zimg) || exit
trap 'rm -f "$image"' EXIT
for app; do :; done
"$ZVM" compile --word "${WORD:-4}" -o "$image" "$app" || exit
n=$#
while [ $n -gt 1 ]; do
    options="$options $1"
    shift
    n=$((n - 1))
done
$ZVM32 $options "$image"
