/* SPDX-License-Identifier: MIT */
/*
 * vhal.h -- pins and peripherals, the same on every chip and on the simulated board.
 *
 * A function returns 0 (VHAL_OK), or what it says, and on failure one of the negative
 * codes at the end of this page; its negation is what a native returns:
 * `if (code < 0) return -code;`. A peripheral is a logical number from 0 (SERIAL0 of
 * Python is serial 0 here), a pin a virtual pin of vhal_pins.h. VHAL_INVALID_PIN
 * answers a number that is no pin of the board, VHAL_UNSUPPORTED_ERROR a peripheral or
 * a setting that it does not have, VHAL_HARDWARE_STATUS_ERROR a call out of order (read
 * before init).
 *
 * Times are words made by TIME_U(n, unit) of vosal.h unless a parameter says otherwise.
 * Calls that wait do not give up the GIL: bracket them with RELEASE_GIL() and
 * ACQUIRE_GIL(). Context: as in vosal.h.
 *
 * vhalInitX(NULL) comes before the first call of a section; again is harmless.
 */
#ifndef ZVM_VHAL_H
#define ZVM_VHAL_H

#include "perrors.h"
#include "vhal_pins.h"
#include "vosal.h"
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Starts pins, serial ports and what is always there. The VM calls it; again is
 * harmless. Context: thread. */
int vhalInit(void *data);

/* ---- error codes ---- */

#define VHAL_OK 0
#define VHAL_GENERIC_ERROR (-ERR_PERIPHERAL_ERROR_EXC)
#define VHAL_INVALID_PIN (-ERR_PERIPHERAL_INVALID_PIN_EXC)
#define VHAL_HARDWARE_STATUS_ERROR (-ERR_PERIPHERAL_INVALID_HARDWARE_STATUS_EXC)
#define VHAL_HARDWARE_INITIALIZATION_ERROR (-ERR_PERIPHERAL_INITIALIZATION_ERROR)
#define VHAL_TIMEOUT_ERROR (-ERR_TIMEOUT_EXC)
#define VHAL_UNSUPPORTED_ERROR (-ERR_UNSUPPORTED_EXC)

/* ---- interrupts ---- */

#ifndef PORT_PRIO_BITS
#define PORT_PRIO_BITS 4
#endif
#ifndef PORT_PRIO_MASK
#define PORT_PRIO_MASK(n) ((uint32_t)(n) << (8 - PORT_PRIO_BITS))
#endif
#ifndef PORT_PRIO_DEFAULT_VALUE
#define PORT_PRIO_DEFAULT_VALUE 6
#endif

typedef void (*vhal_irq_handler)(void);

/* As vosInstallHandler; kept for old sources. Context: thread, locked. */
vhal_irq_handler vhalInstallHandler(uint32_t irqn, vhal_irq_handler fn);
/* Lets interrupt `irqn` reach its handler (vosInstallHandler). An interrupt raised
 * while it was disabled comes now, once. `prio` is made by PORT_PRIO_MASK. Context:
 * any. */
void vhalIrqEnablePrio(uint32_t irqn, uint32_t prio);
/* Context: any. */
void vhalIrqDisable(uint32_t irqn);
#define vhalIrqEnable(irqn)                                                            \
    vhalIrqEnablePrio(irqn, PORT_PRIO_MASK(PORT_PRIO_DEFAULT_VALUE))

/* ---- peripherals and pins ---- */

/* The logical peripheral that pin `vpin` belongs to when it is used as `pinclass`
 * (PINCLASS_…). VHAL_INVALID_PIN: it cannot be used so. Context: any. */
int vhalGetPeripheralForPin(int vpin, int pinclass);

/* ---- GPIO ---- */

#define PINMODE_NONE 0
#define PINMODE_INPUT_PULLNONE 1
#define PINMODE_INPUT_PULLUP 2
#define PINMODE_INPUT_PULLDOWN 3
#define PINMODE_OUTPUT_PUSHPULL 4
#define PINMODE_OUTPUT_OPENDRAIN 5 /* 1 lets go of the line */
#define PINMODE_OUTPUT_HIGHDRIVE 6
#define PINMODE_INPUT_ANALOG 7
#define PINMODE_GPIO_MODES 7 /* the bits of the modes above */
#define PINMODE_ALTERNATE_FUNCTION 15
/* Edges for vhalPinAttachInterrupt; it accepts them with an input mode or'ed in. */
#define PINMODE_EXT_FALLING 16
#define PINMODE_EXT_RISING 32
#define PINMODE_EXT_BOTH 48

