# mk/rules.mk -- how a part becomes an archive and parts become a program.
#
# A part P (a folder) says in P/module.mk:
#   P_SRC = its .c files        P_INC = the folders it may include from (architecture.md's table)
#   P_CFLAGS = more flags       P_GEN = generated headers it needs first (made under $(OUT)/…)
# It becomes $(OUT)/P.a. A program adds itself to PROGRAMS and says NAME_PARTS (link order), NAME_SRC (its main), NAME_INC, NAME_LIBS.

.DEFAULT_GOAL = all
.SECONDEXPANSION:
.DELETE_ON_ERROR:

objects = $(patsubst %.c,$(OUT)/%.o,$(1))

# What runs on the chip has a longer list of functions that nobody may call.
banned = -include mk/banned.h $(if $(filter vm/%,$(1)),-DZVM_TARGET)

define part_rules
$(call objects,$($(1)_SRC)): INC = $($(1)_INC)
$(call objects,$($(1)_SRC)): PART_CFLAGS = $(call banned,$(1)) $($(1)_CFLAGS)
$(call objects,$($(1)_SRC)): $(1)/module.mk | $($(1)_GEN)
$(OUT)/$(1).a: $(call objects,$($(1)_SRC)) $(1)/module.mk
ALL_SRC += $($(1)_SRC)
endef
$(foreach part,$(PARTS),$(eval $(call part_rules,$(part))))

define program_rules
$(call objects,$($(1)_SRC)): INC = $($(1)_INC)
$(call objects,$($(1)_SRC)): PART_CFLAGS = $($(1)_CFLAGS)
$(OUT)/bin/$(1): $(call objects,$($(1)_SRC)) $(foreach part,$($(1)_PARTS),$(OUT)/$(part).a)
	$(say) link $$@
	@mkdir -p $$(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) $($(1)_LDFLAGS) -o $$@ $(call objects,$($(1)_SRC)) -Wl,--start-group $(foreach part,$($(1)_PARTS),$(OUT)/$(part).a) -Wl,--end-group $($(1)_LIBS)
ALL_SRC += $($(1)_SRC)
endef
$(foreach program,$(PROGRAMS),$(eval $(call program_rules,$(program))))

# What a chip's objects are made of besides: its choices and facts.
CHIP_FILES = $(if $(CHIP),boards/$(CHIP)/board.mk boards/$(CHIP)/board.json)
$(OUT)/%.o: %.c $(CHIP_FILES)
	$(say) cc $<
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) $(PART_CFLAGS) $(addprefix -I,$(INC)) -MMD -MP -c -o $@ $<

$(OUT)/%.a:
	$(say) ar $@
	@mkdir -p $(@D)
	$(Q)rm -f $@ && $(AR) rcsD $@ $(filter %.o,$^)

-include $(wildcard $(patsubst %.c,$(OUT)/%.d,$(ALL_SRC)))

.PHONY: all clean
all: $(addprefix $(OUT)/bin/,$(PROGRAMS))
clean:
	rm -rf build
