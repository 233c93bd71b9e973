/* SPDX-License-Identifier: MIT */
/*
 * vhal_pins.h -- names of pins, what a pin can do, and which hardware is behind a logical
 * peripheral.
 *
 * A virtual pin is a number: the high byte is its class (digital, analog, MOSI/MISO/SCLK
 * …), the low byte the row in that class's table. Names of different classes may be one
 * physical pin: PIN_CLASS_ID() gives it. Which of the names a board has, its board.json
 * says.
 *
 * The tables are in the board's VHAL and read through vhal_tables(), so that a module
 * binds to a function, not to data. Only the board's own pin file, compiled with
 * VHAL_PORT_FILE defined, sees and defines the tables themselves.
 */
#ifndef ZVM_VHAL_PINS_H
#define ZVM_VHAL_PINS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- classes of pins ---- */

#define PINCLASS_DIGITAL 0x00
#define PINCLASS_ANALOG 0x01
#define PINCLASS_SPI 0x02
#define PINCLASS_I2C 0x03
#define PINCLASS_PWM 0x04
#define PINCLASS_ICU 0x05
#define PINCLASS_CAN 0x06
#define PINCLASS_SER 0x07
#define PINCLASS_DAC 0x08
#define PINCLASS_LED 0x09
#define PINCLASS_BTN 0x0A

/* ---- names of pins; Z_VHAL_SKIP_PIN_DEFS leaves them out where they are in the way ----
 */
#ifndef Z_VHAL_SKIP_PIN_DEFS

#define D0 0x0000
#define D1 0x0001
#define D2 0x0002
#define D3 0x0003
#define D4 0x0004
#define D5 0x0005
#define D6 0x0006
#define D7 0x0007
#define D8 0x0008
#define D9 0x0009
#define D10 0x000a
#define D11 0x000b
#define D12 0x000c
#define D13 0x000d
#define D14 0x000e
#define D15 0x000f
#define D16 0x0010
#define D17 0x0011
#define D18 0x0012
#define D19 0x0013
#define D20 0x0014
#define D21 0x0015
#define D22 0x0016
#define D23 0x0017
#define D24 0x0018
#define D25 0x0019
#define D26 0x001a
#define D27 0x001b
#define D28 0x001c
#define D29 0x001d
#define D30 0x001e
#define D31 0x001f
#define D32 0x0020
#define D33 0x0021
#define D34 0x0022
#define D35 0x0023
#define D36 0x0024
#define D37 0x0025
#define D38 0x0026
#define D39 0x0027
#define D40 0x0028
#define D41 0x0029
#define D42 0x002a
#define D43 0x002b
#define D44 0x002c
#define D45 0x002d
#define D46 0x002e
#define D47 0x002f
#define D48 0x0030
#define D49 0x0031
#define D50 0x0032
#define D51 0x0033
#define D52 0x0034
#define D53 0x0035
#define D54 0x0036
#define D55 0x0037
#define D56 0x0038
#define D57 0x0039
#define D58 0x003a
#define D59 0x003b
#define D60 0x003c
#define D61 0x003d
#define D62 0x003e
#define D63 0x003f
#define D64 0x0040
#define D65 0x0041
#define D66 0x0042
#define D67 0x0043
#define D68 0x0044
#define D69 0x0045
#define D70 0x0046
#define D71 0x0047
#define D72 0x0048
#define D73 0x0049
#define D74 0x004a
#define D75 0x004b
#define D76 0x004c
#define D77 0x004d
#define D78 0x004e
#define D79 0x004f
#define D80 0x0050
#define D81 0x0051
#define D82 0x0052
#define D83 0x0053
#define D84 0x0054
#define D85 0x0055
#define D86 0x0056
#define D87 0x0057
#define D88 0x0058
#define D89 0x0059
#define D90 0x005a
#define D91 0x005b
#define D92 0x005c
#define D93 0x005d
#define D94 0x005e
#define D95 0x005f
#define D96 0x0060
#define D97 0x0061
#define D98 0x0062
#define D99 0x0063
#define D100 0x0064
#define D101 0x0065
#define D102 0x0066
#define D103 0x0067
#define D104 0x0068
#define D105 0x0069
#define D106 0x006a
#define D107 0x006b
#define D108 0x006c
#define D109 0x006d
#define D110 0x006e
#define D111 0x006f
#define D112 0x0070
#define D113 0x0071
#define D114 0x0072
#define D115 0x0073
#define D116 0x0074
#define D117 0x0075
#define D118 0x0076
#define D119 0x0077
#define D120 0x0078
#define D121 0x0079
#define D122 0x007a
#define D123 0x007b
#define D124 0x007c
#define D125 0x007d
#define D126 0x007e
#define D127 0x007f
#define D128 0x0080
#define D129 0x0081
#define D130 0x0082
#define D131 0x0083
#define D132 0x0084
#define D133 0x0085
#define D134 0x0086
#define D135 0x0087
#define D136 0x0088
#define D137 0x0089
#define D138 0x008a
#define D139 0x008b
#define D140 0x008c
#define D141 0x008d
#define D142 0x008e
#define D143 0x008f
#define D144 0x0090
#define D145 0x0091
#define D146 0x0092
#define D147 0x0093
#define D148 0x0094
#define D149 0x0095
#define D150 0x0096
#define D151 0x0097
#define D152 0x0098
#define D153 0x0099
#define D154 0x009a
#define D155 0x009b
#define D156 0x009c
#define D157 0x009d
#define D158 0x009e
#define D159 0x009f
#define D160 0x00a0
#define D161 0x00a1
#define D162 0x00a2
#define D163 0x00a3
#define D164 0x00a4
#define D165 0x00a5
#define D166 0x00a6
#define D167 0x00a7
#define D168 0x00a8
#define D169 0x00a9

