#!/bin/sh
# SPDX-License-Identifier: MIT
# driver.sh BIN -- the template's driver from scaffold to output, both glues, under valgrind, and at the speeds promised.
BIN=$(cd "$1" && pwd)
PATH=$BIN:$PATH
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

cat >expected <<'END'
calibration: 24 bytes, crc 131
25.08 C  77.1 F  100653 Pa  56 m
29.11 C  84.4 F  103661 Pa  -193 m
a short block is refused
END

prints_what_is_expected() {
    "$@" >out 2>err && diff expected out && [ ! -s err ]
}

check scaffold zvm-native new driver mydriver
cd mydriver || exit 1
cp ../expected .
for glue in format inline; do
    check "build with $glue glue" zvm-native build --glue $glue mydriver.c
    check "run with $glue glue" prints_what_is_expected zvm main.py
    check "valgrind with $glue glue" valgrind -q --error-exitcode=9 --leak-check=no zvm main.py
    check "known answers with $glue glue" zvm test_mydriver.py
done
check 'zvm-native run prints only the program when nothing is stale' sh -c '
    zvm-native run main.py >/dev/null && zvm-native run main.py | diff expected -'

# The smallest of five, in time of the processor, as multiples of what the C compiler takes for the driver alone: machines
# differ by more than a factor of three, and on a busy one the clock says more about the others.
check 'speed' python3 - "$BIN/../../../sdk/include" <<'END'
import resource, subprocess, sys
def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (usage.ru_utime + usage.ru_stime) * 1000
def smallest(*command):
    times = []
    for _ in range(5):
        start = spent()
        subprocess.run(command, check=True, capture_output=True)
        times.append(spent() - start)
    return min(times)
cc = smallest("cc", "-O2", "-g", "-c", "-I" + sys.argv[1], "-o", "speed.o", "mydriver.c")
print(f"cc -c mydriver.c: {cc:.1f} ms")
bad = 0
for name, limit, command in [
    ("nothing to do", 0.2, ["zvm-native", "build", "mydriver.c"]),
    ("cold build", 5, ["zvm-native", "build", "--force", "mydriver.c"]),
    ("empty program", 0.075, ["zvm", "-c", ""]),
]:
    took = smallest(*command)
    print(f"{name}: {took:.1f} ms, {took / cc:.3f} of cc, promised {limit}")
    bad |= took > limit * cc
sys.exit(bad)
END
