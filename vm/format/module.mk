# vm/format/module.mk -- what compiler, linker and VM agree on: numbers and layouts, and their fingerprint.
vm/format_SRC = vm/format/crc32.c
vm/format_INC = vm/format

# The fingerprint that an image and its VM must share.
FINGERPRINT_OF = vm/format/opcodes.def vm/format/names.def vm/format/builtins.def vm/format/types.def \
                 vm/format/image.h sdk/include/layout.def
FINGERPRINT = $(OUT)/gen/fingerprint.h
$(FINGERPRINT): $(FINGERPRINT_OF)
	@mkdir -p $(@D)
	$(Q)printf '/* Made from the format files. */\n#define IMAGE_FINGERPRINT 0x%08xu\n' \
	    $$(cat $^ | cksum | cut -d' ' -f1) >$@