#define A0 0x0100
#define A1 0x0101
#define A2 0x0102
#define A3 0x0103
#define A4 0x0104
#define A5 0x0105
#define A6 0x0106
#define A7 0x0107
#define A8 0x0108
#define A9 0x0109
#define A10 0x010a
#define A11 0x010b
#define A12 0x010c
#define A13 0x010d
#define A14 0x010e
#define A15 0x010f
#define A16 0x0110
#define A17 0x0111
#define A18 0x0112
#define A19 0x0113
#define A20 0x0114
#define A21 0x0115
#define A22 0x0116
#define A23 0x0117
#define A24 0x0118
#define A25 0x0119
#define A26 0x011a
#define A27 0x011b
#define A28 0x011c
#define A29 0x011d

#define MOSI0 0x0200
#define MISO0 0x0201
#define SCLK0 0x0202
#define MOSI1 0x0203
#define MISO1 0x0204
#define SCLK1 0x0205
#define MOSI2 0x0206
#define MISO2 0x0207
#define SCLK2 0x0208
#define MOSI3 0x0209
#define MISO3 0x020a
#define SCLK3 0x020b
#define MOSI4 0x020c
#define MISO4 0x020d
#define SCLK4 0x020e
#define MOSI5 0x020f
#define MISO5 0x0210
#define SCLK5 0x0211
#define MOSI6 0x0212
#define MISO6 0x0213
#define SCLK6 0x0214
#define MOSI7 0x0215
#define MISO7 0x0216
#define SCLK7 0x0217
#define MOSI8 0x0218
#define MISO8 0x0219
#define SCLK8 0x021a
#define MOSI9 0x021b
#define MISO9 0x021c
#define SCLK9 0x021d

#define SDA0 0x0300
#define SCL0 0x0301
#define SDA1 0x0302
#define SCL1 0x0303
#define SDA2 0x0304
#define SCL2 0x0305
#define SDA3 0x0306
#define SCL3 0x0307
#define SDA4 0x0308
#define SCL4 0x0309
#define SDA5 0x030a
#define SCL5 0x030b
#define SDA6 0x030c
#define SCL6 0x030d
#define SDA7 0x030e
#define SCL7 0x030f
#define SDA8 0x0310
#define SCL8 0x0311
#define SDA9 0x0312
#define SCL9 0x0313

