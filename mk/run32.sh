#!/bin/sh
# SPDX-License-Identifier: MIT
# run32.sh [PROGRAM [ARGUMENT...]] -- runs a 32-bit x86 program: as it is, or in qemu-i386 on a kernel without IA-32. The
# program then finds ZVM_EMULATED set: in there nothing can start another 32-bit program, and signals do not preempt.
# Without PROGRAM: status 0 when it would run as it is.
#
# Which of both it is is found out once, with the smallest program, and written down beside it.
probe=$(dirname "$0")/../build/m32/probe
if [ ! -e "$probe.works" ] && [ ! -e "$probe.fails" ]; then
    mkdir -p "$(dirname "$probe")"
    echo 'int main(void) { return 0; }' | gcc -m32 -x c -o "$probe.$$" - || exit
    if (exec "$probe.$$") 2>/dev/null; then
        : >"$probe.works"
    else
        : >"$probe.fails"
    fi
    rm -f "$probe.$$"
fi
[ $# = 0 ] && exec test -e "$probe.works"
[ -e "$probe.works" ] && exec "$@"
ZVM_EMULATED=1 exec qemu-i386 "$@"
