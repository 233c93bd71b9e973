#!/bin/sh
# SPDX-License-Identifier: MIT
# demo.sh BIN -- what a new user does, in a folder of its own: scaffold a driver, build it, run it. Says what it does.
set -eu
PATH=$(cd "$1" && pwd):$PATH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

say() {
    printf '\n$ %s\n' "$*"
    "$@"
}

say zvm-native new driver mydriver
printf '\n$ cd mydriver\n'
cd mydriver
say zvm-native build mydriver.c
say zvm-native run main.py
say zvm-native build mydriver.c
say zvm -c 'print(sum(x * x for x in range(10)))'
