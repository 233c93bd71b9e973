# mk/tests.mk -- unit tests: one program per tests/unit/NAME_test.c, linked with the parts named in its first lines:
#   /* parts: vm/core vm/vosal/kernel */     /* include: vm/core vm/format sdk/include */

UNIT_SRC = $(wildcard tests/unit/*_test.c)
UNIT = $(patsubst tests/unit/%.c,%,$(UNIT_SRC))
header_words = $(shell sed -n 's|^/\* $(2): \(.*\) \*/|\1|p' $(1))

define unit_rules
$(OUT)/tests/unit/$(1).o: INC = tests $(call header_words,tests/unit/$(1).c,include)
$(OUT)/tests/$(1): $(OUT)/tests/unit/$(1).o $(foreach part,$(call header_words,tests/unit/$(1).c,parts),$(OUT)/$(part).a)
	$(say) link $$@
	$(Q)$(CC) $(ALL_LDFLAGS) -o $$@ $$< -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group -lm -lpthread $(call header_words,tests/unit/$(1).c,libs)
endef
# A chip runs none of them, and does not wait for their first lines to be read.
$(if $(CHIP),,$(foreach t,$(UNIT) run_image,$(eval $(call unit_rules,$(t)))))
-include $(wildcard $(OUT)/tests/unit/*.d)

# Libraries that only the tools use have no 32-bit package, and the tools no 32-bit flavour.
UNIT_OF_m32 = $(foreach t,$(UNIT),$(if $(call header_words,tests/unit/$(t).c,libs),,$(t)))

.PHONY: unit unit-programs $(UNIT)
unit-programs: $(addprefix $(OUT)/tests/,$(or $(UNIT_OF_$(CONFIG)),$(UNIT)))
$(UNIT): %: $(OUT)/tests/%
	$(Q)$<
unit: $(UNIT)

# Our parser against python3's.
.PHONY: parse_oracle
parse_oracle: $(OUT)/tests/parse_test
	$(Q)python3 tests/unit/parse_oracle.py $<
unit: parse_oracle
