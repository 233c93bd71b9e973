#!/bin/sh
# SPDX-License-Identifier: MIT
# lint.sh -- rules of the house that a compiler does not see. Prints a TAP line for each.
cd "$(dirname "$0")/.." || exit 1

sources=$(git ls-files '*.c' '*.h' 2>/dev/null) || sources=$(find gen sdk tests tools vm -name '*.[ch]')

rule() { # name, offending lines
    if [ -z "$2" ]; then
        echo "ok - $1"
    else
        echo "not ok - $1"
        echo "$2" | sed 's/^/# /'
    fi
}

rule 'no #include leaves its folder by ..' "$(grep -n '#include "\.\./' $sources)"
rule 'every source says its licence' \
    "$(grep -L 'SPDX-License-Identifier: MIT' $sources | grep -v '^tests/native/\|^templates/\|_vectors.h$')"
rule 'no source is longer than 800 lines' \
    "$(wc -l $sources | awk '$2 != "total" && $1 > 800 && $2 != "vm/core/exec.c" && $2 !~ /golden|glue_|_vectors.h$/ { print $2 ": " $1 }')"
rule 'no #if on a platform outside of the ports' \
    "$(grep -nE '^#( )?if.*(__linux__|__x86_64__|__arm__|__aarch64__)' $sources | grep '^vm/core\|^vm/format\|^tools/compiler')"
rule 'nothing is left for later' "$(grep -nE 'TODO|FIXME|XXX' $sources | grep -v '^tests/unit/.*mkdtemp\|XXXXXX')"
