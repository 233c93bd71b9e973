# vm/vhal/common/module.mk -- what the VHAL families of all chips share. A family's module.mk includes this file and says
#
#   VHAL_HAS = serial gpio ext …     its sections; each other one is unsupported_SECTION.c, which says so to the program
#   vm/vhal/FAMILY_SRC = $(call vhal_common,serial gpio ext …) and its own files
#
# Of a section that is here the family fills in the functions of a small header: uart.h, gpio.h, i2cbus.h …
VHAL_SECTIONS = serial gpio ext adc dac pwm icu htm i2c spi sdio qspi can nfo flash rng rtc power watchdog
vhal_common = $(1:%=vm/vhal/common/%.c)
vhal_lacking = $(call vhal_common,$(addprefix unsupported_,$(filter-out $(VHAL_HAS),$(VHAL_SECTIONS))))

# The pins of a chip's board, of its board.json.
ifneq ($(CHIP),)
VHAL_PINS = $(OUT)/gen/pins_$(CHIP).c
$(VHAL_PINS): boards/$(CHIP)/board.json mk/pins.py
	$(say) make $@
	@mkdir -p $(@D)
	$(Q)mk/pins.py $< > $@.tmp && mv $@.tmp $@
endif

VHAL_ALWAYS = $(call vhal_common,init tables pins irq bus) $(VHAL_PINS)
VHAL_INC = sdk/include vm/vhal/common
