# tools/support/module.mk -- what every tool needs.
tools/support_SRC = tools/support/arena.c tools/support/strbuf.c tools/support/map.c tools/support/diag.c \
    tools/support/file.c
tools/support_INC = tools/support
