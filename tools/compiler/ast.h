/* SPDX-License-Identifier: MIT */
/*
 * ast.h -- a Python 3.11 module as a tree: what the parser promises and the code
 * generator reads.
 *
 * The shape follows Python's own `ast` module, so its documentation explains ours.
 * Nodes live in the arena given to parse_module(). A tree that parse_module() returned
 * is syntactically valid: targets can be assigned to, arguments are in a legal order,
 * 'return', 'break', 'continue' and 'yield' stand where they may. Scope errors (global,
 * nonlocal, names) are left to the scope pass.
 */
#ifndef COMPILER_AST_H
#define COMPILER_AST_H

#include "arena.h"
#include "diag.h"
#include "strbuf.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- names ---- */

/* Identifiers are interned: two are the same name iff the pointers are equal. */
typedef struct intern intern_t;

intern_t *intern_new(arena_t *a);
const char *intern(intern_t *t, const char *text);
const char *intern_n(intern_t *t, const char *text, size_t len);
/* Whether any source so far has the name. */
bool intern_known(const intern_t *t, const char *text);

/* ---- common ---- */

#define AST_LIST(type)                                                                 \
    struct {                                                                           \
        type *items;                                                                   \
        int len, cap;                                                                  \
    }

/* Line from 1, columns from 1 in bytes. end_col is one past the node, or 0 when it ends
 * on a later line. */
typedef struct ast_pos {
    int line, col, end_col;
} ast_pos_t;

typedef struct expr expr_t;
typedef struct stmt stmt_t;
typedef AST_LIST(expr_t *) expr_list_t;
typedef AST_LIST(stmt_t *) stmt_list_t;
typedef AST_LIST(const char *) name_list_t;

typedef enum expr_ctx { CTX_LOAD, CTX_STORE, CTX_DEL } expr_ctx_t;

/* Operators: row(id, spelling). Unary NOT, UADD, USUB, INVERT; binary; comparison. */
#define AST_UNARY_OPS(OP)                                                              \
    OP(UNARY_NOT, "not") OP(UNARY_PLUS, "+") OP(UNARY_MINUS, "-") OP(UNARY_INVERT, "~")
#define AST_BINARY_OPS(OP)                                                             \
    OP(BIN_ADD, "+")                                                                   \
    OP(BIN_SUB, "-")                                                                   \
    OP(BIN_MUL, "*")                                                                   \
    OP(BIN_MATMUL, "@")                                                                \
    OP(BIN_DIV, "/") OP(BIN_FLOORDIV, "//") OP(BIN_MOD, "%") OP(BIN_POW, "**")         \
        OP(BIN_LSHIFT, "<<") OP(BIN_RSHIFT, ">>") OP(BIN_OR, "|") OP(BIN_XOR, "^")     \
            OP(BIN_AND, "&")
#define AST_COMPARE_OPS(OP)                                                            \
    OP(CMP_EQ, "==")                                                                   \
    OP(CMP_NE, "!=")                                                                   \
    OP(CMP_LT, "<")                                                                    \
    OP(CMP_LE, "<=")                                                                   \
    OP(CMP_GT, ">") OP(CMP_GE, ">=") OP(CMP_IS, "is") OP(CMP_IS_NOT, "is not")         \
        OP(CMP_IN, "in") OP(CMP_NOT_IN, "not in")

#define AST_ENUM(id, text) id,
typedef enum unary_op { AST_UNARY_OPS(AST_ENUM) } unary_op_t;
typedef enum binary_op { AST_BINARY_OPS(AST_ENUM) } binary_op_t;
typedef enum compare_op { AST_COMPARE_OPS(AST_ENUM) } compare_op_t;

/* ---- parts of expressions and statements ---- */

/* `name=value` of a call or a class, or `**value` with name NULL. */
typedef struct ast_keyword {
    ast_pos_t pos;
    const char *name;
    expr_t *value;
} ast_keyword_t;
typedef AST_LIST(ast_keyword_t) keyword_list_t;

