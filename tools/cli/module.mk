# tools/cli/module.mk -- the programs that a person runs: `zvm-native` (this part's archive and main.c), `zvm`.
tools/cli_INC = tools/cli tools/support tools/link tools/compiler vm/format
tools/cli_SRC = $(addprefix tools/cli/,commands.c stamp.c firmware.c place.c decode.c emulate.c start_chip.c board.c board_lack.c build.c build_compile.c build_chip.c build_glue.c classic.c \
    program.c start.c tap.c manifest.c cmd_new.c cmd_build.c cmd_run.c cmd_test.c cmd_debug.c cmd_exports.c cmd_boards.c cmd_explain.c cmd_doctor.c cmd_completion.c)
tools/cli_SRC += $(addprefix tools/cli/,board_state.c budget.c slots.c cmd_size.c size_view.c size_print.c size_html.c size_features.c)

PROGRAMS += zvm-native
zvm-native_SRC = tools/cli/main.c tools/cli/sdk.c
zvm-native_INC = $(tools/cli_INC)
zvm-native_PARTS = tools/cli tools/compiler tools/link vm/format tools/support
zvm-native_LIBS = -lelf -lcjson -l:libyaml.a -lm -ldl

# The VM as a program. What exports.def lists is linked in though nobody here calls it, and visible to drivers.
EXPORTS = $(OUT)/gen/exports
$(EXPORTS).list: sdk/include/exports.def
	$(say) make $@
	@mkdir -p $(@D)
	$(Q)names=$$(sed -n 's/^EXPORT([0-9]*, \([a-z_A-Z0-9]*\),.*/\1/p' $<); \
	    { echo '{'; printf '%s;\n' $$names; echo '};'; } > $@.tmp && \
	    printf -- '-Wl,--require-defined=%s\n' $$names > $(EXPORTS).args && mv $@.tmp $@

# What every program that is a VM has: the front end, the standard library's natives, the VM.
VM_FRONT_SRC = tools/cli/host.c tools/cli/natives.c tools/cli/sdk.c
VM_FRONT_PARTS = sdk/python vm/core vm/vosal/kernel vm/vhal/sim vm/format tools/support
VM_FRONT_LDFLAGS = -no-pie -Wl,--dynamic-list=$(EXPORTS).list @$(EXPORTS).args
VM_FRONT_LIBS = -lm -ldl -lpthread

PROGRAMS += zvm
zvm_SRC = tools/cli/zvm.c tools/cli/zvm_options.c $(VM_FRONT_SRC)
zvm_INC = tools/cli tools/support tools/compiler vm/core vm/vhal/sim sdk/include
zvm_PARTS = tools/compiler $(VM_FRONT_PARTS)
zvm_LDFLAGS = $(VM_FRONT_LDFLAGS)
# As an archive: one more shared library to load costs a tenth of the start.
zvm_LIBS = $(VM_FRONT_LIBS) -l:libyaml.a
$(OUT)/bin/zvm: $(EXPORTS).list

# Board host32 has its VM alone; mk/host32.mk makes it.
ifeq ($(CONFIG),m32)
PROGRAMS += zvm-host32
zvm-host32_SRC = tools/cli/zvm_image.c $(VM_FRONT_SRC)
zvm-host32_INC = $(zvm_INC)
zvm-host32_PARTS = $(VM_FRONT_PARTS)
zvm-host32_LDFLAGS = $(VM_FRONT_LDFLAGS)
zvm-host32_LIBS = $(VM_FRONT_LIBS)
$(OUT)/bin/zvm-host32: $(EXPORTS).list
endif

# Prints the generated pages of docs/.
PROGRAMS += zvm-docs
zvm-docs_SRC = tools/cli/docs.c tools/cli/zvm_options.c tools/cli/sdk.c
zvm-docs_INC = tools/cli tools/support tools/link vm/format
zvm-docs_PARTS = tools/cli tools/link tools/compiler vm/format tools/support
zvm-docs_LIBS = $(zvm-native_LIBS)
