# gen/module.mk
gen_SRC =
gen_INC =