/* Makes the pin a GPIO of that mode; NONE gives it back. VHAL_HARDWARE_STATUS_ERROR: a
 * peripheral has it. VHAL_UNSUPPORTED_ERROR: no such mode, or ANALOG on a pin without.
 * Context: any. */
int vhalPinSetMode(int vpin, int mode);
/* The level of the line, 0 or 1, whoever drives it. Context: any. */
int vhalPinRead(int vpin);
/* Sets the output to 0, or to 1 for any other value. On an input the value is kept
 * until it becomes an output. Context: any. */
int vhalPinWrite(int vpin, int value);
/* Inverts the output (not what the line reads). Context: any. */
int vhalPinToggle(int vpin);
/* For the Fast functions; NULL and VHAL_INVALID_PIN when it is no pin. Context: any. */
void *vhalPinGetPort(int vpin);
int vhalPinGetPad(int vpin);
/* For bit-banging; nothing is checked but that the pair is a pin. Context: any. */
void vhalPinFastSet(void *port, int pad);
void vhalPinFastClear(void *port, int pad);
int vhalPinFastRead(void *port, int pad);
/* Gives the pin to peripheral `prph` (PRPH_…), with a mode of the VHAL's in `prms`.
 * VHAL_HARDWARE_STATUS_ERROR: another peripheral has it. Context: any. */
int vhalPinSetToPeripheral(int vpin, int prph, uint32_t prms);

/* `dir` is 0 for a falling edge. Context: isr. */
typedef void (*extCbkFn)(int slot, int dir);
/*
 * Calls fn(slot, dir) at every edge of `mode` (PINMODE_EXT_…), or, with a `timeout`,
 * when the level after the edge has been stable that long. Returns the slot, from 0.
 * The same pin again replaces what was asked for before; fn NULL ends it.
 * VHAL_GENERIC_ERROR: no slot is free. VHAL_HARDWARE_STATUS_ERROR: a peripheral has the
 * pin. Context: thread, locked.
 */
int vhalPinAttachInterrupt(int vpin, int mode, extCbkFn fn, uint32_t timeout);

/* ---- ADC ---- */

#define ADC_CAPTURE_SINGLE 0
#define ADC_CAPTURE_CONTINUOUS 1

struct _vhal_adc_capture;
typedef int (*adcCbkFn)(uint32_t adc, struct _vhal_adc_capture *info);

typedef struct _vhal_adc_capture {
    uint32_t samples; /* of each pin */
    uint16_t *pins;   /* virtual pins of this adc, read in this order */
    uint8_t npins;
    uint8_t sample_size; /* bytes of a sample, set by vhalAdcPrepareCapture: 2 */
    uint8_t capture_mode;
    uint8_t trigger_mode; /* 0: at once */
    uint16_t trigger_vpin;
    void *buffer;      /* samples * npins * sample_size bytes */
    void *half_buffer; /* set while capturing continuously: the half that is full */
    int (*callback)(uint32_t adc, struct _vhal_adc_capture *info);
} vhalAdcCaptureInfo;

typedef struct _vhal_adc_conf {
    uint32_t samples_per_second; /* conversions, over all pins together; 0: any */
    uint32_t resolution;         /* bits; 0: the most there are */
} vhalAdcConf;

int vhalInitADC(void *data);
/* Writes what the hardware really does back to `conf`. Context: thread. */
int vhalAdcInit(uint32_t adc, vhalAdcConf *conf);
/* Context: any. */
int vhalAdcGetPeripheralForPin(int vpin);
/* Checks pins and modes and sets sample_size. Returns the bytes that `buffer` must
 * have. Context: thread. */
int vhalAdcPrepareCapture(uint32_t adc, vhalAdcCaptureInfo *info);
/*
 * Waits until all samples are in the buffer: one of every pin, then the next of each.
 * In ADC_CAPTURE_CONTINUOUS it returns at once and `callback` runs in an isr whenever
 * half of the buffer is full, until it returns other than 0 or vhalAdcDone. Context:
 * thread.
 */
