/* SPDX-License-Identifier: MIT */
/* converter.c -- two ADCs of eight channels of 10 bits. They convert all channels all
 * the time. */
#include "converter.h"
#include "aspeed.h"

enum { BITS = 10, RATE = 10000, EVERY = (1 << ADC_CHANNELS) - 1, TRIES = 100000 };

int converter_start(uint32_t adc, uint32_t *bits, uint32_t *rate)
{
    SCU_PROTECTION = SCU_KEY;
    SCU_RESET2_CLEAR = SCU_RESET2_ADC;
    ADC_CONTROL(adc) = ADC_ENABLE | ADC_NORMAL;
    for (int i = 0; !(ADC_CONTROL(adc) & ADC_READY); i++) {
        if (i == TRIES) {
            return VHAL_HARDWARE_INITIALIZATION_ERROR;
        }
    }
    ADC_CONTROL(adc) = ADC_ENABLE | ADC_NORMAL | (uint32_t)EVERY * ADC_CHANNEL0;
    *bits = BITS;
    *rate = RATE;
    return VHAL_OK;
}

void converter_stop(uint32_t adc)
{
    ADC_CONTROL(adc) = 0;
}

int converter_read(uint32_t adc, uint32_t channel, uint16_t *value)
{
    uint32_t two = ADC_DATA(adc, channel);
    *value = (uint16_t)(two >> channel % 2 * 16 & ((1 << BITS) - 1));
    return VHAL_OK;
}