#define PWM0 0x0400
#define PWM1 0x0401
#define PWM2 0x0402
#define PWM3 0x0403
#define PWM4 0x0404
#define PWM5 0x0405
#define PWM6 0x0406
#define PWM7 0x0407
#define PWM8 0x0408
#define PWM9 0x0409
#define PWM10 0x040a
#define PWM11 0x040b
#define PWM12 0x040c
#define PWM13 0x040d
#define PWM14 0x040e
#define PWM15 0x040f
#define PWM16 0x0410
#define PWM17 0x0411
#define PWM18 0x0412
#define PWM19 0x0413
#define PWM20 0x0414
#define PWM21 0x0415
#define PWM22 0x0416
#define PWM23 0x0417
#define PWM24 0x0418
#define PWM25 0x0419
#define PWM26 0x041a
#define PWM27 0x041b
#define PWM28 0x041c
#define PWM29 0x041d

#define ICU0 0x0500
#define ICU1 0x0501
#define ICU2 0x0502
#define ICU3 0x0503
#define ICU4 0x0504
#define ICU5 0x0505
#define ICU6 0x0506
#define ICU7 0x0507
#define ICU8 0x0508
#define ICU9 0x0509
#define ICU10 0x050a
#define ICU11 0x050b
#define ICU12 0x050c
#define ICU13 0x050d
#define ICU14 0x050e
#define ICU15 0x050f
#define ICU16 0x0510
#define ICU17 0x0511
#define ICU18 0x0512
#define ICU19 0x0513
#define ICU20 0x0514
#define ICU21 0x0515
#define ICU22 0x0516
#define ICU23 0x0517
#define ICU24 0x0518
#define ICU25 0x0519
#define ICU26 0x051a
#define ICU27 0x051b
#define ICU28 0x051c
#define ICU29 0x051d

#define RX0 0x0700
#define TX0 0x0701
#define RX1 0x0702
#define TX1 0x0703
#define RX2 0x0704
#define TX2 0x0705
#define RX3 0x0706
#define TX3 0x0707
#define RX4 0x0708
#define TX4 0x0709
#define RX5 0x070a
#define TX5 0x070b
#define RX6 0x070c
#define TX6 0x070d
#define RX7 0x070e
#define TX7 0x070f
#define RX8 0x0710
#define TX8 0x0711
#define RX9 0x0712
#define TX9 0x0713

#define LED0 0x0900
#define LED1 0x0901
#define LED2 0x0902
#define LED3 0x0903
#define LED4 0x0904
#define LED5 0x0905
#define LED6 0x0906
#define LED7 0x0907
#define LED8 0x0908
#define LED9 0x0909

#define BTN0 0x0a00
#define BTN1 0x0a01
#define BTN2 0x0a02
#define BTN3 0x0a03
#define BTN4 0x0a04
#define BTN5 0x0a05
#define BTN6 0x0a06
#define BTN7 0x0a07
#define BTN8 0x0a08
#define BTN9 0x0a09

#endif

/* ---- types ---- */

/* A port's handle for vhalPinFastSet and its like; what it points to is the VHAL's own. */
typedef void *PinPort;
/* A pin's number in its port. */
typedef uint8_t PinPad;
/* The peripheral (PRPH_…) that owns a pin; 0xff: none. */
typedef uint8_t PinStatus;

/* A physical pin: number of its port, pad, and what it can be (bits PRPHS(PRPH_…)). */
typedef struct PinInfo {
    uint8_t port;
    uint8_t pad;
    uint16_t prph;
} PinInfo;

/* A name in a class: the physical pin, and three bytes whose meaning is the VHAL's. */
typedef struct PinClass {
    uint8_t pidx;
    uint8_t data0;
    uint8_t data1;
    uint8_t data2;
} PinClass;