typedef struct ast_param {
    ast_pos_t pos;
    const char *name;
    expr_t *annotation; /* or NULL */
    expr_t *value;      /* default, or NULL */
} ast_param_t;

/* items: nposonly positional-only ones, npos ones that are either, then the
 * keyword-only ones. */
typedef struct ast_params {
    AST_LIST(ast_param_t);
    int nposonly, npos;
    ast_param_t *vararg; /* *args, or NULL */
    ast_param_t *kwarg;  /* **kwargs, or NULL */
} ast_params_t;

/* `for target in iter if cond if cond` of a comprehension. */
typedef struct ast_comp {
    ast_pos_t pos;
    expr_t *target, *iter;
    expr_list_t conds;
} ast_comp_t;
typedef AST_LIST(ast_comp_t) comp_list_t;

/* ---- expressions ---- */

/* The names are those of Python's ast classes; the dump prints them. */
#define AST_EXPRS(E)                                                                   \
    E(EXPR_NONE, "None")                                                               \
    E(EXPR_TRUE, "True")                                                               \
    E(EXPR_FALSE, "False")                                                             \
    E(EXPR_ELLIPSIS, "Ellipsis")                                                       \
    E(EXPR_INT, "Int") E(EXPR_FLOAT, "Float") E(EXPR_STR, "Str")                       \
        E(EXPR_BYTES, "Bytes") E(EXPR_JOINED_STR, "JoinedStr") E(                      \
            EXPR_FORMATTED, "FormattedValue") E(EXPR_NAME, "Name")                     \
            E(EXPR_ATTRIBUTE, "Attribute") E(EXPR_SUBSCRIPT, "Subscript") E(           \
                EXPR_SLICE, "Slice") E(EXPR_STARRED, "Starred") E(EXPR_TUPLE, "Tuple") \
                E(EXPR_LIST, "List") E(EXPR_SET, "Set") E(EXPR_DICT, "Dict") E(        \
                    EXPR_UNARY, "UnaryOp") E(EXPR_BINARY, "BinOp") E(EXPR_AND, "And")  \
                    E(EXPR_OR, "Or") E(EXPR_COMPARE, "Compare") E(EXPR_CALL, "Call")   \
                        E(EXPR_COND, "IfExp") E(EXPR_LAMBDA, "Lambda")                 \
                            E(EXPR_WALRUS, "NamedExpr") E(EXPR_LIST_COMP, "ListComp")  \
                                E(EXPR_SET_COMP, "SetComp")                            \
                                    E(EXPR_DICT_COMP, "DictComp")                      \
                                        E(EXPR_GENERATOR, "GeneratorExp")              \
                                            E(EXPR_YIELD, "Yield")                     \
                                                E(EXPR_YIELD_FROM, "YieldFrom")
typedef enum expr_kind { AST_EXPRS(AST_ENUM) EXPR_KINDS } expr_kind_t;

