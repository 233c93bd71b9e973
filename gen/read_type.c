/* SPDX-License-Identifier: MIT */
/* read_type.c -- which row of the type map a C type is, and the layout of classes. */
#include "read.h"

#include <string.h>

#define TYPES_HINT " (docs/guide/native.md#types)"

static const char *spelling(reader_t *r, CXType t)
{
    return read_string(r, clang_getTypeSpelling(t));
}

/* The spelling of the record or enum itself, without const. */
static const char *decl_spelling(reader_t *r, CXType canonical)
{
    return spelling(r, clang_getCanonicalType(
                           clang_getCursorType(clang_getTypeDeclaration(canonical))));
}

static type_id_t int_type(CXType canonical)
{
    static const type_id_t by_size[9][2] = {
        [1] = {TYPE_U8, TYPE_I8},
        [2] = {TYPE_U16, TYPE_I16},
        [4] = {TYPE_U32, TYPE_I32},
        [8] = {TYPE_U64, TYPE_I64},
    };
    long long size = clang_Type_getSizeOf(canonical);
    bool is_signed = false;
    switch (canonical.kind) {
    case CXType_SChar:
    case CXType_Short:
    case CXType_Int:
    case CXType_Long:
    case CXType_LongLong:
        is_signed = true;
        break;
    case CXType_UChar:
    case CXType_UShort:
    case CXType_UInt:
    case CXType_ULong:
    case CXType_ULongLong:
        break;
    default:
        return TYPE_VOID;
    }
    return size > 0 && size <= 8 ? by_size[size][is_signed] : TYPE_VOID;
}

static bool is_record_named(reader_t *r, CXType canonical, const char *name)
{
    if (canonical.kind != CXType_Record) {
        return false;
    }
    const char *s = decl_spelling(r, canonical);
    return strcmp(strncmp(s, "struct ", 7) == 0 ? s + 7 : s, name) == 0;
}

/* Numbers, views by value, enums: what stands for itself. TYPE_VOID: something else. */
static type_id_t value_type(reader_t *r, CXType canonical, const cenum_t **en)
{
    static const struct {
        const char *name;
        type_id_t type;
    } records[] = {{"zn_str", TYPE_STR},
                   {"zn_bytes", TYPE_BYTES},
                   {"zn_buffer", TYPE_BUFFER},
                   {"zn_callable", TYPE_CALLABLE}};
    switch (canonical.kind) {
    case CXType_Bool:
        return TYPE_BOOL;
    case CXType_Float:
        return TYPE_FLOAT;
    case CXType_Double:
        return TYPE_DOUBLE;
    case CXType_Char_S:
    case CXType_Char_U:
        return TYPE_CHAR;
    case CXType_Enum:
        *en = map_get(&r->records, decl_spelling(r, canonical));
        return int_type(clang_getCanonicalType(
            clang_getEnumDeclIntegerType(clang_getTypeDeclaration(canonical))));
    case CXType_Record:
        for (size_t i = 0; i < sizeof records / sizeof records[0]; i++) {
            if (is_record_named(r, canonical, records[i].name)) {
                return records[i].type;
            }
        }
        return TYPE_VOID;
    default:
        return int_type(canonical);
    }
}

/* How the glue, which does not see the user's types, spells a type that stands for
 * itself. */
static const char *value_ctype(reader_t *r, CXType canonical, type_id_t type)
{
    switch (type) {
    case TYPE_STR:
        return "zn_str";
    case TYPE_BYTES:
        return "zn_bytes";
    case TYPE_BUFFER:
        return "zn_buffer";
    case TYPE_CALLABLE:
        return "zn_callable";
    default:
        break;
    }
    if (canonical.kind == CXType_Enum) {
        canonical = clang_getCanonicalType(
            clang_getEnumDeclIntegerType(clang_getTypeDeclaration(canonical)));
    }
    const char *s = spelling(r, canonical);
    return strncmp(s, "const ", 6) == 0 ? s + 6 : s;
}

static bool is_object_pointer(reader_t *r, CXType canonical)
{
    return canonical.kind == CXType_Pointer &&
           is_record_named(r, clang_getCanonicalType(clang_getPointeeType(canonical)),
                           "_pobject");
}

static bool is_c_string(CXType canonical)
{
    if (canonical.kind != CXType_Pointer) {
        return false;
    }
    CXType to = clang_getPointeeType(canonical);
    CXType plain = clang_getCanonicalType(to);
    return (plain.kind == CXType_Char_S || plain.kind == CXType_Char_U) &&
           clang_isConstQualifiedType(plain);
}

static bool refuse(reader_t *r, const diag_pos_t *pos, CXType type, const char *hint)
{
    diag_error(pos, DIAG_native_type, hint, "'%s' cannot cross into Python",
               spelling(r, type));
    return false;
}

