/* SPDX-License-Identifier: MIT */
/* converter.c -- the ADC's sequencer 3, one sample of 10 bits; a timer starts it,
 * because QEMU's model knows no start by software. */
#include "converter.h"
#include "gptm.h"

#define ACTSS REG(0x40038000)
#define IM REG(0x40038008)
#define ISC REG(0x4003800C)
#define EMUX REG(0x40038014)
#define SSMUX3 REG(0x400380A0)
#define SSCTL3 REG(0x400380A4)
#define SSFIFO3 REG(0x400380A8)
enum { SEQUENCER = 1 << 3, EMUX_TIMER = 5 << 12, SSCTL_END = 2, SSCTL_IE = 4 };
enum { BITS = 10, RATE = 50000, START_CYCLES = 25, PATIENCE = 100 };

static VSemaphore done;

static void on_sample(void)
{
    ISC = SEQUENCER;
    vosSemSignalIsr(done);
}

int converter_start(uint32_t adc, uint32_t *bits, uint32_t *rate)
{
    (void)adc;
    done = done ? done : vosSemCreate(0);
    if (!done) {
        return VHAL_HARDWARE_INITIALIZATION_ERROR;
    }
    SYSCTL_RCGC0 |= RCGC0_ADC;
    SYSCTL_RCGC1 |= RCGC1_TIMER0 << GPTM_ADC;
    ACTSS = 0;
    EMUX = EMUX_TIMER;
    SSCTL3 = SSCTL_END | SSCTL_IE;
    ISC = SEQUENCER;
    IM = SEQUENCER;
    vosInstallHandler(IRQ_ADC0 + 3, on_sample);
    vos_irq_enable(IRQ_ADC0 + 3, true);
    GPTM_CTL(GPTM_ADC) = 0;
    GPTM_CFG(GPTM_ADC) = 0;
    GPTM_TAMR(GPTM_ADC) = GPTM_ONCE;
    *bits = BITS;
    *rate = RATE;
    return VHAL_OK;
}

void converter_stop(uint32_t adc)
{
    (void)adc;
    vos_irq_enable(IRQ_ADC0 + 3, false);
    IM = 0;
    ACTSS = 0;
}

int converter_read(uint32_t adc, uint32_t channel, uint16_t *value)
{
    (void)adc;
    vosSemReset(done);
    SSMUX3 = channel;
    ACTSS = SEQUENCER;
    GPTM_TAILR(GPTM_ADC) = START_CYCLES;
    GPTM_CTL(GPTM_ADC) = GPTM_ENABLE | GPTM_TRIGGER;
    if (vosSemWaitTimeout(done, TIME_U(PATIENCE, MILLIS)) != VRES_OK) {
        return VHAL_TIMEOUT_ERROR;
    }
    *value = (uint16_t)SSFIFO3;
    return VHAL_OK;
}