struct expr {
    uint8_t kind;  /* expr_kind_t */
    uint8_t ctx;   /* expr_ctx_t: of NAME ATTRIBUTE SUBSCRIPT STARRED TUPLE LIST, else
                      CTX_LOAD */
    bool parens;   /* was written in parentheses */
    ast_pos_t pos; /* of the operator's left operand for BINARY, as in Python */
    union {
        /*
         * INT. Digits without prefix, underscores and leading zeros, lower case, in
         * `base` 2, 8, 10 or 16. `small`: the value fits and is in `value`.
         */
        struct {
            const char *digits;
            int ndigits, base;
            bool small;
            int64_t value;
        } integer;
        double number; /* FLOAT */
        /* STR (also an f-string without fields): UTF-8, a lone surrogate as its three
         * bytes; BYTES: as they are. NUL behind `len` bytes. */
        struct {
            const char *data;
            size_t len;
        } str;
        expr_list_t values; /* AND OR (2 or more); JOINED_STR: STR and FORMATTED; TUPLE
                               LIST SET */
        /* FORMATTED: `{value!conversion:spec}`; conversion 0, 's', 'r' or 'a'; spec a
         * JOINED_STR or NULL. */
        struct {
            expr_t *value;
            int conversion;
            expr_t *spec;
        } formatted;
        const char *name; /* NAME */
        /* ATTRIBUTE. `name_pos` is where the name behind the dot stands. */
        struct {
            expr_t *value;
            const char *name;
            ast_pos_t name_pos;
        } attribute;
        struct {
            expr_t *value, *index; /* SUBSCRIPT; index may be a SLICE or a TUPLE with
                                      SLICEs in it */
        } subscript;
        struct {
            expr_t *lower, *upper, *step; /* SLICE, each may be NULL */
        } slice;
        expr_t *value; /* STARRED; YIELD (may be NULL) and YIELD_FROM */
        struct {
            expr_list_t keys;   /* DICT; NULL where `**value` stands */
            expr_list_t values; /* as many */
        } dict;
        struct {
            unary_op_t op;
            expr_t *operand;
        } unary;
        struct {
            binary_op_t op;
            expr_t *left, *right;
        } binary;
        /* COMPARE: left ops[0] rights.items[0] ops[1] …, as many ops as rights. */
        struct {
            expr_t *left;
            const uint8_t *ops; /* compare_op_t */
            expr_list_t rights;
        } compare;
        /* CALL: positional and `*x` (STARRED) in order; keywords and `**x` in order. */
        struct {
            expr_t *func;
            expr_list_t args;
            keyword_list_t keywords;
        } call;
        struct {
            expr_t *test, *body, *orelse;
        } cond;
        struct {
            ast_params_t *params;
            expr_t *body;
            bool is_generator; /* the body has a yield of its own */
        } lambda;
        struct {
            expr_t *target; /* WALRUS: a NAME with CTX_STORE */
            expr_t *value;
        } walrus;
        /* LIST_COMP SET_COMP DICT_COMP GENERATOR: `value` is NULL but for DICT_COMP,
         * where element is the key. */
        struct {
            expr_t *element, *value;
            comp_list_t comps;
        } comp;
    };
};

/* ---- statements ---- */

#define AST_STMTS(S)                                                                   \
    S(STMT_EXPR, "Expr")                                                               \
    S(STMT_ASSIGN, "Assign")                                                           \
    S(STMT_AUG_ASSIGN, "AugAssign")                                                    \
    S(STMT_ANN_ASSIGN, "AnnAssign")                                                    \
    S(STMT_DELETE, "Delete") S(STMT_PASS, "Pass") S(STMT_BREAK, "Break")               \
        S(STMT_CONTINUE, "Continue") S(STMT_RETURN, "Return") S(STMT_RAISE, "Raise")   \
            S(STMT_ASSERT, "Assert") S(STMT_GLOBAL, "Global")                          \
                S(STMT_NONLOCAL, "Nonlocal") S(STMT_IMPORT, "Import")                  \
                    S(STMT_IMPORT_FROM, "ImportFrom") S(STMT_IF, "If")                 \
                        S(STMT_WHILE, "While") S(STMT_FOR, "For") S(STMT_TRY, "Try")   \
                            S(STMT_WITH, "With") S(STMT_FUNCTION, "FunctionDef")       \
                                S(STMT_CLASS, "ClassDef")
typedef enum stmt_kind { AST_STMTS(AST_ENUM) STMT_KINDS } stmt_kind_t;

/* `import a.b as c`: name "a.b" (interned whole), asname "c" or NULL. In `from m import
 * *` the name is "*". */
typedef struct ast_alias {
    ast_pos_t pos;
    const char *name, *asname;
} ast_alias_t;
typedef AST_LIST(ast_alias_t) alias_list_t;