/* What stands in the tables of a board's pin file. */
#define MAKE_PIN(port, pad, prph)                                                      \
    {                                                                                  \
        (port), (pad), (prph)                                                          \
    }
#define MAKE_PIN_CLASS(pidx, d0, d1, d2)                                               \
    {                                                                                  \
        (pidx), (d0), (d1), (d2)                                                       \
    }
#define MAKE_VPIN(cls, pad) (((cls) << 8) | (pad))

#define PORT_A 0
#define PORT_B 1
#define PORT_C 2
#define PORT_D 3
#define PORT_E 4
#define PORT_F 5
#define PORT_G 6
#define PORT_H 7
#define PORT_I 8
#define PORT_J 9
#define PORT_K 10
#define PORT_L 11
#define PORT_M 12
#define PORT_N 13
#define PORT_O 14
#define PORT_P 15
#define PORT_Q 16
#define PORT_R 17
#define PORT_S 18
#define PORT_T 19
#define PORT_U 20
#define PORT_V 21
#define PORT_W 22
#define PORT_X 23
#define PORT_Y 24
#define PORT_Z 25

/* ---- peripherals ---- */

/* Those that use pins. */
#define PRPH_EXT 0x00
#define PRPH_ADC 0x01
#define PRPH_SPI 0x02
#define PRPH_I2C 0x03
#define PRPH_PWM 0x04
#define PRPH_ICU 0x05
#define PRPH_CAN 0x06
#define PRPH_SER 0x07
#define PRPH_DAC 0x08
#define PRPH_MAC 0x09
#define PRPH_SDC 0x0A
#define PRPH_USB 0x0B
#define PRPH_SD 0x0C
/* Those that do not. */
#define PRPH_HTM 0x10
#define PRPH_RTC 0x20
#define PRPH_CRYP 0x30
#define PRPH_FLASH 0x40
#define PRPH_NFO 0x50
#define PRPH_RNG 0x60
#define PRPH_DMA 0x70

/* As bits of PinInfo.prph. */
#define PRPHS(x) (1 << (x))
#define HAS_EXT PRPHS(PRPH_EXT)
#define HAS_ADC PRPHS(PRPH_ADC)
#define HAS_SPI PRPHS(PRPH_SPI)
#define HAS_I2C PRPHS(PRPH_I2C)
#define HAS_PWM PRPHS(PRPH_PWM)
#define HAS_ICU PRPHS(PRPH_ICU)
#define HAS_CAN PRPHS(PRPH_CAN)
#define HAS_SER PRPHS(PRPH_SER)
#define HAS_DAC PRPHS(PRPH_DAC)
#define HAS_MAC PRPHS(PRPH_MAC)
#define HAS_SDC PRPHS(PRPH_SDC)
#define HAS_USB PRPHS(PRPH_USB)
#define HAS_SD PRPHS(PRPH_SD)
/* A pin of a timer. */
#define HAS_ATM (HAS_ICU | HAS_PWM)

/* One of several peripherals of a type. */
#define MAKE_PRPH_ID(type, num) (((type) << 16) | (num))
#define PRPH_ID_TO_TYPE(id) ((id) >> 16)
#define PRPH_ID_TO_NUM(id) ((id)&0xffff)

/* The hardware's numbers begin at 1, those of the maps at 0. */
#define PERIPHERAL_ID(n) ((uint8_t)((n)-1))

/* ---- which pins a peripheral uses ---- */

/* 0xffff: it has no such pin. */
typedef struct SerialPins {
    uint16_t rxpin, txpin, ctspin, rtspin;
} SerialPins;

typedef struct SpiPins {
    uint16_t mosi, miso, sclk;
    uint8_t nss, spiid;
} SpiPins;

typedef struct I2CPins {
    uint16_t sda, scl;
} I2CPins;

/* CLK, CMD, D0 … D7. */
typedef struct SdioPins {
    uint16_t sdio_pins[10];
} SdioPins;

