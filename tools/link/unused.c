/* SPDX-License-Identifier: MIT */
/*
 * unused.c -- what a program cannot reach of the VM, so that its firmware does not have
 * it.
 *
 * A built-in function is reached by its number in the bytecode, a method of a built-in
 * type by its name: as an operand, or as a string for getattr(). The VM's functions
 * behind them are weak (vm/core/type.h's OPTIONAL); for those that nothing names, a
 * source file gives their symbols to one function that raises UnsupportedError, and ld
 * drops what nobody refers to any more. SDK's optional.txt has the weak symbols.
 */
#include "unused.h"

#include "file.h"
#include "image.h"
#include "layout.h"
#include "opcodes.h"

#include <string.h>

typedef struct row {
    const char *name;
    int number;
    bool special; /* a builtin that names a type; a name of an exception */
} row_t;

static const row_t builtins[] = {
#define BUILTIN(number, name, type, min, max, params) {#name, number, #type[0] == 'P'},
#define BUILTIN_CONST(name, value)
#include "builtins.def"
#undef BUILTIN
#undef BUILTIN_CONST
};

static const row_t names[] = {
#define NAME(number, name) {#name, number, false},
#define EXCEPTION(number, name, parent) {#name, number, true},
#include "names.def"
#undef NAME
#undef EXCEPTION
};

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* What a symbol begins with, and whether a builtin's or a method's name follows. */
static const struct {
    const char *prefix;
    bool builtin, typed; /* typed: a type and "__" stand before the name */
} prefixes[] = {
    {"builtin_", true, false},
    {"method_", false, true},
    {"span_", false, false},
    {"str_method_", false, false},
};

/* Functions that only these opcodes call, and these built-in functions. */
static const struct {
    const char *symbol;
    uint8_t ops[4]; /* 0: no more */
    const char *builtin;
} by_opcode[] = {
    {"attr_special", {OP_LOAD_SPECIAL}, NULL},
    {"attr_super", {OP_LOAD_SUPER}, NULL},
    {"class_make", {OP_END_CLASS}, NULL},
    {"cold_build_dict", {OP_BUILD_DICT}, NULL},
    {"cold_build_set", {OP_BUILD_SET}, NULL},
    {"cold_build_slice", {OP_BUILD_SLICE}, NULL},
    {"cold_build_string", {OP_BUILD_STRING}, NULL},
    {"cold_call_ex", {OP_CALL_EX}, NULL},
    {"cold_dict_merge", {OP_DICT_UPDATE, OP_DICT_MERGE}, NULL},
    {"cold_format", {OP_FORMAT}, NULL},
    {"cold_list_extend", {OP_LIST_EXTEND}, NULL},
    {"cold_make_function", {OP_MAKE_FUNCTION}, NULL},
    {"cold_raise", {OP_RAISE}, NULL},
    {"cold_range_next", {OP_LOOP_RANGE}, NULL},
    {"cold_range_prep", {OP_RANGE_PREP}, NULL},
    {"cold_unpack", {OP_UNPACK, OP_UNPACK_EX}, NULL},
    {"float_power", {OP_POW, OP_IPOW}, "pow"},
    {"gen_delegate", {OP_YIELD_FROM}, NULL},
    {"group_star_split", {OP_EXC_STAR_SPLIT}, NULL},
    {"str_percent", {OP_MOD, OP_IMOD, OP_MOD_INT8}, NULL},
    {"str_percent_bytes", {OP_MOD, OP_IMOD, OP_MOD_INT8}, NULL},
};

enum { TYPE_AT = 4 }; /* in an object's header, behind its length */

/* Numbers that the bytecode has as operands, and its opcodes. */
typedef struct uses {
    bool ops[UINT8_MAX + 1];
    bool natives;
    bool names[UINT16_MAX + 1];
    bool texts[UINT16_MAX + 1]; /* of names that functions, parameters, classes have */
    bool builtins[UINT16_MAX + 1];
} uses_t;

static const char *const operands[256] = {
#define OP(number, name, operand, pops, pushes, meaning) [number] = OPERAND_##operand,
#include "opcodes.def"
#undef OP
};

static uint16_t u16_at(const uint8_t *p)
{
    return (uint16_t)(p[0] | p[1] << 8);
}

static void scan_code(const uint8_t *code, uint32_t length, uses_t *uses)
{
    const uint8_t *end = code + length;
    while (code < end) {
        uses->ops[*code] = true;
        const char *field = operands[*code++];
        for (; field && *field; field++) {
            if (*field == 'a') {
                uses->names[u16_at(code)] = true;
            } else if (*field == 'b') {
                uses->builtins[u16_at(code)] = true;
            }
            code += opcode_field_size(*field);
        }
    }
}