/* `except type as name: body`; type NULL: `except:`; name NULL: without `as`. */
typedef struct ast_handler {
    ast_pos_t pos;
    expr_t *type;
    const char *name;
    stmt_list_t body;
} ast_handler_t;
typedef AST_LIST(ast_handler_t) handler_list_t;

typedef struct ast_with_item {
    expr_t *context;
    expr_t *target; /* or NULL */
} ast_with_item_t;
typedef AST_LIST(ast_with_item_t) with_list_t;

struct stmt {
    uint8_t kind; /* stmt_kind_t */
    ast_pos_t pos;
    union {
        expr_t *value; /* EXPR; RETURN (may be NULL) */
        struct {
            expr_list_t targets; /* `a = b = value` has two */
            expr_t *value;
        } assign;
        struct {
            expr_t *target; /* CTX_STORE */
            binary_op_t op;
            expr_t *value;
        } aug;
        struct {
            expr_t *target;
            expr_t *annotation;
            expr_t *value; /* or NULL */
            bool simple;   /* the target is a name without parentheses */
        } ann;
        expr_list_t targets; /* DELETE */
        struct {
            expr_t *exc, *cause; /* RAISE, each may be NULL */
        } raise;
        struct {
            expr_t *test, *message; /* ASSERT; message may be NULL */
        } assertion;
        name_list_t names;   /* GLOBAL NONLOCAL */
        alias_list_t import; /* IMPORT */
        struct {
            const char *module; /* IMPORT_FROM: "a.b", NULL in `from . import x` */
            int level;          /* leading dots */
            alias_list_t names;
        } from;
        struct {
            expr_t *test; /* IF, WHILE; an elif is an IF alone in orelse */
            stmt_list_t body, orelse;
        } cond;
        struct {
            expr_t *target, *iter;
            stmt_list_t body, orelse;
        } loop; /* FOR */
        struct {
            stmt_list_t body;
            handler_list_t handlers;
            bool is_star; /* except* */
            stmt_list_t orelse, final;
        } attempt; /* TRY */
        struct {
            with_list_t items;
            stmt_list_t body;
        } with;
        /* FUNCTION: pos is that of `def`, name_pos of the name. */
        struct {
            const char *name;
            ast_pos_t name_pos;
            expr_list_t decorators;
            ast_params_t *params;
            expr_t *returns; /* or NULL */
            stmt_list_t body;
            bool is_generator; /* the body has a yield of its own */
        } function;
        struct {
            const char *name;
            ast_pos_t name_pos;
            expr_list_t decorators;
            expr_list_t bases;
            keyword_list_t keywords;
            stmt_list_t body;
        } class_;
    };
};

typedef struct ast_module {
    const char *file; /* as given, for diagnostics */
    const char *text; /* the source, for diagnostics: NUL-terminated, in the arena or
                         the caller's */
    size_t len;
    stmt_list_t body;
} ast_module_t;

/*
 * Calls `visit` for each statement of the list and, behind it, for those inside, in the
 * order of the source. It may change the statement. When it returns false, nothing more
 * is visited and the result is false.
 */
typedef bool (*ast_visit_fn)(void *context, stmt_t *s);
bool ast_visit(const stmt_list_t *body, ast_visit_fn visit, void *context);

/* ---- the parser ---- */

/*
 * The module in `text`, which is `len` bytes with a NUL behind them and stays the
 * caller's for as long as the tree is used. `file` is what diagnostics call it. NULL:
 * the first fault has been reported as an error [syntax] or [unsupported-syntax].
 */
ast_module_t *parse_module(arena_t *a, intern_t *names, const char *file,
                           const char *text, size_t len);

/* The place of a node for diag_error(). */
diag_pos_t ast_diag_pos(const ast_module_t *m, ast_pos_t pos);

/* The module as an indented S-expression, indented by two: for tests and for reading.
 */
void ast_dump(const ast_module_t *m, strbuf_t *out);

#endif
