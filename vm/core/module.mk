# vm/core/module.mk -- the interpreter. Knows the contract, never an RTOS or a chip.
vm/core_INC = sdk/include vm/format vm/core $(OUT)/gen
vm/core_GEN = $(FINGERPRINT)

vm/core_SRC += vm/core/bigint.c
vm/core_SRC += vm/core/bigint_text.c
vm/core_SRC += vm/core/builtins.c
vm/core_SRC += vm/core/builtins_io.c
vm/core_SRC += vm/core/builtins_num.c
vm/core_SRC += vm/core/builtins_obj.c
vm/core_SRC += vm/core/builtins_raw.c
vm/core_SRC += vm/core/bytes.c
vm/core_SRC += vm/core/bytes_methods.c
vm/core_SRC += vm/core/console.c
vm/core_SRC += vm/core/file.c
vm/core_SRC += vm/core/float.c
vm/core_SRC += vm/core/float_libc.c
vm/core_SRC += vm/core/float_text.c
vm/core_SRC += vm/core/format.c
vm/core_SRC += vm/core/int.c
vm/core_SRC += vm/core/int_methods.c
vm/core_SRC += vm/core/resource.c
vm/core_SRC += vm/core/shorts.c
vm/core_SRC += vm/core/singleton.c
vm/core_SRC += vm/core/span.c
vm/core_SRC += vm/core/span_case.c
vm/core_SRC += vm/core/span_split.c
vm/core_SRC += vm/core/str.c
vm/core_SRC += vm/core/str_codec.c
vm/core_SRC += vm/core/str_format.c
vm/core_SRC += vm/core/str_methods.c
vm/core_SRC += vm/core/str_percent.c
vm/core_SRC += vm/core/text.c
vm/core_SRC += vm/core/unicode.c
vm/core_SRC += vm/core/unicode_ranges.c
vm/core_SRC += vm/core/utf8.c
vm/core_SRC += vm/core/seq.c
vm/core_SRC += vm/core/list.c
vm/core_SRC += vm/core/list_methods.c
vm/core_SRC += vm/core/tuple.c
vm/core_SRC += vm/core/htab.c
vm/core_SRC += vm/core/dict.c
vm/core_SRC += vm/core/dict_methods.c
vm/core_SRC += vm/core/dict_view.c
vm/core_SRC += vm/core/set.c
vm/core_SRC += vm/core/set_methods.c
vm/core_SRC += vm/core/range.c
vm/core_SRC += vm/core/slice.c
vm/core_SRC += vm/core/iter.c
vm/core_SRC += vm/core/iter_tools.c
vm/core_SRC += vm/core/sort.c
vm/core_SRC += vm/core/sort_fast.c
vm/core_SRC += vm/core/obj.c
vm/core_SRC += vm/core/obj_ops.c
vm/core_SRC += vm/core/object.c
vm/core_SRC += vm/core/type.c
vm/core_SRC += vm/core/capi_containers.c
vm/core_SRC += vm/core/heap.c
vm/core_SRC += vm/core/gc.c
vm/core_SRC += vm/core/exec.c
vm/core_SRC += vm/core/exec_cold.c
vm/core_SRC += vm/core/call.c
vm/core_SRC += vm/core/class.c
vm/core_SRC += vm/core/instance.c
vm/core_SRC += vm/core/attr.c
vm/core_SRC += vm/core/attr_names.c
vm/core_SRC += vm/core/attr_text.c
vm/core_SRC += vm/core/exc.c
vm/core_SRC += vm/core/exc_group.c
vm/core_SRC += vm/core/gen.c
vm/core_SRC += vm/core/module.c
vm/core_SRC += vm/core/property.c
vm/core_SRC += vm/core/vm.c
vm/core_SRC += vm/core/bind.c
vm/core_SRC += vm/core/image_load.c
vm/core_SRC += vm/core/irq.c
vm/core_SRC += vm/core/left_out.c
vm/core_SRC += vm/core/native.c
vm/core_SRC += vm/core/native_api.c
vm/core_SRC += vm/core/native_class.c
vm/core_SRC += vm/core/native_glue.c
vm/core_SRC += vm/core/native_load.c
vm/core_SRC += vm/core/native_print.c
vm/core_SRC += vm/core/parse_args.c
vm/core_SRC += vm/core/thread.c
vm/core_SRC += vm/core/trace_print.c
vm/core_SRC += vm/core/trace_source.c
vm/core_SRC += vm/core/traceback.c
vm/core_SRC += vm/core/verify.c
vm/core_SRC += vm/core/verify_code.c
vm/core_SRC += vm/core/driver.c
vm/core_SRC += vm/core/systimer.c
vm/core_SRC += vm/core/vmctrl.c
vm/core_SRC += vm/core/capi_objects.c
vm/core_SRC += vm/core/gc_control.c
vm/core_SRC += vm/core/vbl.c

# What a board may leave out: WITHOUT = NAME … in its board.mk, one of
#   CORE_FILES_NAME    the files that carry it, in whose place NAME_none.c answers (docs/guide/boards.md says what each costs)
#   CORE_HEADERS       or a NAME_none.h that each file of vm/core then begins with
CORE_FILES_bigint = bigint bigint_text
CORE_FILES_fast_paths = exec
CORE_FILES_fast_sort = sort_fast
CORE_FILES_float_libc = float_libc
CORE_FILES_files = file trace_source
CORE_FILES_groups = exc_group
CORE_FILES_percent = str_percent
CORE_FILES_str_format = str_format
CORE_FILES_unicode = unicode_ranges
CORE_FILES_verify = verify verify_code
CORE_HEADERS = texts

# The loop is compiled for speed, with a jump of its own behind each opcode: a sixth off a Python call on a Cortex-M3, for
# 7 KB. The one of fast_paths_none.c is for boards where flash counts more.
ifneq ($(CHIP),)
$(OUT)/vm/core/exec.o: ALL_CFLAGS += -O2 -freorder-blocks-algorithm=simple
endif

CORE_FEATURES = $(CORE_HEADERS) $(patsubst CORE_FILES_%,%,$(filter CORE_FILES_%,$(.VARIABLES)))
$(if $(filter-out $(CORE_FEATURES),$(WITHOUT)),$(error WITHOUT: there is no $(filter-out $(CORE_FEATURES),$(WITHOUT)); there are $(sort $(CORE_FEATURES))))

core_left_out := $(filter-out $(CORE_HEADERS),$(WITHOUT))
vm/core_SRC := $(filter-out $(foreach name,$(core_left_out),$(CORE_FILES_$(name):%=vm/core/%.c)),$(vm/core_SRC)) $(core_left_out:%=vm/core/%_none.c)

# The sizes of limits.h: a chip's, of which its board.mk may name others in CORE_DEFINES.
CHIP_DEFINES = ATTR_CACHE_SIZE=128 CONSOLE_BUFFER=128
define_name = $(firstword $(subst =, ,$(1)))
core_defines = $(if $(CHIP),$(foreach d,$(CHIP_DEFINES),$(if $(filter $(call define_name,$(d))=%,$(CORE_DEFINES)),,$(d)))) $(CORE_DEFINES)
vm/core_CFLAGS = $(core_defines:%=-D%) $(patsubst %,-include vm/core/%_none.h,$(filter $(CORE_HEADERS),$(WITHOUT)))