typedef struct CanPins {
    uint16_t rxpin, txpin;
} CanPins;

/* ---- the tables ---- */

/* A map: of logical number to hardware number. */
typedef struct vhal_map {
    const uint8_t *ids;
    uint32_t count;
} vhal_map_t;

/* Grows at its end only: it is part of the ABI. */
typedef struct vhal_tables {
    const PinPort *ports;
    const PinInfo *pins;
    uint32_t npins;
    PinStatus *status;
    const PinClass *const *classes; /* NULL for PINCLASS_DIGITAL */
    const uint16_t *class_sizes;
    uint32_t nclasses;
    const SerialPins *serial_pins;
    const SpiPins *spi_pins;
    const I2CPins *i2c_pins;
    const SdioPins *sdio_pins;
    const CanPins *can_pins;
    vhal_map_t serial, spi, i2c, adc, pwm, icu, htm, dac, can, rtc, led, btn;
} vhal_tables_t;

/* Context: any. */
const vhal_tables_t *vhal_tables(void);

#ifndef VHAL_PORT_FILE
#define _vhalpinports (vhal_tables()->ports)
#define _vhalpinmap (vhal_tables()->pins)
#define _vhalpinnums (vhal_tables()->npins)
#define _vhalpinstatus (vhal_tables()->status)
#define _vhalpinclass (vhal_tables()->classes)
#define _vhalpinclassnum (vhal_tables()->class_sizes)
#define _vhalpinclasses (vhal_tables()->nclasses)
/* Not const for drivers that keep a plain pointer to a row; the rows are in flash. */
#define _vm_serial_pins ((SerialPins *)vhal_tables()->serial_pins)
#define _vm_spi_pins ((SpiPins *)vhal_tables()->spi_pins)
#define _vm_i2c_pins ((I2CPins *)vhal_tables()->i2c_pins)
#define _vm_sdio_pins ((SdioPins *)vhal_tables()->sdio_pins)
#define _vm_can_pins ((CanPins *)vhal_tables()->can_pins)

#define _vhal_serial_map (vhal_tables()->serial.ids)
#define _vhal_serial_num (vhal_tables()->serial.count)
#define _vhal_spi_map (vhal_tables()->spi.ids)
#define _vhal_spi_num (vhal_tables()->spi.count)
#define _vhal_i2c_map (vhal_tables()->i2c.ids)
#define _vhal_i2c_num (vhal_tables()->i2c.count)
#define _vhal_adc_map (vhal_tables()->adc.ids)
#define _vhal_adc_num (vhal_tables()->adc.count)
#define _vhal_pwm_map (vhal_tables()->pwm.ids)
#define _vhal_pwm_num (vhal_tables()->pwm.count)
#define _vhal_icu_map (vhal_tables()->icu.ids)
#define _vhal_icu_num (vhal_tables()->icu.count)
#define _vhal_htm_map (vhal_tables()->htm.ids)
#define _vhal_htm_num (vhal_tables()->htm.count)
#define _vhal_dac_map (vhal_tables()->dac.ids)
#define _vhal_dac_num (vhal_tables()->dac.count)
#define _vhal_can_map (vhal_tables()->can.ids)
#define _vhal_can_num (vhal_tables()->can.count)
#define _vhal_rtc_map (vhal_tables()->rtc.ids)
#define _vhal_rtc_num (vhal_tables()->rtc.count)
#define _vhal_led_map (vhal_tables()->led.ids)
#define _vhal_led_num (vhal_tables()->led.count)
#define _vhal_btn_map (vhal_tables()->btn.ids)
#define _vhal_btn_num (vhal_tables()->btn.count)

/* Nothing more than is declared already. */
#define DECLARE_PERIPHERAL_MAP(name) extern const vhal_tables_t *vhal_tables(void)
#else
#define DECLARE_PERIPHERAL_MAP(name)                                                   \
    extern const uint8_t _vhal_##name##_map[];                                         \
    extern const uint32_t _vhal_##name##_num
