# tools/compiler/module.mk -- Python source to the image of a program. Knows no VM, only the formats.
tools/compiler_INC = tools/support vm/format tools/compiler
tools/compiler_SRC = $(addprefix tools/compiler/,ast.c visit.c intern.c lex.c parse.c parse_expr.c parse_atom.c parse_string.c \
  parse_fstring.c parse_target.c parse_stmt.c parse_block.c)
tools/compiler_SRC += tools/compiler/compiler.c tools/compiler/program.c tools/compiler/consts.c tools/compiler/opinfo.c \
  tools/compiler/scope.c tools/compiler/free.c tools/compiler/declare.c tools/compiler/board.c tools/compiler/statics.c tools/compiler/fold_call.c tools/compiler/config.c tools/compiler/preproc.c tools/compiler/place.c tools/compiler/shake.c tools/compiler/modules.c tools/compiler/symbols.c tools/compiler/fold.c \
  tools/compiler/gen_name.c tools/compiler/gen_expr.c tools/compiler/gen_call.c tools/compiler/gen_comp.c \
  tools/compiler/gen_loop.c tools/compiler/gen_try.c tools/compiler/gen_stmt.c tools/compiler/gen_def.c \
  tools/compiler/gen_native.c tools/compiler/gen_import.c tools/compiler/code.c tools/compiler/flow.c \
  tools/compiler/fuse.c tools/compiler/image.c tools/compiler/disasm.c tools/compiler/locate.c
# The image carries the fingerprint of the formats.
tools/compiler_INC += $(OUT)/gen
tools/compiler_GEN = $(FINGERPRINT)
