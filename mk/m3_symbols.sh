#!/bin/sh
# SPDX-License-Identifier: MIT
# m3_symbols.sh WHOLE.o OBJECT… -- links the objects into one and compares what it still needs with m3.symbols.
set -eu
whole=$1
shift
arm-none-eabi-ld -r -o "$whole" "$@"
needed=$(arm-none-eabi-nm -u "$whole" | sed 's/.* //' | sort)
allowed=$(sed 's/#.*//' "$(dirname "$0")/m3.symbols")
unlisted=
for symbol in $needed; do
    case " $(echo $allowed) " in
    *" $symbol "*) ;;
    *) unlisted="$unlisted $symbol" ;;
    esac
done
[ -z "$unlisted" ] || {
    echo "error: the chip's VM needs what m3.symbols does not list:$unlisted" >&2
    exit 1
}