#endif

/* ---- questions about a virtual pin; it must be valid ---- */

#define PIN_CLASS(vpin) (((vpin) >> 8) & 0xff)
#define PIN_CLASS_PAD(vpin) ((vpin)&0xff)
/* Index of the physical pin. */
#define PIN_CLASS_ID(vpin)                                                             \
    (PIN_CLASS(vpin) == PINCLASS_DIGITAL                                               \
         ? PIN_CLASS_PAD(vpin)                                                         \
         : _vhalpinclass[PIN_CLASS(vpin)][PIN_CLASS_PAD(vpin)].pidx)
/* Of any class but PINCLASS_DIGITAL. */
#define PIN_CLASS_DATA0(vpin) (_vhalpinclass[PIN_CLASS(vpin)][PIN_CLASS_PAD(vpin)].data0)
#define PIN_CLASS_DATA1(vpin) (_vhalpinclass[PIN_CLASS(vpin)][PIN_CLASS_PAD(vpin)].data1)
#define PIN_CLASS_DATA2(vpin) (_vhalpinclass[PIN_CLASS(vpin)][PIN_CLASS_PAD(vpin)].data2)
#define PIN_PORT_NUMBER(vpin) (_vhalpinmap[PIN_CLASS_ID(vpin)].port)
#define PIN_PORT(vpin) (_vhalpinports[PIN_PORT_NUMBER(vpin)])
#define PIN_PAD(vpin) (_vhalpinmap[PIN_CLASS_ID(vpin)].pad)
#define PIN_PRPH(vpin) (_vhalpinmap[PIN_CLASS_ID(vpin)].prph)
#define PIN_HAS_PRPH(vpin, p) (PIN_PRPH(vpin) & PRPHS(p))
#define PIN_CLASS_NUM(cls) (_vhalpinclassnum[cls])

/* Who owns the pin. */
#define PIN_SET_TO_PRPH(vpin, p) (_vhalpinstatus[PIN_CLASS_ID(vpin)] = (PinStatus)(p))
#define PIN_GET_PRPH(vpin) (_vhalpinstatus[PIN_CLASS_ID(vpin)])
#define PIN_FREE_OR_ASSIGNED_TO(vpin, p)                                               \
    (PIN_GET_PRPH(vpin) == 0xff || PIN_GET_PRPH(vpin) == (PinStatus)(p))

/* Has the board such a pin? Of any number. */
#define VHAL_IS_VALID_VPIN(vpin)                                                       \
    (((uint32_t)(vpin) >> 8) < _vhalpinclasses &&                                      \
     PIN_CLASS_PAD((uint32_t)(vpin)) < PIN_CLASS_NUM((uint32_t)(vpin) >> 8))

/* ---- questions about a peripheral ---- */

/* Hardware number of the logical peripheral: GET_PERIPHERAL_ID(serial, 0). */
#define GET_PERIPHERAL_ID(name, idx) (_vhal_##name##_map[idx])
/* How many the board has: PERIPHERAL_NUM(spi). */
#define PERIPHERAL_NUM(name) (_vhal_##name##_num)

/* The SpiPins, I2CPins or CanPins of the board for PRPH_SPI, PRPH_I2C, PRPH_CAN, by
 * logical number; else NULL. Context: any. */
void *_vm_pin_map(int prph);

#define VM_RXPIN(ch) (_vm_serial_pins[ch].rxpin)
#define VM_TXPIN(ch) (_vm_serial_pins[ch].txpin)
#define VM_CTSPIN(ch) (_vm_serial_pins[ch].ctspin)
#define VM_RTSPIN(ch) (_vm_serial_pins[ch].rtspin)
/* For SERIAL_CFG: SERIAL_HWFC with a port that has both pins, and those pins. */
#define VM_HWFC(ch) (VM_CTSPIN(ch) != 0xffff && VM_RTSPIN(ch) != 0xffff)
#define VM_HWFCPINS(ch)                                                                \
    (VM_HWFC(ch) ? (VM_CTSPIN(ch) & 0xff) | (VM_RTSPIN(ch) & 0xff) << 8 : 0)

