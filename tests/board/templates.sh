#!/bin/sh
# SPDX-License-Identifier: MIT
# templates.sh BIN -- the project that a person begins with passes its tests on every board, that of the display on the board
# that has one.
PATH=$(cd "$1" && pwd):$PATH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit
project() {
    zvm-native new -q driver "$1" --template "$2" && cd "$1" && zvm-native test --board "$3"
    cd "$folder" || exit
}
project thing driver all
project glass spi-display lm3s6965evb
