# tools/link/module.mk -- object files to modules. Reads sdk/include/exports.def as data.
tools/link_INC = tools/link tools/support sdk/include
tools/link_SRC = tools/link/exports.c tools/link/check.c tools/link/link.c tools/link/mapfile.c tools/link/size.c
