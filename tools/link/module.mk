# tools/link/module.mk -- object files to modules and firmware. Reads sdk/include/exports.def as data.
tools/link_INC = tools/link tools/support sdk/include vm/format
tools/link_SRC = $(addprefix tools/link/,exports.c check.c tool.c link.c firmware.c firmware_image.c firmware_fit.c unused.c mapfile.c reach.c size.c beside.c)
