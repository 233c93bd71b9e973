int vm_not_linked(void);
static int not_linked(void) { return vm_not_linked(); }
static int nothing(void) { return 0; }
int attr_special(void) __attribute__((alias("not_linked")));
int attr_super(void) __attribute__((alias("not_linked")));
int builtin____len(void) __attribute__((alias("not_linked")));
int builtin___byte_get(void) __attribute__((alias("not_linked")));
int builtin___byte_set(void) __attribute__((alias("not_linked")));
int builtin___change_type(void) __attribute__((alias("not_linked")));
int builtin___driver(void) __attribute__((alias("not_linked")));
int builtin___elements_set(void) __attribute__((alias("not_linked")));
int builtin___new_dict(void) __attribute__((alias("not_linked")));
int builtin___new_set(void) __attribute__((alias("not_linked")));
int builtin___new_timer(void) __attribute__((alias("not_linked")));
int builtin___pack(void) __attribute__((alias("not_linked")));
int builtin___resource(void) __attribute__((alias("not_linked")));
int builtin___str(void) __attribute__((alias("not_linked")));
int builtin___strpad(void) __attribute__((alias("not_linked")));
int builtin___thread(void) __attribute__((alias("not_linked")));
int builtin___timer_get(void) __attribute__((alias("not_linked")));
int builtin___timer_set(void) __attribute__((alias("not_linked")));
int builtin___unpack(void) __attribute__((alias("not_linked")));
int builtin___vmctrl(void) __attribute__((alias("not_linked")));
int builtin_abs(void) __attribute__((alias("not_linked")));
int builtin_all(void) __attribute__((alias("not_linked")));
int builtin_any(void) __attribute__((alias("not_linked")));
int builtin_bin(void) __attribute__((alias("not_linked")));
int builtin_bool(void) __attribute__((alias("not_linked")));
int builtin_bytearray(void) __attribute__((alias("not_linked")));
int builtin_bytes(void) __attribute__((alias("not_linked")));
int builtin_chr(void) __attribute__((alias("not_linked")));
int builtin_delattr(void) __attribute__((alias("not_linked")));
int builtin_dict(void) __attribute__((alias("not_linked")));
int builtin_dir(void) __attribute__((alias("not_linked")));
int builtin_divmod(void) __attribute__((alias("not_linked")));
int builtin_enumerate(void) __attribute__((alias("not_linked")));
int builtin_exit(void) __attribute__((alias("not_linked")));
int builtin_filter(void) __attribute__((alias("not_linked")));
int builtin_float(void) __attribute__((alias("not_linked")));
int builtin_format(void) __attribute__((alias("not_linked")));
int builtin_frozenset(void) __attribute__((alias("not_linked")));
int builtin_getattr(void) __attribute__((alias("not_linked")));
int builtin_hasattr(void) __attribute__((alias("not_linked")));
int builtin_hash(void) __attribute__((alias("not_linked")));
int builtin_hex(void) __attribute__((alias("not_linked")));
int builtin_id(void) __attribute__((alias("not_linked")));
int builtin_input(void) __attribute__((alias("not_linked")));
int builtin_int(void) __attribute__((alias("not_linked")));
int builtin_isinstance(void) __attribute__((alias("not_linked")));
int builtin_issubclass(void) __attribute__((alias("not_linked")));
int builtin_iter(void) __attribute__((alias("not_linked")));
int builtin_len(void) __attribute__((alias("not_linked")));
int builtin_list(void) __attribute__((alias("not_linked")));
int builtin_map(void) __attribute__((alias("not_linked")));
int builtin_max(void) __attribute__((alias("not_linked")));
int builtin_min(void) __attribute__((alias("not_linked")));
int builtin_next(void) __attribute__((alias("not_linked")));
int builtin_object(void) __attribute__((alias("not_linked")));
int builtin_oct(void) __attribute__((alias("not_linked")));
int builtin_open(void) __attribute__((alias("not_linked")));
int builtin_ord(void) __attribute__((alias("not_linked")));
int builtin_pow(void) __attribute__((alias("not_linked")));
int builtin_random(void) __attribute__((alias("not_linked")));
int builtin_range(void) __attribute__((alias("not_linked")));
int builtin_repr(void) __attribute__((alias("not_linked")));
int builtin_reversed(void) __attribute__((alias("not_linked")));
int builtin_round(void) __attribute__((alias("not_linked")));
int builtin_set(void) __attribute__((alias("not_linked")));
int builtin_setattr(void) __attribute__((alias("not_linked")));
int builtin_shortarray(void) __attribute__((alias("not_linked")));
int builtin_shorts(void) __attribute__((alias("not_linked")));
int builtin_sleep(void) __attribute__((alias("not_linked")));
int builtin_slice(void) __attribute__((alias("not_linked")));
int builtin_sorted(void) __attribute__((alias("not_linked")));
int builtin_str(void) __attribute__((alias("not_linked")));
int builtin_sum(void) __attribute__((alias("not_linked")));
int builtin_thread(void) __attribute__((alias("not_linked")));
int builtin_tuple(void) __attribute__((alias("not_linked")));
int builtin_type(void) __attribute__((alias("not_linked")));
int builtin_vars(void) __attribute__((alias("not_linked")));
int builtin_zip(void) __attribute__((alias("not_linked")));
int class_make(void) __attribute__((alias("not_linked")));
int cold_build_dict(void) __attribute__((alias("not_linked")));
int cold_build_set(void) __attribute__((alias("not_linked")));
int cold_build_slice(void) __attribute__((alias("not_linked")));
int cold_build_string(void) __attribute__((alias("not_linked")));
int cold_call_ex(void) __attribute__((alias("not_linked")));
int cold_dict_merge(void) __attribute__((alias("not_linked")));
int cold_format(void) __attribute__((alias("not_linked")));
int cold_list_extend(void) __attribute__((alias("not_linked")));
int cold_make_function(void) __attribute__((alias("not_linked")));
int cold_raise(void) __attribute__((alias("not_linked")));
int cold_range_next(void) __attribute__((alias("not_linked")));
int cold_range_prep(void) __attribute__((alias("not_linked")));
int cold_unpack(void) __attribute__((alias("not_linked")));
int float_power(void) __attribute__((alias("not_linked")));
int gen_delegate(void) __attribute__((alias("not_linked")));
int group_star_split(void) __attribute__((alias("not_linked")));
int method_bytearray__append(void) __attribute__((alias("not_linked")));
int method_bytearray__clear(void) __attribute__((alias("not_linked")));
int method_bytearray__copy(void) __attribute__((alias("not_linked")));
int method_bytearray__extend(void) __attribute__((alias("not_linked")));
int method_bytearray__fromhex(void) __attribute__((alias("not_linked")));
int method_bytearray__insert(void) __attribute__((alias("not_linked")));
int method_bytearray__pop(void) __attribute__((alias("not_linked")));
int method_bytearray__remove(void) __attribute__((alias("not_linked")));
int method_bytearray__reverse(void) __attribute__((alias("not_linked")));
int method_bytes__decode(void) __attribute__((alias("not_linked")));
int method_bytes__fromhex(void) __attribute__((alias("not_linked")));
int method_bytes__hex(void) __attribute__((alias("not_linked")));
int method_bytes__maketrans(void) __attribute__((alias("not_linked")));
int method_bytes__translate(void) __attribute__((alias("not_linked")));
int method_dict__clear(void) __attribute__((alias("not_linked")));
int method_dict__copy(void) __attribute__((alias("not_linked")));
int method_dict__fromkeys(void) __attribute__((alias("not_linked")));
int method_dict__get(void) __attribute__((alias("not_linked")));
int method_dict__items(void) __attribute__((alias("not_linked")));
int method_dict__keys(void) __attribute__((alias("not_linked")));
int method_dict__pop(void) __attribute__((alias("not_linked")));
int method_dict__popitem(void) __attribute__((alias("not_linked")));
int method_dict__setdefault(void) __attribute__((alias("not_linked")));
int method_dict__update(void) __attribute__((alias("not_linked")));
int method_dict__values(void) __attribute__((alias("not_linked")));
int method_dictview____reversed__(void) __attribute__((alias("not_linked")));
int method_dictview__isdisjoint(void) __attribute__((alias("not_linked")));
int method_float__as_integer_ratio(void) __attribute__((alias("not_linked")));
int method_float__conjugate(void) __attribute__((alias("not_linked")));
int method_float__hex(void) __attribute__((alias("not_linked")));
int method_float__is_integer(void) __attribute__((alias("not_linked")));
int method_int__as_integer_ratio(void) __attribute__((alias("not_linked")));
int method_int__bit_count(void) __attribute__((alias("not_linked")));
int method_int__bit_length(void) __attribute__((alias("not_linked")));
int method_int__conjugate(void) __attribute__((alias("not_linked")));
int method_int__from_bytes(void) __attribute__((alias("not_linked")));
int method_int__to_bytes(void) __attribute__((alias("not_linked")));
int method_list__append(void) __attribute__((alias("not_linked")));
int method_list__clear(void) __attribute__((alias("not_linked")));
int method_list__copy(void) __attribute__((alias("not_linked")));
int method_list__extend(void) __attribute__((alias("not_linked")));
int method_list__insert(void) __attribute__((alias("not_linked")));
int method_list__pop(void) __attribute__((alias("not_linked")));
int method_list__remove(void) __attribute__((alias("not_linked")));
int method_list__reverse(void) __attribute__((alias("not_linked")));
int method_list__sort(void) __attribute__((alias("not_linked")));
int method_property__deleter(void) __attribute__((alias("not_linked")));
int method_property__getter(void) __attribute__((alias("not_linked")));
int method_property__setter(void) __attribute__((alias("not_linked")));
int method_range__count(void) __attribute__((alias("not_linked")));
int method_range__index(void) __attribute__((alias("not_linked")));
int method_set__add(void) __attribute__((alias("not_linked")));
int method_set__clear(void) __attribute__((alias("not_linked")));
int method_set__copy(void) __attribute__((alias("not_linked")));
int method_set__difference(void) __attribute__((alias("not_linked")));
int method_set__difference_update(void) __attribute__((alias("not_linked")));
int method_set__discard(void) __attribute__((alias("not_linked")));
int method_set__intersection(void) __attribute__((alias("not_linked")));
int method_set__intersection_update(void) __attribute__((alias("not_linked")));
int method_set__isdisjoint(void) __attribute__((alias("not_linked")));
int method_set__issubset(void) __attribute__((alias("not_linked")));
int method_set__issuperset(void) __attribute__((alias("not_linked")));
int method_set__pop(void) __attribute__((alias("not_linked")));
int method_set__remove(void) __attribute__((alias("not_linked")));
int method_set__symmetric_difference(void) __attribute__((alias("not_linked")));
int method_set__symmetric_difference_update(void) __attribute__((alias("not_linked")));
int method_set__union(void) __attribute__((alias("not_linked")));
int method_set__update(void) __attribute__((alias("not_linked")));
int method_shorts__append(void) __attribute__((alias("not_linked")));
int method_shorts__clear(void) __attribute__((alias("not_linked")));
int method_shorts__copy(void) __attribute__((alias("not_linked")));
int method_shorts__count(void) __attribute__((alias("not_linked")));
int method_shorts__extend(void) __attribute__((alias("not_linked")));
int method_shorts__index(void) __attribute__((alias("not_linked")));
int method_shorts__insert(void) __attribute__((alias("not_linked")));
int method_shorts__pop(void) __attribute__((alias("not_linked")));
int method_shorts__remove(void) __attribute__((alias("not_linked")));
int method_shorts__reverse(void) __attribute__((alias("not_linked")));
int method_slice__indices(void) __attribute__((alias("not_linked")));
int native_bind_image(void) __attribute__((alias("nothing")));
int native_call(void) __attribute__((alias("not_linked")));
int span_capitalize(void) __attribute__((alias("not_linked")));
int span_center(void) __attribute__((alias("not_linked")));
int span_count(void) __attribute__((alias("not_linked")));
int span_endswith(void) __attribute__((alias("not_linked")));
int span_expandtabs(void) __attribute__((alias("not_linked")));
int span_find(void) __attribute__((alias("not_linked")));
int span_index(void) __attribute__((alias("not_linked")));
int span_isalnum(void) __attribute__((alias("not_linked")));
int span_isalpha(void) __attribute__((alias("not_linked")));
int span_isdigit(void) __attribute__((alias("not_linked")));
int span_islower(void) __attribute__((alias("not_linked")));
int span_isspace(void) __attribute__((alias("not_linked")));
int span_istitle(void) __attribute__((alias("not_linked")));
int span_isupper(void) __attribute__((alias("not_linked")));
int span_join(void) __attribute__((alias("not_linked")));
int span_ljust(void) __attribute__((alias("not_linked")));
int span_lower(void) __attribute__((alias("not_linked")));
int span_lstrip(void) __attribute__((alias("not_linked")));
int span_partition(void) __attribute__((alias("not_linked")));
int span_removeprefix(void) __attribute__((alias("not_linked")));
int span_removesuffix(void) __attribute__((alias("not_linked")));
int span_replace(void) __attribute__((alias("not_linked")));
int span_rfind(void) __attribute__((alias("not_linked")));
int span_rindex(void) __attribute__((alias("not_linked")));
int span_rjust(void) __attribute__((alias("not_linked")));
int span_rpartition(void) __attribute__((alias("not_linked")));
int span_rsplit(void) __attribute__((alias("not_linked")));
int span_rstrip(void) __attribute__((alias("not_linked")));
int span_split(void) __attribute__((alias("not_linked")));
int span_splitlines(void) __attribute__((alias("not_linked")));
int span_startswith(void) __attribute__((alias("not_linked")));
int span_strip(void) __attribute__((alias("not_linked")));
int span_swapcase(void) __attribute__((alias("not_linked")));
int span_title(void) __attribute__((alias("not_linked")));
int span_upper(void) __attribute__((alias("not_linked")));
int span_zfill(void) __attribute__((alias("not_linked")));
int str_method_casefold(void) __attribute__((alias("not_linked")));
int str_method_encode(void) __attribute__((alias("not_linked")));
int str_method_format(void) __attribute__((alias("not_linked")));
int str_method_format_map(void) __attribute__((alias("not_linked")));
int str_method_isascii(void) __attribute__((alias("not_linked")));
int str_method_isdecimal(void) __attribute__((alias("not_linked")));
int str_method_isidentifier(void) __attribute__((alias("not_linked")));
int str_method_isnumeric(void) __attribute__((alias("not_linked")));
int str_method_isprintable(void) __attribute__((alias("not_linked")));
int str_method_maketrans(void) __attribute__((alias("not_linked")));
int str_method_translate(void) __attribute__((alias("not_linked")));
int str_percent(void) __attribute__((alias("not_linked")));
int str_percent_bytes(void) __attribute__((alias("not_linked")));
const struct { unsigned short number, text; } attr_builtin_names[] = {
{275, 0},
{276, 10},
{277, 26},
{278, 44},
{279, 63},
{280, 77},
{281, 89},
{282, 100},
{283, 109},
{284, 119},
{285, 132},
{286, 152},
{287, 162},
{288, 173},
{289, 188},
{290, 205},
{328, 219},
{329, 227},
{330, 243},
{331, 266},
{332, 287},
{333, 310},
{334, 323},
{335, 339},
{336, 355},
{337, 382},
{338, 410},
{339, 424},
{340, 432},
{341, 444},
{342, 459},
{343, 477},
{344, 492},
{345, 504},
{346, 524},
{347, 536},
{348, 545},
{349, 558},
{350, 577},
{351, 596},
{352, 614},
{353, 630},
{354, 646},
{355, 664},
{356, 675},
{357, 689},
{358, 708},
{359, 716},
{360, 735},
{361, 750},
{362, 767},
{363, 779},
{364, 791},
{365, 806},
{366, 825},
{367, 837},
};
const unsigned attr_nbuiltin_names = 56;
const char attr_builtin_texts[] =
"Exception\0"
"ArithmeticError\0"
"ZeroDivisionError\0"
"FloatingPointError\0"
"OverflowError\0"
"LookupError\0"
"IndexError\0"
"KeyError\0"
"NameError\0"
"RuntimeError\0"
"NotImplementedError\0"
"TypeError\0"
"ValueError\0"
"AttributeError\0"
"UnsupportedError\0"
"StopIteration\0"
"IOError\0"
"ConnectionError\0"
"ConnectionAbortedError\0"
"ConnectionResetError\0"
"ConnectionRefusedError\0"
"TimeoutError\0"
"PeripheralError\0"
"InvalidPinError\0"
"InvalidHardwareStatusError\0"
"HardwareInitializationError\0"
"BaseException\0"
"OSError\0"
"MemoryError\0"
"AssertionError\0"
"UnboundLocalError\0"
"RecursionError\0"
"ImportError\0"
"ModuleNotFoundError\0"
"BufferError\0"
"EOFError\0"
"UnicodeError\0"
"UnicodeDecodeError\0"
"UnicodeEncodeError\0"
"FileNotFoundError\0"
"FileExistsError\0"
"PermissionError\0"
"KeyboardInterrupt\0"
"SystemExit\0"
"GeneratorExit\0"
"StopAsyncIteration\0"
"Warning\0"
"BaseExceptionGroup\0"
"ExceptionGroup\0"
"IndentationError\0"
"SyntaxError\0"
"SystemError\0"
"ReferenceError\0"
"DeprecationWarning\0"
"UserWarning\0"
"RuntimeWarning\0"
;
