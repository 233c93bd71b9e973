/* SPDX-License-Identifier: MIT */
/* pins.c -- names of pins, the tables behind them, peripherals and their pins. */
#include "expect.h"

static const uint16_t digital[] = {
    D0, D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, D12, D13, D14, D15, D16, D17, D18, D19, D20, D21, D22,
    D23, D24, D25, D26, D27, D28, D29, D30, D31, D32, D33, D34, D35, D36, D37, D38, D39, D40, D41, D42, D43,
    D44, D45, D46, D47, D48, D49, D50, D51, D52, D53, D54, D55, D56, D57, D58, D59, D60, D61, D62, D63, D64,
    D65, D66, D67, D68, D69, D70, D71, D72, D73, D74, D75, D76, D77, D78, D79, D80, D81, D82, D83, D84, D85,
    D86, D87, D88, D89, D90, D91, D92, D93, D94, D95, D96, D97, D98, D99, D100, D101, D102, D103, D104, D105,
    D106, D107, D108, D109, D110, D111, D112, D113, D114, D115, D116, D117, D118, D119, D120, D121, D122, D123,
    D124, D125, D126, D127, D128, D129, D130, D131, D132, D133, D134, D135, D136, D137, D138, D139, D140, D141,
    D142, D143, D144, D145, D146, D147, D148, D149, D150, D151, D152, D153, D154, D155, D156, D157, D158, D159,
    D160, D161, D162, D163, D164, D165, D166, D167, D168, D169,
};
static const uint16_t analog[] = {
    A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17, A18, A19, A20, A21, A22,
    A23, A24, A25, A26, A27, A28, A29,
};
static const uint16_t spi[] = {
    MOSI0, MISO0, SCLK0, MOSI1, MISO1, SCLK1, MOSI2, MISO2, SCLK2, MOSI3, MISO3, SCLK3, MOSI4, MISO4, SCLK4,
    MOSI5, MISO5, SCLK5, MOSI6, MISO6, SCLK6, MOSI7, MISO7, SCLK7, MOSI8, MISO8, SCLK8, MOSI9, MISO9, SCLK9,
};
static const uint16_t i2c[] = {
    SDA0, SCL0, SDA1, SCL1, SDA2, SCL2, SDA3, SCL3, SDA4, SCL4, SDA5, SCL5, SDA6, SCL6, SDA7, SCL7, SDA8, SCL8,
    SDA9, SCL9,
};
static const uint16_t pwm[] = {
    PWM0, PWM1, PWM2, PWM3, PWM4, PWM5, PWM6, PWM7, PWM8, PWM9, PWM10, PWM11, PWM12, PWM13, PWM14, PWM15, PWM16,
    PWM17, PWM18, PWM19, PWM20, PWM21, PWM22, PWM23, PWM24, PWM25, PWM26, PWM27, PWM28, PWM29,
};
static const uint16_t icu[] = {
    ICU0, ICU1, ICU2, ICU3, ICU4, ICU5, ICU6, ICU7, ICU8, ICU9, ICU10, ICU11, ICU12, ICU13, ICU14, ICU15, ICU16,
    ICU17, ICU18, ICU19, ICU20, ICU21, ICU22, ICU23, ICU24, ICU25, ICU26, ICU27, ICU28, ICU29,
};
static const uint16_t ser[] = {
    RX0, TX0, RX1, TX1, RX2, TX2, RX3, TX3, RX4, TX4, RX5, TX5, RX6, TX6, RX7, TX7, RX8, TX8, RX9, TX9,
};
static const uint16_t led[] = {
    LED0, LED1, LED2, LED3, LED4, LED5, LED6, LED7, LED8, LED9,
};
static const uint16_t btn[] = {
    BTN0, BTN1, BTN2, BTN3, BTN4, BTN5, BTN6, BTN7, BTN8, BTN9,
};

