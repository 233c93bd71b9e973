#!/bin/sh
# SPDX-License-Identifier: MIT
# options.sh -- what the backends for foreign kernels say of a configuration that is not enough, that they compile for
# chips, and that sdk/lib has what was built last. Prints a TAP line for each. usage: options.sh [CC of the host]
cd "$(dirname "$0")/../.." || exit 1
cc=${1:-gcc}
standin=tests/vosal/standin

compile() { # kernel, option to give to the compiler
    $cc -std=gnu11 -Wall -fsyntax-only -DPORT_LAGS "$2" -Isdk/include -Ivm/vosal/kernel -Ivm/vosal/foreign "-Ivm/vosal/$1" \
        -isystem $standin -isystem "$standin/$1" "vm/vosal/$1/port.c" 2>&1
}

# kernel, option to give to the compiler, the error in full
refused() {
    said=$(compile "$1" "$2" | sed -n 's/.*error: #error "\(.*\)"$/\1/p')
    if [ "$said" = "$3" ]; then
        echo "ok - $1 with $2"
    else
        printf 'not ok - %s with %s\n# wanted: %s\n# said: %s\n' "$1" "$2" "$3" "$said"
    fi
}

in_config="in FreeRTOSConfig.h"
refused freertos -DtskKERNEL_VERSION_MAJOR=9 "VOSAL needs FreeRTOS V10.4 or later"
refused freertos -DconfigUSE_PREEMPTION=0 "VOSAL needs configUSE_PREEMPTION 1 $in_config"
refused freertos -DconfigSUPPORT_STATIC_ALLOCATION=0 "VOSAL needs configSUPPORT_STATIC_ALLOCATION 1 $in_config"
refused freertos -DconfigUSE_TASK_NOTIFICATIONS=0 "VOSAL needs configUSE_TASK_NOTIFICATIONS 1 $in_config"
refused freertos -DconfigNUM_THREAD_LOCAL_STORAGE_POINTERS=0 "VOSAL needs configNUM_THREAD_LOCAL_STORAGE_POINTERS 1 or more $in_config"
refused freertos -DconfigMAX_PRIORITIES=8 "VOSAL needs configMAX_PRIORITIES 9 or more $in_config"
refused freertos -DconfigUSE_16_BIT_TICKS=1 "VOSAL needs ticks of 32 bits: configUSE_16_BIT_TICKS 0 $in_config"
refused freertos -DINCLUDE_vTaskPrioritySet=0 "VOSAL needs INCLUDE_vTaskPrioritySet 1 $in_config"
refused freertos -DINCLUDE_uxTaskPriorityGet=0 "VOSAL needs INCLUDE_uxTaskPriorityGet 1 $in_config"
refused freertos -DINCLUDE_vTaskDelete=0 "VOSAL needs INCLUDE_vTaskDelete 1 $in_config"
refused freertos -DINCLUDE_vTaskSuspend=0 "VOSAL needs INCLUDE_vTaskSuspend 1 $in_config"
refused freertos -DINCLUDE_xTaskGetSchedulerState=0 "VOSAL needs INCLUDE_xTaskGetSchedulerState 1 $in_config"
refused freertos -DINCLUDE_xTaskGetCurrentTaskHandle=0 "VOSAL needs INCLUDE_xTaskGetCurrentTaskHandle 1 $in_config"
refused freertos -DconfigNUMBER_OF_CORES=2 "VOSAL needs FreeRTOS on one core: configNUMBER_OF_CORES 1 $in_config"
refused chibios -DSTANDIN_NIL "VOSAL needs ChibiOS/RT, not NIL"
refused chibios -DCH_KERNEL_MAJOR=8 "VOSAL needs ChibiOS/RT 5, 6 or 7"
refused chibios -DCH_CFG_USE_WAITEXIT=FALSE "VOSAL needs CH_CFG_USE_WAITEXIT TRUE in chconf.h"
refused chibios -DCH_CFG_TIME_QUANTUM=0 "VOSAL needs CH_CFG_TIME_QUANTUM 1 or more in chconf.h, or VOSAL_WITHOUT_TURNS"
refused chibios -DCH_CFG_SMP_MODE=TRUE "VOSAL needs ChibiOS/RT on one core: CH_CFG_SMP_MODE FALSE in chconf.h"
refused chibios -DCH_CFG_ST_RESOLUTION=16 "VOSAL needs a system time of 32 bits: CH_CFG_ST_RESOLUTION 32 in chconf.h"

