#!/bin/sh
# SPDX-License-Identifier: MIT
# zvm32.sh APP.py -- what `zvm APP.py` does, with 4-byte words: compiled by $ZVM, run by $RUN_IMAGE (make CONFIG=m32).
image=$(mktemp) || exit
trap 'rm -f "$image"' EXIT
"$ZVM" compile --word 4 -o "$image" "$1" && "$RUN_IMAGE" "$image"
