/* SPDX-License-Identifier: MIT */
/*
 * rv32.c -- a RISC-V hart in machine mode: interrupts, switching, faults.
 *
 * An interrupt saves what a function may change on the stack of the thread that it
 * found, and is served on the one of interrupts. Then, on the thread's stack again and
 * still with interrupts off, kernel_isr_exit switches if that is due: the interrupted
 * thread goes on behind that call when its turn comes. Nothing ever nests.
 */
#include "rv32.h"
#include "chip.h"
#include "chipport.h"

/* ---- interrupts off and on ---- */

bool cpu_irq_save(void)
{
    return CSR_TAKE(mstatus, MSTATUS_MIE) & MSTATUS_MIE;
}

void cpu_irq_restore(bool on)
{
    if (on) {
        CSR_SET(mstatus, MSTATUS_MIE);
    }
}

/* wfi also wakes for an interrupt that is masked by mstatus. */
void cpu_wait(void)
{
    __asm__ volatile("wfi" ::: "memory");
    port_irq_on();
    port_irq_off();
}

/* ---- entry ---- */

/* A trap jumps to the entry of its kind: 0 all faults, 3, 7 and 11 interrupts. */
__attribute__((naked, aligned(256))) void vos_trap(void)
{
    __asm__ volatile(".option push\n"
                     ".option norvc\n"
                     ".rept 3\n j fault\n .endr\n"
                     ".rept 9\n j interrupt\n .endr\n"
                     ".option pop");
}

/* `frame sw` and `frame lw`: what a function may change; `saved` …: what it must keep.
 * `all sw` is for the report of a fault, where sp has been put aside. */
__asm__(
    ".macro words op, names:vararg\n"
    ".set at, 0\n"
    ".irp name, \\names\n"
    "\\op \\name, at(sp)\n"
    ".set at, at + 4\n"
    ".endr\n"
    ".endm\n"
    ".macro frame op\n"
    "words \\op, ra, t0, t1, t2, t3, t4, t5, t6, a0, a1, a2, a3, a4, a5, a6, a7\n"
    ".endm\n"
    ".macro saved op\n"
    "words \\op, ra, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11\n"
    ".endm\n"
    ".macro all op\n"
    "words \\op, x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, "
    "x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25, x26, x27, x28, x29, x30, "
    "x31\n"
    ".endm");

__attribute__((naked, used)) static void interrupt(void)
{
    __asm__ volatile("addi sp, sp, -80\n"
                     "frame sw\n"
                     "csrr t0, mepc\n"
                     "csrr t1, mstatus\n"
                     "sw t0, 64(sp)\n"
                     "sw t1, 68(sp)\n"
                     "mv t0, sp\n"
                     "la sp, __isr_stack_end - 16\n"
                     "sw t0, 0(sp)\n"
                     "csrr a0, mcause\n"
                     "call rv32_serve\n"
                     "lw sp, 0(sp)\n"
                     "li a0, 1\n"
                     "call kernel_isr_exit\n"
                     "lw t0, 64(sp)\n"
                     "lw t1, 68(sp)\n"
                     "csrw mepc, t0\n"
                     "csrw mstatus, t1\n"
                     "frame lw\n"
                     "addi sp, sp, 80\n"
                     "mret");
}

/* ---- threads ---- */

enum { SWAP = 16, SWAP_RA = 0, SWAP_S0 = 1 }; /* words: a stack is 16-aligned */

__attribute__((naked)) void cpu_go(char *to)
{
    (void)to;
    __asm__ volatile("mv sp, a0\n"
                     "saved lw\n"
                     "addi sp, sp, 64\n"
                     "ret");
}

__attribute__((naked)) void cpu_swap(char **from, char *to)
{
    (void)from;
    (void)to;
    __asm__ volatile("addi sp, sp, -64\n"
                     "saved sw\n"
                     "sw sp, 0(a0)\n"
                     "mv a0, a1\n"
                     "j cpu_go");
}

__attribute__((naked, used)) static void first(void)
{
    __asm__ volatile("mv a0, s0\n call kernel_thread_run\n unimp");
}

char *cpu_first_frame(kthread_t *t, char *stack_high)
{
    uint32_t *sp = (uint32_t *)(void *)stack_high - SWAP;
    for (int i = 0; i < SWAP; i++) {
        sp[i] = 0;
    }
    sp[SWAP_RA] = (uint32_t)(uintptr_t)first;
    sp[SWAP_S0] = (uint32_t)(uintptr_t)t;
    return (char *)sp;
}

/* ---- faults ---- */

enum { REGISTERS = 33, RA = 1, SP = 2, STATUS = 32 };
__attribute__((used)) static uintptr_t registers[REGISTERS];

/* The compiler makes ebreak of a division by zero (board.json), and of the kernel's
 * own checks of the context. */
static const char *name_of(uint32_t cause)
{
    static const char *const names[] = {
        "unaligned jump",   "no code there", "invalid instruction", "division by zero",
        "unaligned access", "bus fault",     "unaligned access",    "bus fault",
    };
    enum { BREAKPOINT = 3, LOAD = 5, STORE = 7 };
    if (cause == BREAKPOINT && kernel.in_isr) {
        return "trap";
    }
    if ((cause == LOAD || cause == STORE) && rv32_is_forbidden(CSR_READ(mtval))) {
        return "memory fault";
    }
    return cause < sizeof names / sizeof *names ? names[cause] : "hard fault";
}

__attribute__((used, noreturn)) static void report(void)
{
    uint32_t cause = CSR_READ(mcause);
    registers[STATUS] = CSR_READ(mstatus);
    chip_fault(&(chip_fault_t){.what = chip_name_fault(name_of(cause), registers[SP]),
                               .pc = CSR_READ(mepc),
                               .sp = rv32_readable(registers[SP]),
                               .link = registers[RA],
                               .has_address = cause == 1 || (cause >= 4 && cause < 8),
                               .address = CSR_READ(mtval),
                               .registers = registers,
                               .nregisters = REGISTERS});
}

/* On the stack of interrupts, below what is there if the fault was in one. */
__attribute__((naked, used)) static void fault(void)
{
    __asm__ volatile("csrw mscratch, sp\n"
                     "la sp, registers\n"
                     "all sw\n"
                     "csrr a1, mscratch\n"
                     "sw a1, 8(sp)\n"
                     "la sp, __isr_stack_end\n"
                     "bgeu a1, sp, 1f\n"
                     "la t0, __isr_stack_start + 512\n"
                     "bltu a1, t0, 1f\n"
                     "mv sp, a1\n"
                     "1: j report");
}

/* ---- the rest ---- */

void cpu_start(void)
{
    rv32_irq_start();
    rv32_protect();
    CSR_WRITE(mie, 1 << SOFTWARE | 1 << TIMER | 1 << EXTERNAL);
    port_irq_on();
}

/* There is no instruction for it. */
void vosSysReset(void)
{
    port_irq_off();
    chip_reset();
}