int vhalAdcRead(uint32_t adc, vhalAdcCaptureInfo *info);
/* Ends a continuous capture and gives the pins back. Context: thread. */
int vhalAdcDone(uint32_t adc);

/* ---- DAC ---- */

typedef struct _vhal_dac_conf {
    uint32_t circular;
} vhalDACConf;

int vhalInitDAC(void *data);
/* Context: thread. */
int vhalDacInit(uint32_t vpin);
/* Puts out `len` values of 12 bits, one every `timestep` (a time; 0: as fast as it
 * goes). Waits until the last one has had its time, or, `circular`, goes on with it in
 * the background from the start of `data`, which must stay. Context: thread. */
int vhalDacWrite(uint32_t vpin, uint16_t *data, uint32_t len, uint32_t timestep,
                 uint32_t circular);
/* Context: thread. */
int vhalDacDone(uint32_t vpin);
/* One thread at a time. Context: thread. */
int vhalDacLock(uint32_t vpin);
int vhalDacUnlock(uint32_t vpin);

/* ---- PWM ---- */

int vhalInitPWM(void *data);
/*
 * A pulse of length `pulse` every `period` (times of the same unit). npulses 0: returns
 * at once and goes on; else waits until that many are out, then stops. Stops when a
 * time is 0 or the period is shorter than the pulse. Context: thread.
 */
int vhalPwmStart(int vpin, uint32_t period, uint32_t pulse, uint32_t npulses);

/* ---- ICU ---- */

#define ICU_TRIGGER_LOW 0
#define ICU_TRIGGER_HIGH 1
#define ICU_TRIGGER_BOTH 2
#define ICU_INPUT_PULLUP 0
#define ICU_INPUT_PULLDOWN 1
#define ICU_CFG(trigger, filter, input) (((filter) << 8) | ((input) << 3) | (trigger))
#define ICU_CFG_GET_TRIGGER(cfg) ((cfg)&3)
#define ICU_CFG_GET_INPUT(cfg) (((cfg) >> 3) & 1)
#define ICU_CFG_GET_FILTER(cfg) ((cfg) >> 8)

int vhalInitICU(void *data);
/*
 * Waits for a first edge of the kind that ICU_CFG(trigger, filter, input) says and
 * measures from there: buffer[i] is the time in microseconds from edge i to edge i + 1,
 * whatever their kind. Ends when *bufsize are measured, or when no edge has come for
 * `time_window` (a time; from the call on for the first one). Sets *bufsize to the
 * number measured and *firstbit to ICU_TRIGGER_LOW when the first edge fell, else HIGH.
 * Pulses shorter than `filter` (0 … 15) microseconds are not seen. Context: thread.
 */
int vhalIcuStart(int vpin, uint32_t cfg, uint32_t time_window, uint32_t *buffer,
                 uint32_t *bufsize, uint32_t *firstbit);

/* ---- HTM: hardware timers ---- */

/* Context: isr. */
typedef void (*htmFn)(uint32_t tm, void *args);

int vhalInitHTM(void *data);
/* A timer that nobody uses. VHAL_GENERIC_ERROR: none. Context: thread. */
int vhalHtmGetFreeTimer(void);
/* Calls fn(tm, args) once after `delay` (a time), `blocking`: and waits for it; fn may
 * be NULL then. 0 stops the timer. Context: thread; not blocking: any. */
int vhalHtmOneShot(uint32_t tm, uint32_t delay, htmFn fn, void *args,
                   uint32_t blocking);
/* Calls fn(tm, args) every `period` (a time). 0 stops the timer. Context: any. */
int vhalHtmRecurrent(uint32_t tm, uint32_t period, htmFn fn, void *args);
/* Waits that many microseconds, to the microsecond. Context: thread. */
int vhalSleepMicros(uint32_t tm, uint32_t micros);

/* ---- SERIAL ---- */