static const char *pointer_hint(enum CXTypeKind pointee, bool is_const)
{
    switch (pointee) {
    case CXType_Record:
        return "write C_NATIVE_CLASS() in front of the struct's typedef" TYPES_HINT;
    case CXType_Void:
        return "pass bytes as zn_bytes or zn_buffer, any object as "
               "PObject *" TYPES_HINT;
    case CXType_Pointer:
        return "pass one string or view at a time, or a PObject *" TYPES_HINT;
    case CXType_FunctionProto:
    case CXType_FunctionNoProto:
        return "pass a zn_callable and call it with vm_call" TYPES_HINT;
    default:
        return is_const ? "say how long it is: 'size_t n ZN_LEN(name)' behind it, or "
                          "pass zn_bytes" TYPES_HINT
                        : "mark an output with ZN_OUT, say how long an array is with "
                          "ZN_LEN, or pass zn_buffer" TYPES_HINT;
    }
}

static const char *refusal_hint(CXType canonical)
{
    enum CXTypeKind pointee;
    switch (canonical.kind) {
    case CXType_Record:
        return "pass a pointer to an annotated class" TYPES_HINT;
    case CXType_LongDouble:
        return "use double" TYPES_HINT;
    case CXType_Pointer:
        pointee = clang_getCanonicalType(clang_getPointeeType(canonical)).kind;
        if (pointee == CXType_Char_S || pointee == CXType_Char_U) {
            return "'const char *' is a str, zn_buffer is writable bytes" TYPES_HINT;
        }
        return pointer_hint(
            pointee, clang_isConstQualifiedType(clang_getPointeeType(canonical)));
    case CXType_ConstantArray:
    case CXType_IncompleteArray:
        return "pass zn_bytes or zn_buffer" TYPES_HINT;
    default:
        return "see the type map" TYPES_HINT;
    }
}

static bool read_filled(reader_t *r, param_t *p, CXType type, CXType pointee)
{
    if (int_type(pointee) != TYPE_U8 || clang_isConstQualifiedType(pointee)) {
        return refuse(r, &p->pos, type,
                      "an output with ZN_LEN is a 'uint8_t *'" TYPES_HINT);
    }
    p->type = TYPE_FILLED;
    p->ctype = "unsigned char *";
    return true;
}

static bool read_out(reader_t *r, param_t *p, CXType type, CXType pointee)
{
    if (p->length >= 0) {
        return read_filled(r, p, type, pointee);
    }
    if (clang_isConstQualifiedType(pointee)) {
        return refuse(r, &p->pos, type, "an output cannot be const" TYPES_HINT);
    }
    if (is_object_pointer(r, pointee)) {
        p->type = TYPE_OBJECT;
        p->ctype = "PObject **";
        return true;
    }
    if (is_c_string(pointee)) {
        p->type = TYPE_CSTR;
        p->ctype = "const char **";
        return true;
    }
    p->type = value_type(r, pointee, &p->en);
    if (p->type == TYPE_VOID || strcmp(type_rows[p->type].maker, "-") == 0) {
        return refuse(r, &p->pos, type, refusal_hint(pointee));
    }
    p->ctype = arena_printf(r->g->arena, "%s *", value_ctype(r, pointee, p->type));
    return true;
}

/* A pointer to elements that another parameter counts. */
static bool read_view(reader_t *r, param_t *p, CXType type, CXType pointee)
{
    bool is_const = clang_isConstQualifiedType(pointee);
    switch (int_type(pointee)) {
    case TYPE_U8:
        p->type = is_const ? TYPE_BYTES8 : TYPE_BUFFER8;
        p->ctype = is_const ? "const unsigned char *" : "unsigned char *";
        return true;
    case TYPE_U16:
        p->type = is_const ? TYPE_SHORTS : TYPE_BUFFER16;
        p->ctype = is_const ? "const unsigned short *" : "unsigned short *";
        return true;
    default:
        return refuse(r, &p->pos, type,
                      "ZN_LEN goes with a pointer to uint8_t or uint16_t" TYPES_HINT);
    }
}

static bool read_pointer(reader_t *r, param_t *p, CXType type, CXType canonical)
{
    CXType pointee = clang_getCanonicalType(clang_getPointeeType(canonical));
    if (p->out && !(pointee.kind == CXType_Record &&
                    map_get(&r->records, decl_spelling(r, pointee)))) {
        return read_out(r, p, type, pointee);
    }
    if (p->length >= 0) {
        return read_view(r, p, type, pointee);
    }
    if (is_object_pointer(r, canonical)) {
        p->type = TYPE_OBJECT;
        p->ctype = "PObject *";
        return true;
    }
    if (is_c_string(canonical)) {
        p->type = TYPE_CSTR;
        p->ctype = "const char *";
        return true;
    }
    p->cls = pointee.kind == CXType_Record
                 ? map_get(&r->records, decl_spelling(r, pointee))
                 : NULL;
    if (!p->cls) {
        return refuse(r, &p->pos, type, refusal_hint(canonical));
    }
    p->type = TYPE_INSTANCE;
    p->ctype = arena_printf(r->g->arena, "%s%s *",
                            clang_isConstQualifiedType(pointee) ? "const " : "",
                            p->cls->cname);
    return true;
}

