# vm/vhal/aspeed/module.mk -- VHAL family `aspeed`: Aspeed's AST10x0.
vm/vhal/aspeed_INC = sdk/include vm/vhal/aspeed
vm/vhal/aspeed_SRC = vm/vhal/aspeed/console.c vm/vhal/aspeed/board.c
