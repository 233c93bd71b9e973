# tools/compiler/module.mk -- Python source to the image of a program. Knows no VM, only the formats.
tools/compiler_SRC += tools/compiler/ast.c tools/compiler/lex.c tools/compiler/parse.c tools/compiler/parse_expr.c \
  tools/compiler/parse_stmt.c tools/compiler/parse_string.c tools/compiler/parse_target.c
tools/compiler_INC = tools/support vm/format tools/compiler