static const struct {
    uint8_t pin_class;
    const uint16_t *names;
    uint32_t count;
} names[] = {
    {PINCLASS_DIGITAL, digital, sizeof digital / sizeof *digital},
    {PINCLASS_ANALOG, analog, sizeof analog / sizeof *analog},
    {PINCLASS_SPI, spi, sizeof spi / sizeof *spi},
    {PINCLASS_I2C, i2c, sizeof i2c / sizeof *i2c},
    {PINCLASS_PWM, pwm, sizeof pwm / sizeof *pwm},
    {PINCLASS_ICU, icu, sizeof icu / sizeof *icu},
    {PINCLASS_SER, ser, sizeof ser / sizeof *ser},
    {PINCLASS_LED, led, sizeof led / sizeof *led},
    {PINCLASS_BTN, btn, sizeof btn / sizeof *btn},
};

/* Rows of a class count from 0; on a board with fewer the others are no pins. */
C_NATIVE(test_pins_are_numbered)
{
    C_NATIVE_UNWARN();
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++) {
        for (uint32_t row = 0; row < names[i].count; row++) {
            EXPECT(names[i].names[row] == MAKE_VPIN(names[i].pin_class, row));
            EXPECT(PIN_CLASS(names[i].names[row]) == names[i].pin_class);
            EXPECT(PIN_CLASS_PAD(names[i].names[row]) == row);
            EXPECT(!!VHAL_IS_VALID_VPIN(names[i].names[row]) == (row < PIN_CLASS_NUM(names[i].pin_class)));
        }
    }
    EXPECT(!VHAL_IS_VALID_VPIN(0xFFFF) && PINCLASS_CAN == 6 && PINCLASS_DAC == 8);
    EXPECT(PIN_CLASS_NUM(PINCLASS_DIGITAL) == _vhalpinnums && _vhalpinclasses == 11);
    return ERR_OK;
}

/* A pin of the tables, as drivers take them apart. */
C_NATIVE(test_pins_have_ports_and_peripherals)
{
    C_NATIVE_UNWARN();
    PinPort port = PIN_PORT(SCLK0);
    PinPad pad = PIN_PAD(SCLK0);
    EXPECT(PIN_CLASS_ID(SCLK0) < _vhalpinnums && PIN_CLASS_ID(D9) == 9);
    EXPECT(PIN_CLASS_DATA0(SCLK0) == 0 && PIN_CLASS_DATA1(SCLK0) == 2 && PIN_CLASS_DATA2(SCLK0) == 0);
    EXPECT(port == _vhalpinports[PIN_PORT_NUMBER(SCLK0)] && pad == _vhalpinmap[PIN_CLASS_ID(SCLK0)].pad);
    EXPECT(PIN_PRPH(SCLK0) & PRPHS(PRPH_SPI) && PIN_HAS_PRPH(SCLK0, PRPH_SPI) && !PIN_HAS_PRPH(SCLK0, PRPH_DAC));
    EXPECT(_vhalpinclass[PINCLASS_SPI][2].pidx == PIN_CLASS_ID(SCLK0) && _vhalpinclassnum[PINCLASS_SPI] >= 3);
    EXPECT(PIN_PORT_NUMBER(D0) == PORT_A && PIN_PORT_NUMBER(D17) == PORT_B);
    return ERR_OK;
}

C_NATIVE(test_pins_have_an_owner)
{
    C_NATIVE_UNWARN();
    PinStatus *status = _vhalpinstatus;
    EXPECT(status[21] == 0xff && PIN_FREE_OR_ASSIGNED_TO(LED1, PRPH_SD));
    PIN_SET_TO_PRPH(LED1, PRPH_SD);
    EXPECT(PIN_GET_PRPH(LED1) == PRPH_SD && PIN_FREE_OR_ASSIGNED_TO(LED1, PRPH_SD));
    EXPECT(!PIN_FREE_OR_ASSIGNED_TO(LED1, PRPH_USB));
    EXPECT(vhalPinSetMode(LED1, PINMODE_OUTPUT_PUSHPULL) == VHAL_HARDWARE_STATUS_ERROR);
    PIN_SET_TO_PRPH(LED1, 0xff);
    EXPECT(vhalPinSetMode(LED1, PINMODE_OUTPUT_PUSHPULL) == VHAL_OK);
    EXPECT(vhalPinSetMode(LED1, PINMODE_NONE) == VHAL_OK);
    return ERR_OK;
}

