# vm/vosal/freertos -- VOSAL over the FreeRTOS of its user, who brings headers (RTOS_INC) and a library (RTOS_LIB).
include vm/vosal/foreign/foreign.mk
vm/vosal/freertos_INC = $(FOREIGN_INC) vm/vosal/freertos
vm/vosal/freertos_CFLAGS = $(FOREIGN_CFLAGS)
vm/vosal/freertos_SRC = $(FOREIGN_SRC) vm/vosal/freertos/port.c vm/vosal/freertos/start.c
