# vm/firmware/module.mk -- what stands between reset and the VM on a chip.
vm/firmware_INC = sdk/include vm/core vm/format vm/firmware
vm/firmware_CFLAGS = $(if $(filter armv6m,$(PORT)),-masm-syntax-unified) $(if $(IRQS),-DCHIP_IRQS=$(IRQS)) -DZVM_TAG='"$(TAG)"' -DZVM_VERSION='"$(VERSION)"'
vm/firmware_START_armv6m = start_cortexm
vm/firmware_START_armv7m = start_cortexm
vm/firmware_START_rv32 = start_rv32
vm/firmware_SRC = $(addprefix vm/firmware/,begin.c main.c linked.c console.c fault.c $(addsuffix .c,$(vm/firmware_START_$(PORT))))
# Where the processor has no doubles and flash is short, ours are smaller than the compiler's.
vm/firmware_FLOAT_armv6m = vm/firmware/softfloat.c
vm/firmware_SRC += $(vm/firmware_FLOAT_$(PORT))
