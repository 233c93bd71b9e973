/* SPDX-License-Identifier: MIT */
/*
 * pin_file_test.c -- a board's pin file written by hand with the macros of vhal_pins.h,
 * and what programs see of it.
 */
/* parts: vm/format */
/* include: sdk/include */
#define VHAL_PORT_FILE
#include "vhal_pins.h"
#include "tap.h"

static uint8_t port_a, port_b;
const PinPort _vhalpinports[] = {&port_a, &port_b};

#define NUM_PINS 3
const PinInfo _vhalpinmap[] = {
    MAKE_PIN(PORT_A, 5, HAS_EXT | HAS_SER),
    MAKE_PIN(PORT_A, 6, HAS_EXT | HAS_SER),
    MAKE_PIN(PORT_B, 0, HAS_EXT | HAS_ADC),
};
static const PinClass _analogclass[] = {MAKE_PIN_CLASS(2, 0, 7, 1)};
static const PinClass _spiclass[] = {};
static const PinClass _i2cclass[] = {};
static const PinClass _pwmclass[] = {};
static const PinClass _icuclass[] = {};
static const PinClass _canclass[] = {};
static const PinClass _serclass[] = {MAKE_PIN_CLASS(0, 0, 0, 0),
                                     MAKE_PIN_CLASS(1, 0, 1, 0)};
static const PinClass _dacclass[] = {};
static const PinClass _ledclass[] = {MAKE_PIN_CLASS(2, 0, 0, 0)};
static const PinClass _btnclass[] = {};
VHAL_PORT_DECLARATIONS()

const SerialPins _vm_serial_pins[] = {
    {MAKE_VPIN(PINCLASS_SER, 0), MAKE_VPIN(PINCLASS_SER, 1), 0xffff, 0xffff}};
const SpiPins _vm_spi_pins[] = {};
const I2CPins _vm_i2c_pins[] = {};
const SdioPins _vm_sdio_pins[] = {};
const CanPins _vm_can_pins[] = {};

DECLARE_PERIPHERAL_MAP(serial);

/* USART6 and USART2 are SERIAL0 and SERIAL1. */
BEGIN_PERIPHERAL_MAP(serial)
PERIPHERAL_ID(6),
    PERIPHERAL_ID(2) END_PERIPHERAL_MAP(serial)
#define NONE(name) BEGIN_PERIPHERAL_MAP(name) END_PERIPHERAL_MAP(name)
        NONE(spi) NONE(i2c) NONE(adc) NONE(pwm) NONE(icu) NONE(htm) NONE(dac) NONE(can)
            NONE(rtc) NONE(led) NONE(btn) BEGIN_PERIPHERAL_MAPS()

                TEST(programs_see_the_tables)
{
    const vhal_tables_t *t = vhal_tables();
    CHECK_INT(t->npins, 3);
    CHECK_INT(t->nclasses, 11);
    CHECK_INT(t->class_sizes[PINCLASS_DIGITAL], 3);
    CHECK_INT(t->class_sizes[PINCLASS_SER], 2);
    CHECK_INT(t->class_sizes[PINCLASS_SPI], 0);
    CHECK(!t->classes[PINCLASS_DIGITAL] && t->classes[PINCLASS_ANALOG][0].data1 == 7);
    CHECK(t->ports[t->pins[2].port] == &port_b);
    CHECK(t->serial.count == 2 && t->serial.ids[0] == 5 && t->serial.ids[1] == 1);
    CHECK_INT(t->spi.count, 0);
    CHECK(t->serial_pins == _vm_serial_pins && t->status == _vhalpinstatus);
}

TEST(the_macros_of_pins_work_on_it)
{
    CHECK_INT(PIN_CLASS_ID(A0), 2);
    CHECK_INT(PIN_PAD(RX0), 5);
    CHECK(PIN_PORT(LED0) == &port_b && PIN_HAS_PRPH(A0, PRPH_ADC));
    CHECK(VHAL_IS_VALID_VPIN(D2) && !VHAL_IS_VALID_VPIN(D3) &&
          !VHAL_IS_VALID_VPIN(MOSI0));
    CHECK_INT(GET_PERIPHERAL_ID(serial, 0), 5);
    CHECK_INT(PERIPHERAL_NUM(serial), 2);
    CHECK_INT(VM_TXPIN(0), TX0);
}

TAP_MAIN
