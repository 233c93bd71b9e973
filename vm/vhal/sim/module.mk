# vm/vhal/sim/module.mk -- the simulated board: VHAL family `sim`, on the host.
PINS_HOST = $(OUT)/gen/pins_host.c
$(PINS_HOST): boards/host/board.json mk/pins.py
	$(say) make $@
	@mkdir -p $(@D)
	$(Q)mk/pins.py $< > $@.tmp && mv $@.tmp $@

include vm/vhal/common/module.mk
VHAL_HAS = serial gpio ext adc dac pwm icu htm i2c spi nfo flash rng rtc power watchdog
vm/vhal/sim_INC = sdk/include vm/vhal/sim vm/vhal/common

# the world
vm/vhal/sim_SRC += vm/vhal/sim/memory.c
vm/vhal/sim_SRC += vm/vhal/sim/time.c
vm/vhal/sim_SRC += vm/vhal/sim/net.c
vm/vhal/sim_SRC += vm/vhal/sim/scene.c
vm/vhal/sim_SRC += vm/vhal/sim/stimulus.c
vm/vhal/sim_SRC += vm/vhal/sim/signal.c
vm/vhal/sim_SRC += vm/vhal/sim/adc_source.c
vm/vhal/sim_SRC += vm/vhal/sim/trace.c

# the chip
vm/vhal/sim_SRC += $(PINS_HOST)
vm/vhal/sim_SRC += vm/vhal/sim/board.c
vm/vhal/sim_SRC += vm/vhal/sim/gpio.c
vm/vhal/sim_SRC += vm/vhal/sim/ext.c
vm/vhal/sim_SRC += vm/vhal/sim/adc.c
vm/vhal/sim_SRC += vm/vhal/sim/dac.c
vm/vhal/sim_SRC += vm/vhal/sim/pwm.c
vm/vhal/sim_SRC += vm/vhal/sim/icu.c
vm/vhal/sim_SRC += vm/vhal/sim/htm.c
vm/vhal/sim_SRC += vm/vhal/sim/serial.c
vm/vhal/sim_SRC += vm/vhal/sim/serial_line.c
vm/vhal/sim_SRC += vm/vhal/sim/serial_peer.c
vm/vhal/sim_SRC += vm/vhal/sim/serial_host.c
vm/vhal/sim_SRC += vm/vhal/sim/nfo.c
vm/vhal/sim_SRC += vm/vhal/sim/flash.c
vm/vhal/sim_SRC += vm/vhal/sim/rng.c
vm/vhal/sim_SRC += vm/vhal/sim/rtc.c
vm/vhal/sim_SRC += vm/vhal/sim/power.c
vm/vhal/sim_SRC += $(call vhal_common,tables irq) $(vhal_lacking)

# the buses and what hangs on them
vm/vhal/sim_SRC += vm/vhal/sim/bus.c
vm/vhal/sim_SRC += vm/vhal/sim/i2c.c
vm/vhal/sim_SRC += vm/vhal/sim/spi.c
vm/vhal/sim_SRC += vm/vhal/sim/devices.c
vm/vhal/sim_SRC += vm/vhal/sim/pinout.c
vm/vhal/sim_SRC += vm/vhal/sim/store.c
vm/vhal/sim_SRC += vm/vhal/sim/report.c
vm/vhal/sim_SRC += vm/vhal/sim/thermometer.c
vm/vhal/sim_SRC += vm/vhal/sim/at24c32.c
vm/vhal/sim_SRC += vm/vhal/sim/calendar.c
vm/vhal/sim_SRC += vm/vhal/sim/ds3231.c
vm/vhal/sim_SRC += vm/vhal/sim/ds1307.c
vm/vhal/sim_SRC += vm/vhal/sim/ssd1306.c
vm/vhal/sim_SRC += vm/vhal/sim/ssd1306_device.c
vm/vhal/sim_SRC += vm/vhal/sim/oled.c
vm/vhal/sim_SRC += vm/vhal/sim/w25q16.c
vm/vhal/sim_SRC += vm/vhal/sim/script.c
vm/vhal/sim_SRC += vm/vhal/sim/script_device.c
