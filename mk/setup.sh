#!/bin/sh
# SPDX-License-Identifier: MIT
# setup.sh -- installs what the build and the tests need and this machine lacks. Debian 12 and its derivatives.
#
#   mk/setup.sh build    what `make` needs          mk/setup.sh check    and what `make check` needs
#
# Says what it installs; asks for sudo when not root; does nothing and says nothing when all is there.
set -eu

# One row a package: what to look for (a command, a file or a library's header), then the package.
rows_build='gcc gcc
libc-dev:/usr/include/stdlib.h libc6-dev
ld binutils
make make
python3 python3
header:cjson/cJSON.h libcjson-dev
header:libelf.h libelf-dev
header:yaml.h libyaml-dev
libclang libclang-14-dev'
rows_check='gcc-m32 gcc-multilib
qemu-i386 qemu-user
arm-none-eabi-gcc gcc-arm-none-eabi
dir:/usr/lib/picolibc/arm-none-eabi picolibc-arm-none-eabi
riscv64-unknown-elf-gcc gcc-riscv64-unknown-elf
dir:/usr/lib/picolibc/riscv64-unknown-elf picolibc-riscv64-unknown-elf
qemu-system-arm qemu-system-arm
qemu-system-riscv32 qemu-system-misc
gdb-multiarch gdb-multiarch
valgrind valgrind
clang clang
g++ g++
lua5.4 lua5.4'

have() {
    case $1 in
    header:*) [ -e "/usr/include/${1#header:}" ] ;;
    libc-dev:*) [ -e "${1#libc-dev:}" ] ;;
    dir:*) [ -d "${1#dir:}" ] ;;
    libclang) ls /usr/lib/llvm-*/include/clang-c/Index.h >/dev/null 2>&1 ;;
    gcc-m32) ls /usr/lib/gcc/x86_64-linux-gnu/*/32/libgcc.a >/dev/null 2>&1 || [ "$(uname -m)" != x86_64 ] ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

missing=
add_missing() {
    while read -r what package; do
        have "$what" || missing="$missing $package"
    done
}

case ${1:-build} in
build) rows=$rows_build ;;
check) rows="$rows_build
$rows_check" ;;
*) echo "usage: setup.sh build|check" >&2; exit 2 ;;
esac
add_missing <<EOF
$rows
EOF
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null 2>&1 || {
    echo "setup.sh: error: no apt-get here; install what provides these Debian packages:$missing" >&2
    exit 1
}
sudo=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "setup.sh: error: not root and no sudo; as root, run: apt-get install$missing" >&2
        exit 1
    }
    sudo=sudo
fi
echo "setup.sh: installing$missing"
log=$(mktemp)
if ! { $sudo apt-get update && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y --no-install-recommends $missing; } \
    >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    echo "setup.sh: error: apt-get failed (above); the packages wanted were:$missing" >&2
    exit 1
fi
rm -f "$log"
