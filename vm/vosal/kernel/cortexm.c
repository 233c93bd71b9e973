/* SPDX-License-Identifier: MIT */
/*
 * cortexm.c -- interrupts of a Cortex-M: entry, giving way to another thread.
 *
 * Threads run on the process stack, handlers on the main one. Threads are switched in
 * thread mode only (cpu_swap): an interrupt that wants a switch puts a second frame
 * below that of the interrupted code, so that it returns into preempted(). That gives
 * way as any thread does, and when its turn comes again, svc drops its frame and
 * returns to the first one.
 */
#include "cortexm.h"
#include "chip.h"
#include "chipport.h"

/* wfi also wakes for an interrupt that is masked. */
void cpu_wait(void)
{
    __asm__ volatile("wfi\n cpsie i\n isb\n cpsid i" ::: "memory");
}

void cpu_raise_posted(void)
{
    SCB_ICSR = ICSR_PENDSVSET;
    __asm__ volatile("dsb\n isb" ::: "memory");
}

/* ---- entry ---- */

enum { PENDSV = 14, SYSTICK = 15, EXTERNAL = 16 };

/* True when the thread that was interrupted is to give way. */
__attribute__((used)) static bool serve(void)
{
    uint32_t exception;
    __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
    port_irq_off();
    kernel_isr_enter();
    if (exception >= EXTERNAL) {
        chip_run_handler(exception - EXTERNAL);
    } else if (exception == SYSTICK) {
        clock_interrupt();
    } else {
        chip_run_posted();
    }
    return kernel_isr_leave();
}

/*
 * In thread mode, on the stack of the thread that was interrupted, interrupts off until
 * the kernel's lock is given up: one in between would not see the registers of the FPU.
 * If that thread has live registers in the FPU, its frame is one with room for them
 * (bit 4 of the return code is 0). The first instruction of the FPU then saves them
 * there, if the hardware has put it off until now, and makes this a thread that uses
 * the FPU.
 */
__attribute__((naked, used)) static void preempted(void)
{
    __asm__ volatile(
#ifdef __ARM_FP
        "ldr r0, [sp]\n"
        "tst r0, #0x10\n"
        "bne 1f\n"
        "vmov s0, s0\n"
        "1:\n"
#endif
        "bl kernel_give_way\n svc 0");
}

/* The second frame: r0 … r3, r12, lr, pc, psr; above it the return code for the first.
 */
__attribute__((naked)) void vos_isr(void)
{
    __asm__ volatile("push {r4, lr}\n"
                     "bl serve\n"
                     "pop {r2, r3}\n"
                     "cmp r0, #0\n"
                     "beq 1f\n"
                     "mrs r0, psp\n"
                     "subs r0, #40\n"
                     "str r3, [r0, #32]\n"
                     "ldr r1, =preempted\n"
                     "movs r2, #1\n"
                     "bics r1, r2\n"
                     "str r1, [r0, #24]\n"
                     "lsls r2, #24\n"
                     "str r2, [r0, #28]\n"
                     "msr psp, r0\n"
                     "ldr r3, =0xFFFFFFFD\n"
                     "bx r3\n"
                     "1: cpsie i\n"
                     "bx r3\n"
                     ".ltorg");
}

/* The kernel's three of the vector table; the start-up has the rest. */
__attribute__((alias("vos_isr"))) void PendSV_Handler(void);
__attribute__((alias("vos_isr"))) void SysTick_Handler(void);

/* ---- threads ---- */

__attribute__((naked, used)) static void first(void)
{
    __asm__ volatile("mov r0, r4\n bl kernel_thread_run\n bkpt 0");
}

/* As cpu_swap leaves a stack: CHIP_SWAP words, of them r4 and the last, the pc. */
char *cpu_first_frame(kthread_t *t, char *stack_high)
{
    uint32_t *sp = (uint32_t *)(void *)stack_high - CHIP_SWAP;
    for (int i = 0; i < CHIP_SWAP; i++) {
        sp[i] = 0;
    }
    sp[CHIP_SWAP_R4] = (uint32_t)(uintptr_t)t;
    sp[CHIP_SWAP - 1] = (uint32_t)(uintptr_t)first | 1;
    return (char *)sp;
}
