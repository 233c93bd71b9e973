# vm/vhal/nrf51/module.mk -- VHAL family `nrf51`: Nordic's nRF51 series.
vm/vhal/nrf51_INC = sdk/include vm/vhal/nrf51
vm/vhal/nrf51_SRC = vm/vhal/nrf51/console.c vm/vhal/nrf51/board.c