#define SERIAL_PARITY_NONE 0
#define SERIAL_PARITY_EVEN 1
#define SERIAL_PARITY_ODD 2
#define SERIAL_STOP_ONE 0
#define SERIAL_STOP_ONEHALF 1
#define SERIAL_STOP_TWO 2
#define SERIAL_BITS_8 0
#define SERIAL_BITS_7 1
#define SERIAL_NO_HWFC 0
#define SERIAL_HWFC 1
/* The `other` of a SERIAL_CFG with SERIAL_HWFC: digital pins. */
#define SERIAL_CTS(x) ((x)&0xff)
#define SERIAL_RTS(x) (((x)&0xff) << 8)

#define SERIAL_CFG(parity, stop, bits, hw, other)                                      \
    ((parity) | ((stop) << 4) | ((bits) << 8) | ((hw) << 12) |                         \
     ((uint32_t)(other) << 16))
#define SERIAL_CFG_PARITY(cfg) ((cfg)&0xf)
#define SERIAL_CFG_STOP(cfg) (((cfg) >> 4) & 0xf)
#define SERIAL_CFG_BITS(cfg) (((cfg) >> 8) & 0xf)
#define SERIAL_CFG_HW(cfg) (((cfg) >> 12) & 0xf)
#define SERIAL_CFG_CTS(cfg) (((cfg) >> 16) & 0xff)
#define SERIAL_CFG_RTS(cfg) (((cfg) >> 24) & 0xff)
#define SERIAL_CFG_OTHER(cfg) ((uint32_t)(cfg) >> 16)

typedef struct _vhal_serial_conf {
    uint32_t baudrate;
    uint16_t rxbufsize, txbufsize; /* bytes; 0: the VHAL's own choice */
    uint8_t parity, stop, bits, hwflow, mode, unused;
    uint16_t rx, tx, rts, cts, nss; /* 0xffff: the board's */
} vhalSerialConf;

/* Starts a port with the pins given. Starting it again changes its settings and drops
 * what was received. VHAL_HARDWARE_STATUS_ERROR: another peripheral has a pin. Context:
 * thread. */
int vhalSerialInit(uint32_t ser, uint32_t baud, uint32_t cfg, uint16_t rxpin,
                   uint16_t txpin);
int vhalSerialInitEx(uint32_t ser, vhalSerialConf *conf);
/* Waits for `len` bytes. Returns how many, fewer only when the port was closed or what
 * it reads from has ended. Context: thread. */
int vhalSerialRead(uint32_t ser, uint8_t *buf, uint32_t len);
/* The same until byte `end` (-1: none) has been read, it is the last one then, or
 * `timeout` is over: VHAL_TIMEOUT_ERROR. *rd is the number read in each case. Context:
 * thread. */
int vhalSerialReadEx(uint32_t ser, uint8_t *buf, uint32_t len, int end, int *rd,
                     uint32_t timeout);
/* Returns `len` when all are sent or in the buffer. Context: thread. */
int vhalSerialWrite(uint32_t ser, uint8_t *buf, uint32_t len);
/* Bytes that vhalSerialRead would give without waiting. Context: any. */
int vhalSerialAvailable(uint32_t ser);
/* Sends what is in the buffer, then closes the port. Context: thread. */
int vhalSerialDone(uint32_t ser);

/* ---- I2C, as master ---- */

typedef struct _vhal_i2c_conf {
    uint32_t clock; /* Hz, to 400000 */
    uint16_t addr;  /* 7 bits, not shifted */
    uint16_t sda;
    uint16_t scl;
    uint16_t mode; /* not used */
} vhalI2CConf;

int vhalInitI2C(void *data);
/* Context: thread, as all of I2C. */
int vhalI2CInit(uint32_t i2c, vhalI2CConf *conf);
int vhalI2CDone(uint32_t i2c);
/* The bus for one thread; by the same thread it counts. */
int vhalI2CLock(uint32_t i2c);
int vhalI2CUnlock(uint32_t i2c);
/* Reads `len` bytes. VHAL_HARDWARE_STATUS_ERROR: nobody acknowledges;
 * VHAL_TIMEOUT_ERROR: the bus stood still for `timeout` (a time or VTIME_INFINITE). */
int vhalI2CRead(uint32_t i2c, uint8_t *buf, uint32_t len, uint32_t timeout);
/* Writes, then reads after a repeated start; either part may be of length 0. */
int vhalI2CTransmit(uint32_t i2c, uint8_t *tx, uint32_t txlen, uint8_t *rx,
                    uint32_t rxlen, uint32_t timeout);
