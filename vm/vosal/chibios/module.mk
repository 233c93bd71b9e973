# vm/vosal/chibios -- VOSAL over the ChibiOS/RT of its user, who brings headers (RTOS_INC) and a library (RTOS_LIB).
include vm/vosal/foreign/foreign.mk
vm/vosal/chibios_INC = $(FOREIGN_INC) vm/vosal/chibios
vm/vosal/chibios_CFLAGS = $(FOREIGN_CFLAGS)
vm/vosal/chibios_SRC = $(FOREIGN_SRC) vm/vosal/chibios/port.c vm/vosal/chibios/start.c