static void scan_names(const uint8_t *row, uint32_t n, uses_t *uses)
{
    for (uint32_t i = 0; i < n; i++) {
        uses->texts[u16_at(row + 2 * i)] = true;
    }
}

static void scan_class(const uint8_t *image, uint32_t at, uses_t *uses)
{
    image_class_t class;
    memcpy(&class, image + at, sizeof class);
    uses->texts[class.name] = true;
    scan_names(image + at + sizeof class, (uint32_t) class.nattrs + class.nslots, uses);
}

/* Of a module's pairs of name and global, the names. */
static void scan_module(const uint8_t *image, uint32_t at, uses_t *uses)
{
    image_module_t module;
    memcpy(&module, image + at, sizeof module);
    for (uint32_t i = 0; i < module.nsyms; i++) {
        scan_names(image + module.syms + 4 * i, 1, uses);
    }
}

static uint32_t u32_at(const uint8_t *p)
{
    uint32_t value;
    memcpy(&value, p, sizeof value);
    return value;
}

/* Keywords of calls are tuples of numbers: built-in functions compare their texts. Any
 * number in a tuple may be one. */
static void scan_tuple(const uint8_t *image, uint32_t length, uint32_t word,
                       uses_t *uses)
{
    enum { NUMBER = 1 };
    if (word & 3 || word > length - LAYOUT_HEADER ||
        image[word + TYPE_AT] != LAYOUT_PTUPLE) {
        return;
    }
    uint32_t n = u32_at(image + word);
    for (uint32_t i = 0; i < n && word + LAYOUT_HEADER + 4 * i + 4 <= length; i++) {
        uint32_t item = u32_at(image + word + LAYOUT_HEADER + 4 * i);
        if (item & NUMBER && item >> 1 <= UINT16_MAX) {
            uses->texts[item >> 1] = true;
        }
    }
}

/* Errors about an argument name it. */
static void scan_natives(const uint8_t *image, const image_header_t *header,
                         uses_t *uses)
{
    for (uint32_t i = 0; i < header->nnatives; i++) {
        uint32_t at = u32_at(image + header->natives + 4 * i);
        image_native_t native;
        memcpy(&native, image + at, sizeof native);
        uses->texts[native.name] = true;
        scan_names(image + at + sizeof native,
                   (uint32_t)native.nparams + native.nkwonly, uses);
    }
}

static void scan(const uint8_t *image, uses_t *uses)
{
    image_header_t header;
    memcpy(&header, image, sizeof header);
    for (uint32_t i = 0; i < header.nconsts; i++) {
        scan_tuple(image, header.length, u32_at(image + header.consts + 4 * i), uses);
    }
    uses->natives = header.nnatives || header.nneeds;
    for (uint32_t i = 0; i < header.ncodes; i++) {
        uint32_t at = u32_at(image + header.codes + 4 * i);
        image_code_t code;
        memcpy(&code, image + at, sizeof code);
        scan_code(image + at + code.start, code.length, uses);
        uses->texts[code.name] = true;
        scan_names(image + at + sizeof code,
                   (uint32_t)code.nparams + code.nkwonly +
                       !!(code.flags & CODE_VARARGS) + !!(code.flags & CODE_VARKW),
                   uses);
    }
    scan_natives(image, &header, uses);
    for (uint32_t i = 0; i < header.nclasses; i++) {
        scan_class(image, u32_at(image + header.classes + 4 * i), uses);
    }
    for (uint32_t i = 0; i < header.nmodules; i++) {
        scan_module(image, header.modules + i * (uint32_t)sizeof(image_module_t), uses);
    }
}

static const uint8_t *find_bytes(const uint8_t *p, const uint8_t *end, const char *text,
                                 size_t n)
{
    for (; (size_t)(end - p) >= n; p++) {
        if (memcmp(p, text, n) == 0) {
            return p;
        }
    }
    return NULL;
}

