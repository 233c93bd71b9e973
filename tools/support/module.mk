# tools/support/module.mk -- what every tool needs. objfile.c wants -lelf, json.c -lcjson and tree.c -l:libyaml.a from whoever
# calls them.
tools/support_INC = tools/support
tools/support_SRC = $(addprefix tools/support/,arena.c strbuf.c map.c diag.c file.c path.c opts.c proc.c objfile.c objtag.c json.c tree.c)