/* ---- for a board's pin file (mk/pins.py writes one from a board.json); they want
 * VHAL_PORT_FILE ---- */

#define BEGIN_PERIPHERAL_MAP(name) const uint8_t _vhal_##name##_map[] = {
#define END_PERIPHERAL_MAP(name)                                                       \
    }                                                                                  \
    ;                                                                                  \
    const uint32_t _vhal_##name##_num = sizeof _vhal_##name##_map;

#define VHAL_CLASS_SIZE(table) (sizeof(table) / sizeof *(table))
/* Defines what the tables of the file make: the classes and the owners of NUM_PINS pins.
 */
#define VHAL_PORT_DECLARATIONS()                                                       \
    const uint32_t _vhalpinnums = NUM_PINS;                                            \
    PinStatus _vhalpinstatus[NUM_PINS];                                                \
    const PinClass *const _vhalpinclass[] = {                                          \
        NULL,      _analogclass, _spiclass, _i2cclass, _pwmclass, _icuclass,           \
        _canclass, _serclass,    _dacclass, _ledclass, _btnclass};                     \
    const uint16_t _vhalpinclassnum[] = {                                              \
        NUM_PINS,                       VHAL_CLASS_SIZE(_analogclass),                 \
        VHAL_CLASS_SIZE(_spiclass),     VHAL_CLASS_SIZE(_i2cclass),                    \
        VHAL_CLASS_SIZE(_pwmclass),     VHAL_CLASS_SIZE(_icuclass),                    \
        VHAL_CLASS_SIZE(_canclass),     VHAL_CLASS_SIZE(_serclass),                    \
        VHAL_CLASS_SIZE(_dacclass),     VHAL_CLASS_SIZE(_ledclass),                    \
        VHAL_CLASS_SIZE(_btnclass)};                                                   \
    const uint32_t _vhalpinclasses = VHAL_CLASS_SIZE(_vhalpinclass);

#define VHAL_MAP(name)                                                                 \
    {                                                                                  \
        _vhal_##name##_map, sizeof _vhal_##name##_map                                  \
    }
/* Last in the file: makes all of it known. */
#define BEGIN_PERIPHERAL_MAPS()                                                        \
    const vhal_tables_t *vhal_tables(void)                                             \
    {                                                                                  \
        static const vhal_tables_t tables = {                                          \
            .ports = _vhalpinports,                                                    \
            .pins = _vhalpinmap,                                                       \
            .npins = NUM_PINS,                                                         \
            .status = _vhalpinstatus,                                                  \
            .classes = _vhalpinclass,                                                  \
            .class_sizes = _vhalpinclassnum,                                           \
            .nclasses = VHAL_CLASS_SIZE(_vhalpinclass),                                \
            .serial_pins = _vm_serial_pins,                                            \
            .spi_pins = _vm_spi_pins,                                                  \
            .i2c_pins = _vm_i2c_pins,                                                  \
            .sdio_pins = _vm_sdio_pins,                                                \
            .can_pins = _vm_can_pins,                                                  \
            .serial = VHAL_MAP(serial),                                                \
            .spi = VHAL_MAP(spi),                                                      \
            .i2c = VHAL_MAP(i2c),                                                      \
            .adc = VHAL_MAP(adc),                                                      \
            .pwm = VHAL_MAP(pwm),                                                      \
            .icu = VHAL_MAP(icu),                                                      \
            .htm = VHAL_MAP(htm),                                                      \
            .dac = VHAL_MAP(dac),                                                      \
            .can = VHAL_MAP(can),                                                      \
            .rtc = VHAL_MAP(rtc),                                                      \
            .led = VHAL_MAP(led),                                                      \
            .btn = VHAL_MAP(btn),                                                      \
        };                                                                             \
        return &tables;                                                                \
    }

#ifdef __cplusplus
}
#endif

#endif
