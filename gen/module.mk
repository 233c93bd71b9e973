# gen/module.mk -- zvm-gen: annotated C to glue. The only program that links libclang (14 to 19, the oldest that is there).
LIBCLANG ?= $(firstword $(foreach v,14 15 16 17 18 19,$(if $(wildcard /usr/lib/llvm-$(v)/include/clang-c/Index.h),/usr/lib/llvm-$(v))))

gen_SRC = $(addprefix gen/,annot.c check.c cursor.c doc.c lint.c lint_body.c lint_bound.c lint_flow.c read.c read_classic.c read_text.c read_type.c types.c value.c write.c write_call.c \
	write_fuzz.c write_glue.c write_json.c write_markdown.c write_python.c)
gen_INC = gen tools/support
gen_CFLAGS = -isystem $(LIBCLANG)/include

PROGRAMS += zvm-gen
zvm-gen_PARTS = gen tools/support
zvm-gen_SRC = gen/main.c
zvm-gen_INC = $(gen_INC)
zvm-gen_CFLAGS = $(gen_CFLAGS)
zvm-gen_LIBS = -L$(LIBCLANG)/lib -Wl,-rpath,$(LIBCLANG)/lib -lclang -lcjson -lelf
