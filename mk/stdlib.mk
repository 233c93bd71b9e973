# mk/stdlib.mk -- the C side of the standard library: every sdk/python/M/ that has M.py and C sources.
#
# A module M's natives are sdk/python/M/*.c and sdk/python/M/csrc/*.c, written as a user's are: they see sdk/include, their
# own folder and the sources that are shared by `#csrc/…` (sdk/python/csrc). zvm-gen writes M's table, zvm_mod_M, and all
# of them become the archive $(OUT)/sdk/python.a, with zvm_stdlib, the list of the tables. A program that does not import
# M never looks at M's table.

STDLIB_SOURCES = $(wildcard sdk/python/$(1)/*.c sdk/python/$(1)/csrc/*.c)
STDLIB = $(strip $(foreach m,$(notdir $(patsubst %/,%,$(wildcard sdk/python/*/))),\
    $(if $(wildcard sdk/python/$(m)/$(m).py),$(if $(call STDLIB_SOURCES,$(m)),$(m)))))
STDLIB_GEN = $(OUT)/gen/python
STDLIB_INC = sdk/include sdk/python/$(1) $(wildcard sdk/python/$(1)/csrc) sdk/python/csrc

# The generator runs here, whatever the flavour; it must know the flavour's sizes. Its libclang may not know where 32-bit
# programs have the system's headers: they are the same ones.
STDLIB_ZVM_GEN = build/host/bin/zvm-gen
STDLIB_TARGET_m32 = --cflag=-m32 $(addprefix --cflag=-isystem,$(wildcard /usr/include/$(shell uname -m)-linux-gnu))
# The caller may have made it.
ifneq ($(if $(ZVM_GEN_IS_MADE),build/host,$(OUT)),build/host)
.PHONY: FORCE
$(STDLIB_ZVM_GEN): FORCE
	$(Q)$(MAKE) -s --no-print-directory CONFIG=host OUT=build/host $@
endif

# A driver is not written in our house style, but warns nobody. A C_NATIVE has no prototype.
STDLIB_CFLAGS = -std=c99 -Wpedantic -Wno-missing-prototypes $(banned)

define stdlib_rules
$(call objects,$(call STDLIB_SOURCES,$(1))): INC = $(call STDLIB_INC,$(1))
$(call objects,$(call STDLIB_SOURCES,$(1))): PART_CFLAGS = $(STDLIB_CFLAGS)
$(STDLIB_GEN)/$(1)/stamp: $(call STDLIB_SOURCES,$(1)) $(STDLIB_ZVM_GEN)
	$(say) gen sdk/python/$(1)
	@mkdir -p $$(@D)
	$(Q)$(STDLIB_ZVM_GEN) --module $(1) --out $$(@D) --sdk sdk/include $(STDLIB_TARGET_$(CONFIG)) \
	    $(addprefix -I,$(call STDLIB_INC,$(1))) $(call STDLIB_SOURCES,$(1)) && touch $$@
$(STDLIB_GEN)/$(1)/$(1)_glue.c: $(STDLIB_GEN)/$(1)/stamp ;
ALL_SRC += $(call STDLIB_SOURCES,$(1))
STDLIB_OBJECTS += $(call objects,$(call STDLIB_SOURCES,$(1))) $(STDLIB_GEN)/$(1)/$(1)_glue.o
endef
$(foreach m,$(STDLIB),$(eval $(call stdlib_rules,$(m))))

$(STDLIB_GEN)/%.o: $(STDLIB_GEN)/%.c
	$(say) cc $<
	$(Q)$(CC) $(ALL_CFLAGS) $(STDLIB_CFLAGS) -Isdk/include -MMD -MP -c -o $@ $<
-include $(wildcard $(STDLIB_GEN)/*/*.d)

# Written anew only when the list is another one.
$(STDLIB_GEN)/stdlib.c: mk/stdlib.mk $(wildcard sdk/python sdk/python/*)
	@mkdir -p $(@D)
	$(Q){ printf '/* Made by mk/stdlib.mk: the tables of the standard library. */\n#include "zn_glue.h"\n'; \
	    printf 'extern const zn_module_t *const zvm_stdlib[];\n'; \
	    printf 'extern const zn_module_t zvm_mod_%s;\n' $(STDLIB); \
	    printf 'const zn_module_t *const zvm_stdlib[] = {'; printf '&zvm_mod_%s, ' $(STDLIB); printf 'NULL};\n'; } > $@.tmp; \
	    cmp -s $@.tmp $@ && { rm $@.tmp; touch $@; } || mv $@.tmp $@

$(OUT)/sdk/python.a: $(STDLIB_OBJECTS) $(STDLIB_GEN)/stdlib.o
