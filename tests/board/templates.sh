#!/bin/sh
# SPDX-License-Identifier: MIT
# templates.sh BIN -- the project that a person begins with passes its tests on every board, the others on boards that have what
# they are about.
PATH=$(cd "$1" && pwd):$PATH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit
project() { # name, template, boards
    name=$1 template=$2
    shift 2
    zvm-native new -q driver "$name" --template "$template" && cd "$name" || exit
    for board in "$@"; do zvm-native test --board "$board"; done
    cd "$folder" || exit
}
project thing driver all
project wheel callback host lm3s6965evb sifive_u
project warm i2c-sensor host ast1030-evb
project glass spi-display lm3s6965evb
