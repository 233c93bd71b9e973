# tools/compiler/module.mk -- Python source to the image of a program. Knows no VM, only the formats.
tools/compiler_INC = tools/support vm/format tools/compiler
tools/compiler_SRC = $(addprefix tools/compiler/,ast.c intern.c lex.c parse.c parse_expr.c parse_atom.c parse_string.c \
  parse_fstring.c parse_target.c parse_stmt.c parse_block.c)