/* The rows of a board's pin file. */
static const PinInfo some_pin = MAKE_PIN(PORT_C, 7, HAS_EXT | HAS_ADC);
static const PinClass some_class = MAKE_PIN_CLASS(39, 1, 2, 3);

C_NATIVE(test_pins_of_a_pin_file)
{
    C_NATIVE_UNWARN();
    EXPECT(some_pin.port == PORT_C && some_pin.pad == 7 && some_pin.prph == 3);
    EXPECT(some_class.pidx == 39 && some_class.data0 == 1 && some_class.data1 == 2 && some_class.data2 == 3);
    return ERR_OK;
}

C_NATIVE(test_pins_ports)
{
    C_NATIVE_UNWARN();
    static const uint8_t ports[] = {
        PORT_A, PORT_B, PORT_C, PORT_D, PORT_E, PORT_F, PORT_G, PORT_H, PORT_I, PORT_J, PORT_K, PORT_L, PORT_M,
        PORT_N, PORT_O, PORT_P, PORT_Q, PORT_R, PORT_S, PORT_T, PORT_U, PORT_V, PORT_W, PORT_X, PORT_Y, PORT_Z,
    };
    for (uint32_t i = 0; i < sizeof ports; i++) {
        EXPECT(ports[i] == i);
    }
    return ERR_OK;
}

C_NATIVE(test_pins_peripherals)
{
    C_NATIVE_UNWARN();
    static const struct {
        uint16_t prph, bit;
    } with_pins[] = {
        {PRPH_EXT, HAS_EXT},
        {PRPH_ADC, HAS_ADC},
        {PRPH_SPI, HAS_SPI},
        {PRPH_I2C, HAS_I2C},
        {PRPH_PWM, HAS_PWM},
        {PRPH_ICU, HAS_ICU},
        {PRPH_CAN, HAS_CAN},
        {PRPH_SER, HAS_SER},
        {PRPH_DAC, HAS_DAC},
        {PRPH_MAC, HAS_MAC},
        {PRPH_SDC, HAS_SDC},
        {PRPH_USB, HAS_USB},
        {PRPH_SD, HAS_SD},
    };
    for (uint32_t i = 0; i < sizeof with_pins / sizeof *with_pins; i++) {
        EXPECT(with_pins[i].prph == i && with_pins[i].bit == PRPHS(i));
    }
    EXPECT(PRPH_HTM == 0x10 && PRPH_RTC == 0x20 && PRPH_CRYP == 0x30 && PRPH_FLASH == 0x40 && PRPH_NFO == 0x50);
    EXPECT(PRPH_RNG == 0x60 && PRPH_DMA == 0x70 && HAS_ATM == (HAS_ICU | HAS_PWM));
    EXPECT(PRPH_ID_TO_TYPE(MAKE_PRPH_ID(PRPH_SPI, 3)) == PRPH_SPI && PRPH_ID_TO_NUM(MAKE_PRPH_ID(PRPH_SPI, 3)) == 3);
    return ERR_OK;
}

DECLARE_PERIPHERAL_MAP(serial);