refused chibios -DCH_CFG_NO_IDLE_THREAD=TRUE "VOSAL needs an idle thread: CH_CFG_NO_IDLE_THREAD FALSE in chconf.h"
refused chibios -DCH_CFG_INTERVALS_SIZE=16 "VOSAL needs intervals of 32 bits: CH_CFG_INTERVALS_SIZE 32 in chconf.h"
for major in 5 6 7; do
    said=$(compile chibios -DCH_KERNEL_MAJOR=$major)
    if [ -z "$said" ]; then
        echo "ok - chibios $major"
    else
        echo "not ok - chibios $major"
        echo "$said" | sed 's/^/# /'
    fi
done

# What a linked program still asks for is the kernel's own.
chip() { # kernel, board, pattern of the names
    rest=$(env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make --no-print-directory CONFIG="$2" OUT="build/$2-$1" VOSAL="$1" "build/$2-$1/tests/vosal/sem.elf" 2>&1 |
        grep -v 'ld returned\|^make\|^  \|in function\|^collect2' | sed "/undefined reference to .\($3\)'/d")
    if [ -z "$rest" ]; then
        echo "ok - $1 on $2 needs nothing but its kernel"
    else
        echo "not ok - $1 on $2 needs nothing but its kernel"
        echo "$rest" | sed 's/^/# /'
    fi
}

# A library of the user's in sdk/lib, his headers changed, and our own kernel there again.
says() { # what, whether it is so
    if [ "$2" = 0 ]; then echo "ok - $1"; else echo "not ok - $1"; fi
}
sdk() { # board
    dir=$(mktemp -d) || exit 1
    mkdir "$dir/inc" && cp $standin/chibios/*.h "$dir/inc"
    printf '.weak HardFault_Handler\nHardFault_Handler:\n' | arm-none-eabi-as -mthumb -o "$dir/vectors.o"
    arm-none-eabi-ar rc "$dir/lib.a" "$dir/vectors.o"
    part() { # the build's folder, what to make
        out=$1 file=$2; shift 2
        env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make --no-print-directory CONFIG=$board OUT="build/$board$out" "$@" "$file" 2>&1
    }
    board=$1 lib=sdk/lib/$1/vosal.a
    with_rtos() { part -user "$1" VOSAL=chibios RTOS_INC="$standin $dir/inc" RTOS_LIB="$dir/lib.a"; }
    part "" "$lib" >/dev/null
    with_rtos "$lib" >/dev/null
    arm-none-eabi-nm "$lib" 2>/dev/null | grep -q foreign_run
    says "the user's kernel is in $lib" $?
    arm-none-eabi-nm -s "$lib" 2>/dev/null | grep -m1 '^HardFault_Handler in' | grep -q cortexm_fault
    says "vectors that it brings come behind ours" $?
    touch "$dir/inc/chconf.h"
    with_rtos "$lib" | grep -q 'cc *vm/vosal/chibios/port.c'
    says "a changed chconf.h is noticed" $?
    part "" "$lib" >/dev/null
    cmp -s "$lib" "build/$board/vm/vosal/kernel.a"
    says "our kernel is in $lib again" $?
    rm -r "$dir" "build/$board-user"
}
if command -v arm-none-eabi-gcc >/dev/null; then
    for board in lm3s6965evb mps2-an386; do
        chip freertos $board '[ulvpx]*Task[A-Za-z]*\|[vpx]*Port[A-Za-z]*\|PendSV_Handler\|SysTick_Handler'
        chip chibios $board 'ch[A-Z_][A-Za-z_]*\|port_is_isr_context'
    done
    sdk lm3s6965evb
fi
