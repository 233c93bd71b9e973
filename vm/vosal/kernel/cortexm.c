/* SPDX-License-Identifier: MIT */
/*
 * cortexm.c -- interrupts of a Cortex-M: entry, giving way to another thread, faults.
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

/* ---- interrupts off and on ---- */

bool cpu_irq_save(void)
{
    uint32_t off;
    __asm__ volatile("mrs %0, primask\n cpsid i" : "=r"(off)::"memory");
    return !off;
}

void cpu_irq_restore(bool on)
{
    if (on) {
        __asm__ volatile("cpsie i" ::: "memory");
    }
}

void port_irq_off(void)
{
    __asm__ volatile("cpsid i" ::: "memory");
}

void port_irq_on(void)
{
    __asm__ volatile("cpsie i" ::: "memory");
}

/* wfi also wakes for an interrupt that is masked. */
void cpu_wait(void)
{
    __asm__ volatile("wfi\n cpsie i\n isb\n cpsid i" ::: "memory");
}

/* ---- the interrupt controller ---- */

void cpu_irq_enable(int32_t irq, bool on)
{
    uint32_t word = (uint32_t)irq / 32, bit = 1u << ((uint32_t)irq % 32);
    if (on) {
        NVIC_ISER(word) = bit;
    } else {
        NVIC_ICER(word) = bit;
    }
    __asm__ volatile("dsb\n isb" ::: "memory");
}

void cpu_irq_raise(int32_t irq)
{
    NVIC_ISPR((uint32_t)irq / 32) = 1u << ((uint32_t)irq % 32);
    __asm__ volatile("dsb\n isb" ::: "memory");
}

void cpu_raise_posted(void)
{
    SCB_ICSR = ICSR_PENDSVSET;
    __asm__ volatile("dsb\n isb" ::: "memory");
}

void vosSysReset(void)
{
    __asm__ volatile("dsb" ::: "memory");
    SCB_AIRCR = AIRCR_SYSRESETREQ;
    for (;;) {
    }
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

/* ---- faults ---- */

enum { FRAME = 8, HIGH = 8, REGISTERS = 17 }; /* r0 … r12, sp, lr, pc, psr */

static bool in_ram(const uint32_t *frame)
{
    return (char *)frame >= __isr_stack_start && (char *)(frame + FRAME) <= __heap_end;
}

__attribute__((used, noreturn)) static void report(uint32_t *frame, uint32_t *high)
{
    static uint32_t all[REGISTERS];
    cause_t cause = cortexm_cause();
    bool stacked = in_ram(frame);
    for (int i = 0; i < FRAME && stacked; i++) {
        static const uint8_t place[FRAME] = {0, 1, 2, 3, 12, 14, 15, 16};
        all[place[i]] = frame[i];
    }
    for (int i = 0; i < HIGH; i++) {
        all[4 + i] = high[i];
    }
    all[13] = (uint32_t)(uintptr_t)(frame + FRAME);
    chip_fault(&(chip_fault_t){.what = chip_name_fault(cause.what, (uintptr_t)frame),
                               .pc = all[15],
                               .sp = all[13],
                               .link = all[14],
                               .has_address = cause.has_address,
                               .address = cause.address,
                               .registers = (const uintptr_t *)all,
                               .nregisters = REGISTERS});
}

/* r4 … r11 in order behind one another; r0: the frame of who faulted. */
__attribute__((naked)) void HardFault_Handler(void)
{
    __asm__ volatile("cpsid i\n"
                     "mov r1, lr\n"
                     "mrs r0, msp\n"
                     "movs r2, #4\n"
                     "tst r1, r2\n"
                     "beq 1f\n"
                     "mrs r0, psp\n"
                     "1: sub sp, #16\n"
                     "mov r1, sp\n"
                     "mov r2, r8\n str r2, [r1]\n"
                     "mov r2, r9\n str r2, [r1, #4]\n"
                     "mov r2, r10\n str r2, [r1, #8]\n"
                     "mov r2, r11\n str r2, [r1, #12]\n"
                     "push {r4-r7}\n"
                     "mov r1, sp\n"
                     "bl report\n");
}
