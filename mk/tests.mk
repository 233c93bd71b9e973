# mk/tests.mk -- unit tests: one program per tests/unit/NAME_test.c, linked with the parts named in its first lines:
#   /* parts: vm/core vm/vosal/kernel */     /* include: vm/core vm/format sdk/include */

UNIT_SRC = $(wildcard tests/unit/*_test.c)
UNIT = $(patsubst tests/unit/%.c,%,$(UNIT_SRC))
# parts_NAME, include_NAME, libs_NAME of each test, read by one process. A chip runs none of them.
header_words = $($(2)_$(1))
ifeq ($(CHIP),)
ifneq ($(shell mkdir -p $(OUT) && awk 'FNR > 12 { nextfile } $$1 == "/*" && $$2 ~ /^(parts|include|libs):$$/ { \
        name = FILENAME; gsub(/.*\/|\.c$$/, "", name); key = $$2; sub(/:/, "", key); $$1 = $$2 = $$NF = ""; print key "_" name " =" $$0 }' \
        tests/unit/*.c >$(OUT)/unit.mk || echo failed),)
$(error tests/unit cannot be read)
endif
include $(OUT)/unit.mk

define unit_rules
$(OUT)/tests/unit/$(1).o: INC = tests $(call header_words,$(1),include)
$(OUT)/tests/$(1): $(OUT)/tests/unit/$(1).o $(foreach part,$(call header_words,$(1),parts),$(OUT)/$(part).a)
	$(say) link $$@
	$(Q)$(CC) $(ALL_LDFLAGS) -o $$@ $$< -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group -lm -lpthread $(call header_words,$(1),libs)
endef
$(foreach t,$(UNIT) run_image,$(eval $(call unit_rules,$(t))))
endif
-include $(wildcard $(OUT)/tests/unit/*.d)

# Libraries that only the tools use have no 32-bit package, and the tools no 32-bit flavour.
UNIT_OF_m32 = $(foreach t,$(UNIT),$(if $(call header_words,$(t),libs),,$(t)))

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