C_NATIVE(test_pins_maps)
{
    C_NATIVE_UNWARN();
    EXPECT(PERIPHERAL_ID(1) == 0 && GET_PERIPHERAL_ID(serial, 1) == PERIPHERAL_ID(2));
    EXPECT(PERIPHERAL_NUM(serial) == 4 && PERIPHERAL_NUM(spi) == 2 && PERIPHERAL_NUM(i2c) == 2);
    EXPECT(PERIPHERAL_NUM(adc) == 1 && PERIPHERAL_NUM(pwm) == 1 && PERIPHERAL_NUM(icu) == 1);
    EXPECT(PERIPHERAL_NUM(htm) == 4 && PERIPHERAL_NUM(dac) == 1 && PERIPHERAL_NUM(can) == 1);
    EXPECT(PERIPHERAL_NUM(rtc) == 1 && PERIPHERAL_NUM(led) == 4 && PERIPHERAL_NUM(btn) == 4);
    EXPECT(_vhal_spi_map[1] == 1 && _vhal_spi_num == 2);
    EXPECT(vhalGetPeripheralForPin(MISO1, PINCLASS_SPI) == 1);
    EXPECT(vhalGetPeripheralForPin(MISO1, PINCLASS_ICU) == VHAL_INVALID_PIN);
    return ERR_OK;
}

C_NATIVE(test_pins_map_tables)
{
    C_NATIVE_UNWARN();
    const struct {
        const uint8_t *ids;
        uint32_t count, same;
    } maps[] = {
        {_vhal_serial_map, _vhal_serial_num, PERIPHERAL_NUM(serial)},
        {_vhal_spi_map, _vhal_spi_num, PERIPHERAL_NUM(spi)},
        {_vhal_i2c_map, _vhal_i2c_num, PERIPHERAL_NUM(i2c)},
        {_vhal_adc_map, _vhal_adc_num, PERIPHERAL_NUM(adc)},
        {_vhal_pwm_map, _vhal_pwm_num, PERIPHERAL_NUM(pwm)},
        {_vhal_icu_map, _vhal_icu_num, PERIPHERAL_NUM(icu)},
        {_vhal_htm_map, _vhal_htm_num, PERIPHERAL_NUM(htm)},
        {_vhal_dac_map, _vhal_dac_num, PERIPHERAL_NUM(dac)},
        {_vhal_can_map, _vhal_can_num, PERIPHERAL_NUM(can)},
        {_vhal_rtc_map, _vhal_rtc_num, PERIPHERAL_NUM(rtc)},
        {_vhal_led_map, _vhal_led_num, PERIPHERAL_NUM(led)},
        {_vhal_btn_map, _vhal_btn_num, PERIPHERAL_NUM(btn)},
    };
    for (uint32_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        EXPECT(maps[i].count > 0 && maps[i].count == maps[i].same && maps[i].ids[0] == PERIPHERAL_ID(1));
    }
    return ERR_OK;
}

/* What thirteen of the drivers in the wild do. */
C_NATIVE(test_pins_of_drivers)
{
    C_NATIVE_UNWARN();
    SpiPins *spi_pins = _vm_pin_map(PRPH_SPI);
    I2CPins *i2c_pins = _vm_pin_map(PRPH_I2C);
    CanPins *can_pins = _vm_pin_map(PRPH_CAN);
    const SerialPins *serial = &_vm_serial_pins[1];
    const SdioPins *sdio = _vm_sdio_pins;
    EXPECT(spi_pins[1].mosi == MOSI1 && spi_pins[1].miso == MISO1 && spi_pins[1].sclk == SCLK1);
    EXPECT(spi_pins[1].spiid == 1 && spi_pins[0].nss == 10 && spi_pins == _vm_spi_pins);
    EXPECT(i2c_pins[0].sda == SDA0 && i2c_pins[0].scl == SCL0 && i2c_pins == _vm_i2c_pins);
    EXPECT(can_pins->rxpin == 0x600 && can_pins->txpin == 0x601 && can_pins == _vm_can_pins);
    EXPECT(_vm_pin_map(PRPH_RTC) == NULL && sdio->sdio_pins[9] == 0xffff);
    EXPECT(serial->rxpin == VM_RXPIN(1) && serial->txpin == VM_TXPIN(1) && VM_RXPIN(1) == RX1);
    EXPECT(VM_RTSPIN(1) == 0xffff && VM_CTSPIN(1) == 0xffff && !VM_HWFC(1) && VM_HWFCPINS(1) == 0);
    return ERR_OK;
}