#define vhalI2CWrite(i2c, tx, txlen, timeout)                                          \
    vhalI2CTransmit(i2c, tx, txlen, NULL, 0, timeout)
/* Speaks to this address from now on. */
int vhalI2CSetAddr(uint32_t i2c, uint16_t addr);

/* ---- SPI, as master ---- */

/* Mode numbers: clock polarity (idle low or high), phase (sampled at the first or
 * second edge). */
#define SPI_MODE_LOW_FIRST 0
#define SPI_MODE_LOW_SECOND 1
#define SPI_MODE_HIGH_FIRST 2
#define SPI_MODE_HIGH_SECOND 3
#define SPI_BITS_8 0
#define SPI_BITS_16 1
#define SPI_BITS_32 2

typedef struct _vhal_spi_conf {
    uint32_t clock; /* Hz, at most */
    uint16_t miso, mosi, sclk, nss;
    uint8_t mode, bits;
    uint8_t master;   /* 1 */
    uint8_t msbfirst; /* 0: the least significant bit first */
} vhalSpiConf;

int vhalInitSPI(void *data);
/* Context: thread, as all of SPI. */
int vhalSpiInit(uint32_t spi, vhalSpiConf *conf);
int vhalSpiDone(uint32_t spi);
/* The bus for one thread; several devices share it by Lock, Init, Select, Exchange,
 * Unselect, Unlock. */
int vhalSpiLock(uint32_t spi);
int vhalSpiUnlock(uint32_t spi);
/* nss low, nss high. */
int vhalSpiSelect(uint32_t spi);
int vhalSpiUnselect(uint32_t spi);
/* `blocks` frames of the configured width, in arrays of that width. `tosend` NULL sends
 * ones, `toread` NULL drops what comes. */
int vhalSpiExchange(uint32_t spi, void *tosend, void *toread, uint32_t blocks);

#define QSPI_MODE_LOW_FIRST 0
#define QSPI_MODE_LOW_SECOND 1
#define QSPI_MODE_HIGH_FIRST 2
#define QSPI_MODE_HIGH_SECOND 3

/* ---- SDIO ---- */

#define SDIO_TRANSFER_MODE(blocksize, mode, resp)                                      \
    ((blocksize) | ((uint32_t)(mode) << 16) | ((uint32_t)(resp) << 24))
#define SDIO_BLOCKSIZE(mode) ((mode)&0xffff)
#define SDIO_BLOCKMODE(mode) (((mode) >> 16) & 0xff)
#define SDIO_NEED_RESPONSE(mode) (((mode) >> 24) & 0xff)

/* Context: isr. */
typedef void (*sdio_callback)(void);

/* Context: thread, as all of SDIO. */
int vhalSdioInit(uint32_t sdio, sdio_callback cbk);
/* Hz. */
int vhalSdioSetClock(uint32_t sdio, uint32_t freq);
int vhalSdioSetMode(uint32_t sdio, uint32_t mode);
int vhalSdioWrite(uint32_t sdio, uint32_t command, uint32_t mode, uint8_t *data,
                  uint32_t datasize, uint32_t *response);
int vhalSdioRead(uint32_t sdio, uint32_t command, uint32_t mode, uint8_t *data,
                 uint32_t datasize, uint32_t *response);
int vhalSdioDone(uint32_t sdio);

/* ---- QSPI flash ---- */

/* The chip: sizes in bytes, bits of its status registers. */
typedef struct _vhal_qspi_flash_conf {
    uint32_t flash_size, block_size, subblock_size, sector_size, page_size;
    uint16_t alt_bytes_pe_mode, alt_bytes_no_pe_mode;
    uint8_t dummy_cycles_read, dummy_cycles_read_dual, dummy_cycles_read_quad;
    uint8_t dummy_cycles_2read, dummy_cycles_4read;
    uint8_t sr_wip, sr_wel, sr_bp, sr_srwd, sr1_qe, sr1_sus;
} vhalQspiFlashConf;

typedef struct _vhal_qspi_conf {
    uint16_t d0, d1, d2, d3, clk, cs;
    uint8_t nbit_addr;
} vhalQspiConf;

