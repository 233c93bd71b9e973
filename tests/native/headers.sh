#!/bin/sh
# SPDX-License-Identifier: MIT
# headers.sh -- each header of sdk/include compiles alone, twice included, as C99 and as C++11, without a warning of any
# compiler that is here, so that a driver may use the strictest flags. Prints a TAP line for each header and compiler.
cd "$(dirname "$0")/../.." || exit 1
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

try() { # header, source, compiler and flags
    header=$1 source=$2
    shift 2
    printf '#include "%s"\n#include "%s"\n' "$header" "$header" >"$source"
    if "$@" -Werror -Isdk/include -fsyntax-only "$source" >"$here/log" 2>&1; then
        echo "ok - $header with $*"
    else
        echo "not ok - $header with $*"
        sed 's/^/# /' "$here/log"
    fi
}

for path in sdk/include/*.h; do
    header=${path##*/}
    for cc in gcc clang; do
        command -v $cc >/dev/null && try "$header" "$here/t.c" $cc -std=c99 -Wall -Wextra -Wpedantic
    done
    for cxx in g++ clang++; do
        command -v $cxx >/dev/null && try "$header" "$here/t.cpp" $cxx -std=c++11 -Wall -Wextra -Wpedantic
    done
done
