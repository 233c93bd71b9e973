#!/bin/sh
# SPDX-License-Identifier: MIT
# dist.sh ARCHIVE [BOARD] -- the archive of `make dist`, unpacked in a folder of its own, with nothing else of us in reach:
# the template's driver on the host, and on the board when it has the board's VM and this computer the board's tools.
archive=$(realpath "$1")
board=$2
tree=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1

check() { # name, command...
    name=$1
    shift
    if "$@" >log 2>&1; then
        echo "ok - $name"
    else
        echo "not ok - $name"
        sed 's/^/# /' log
    fi
}

check 'unpack' tar xzf "$archive"
bin=$(echo "$folder"/*/bin)
root=${bin%/bin}
export PATH="$bin:/usr/bin:/bin"

# Where the kernel lets us, the source tree looks empty to what we start.
if unshare -rm true 2>/dev/null; then
    hide() { unshare -rm sh -c 'mount -t tmpfs none "$0" && exec "$@"' "$tree" "$@"; }
else
    hide() { "$@"; }
fi

cat >expected <<'END'
calibration: 24 bytes, crc 131
25.08 C  77.1 F  100653 Pa  56 m
29.11 C  84.4 F  103661 Pa  -193 m
a short block is refused
END
runs() { # options...
    hide zvm-native run --quiet "$@" main.py >out 2>err && diff expected out && [ ! -s err ] || { cat err; false; }
}
names_no_tree() {
    ! hide zvm-native build --force --verbose mydriver.c 2>&1 | grep -F "$tree"
}

check 'the SDK is found beside the programs' sh -c "zvm-native doctor | grep -F '$root/share/zvm-native/sdk/include'"
check 'scaffold' hide zvm-native new driver mydriver
cd mydriver || exit 1
cp ../expected .
check 'build' hide zvm-native build mydriver.c
check 'no tool is told of the source tree' names_no_tree
check 'run on the host' runs
check 'test on the host' hide zvm-native test
if [ -n "$board" ] && zvm-native boards "$board" --json | grep -q '"builds":true,"runs":true'; then
    check "build for $board" hide zvm-native build mydriver.c --board "$board"
    check "run on $board" runs --board "$board"
fi