/* Context: thread, as all of it. `block`: wait until it is done. */
int vhalQspiFlashInit(uint32_t qspi, vhalQspiConf *conf, vhalQspiFlashConf *flash);
int vhalQspiFlashDone(uint32_t qspi);
int vhalQspiFlashRead(uint32_t qspi, uint32_t addr, uint8_t *buf, uint32_t len);
int vhalQspiFlashWrite(uint32_t qspi, uint32_t addr, uint8_t *buf, uint32_t len);
int vhalQspiFlashEraseChip(uint32_t qspi, uint8_t block);
int vhalQspiFlashEraseSector(uint32_t qspi, uint32_t addr, uint8_t block);
int vhalQspiFlashEraseBlock(uint32_t qspi, uint32_t addr, uint8_t block);
int vhalQspiFlashWakeup(uint32_t qspi);
int vhalQspiFlashSleep(uint32_t qspi);

/* ---- CAN; its timeouts are plain milliseconds ---- */

#define CAN_OPTION_NO_RETRY 1
#define CAN_OPTION_NO_AUTO_OFF 2
#define CAN_OPTION_KEEP_ORDER 4
#define CAN_OPTION_LISTEN_ONLY 8
#define CAN_OPTION_LOOPBACK 0x10

#define CAN_ERROR_WARNING 1
#define CAN_ERROR_PASSIVE 2
#define CAN_ERROR_BUSOFF 4
#define CAN_ERROR_STUFF 8
#define CAN_ERROR_FORM 0x10
#define CAN_ERROR_ACK 0x20
#define CAN_ERROR_RECESSIVE 0x40
#define CAN_ERROR_DOMINANT 0x80
#define CAN_ERROR_CRC 0x100
#define CAN_ERROR_RX_OVERRUN 0x200
#define CAN_ERROR_TX_ARBLOST 0x400
#define CAN_ERROR_TX_ERROR 0x800

#define CAN_EXT_FLAG 0x80000000
#define CAN_RTR_FLAG 0x40000000
#define CAN_STD_MASK 0x7FF
#define CAN_EXT_MASK 0x1FFFFFFF

typedef struct _vhal_can_conf {
    uint32_t speed;   /* bits a second */
    uint8_t prop_seg; /* 1 … 8 quanta, as the two below */
    uint8_t phase1_seg;
    uint8_t phase2_seg;
    uint8_t sjw; /* 1 … 4 quanta */
    uint16_t rx, tx;
    uint8_t options; /* CAN_OPTION_… */
} vhalCanConf;

typedef struct _vhal_can_errors {
    uint32_t flags; /* CAN_ERROR_… */
    uint16_t rx_count, tx_count;
} vhalCanErrors;

typedef struct _vhal_can_filter {
    uint32_t id, mask;
} vhalCanFilter;

typedef struct _vhal_can_frame {
    uint32_t id; /* with CAN_EXT_FLAG, CAN_RTR_FLAG */
    uint8_t dlc; /* bytes of data: 0 … 8, FD: to 64 */
} vhalCanFrame;

int vhalInitCAN(void *data);
/* Context: thread, as all of CAN. */
int vhalCanInit(uint32_t can, vhalCanConf *conf);
/* Sets speed and segments of `conf`; `sample_point` in thousandths. */
int vhalCanFindTiming(uint32_t can, vhalCanConf *conf, uint32_t speed,
                      uint32_t sample_point, uint32_t min_quanta);
/* Returns the filter's number. */
int vhalCanAddFilter(uint32_t can, vhalCanFilter *filter);
int vhalCanRemoveFilter(uint32_t can, uint32_t id);
int vhalCanRx(uint32_t can, vhalCanFrame *frame, uint8_t *data, uint32_t timeout_ms);
int vhalCanTx(uint32_t can, vhalCanFrame *frame, uint8_t *data, uint32_t timeout_ms);
int vhalCanAbortRx(uint32_t can);
int vhalCanAbortTx(uint32_t can);
int vhalCanResumeRx(uint32_t can);
int vhalCanResumeTx(uint32_t can);
int vhalCanGetErrors(uint32_t can, vhalCanErrors *errors);
int vhalCanDone(uint32_t can);

/* ---- NFO: the chip's identity ---- */