static const row_t *find(const row_t *rows, int n, const char *name)
{
    for (int i = 0; i < n; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

/* Has the image a str of that text, wherever it lies? */
static bool has_string(const link_firmware_t *f, const char *text)
{
    size_t n = strlen(text);
    const uint8_t *image = f->image, *end = image + f->image_len,
                  *p = image + LAYOUT_HEADER;
    while ((p = find_bytes(p, end, text, n)) != NULL) {
        const uint8_t *object = p - LAYOUT_HEADER;
        if (u32_at(object) == n && object[TYPE_AT] == LAYOUT_PSTRING) {
            return true;
        }
        p++;
    }
    return false;
}

static bool uses_builtin(const uses_t *uses, const char *name)
{
    const row_t *row = find(builtins, COUNT(builtins), name);
    const row_t *type = find(builtins, COUNT(builtins), "type");
    const row_t *class = find(names, COUNT(names), "__class__");
    bool any_type = uses->builtins[type->number] || uses->names[class->number];
    return row == NULL || uses->builtins[row->number] || (row->special && any_type);
}

static bool uses_method(const link_firmware_t *f, const uses_t *uses, const char *name)
{
    const row_t *row = find(names, COUNT(names), name);
    return row == NULL || uses->names[row->number] || has_string(f, name);
}

static bool uses_opcode(const uses_t *uses, int row)
{
    bool used = false;
    for (int i = 0; i < 4 && by_opcode[row].ops[i]; i++) {
        used |= uses->ops[by_opcode[row].ops[i]];
    }
    return used ||
           (by_opcode[row].builtin && uses_builtin(uses, by_opcode[row].builtin));
}

/* Is the program able to reach it? What we do not know, it is. */
static bool is_used(const link_firmware_t *f, const uses_t *uses, const char *symbol)
{
    for (int i = 0; i < COUNT(by_opcode); i++) {
        if (strcmp(symbol, by_opcode[i].symbol) == 0) {
            return uses_opcode(uses, i);
        }
    }
    if (strcmp(symbol, "native_call") == 0 ||
        strcmp(symbol, "native_bind_image") == 0) {
        return uses->natives;
    }
    for (int i = 0; i < COUNT(prefixes); i++) {
        size_t n = strlen(prefixes[i].prefix);
        if (strncmp(symbol, prefixes[i].prefix, n) != 0) {
            continue;
        }
        const char *name = symbol + n;
        if (prefixes[i].typed) {
            name = strstr(name, "__");
            name = name ? name + 2 : "";
        }
        return prefixes[i].builtin ? uses_builtin(uses, name)
                                   : uses_method(f, uses, name);
    }
    return true;
}

/* C may ask for an attribute by a number that we cannot see. */
static bool asks_in_c(arena_t *a, const link_firmware_t *f)
{
    static const char call[] = "pobj_getattr";
    for (int i = 0; i < f->nobjects; i++) {
        char *data;
        size_t len;
        if (!file_read(a, f->objects[i], &data, &len) ||
            find_bytes((uint8_t *)data, (uint8_t *)data + len, call, sizeof call)) {
            return true;
        }
    }
    return false;
}

static void write_functions(strbuf_t *out, const link_firmware_t *f, const uses_t *uses,
                            char *symbols)
{
    char *rest;
    strbuf_adds(out, "int vm_not_linked(void);\n"
                     "static int not_linked(void) { return vm_not_linked(); }\n"
                     "static int nothing(void) { return 0; }\n");
    for (char *name = strtok_r(symbols, "\n", &rest); name;
         name = strtok_r(NULL, "\n", &rest)) {
        if (!is_used(f, uses, name)) {
            bool bind = strcmp(name, "native_bind_image") == 0; /* no error: all done */
            strbuf_addf(out, "int %s(void) __attribute__((alias(\"%s\")));\n", name,
                        bind ? "nothing" : "not_linked");
        }
    }
}

/* vm/core/attr_names.h's table, of the exceptions and of what the program names. */
static void write_names(strbuf_t *out, const link_firmware_t *f, const uses_t *uses)
{
    strbuf_t texts;
    unsigned offset = 0, n = 0;
    strbuf_init(&texts);
    strbuf_adds(out, "const struct { unsigned short number, text; } "
                     "attr_builtin_names[] = {\n");
    for (int i = 0; i < COUNT(names); i++) {
        if (names[i].special || uses->texts[names[i].number] ||
            uses_method(f, uses, names[i].name)) {
            strbuf_addf(out, "{%d, %u},\n", names[i].number, offset);
            strbuf_addf(&texts, "\"%s\\0\"\n", names[i].name);
            offset += (unsigned)strlen(names[i].name) + 1;
            n++;
        }
    }
    strbuf_addf(out,
                "};\nconst unsigned attr_nbuiltin_names = %u;\n"
                "const char attr_builtin_texts[] =\n%s;\n",
                n, texts.data);
    strbuf_free(&texts);
}

bool unused_write(arena_t *a, const link_firmware_t *f, strbuf_t *out)
{
    const char *list = arena_printf(a, "%s/optional.txt", f->lib);
    char *text;
    size_t len;
    if (!file_exists(list) || asks_in_c(a, f) || !file_read(a, list, &text, &len)) {
        return false;
    }
    uses_t *uses = arena_alloc(a, sizeof *uses);
    memset(uses, 0, sizeof *uses);
    scan(f->image, uses);
    write_functions(out, f, uses, text);
    write_names(out, f, uses);
    return true;
}