bool read_param_type(reader_t *r, param_t *p, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    if (canonical.kind == CXType_Pointer) {
        return read_pointer(r, p, type, canonical);
    }
    if (p->out) {
        diag_error(&p->pos, DIAG_native_annotation, "pass a pointer",
                   "'%s' is no pointer, so it cannot be ZN_OUT", p->name);
        return false;
    }
    p->type = value_type(r, canonical, &p->en);
    if (p->type == TYPE_VOID) {
        return refuse(r, &p->pos, type, refusal_hint(canonical));
    }
    p->ctype = value_ctype(r, canonical, p->type);
    return true;
}

static bool is_typedef_named(reader_t *r, CXType type, const char *name)
{
    for (;;) {
        CXCursor decl = clang_getTypeDeclaration(type);
        if (clang_getCursorKind(decl) != CXCursor_TypedefDecl) {
            return false;
        }
        if (strcmp(read_string(r, clang_getCursorSpelling(decl)), name) == 0) {
            return true;
        }
        type = clang_getTypedefDeclUnderlyingType(decl);
    }
}

bool read_return_type(reader_t *r, fn_t *fn, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    fn->ret_ctype = "void";
    if (canonical.kind == CXType_Void) {
        fn->ret = TYPE_VOID;
        return true;
    }
    if (is_typedef_named(r, type, "err_t")) {
        fn->ret = TYPE_ERR;
        fn->ret_ctype = "err_t";
        return true;
    }
    if (is_object_pointer(r, canonical)) {
        fn->ret = TYPE_OBJECT;
        fn->ret_ctype = "PObject *";
        return true;
    }
    if (is_c_string(canonical)) {
        fn->ret = TYPE_CSTR;
        fn->ret_ctype = "const char *";
        return true;
    }
    fn->ret = value_type(r, canonical, &fn->ret_enum);
    if (fn->ret == TYPE_VOID || strcmp(type_rows[fn->ret].maker, "-") == 0) {
        return refuse(r, &fn->pos, type,
                      canonical.kind == CXType_Pointer
                          ? "return PObject *, const char *, zn_str or "
                            "zn_bytes" TYPES_HINT
                      : canonical.kind == CXType_Record
                          ? "return the fields through ZN_OUT parameters" TYPES_HINT
                          : refusal_hint(canonical));
    }
    fn->ret_ctype = value_ctype(r, canonical, fn->ret);
    return true;
}

bool read_is_native_type(CXCursor fn)
{
    static const int stars[] = {0, 1, 2, 2};
    if (clang_Cursor_getNumArguments(fn) != 4 || clang_Cursor_isVariadic(fn)) {
        return false;
    }
    for (unsigned i = 0; i < 4; i++) {
        CXType t = clang_getCanonicalType(
            clang_getCursorType(clang_Cursor_getArgument(fn, i)));
        for (int s = 0; s < stars[i]; s++) {
            if (t.kind != CXType_Pointer) {
                return false;
            }
            t = clang_getCanonicalType(clang_getPointeeType(t));
        }
        CXString name = clang_getTypeSpelling(t);
        bool object = strstr(clang_getCString(name), "_pobject") != NULL;
        clang_disposeString(name);
        if (i == 0 ? t.kind != CXType_Int : !object) {
            return false;
        }
    }
    CXType ret = clang_getCanonicalType(clang_getCursorResultType(fn));
    return ret.kind == CXType_Int || ret.kind == CXType_Long;
}

typedef struct layout {
    reader_t *r;
    cclass_t *cls;
    long long base; /* bits */
} layout_t;

static void add_pointers(layout_t *l, CXType type, long long offset);

static enum CXVisitorResult visit_field(CXCursor field, CXClientData data)
{
    layout_t *l = data;
    long long offset = clang_Cursor_getOffsetOfField(field);
    if (offset >= 0) {
        add_pointers(l, clang_getCursorType(field), l->base + offset);
    }
    return CXVisit_Continue;
}

static void add_pointers(layout_t *l, CXType type, long long offset)
{
    CXType canonical = clang_getCanonicalType(type);
    if (is_object_pointer(l->r, canonical) ||
        is_record_named(l->r, canonical, "zn_callable")) {
        ARENA_PUSH(l->r->g->arena, &l->cls->pointers, (uint32_t)(offset / 8));
    } else if (canonical.kind == CXType_Record) {
        layout_t inner = {l->r, l->cls, offset};
        clang_Type_visitFields(canonical, visit_field, &inner);
    } else if (canonical.kind == CXType_ConstantArray) {
        CXType element = clang_getArrayElementType(canonical);
        long long n = clang_getArraySize(canonical);
        long long size = clang_Type_getSizeOf(element);
        for (long long i = 0; i < n && size > 0; i++) {
            add_pointers(l, element, offset + i * size * 8);
        }
    }
}

void read_layout(reader_t *r, cclass_t *cls, CXType type)
{
    long long size = clang_Type_getSizeOf(type);
    if (size < 0 || cls->complete) {
        return;
    }
    cls->complete = true;
    cls->size = (uint32_t)size;
    layout_t l = {r, cls, 0};
    add_pointers(&l, type, 0);
}