/* In hexadecimal, with a NUL; 2 digits a byte. Context: any. */
uint8_t *vhalNfoGetUIDStr(void);
/* Copies vhalNfoGetUIDLen() bytes; returns 0. Context: any. */
int vhalNfoGetUID(uint8_t *buf);
int vhalNfoGetUIDLen(void);

/* ---- FLASH: what is in the address space and stays without power ---- */

/* Where it begins and its size in bytes. Context: any. */
void *vhal_flash_start(void);
uint32_t vhal_flash_size(void);

/* Sets to 0xff all sectors that [addr, addr + size) touches. VHAL_GENERIC_ERROR: not
 * all of it is flash. Context: thread. */
int vhalFlashErase(void *addr, uint32_t size);
/* Clears bits only: a byte becomes what it was AND `data`. Returns `len`. Context:
 * thread. */
int vhalFlashWrite(void *addr, uint8_t *data, uint32_t len);
/* `addr` if a sector begins there, else where the next one does. NULL: not in flash.
 * Context: any. */
void *vhalFlashAlignToSector(void *addr);
/* The number of the sector, from 0. Context: any. */
int vhalFlashGetSector(void *addr);

/* ---- RNG ---- */

/* Before the first vhalRngGenerate: the same seed gives the same numbers. Context: any.
 */
int vhalRngSeed(uint32_t seed);
/* 32 random bits. Context: any. */
uint32_t vhalRngGenerate(void);

/* ---- RTC ---- */

typedef struct _timeinfo {
    uint32_t tv_seconds; /* since 1970-01-01T00:00:00Z */
    uint32_t tv_microseconds;
    uint32_t tm_sec;   /* 0 … 59, of a minute */
    uint32_t tm_min;   /* 0 … 59 */
    uint32_t tm_hour;  /* 0 … 23 */
    uint32_t tm_mday;  /* 1 … 31 */
    uint32_t tm_mon;   /* 0 … 11 */
    uint32_t tm_year;  /* since 1900 */
    uint32_t tm_wday;  /* 0 is Sunday */
    uint32_t tm_yday;  /* 0 … 365 */
    uint32_t tm_isdst; /* 0: the clock shows UTC */
} vhalRTCTimeInfo;

/* Context: thread, as all of RTC. */
int vhalRTCInit(int rtc);
int vhalRTCGetUTC(int rtc, vhalRTCTimeInfo *info);
/* `usec`: 0 … 999999. */
int vhalRTCSetUTC(int rtc, uint32_t sec, uint32_t usec);

/* ---- powersave ---- */

/* How deep. STANDBY loses the RAM: the program starts again when it ends. */
#define POWERSAVE_STANDBY 0x8000
#define POWERSAVE_STOP 0x4000
#define POWERSAVE_SLEEP 0x2000

/* Why the program runs (vhalInitPowersave) or sleep has ended (vhalGoToSleep). */
#define POWERSAVE_RESET 0
#define POWERSAVE_INTERRUPT 1
#define POWERSAVE_TIMEOUT 2
#define POWERSAVE_WATCHDOG 3
#define POWERSAVE_BROWNOUT 4

/* Returns why the program runs. Context: thread. */
int vhalInitPowersave(void);
/* Sleeps for `delay` milliseconds (0: for ever) or until a pin interrupt; returns why
 * it woke. STANDBY does not return. Context: thread. */
int vhalGoToSleep(uint32_t delay, uint32_t level);
/* Bytes that survive STANDBY and reset. VHAL_GENERIC_ERROR: no such position. Context:
 * any. */
int vhalSaveStatusByte(int pos, uint8_t value);
int vhalGetStatusByte(int pos);
int vhalGetStatusSize(void);

/* ---- secure firmware: the watchdog ---- */

/* Returns 1 when the watchdog has started the program, else 0. Context: thread. */
int vhalInitSecureFW(void);
/* Resets the chip unless it is kicked at least every `t1` milliseconds and, t0 not 0,
 * not earlier than `t0` after the last kick. It cannot be stopped. Context: thread. */
int vhalSetupWatchdog(uint32_t t0, uint32_t t1);
/* VHAL_HARDWARE_STATUS_ERROR: it was not set up. Context: any. */
int vhalKickWatchdog(void);

#ifdef __cplusplus
}
#endif

#endif
