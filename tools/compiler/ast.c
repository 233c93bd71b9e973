/* SPDX-License-Identifier: MIT */
/* ast.c -- the syntax tree as text, and where its nodes stand. */
#include "ast.h"

#define AST_TEXT(id, text) [id] = text,
static const char *const unary_names[] = {AST_UNARY_OPS(AST_TEXT)};
static const char *const binary_names[] = {AST_BINARY_OPS(AST_TEXT)};
static const char *const compare_names[] = {AST_COMPARE_OPS(AST_TEXT)};
static const char *const expr_names[] = {AST_EXPRS(AST_TEXT)};
static const char *const stmt_names[] = {AST_STMTS(AST_TEXT)};

diag_pos_t ast_diag_pos(const ast_module_t *m, ast_pos_t pos)
{
    return (diag_pos_t){.file = m->file,
                        .text = m->text,
                        .line = pos.line,
                        .col = pos.col,
                        .end_col = pos.end_col};
}

/* ---- pieces ---- */

static void dump_expr(strbuf_t *out, const expr_t *e);

/* " expr", or " -" where there is none. */
static void dump_part(strbuf_t *out, const expr_t *e)
{
    strbuf_addc(out, ' ');
    if (e) {
        dump_expr(out, e);
    } else {
        strbuf_addc(out, '-');
    }
}

static void dump_list(strbuf_t *out, const expr_list_t *list)
{
    for (int i = 0; i < list->len; i++) {
        dump_part(out, list->items[i]);
    }
}

static void dump_bytes(strbuf_t *out, const char *data, size_t len)
{
    strbuf_adds(out, " \"");
    for (size_t i = 0; i < len; i++) {
        uint8_t c = (uint8_t)data[i];
        if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
            strbuf_addf(out, "\\x%02x", c);
        } else {
            strbuf_addc(out, (char)c);
        }
    }
    strbuf_addc(out, '"');
}

static void dump_param(strbuf_t *out, const char *stars, const ast_param_t *param)
{
    strbuf_addf(out, " %s%s", stars, param->name);
    if (param->annotation) {
        strbuf_addc(out, ':');
        dump_expr(out, param->annotation);
    }
    if (param->value) {
        strbuf_addc(out, '=');
        dump_expr(out, param->value);
    }
}

static void dump_params(strbuf_t *out, const ast_params_t *params)
{
    int positional = params->nposonly + params->npos;
    strbuf_adds(out, " (params");
    for (int i = 0; i <= params->len; i++) {
        if (i == params->nposonly && i > 0) {
            strbuf_adds(out, " /");
        }
        if (i == positional && params->vararg) {
            dump_param(out, "*", params->vararg);
        } else if (i == positional && i < params->len) {
            strbuf_adds(out, " *");
        }
        if (i < params->len) {
            dump_param(out, "", &params->items[i]);
        }
    }
    if (params->kwarg) {
        dump_param(out, "**", params->kwarg);
    }
    strbuf_addc(out, ')');
}

static void dump_keywords(strbuf_t *out, const keyword_list_t *keywords)
{
    for (int i = 0; i < keywords->len; i++) {
        const ast_keyword_t *k = &keywords->items[i];
        strbuf_addf(out, " %s", k->name ? k->name : "**");
        strbuf_adds(out, k->name ? "=" : "");
        dump_expr(out, k->value);
    }
}

static void dump_comp(strbuf_t *out, const expr_t *e)
{
    dump_part(out, e->comp.element);
    if (e->comp.value) {
        dump_part(out, e->comp.value);
    }
    for (int i = 0; i < e->comp.comps.len; i++) {
        const ast_comp_t *c = &e->comp.comps.items[i];
        strbuf_adds(out, " (for");
        dump_part(out, c->target);
        dump_part(out, c->iter);
        dump_list(out, &c->conds);
        strbuf_addc(out, ')');
    }
}

static void dump_compare(strbuf_t *out, const expr_t *e)
{
    dump_part(out, e->compare.left);
    for (int i = 0; i < e->compare.rights.len; i++) {
        strbuf_addf(out, " '%s'", compare_names[e->compare.ops[i]]);
        dump_part(out, e->compare.rights.items[i]);
    }
}

static void dump_dict(strbuf_t *out, const expr_t *e)
{
    for (int i = 0; i < e->dict.keys.len; i++) {
        dump_part(out, e->dict.keys.items[i]);
        dump_part(out, e->dict.values.items[i]);
    }
}

static void dump_formatted(strbuf_t *out, const expr_t *e)
{
    dump_part(out, e->formatted.value);
    if (e->formatted.conversion) {
        strbuf_addf(out, " !%c", e->formatted.conversion);
    }
    if (e->formatted.spec) {
        dump_part(out, e->formatted.spec);
    }
}

/* ---- expressions ---- */

static void dump_fields(strbuf_t *out, const expr_t *e)
{
    switch ((expr_kind_t)e->kind) {
    case EXPR_NONE:
    case EXPR_TRUE:
    case EXPR_FALSE:
    case EXPR_ELLIPSIS:
    case EXPR_KINDS:
        break;
    case EXPR_INT:
        strbuf_addf(out, " %s", e->integer.digits);
        if (e->integer.base != 10) {
            strbuf_addf(out, " base %d", e->integer.base);
        }
        break;
    case EXPR_FLOAT:
        strbuf_addf(out, " %.17g", e->number);
        break;
    case EXPR_STR:
    case EXPR_BYTES:
        dump_bytes(out, e->str.data, e->str.len);
        break;
    case EXPR_NAME:
        strbuf_addf(out, " %s", e->name);
        break;
    case EXPR_FORMATTED:
        dump_formatted(out, e);
        break;
    case EXPR_ATTRIBUTE:
        dump_part(out, e->attribute.value);
        strbuf_addf(out, " %s", e->attribute.name);
        break;
    case EXPR_SUBSCRIPT:
        dump_part(out, e->subscript.value);
        dump_part(out, e->subscript.index);
        break;
    case EXPR_SLICE:
        dump_part(out, e->slice.lower);
        dump_part(out, e->slice.upper);
        dump_part(out, e->slice.step);
        break;
    case EXPR_STARRED:
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        dump_part(out, e->value);
        break;
    case EXPR_JOINED_STR:
    case EXPR_TUPLE:
    case EXPR_LIST:
    case EXPR_SET:
    case EXPR_AND:
    case EXPR_OR:
        dump_list(out, &e->values);
        break;
    case EXPR_DICT:
        dump_dict(out, e);
        break;
    case EXPR_UNARY:
        strbuf_addf(out, " '%s'", unary_names[e->unary.op]);
        dump_part(out, e->unary.operand);
        break;
    case EXPR_BINARY:
        dump_part(out, e->binary.left);
        strbuf_addf(out, " '%s'", binary_names[e->binary.op]);
        dump_part(out, e->binary.right);
        break;
    case EXPR_COMPARE:
        dump_compare(out, e);
        break;
    case EXPR_CALL:
        dump_part(out, e->call.func);
        dump_list(out, &e->call.args);
        dump_keywords(out, &e->call.keywords);
        break;
    case EXPR_COND:
        dump_part(out, e->cond.test);
        dump_part(out, e->cond.body);
        dump_part(out, e->cond.orelse);
        break;
    case EXPR_LAMBDA:
        dump_params(out, e->lambda.params);
        dump_part(out, e->lambda.body);
        break;
    case EXPR_WALRUS:
        dump_part(out, e->walrus.target);
        dump_part(out, e->walrus.value);
        break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR:
        dump_comp(out, e);
        break;
    }
}

static void dump_expr(strbuf_t *out, const expr_t *e)
{
    static const char *const contexts[] = {"", ".store", ".del"};
    strbuf_addf(out, "(%s%s", expr_names[e->kind], contexts[e->ctx]);
    dump_fields(out, e);
    strbuf_addc(out, ')');
}

/* ---- statements ---- */

static void dump_line(strbuf_t *out, int indent)
{
    strbuf_addf(out, "\n%*s", indent * 2, "");
}

static void dump_stmt(strbuf_t *out, const stmt_t *s, int indent);

/* A labelled block on lines of its own; nothing when it is empty. */
static void dump_block(strbuf_t *out, const char *label, const stmt_list_t *body,
                       int indent)
{
    if (body->len == 0) {
        return;
    }
    dump_line(out, indent + 1);
    strbuf_addf(out, "(%s", label);
    for (int i = 0; i < body->len; i++) {
        dump_line(out, indent + 2);
        dump_stmt(out, body->items[i], indent + 2);
    }
    strbuf_addc(out, ')');
}

static void dump_aliases(strbuf_t *out, const alias_list_t *names)
{
    for (int i = 0; i < names->len; i++) {
        const ast_alias_t *alias = &names->items[i];
        strbuf_addf(out, " %s%s%s", alias->name, alias->asname ? ":" : "",
                    alias->asname ? alias->asname : "");
    }
}

static void dump_decorators(strbuf_t *out, const expr_list_t *decorators)
{
    for (int i = 0; i < decorators->len; i++) {
        strbuf_adds(out, " @");
        dump_expr(out, decorators->items[i]);
    }
}

static void dump_try(strbuf_t *out, const stmt_t *s, int indent)
{
    dump_block(out, "body", &s->attempt.body, indent);
    for (int i = 0; i < s->attempt.handlers.len; i++) {
        const ast_handler_t *h = &s->attempt.handlers.items[i];
        dump_line(out, indent + 1);
        strbuf_adds(out, s->attempt.is_star ? "(except*" : "(except");
        dump_part(out, h->type);
        if (h->name) {
            strbuf_addf(out, " %s", h->name);
        }
        dump_block(out, "body", &h->body, indent + 1);
        strbuf_addc(out, ')');
    }
    dump_block(out, "else", &s->attempt.orelse, indent);
    dump_block(out, "finally", &s->attempt.final, indent);
}

static void dump_with(strbuf_t *out, const stmt_t *s, int indent)
{
    for (int i = 0; i < s->with.items.len; i++) {
        dump_part(out, s->with.items.items[i].context);
        dump_part(out, s->with.items.items[i].target);
    }
    dump_block(out, "body", &s->with.body, indent);
}

static void dump_function(strbuf_t *out, const stmt_t *s, int indent)
{
    strbuf_addf(out, " %s%s", s->function.name,
                s->function.is_generator ? " generator" : "");
    dump_decorators(out, &s->function.decorators);
    dump_params(out, s->function.params);
    if (s->function.returns) {
        strbuf_adds(out, " ->");
        dump_part(out, s->function.returns);
    }
    dump_block(out, "body", &s->function.body, indent);
}

static void dump_class(strbuf_t *out, const stmt_t *s, int indent)
{
    strbuf_addf(out, " %s", s->class_.name);
    dump_decorators(out, &s->class_.decorators);
    dump_list(out, &s->class_.bases);
    dump_keywords(out, &s->class_.keywords);
    dump_block(out, "body", &s->class_.body, indent);
}

static void dump_stmt_fields(strbuf_t *out, const stmt_t *s, int indent)
{
    switch ((stmt_kind_t)s->kind) {
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_KINDS:
        break;
    case STMT_EXPR:
    case STMT_RETURN:
        dump_part(out, s->value);
        break;
    case STMT_ASSIGN:
        dump_list(out, &s->assign.targets);
        dump_part(out, s->assign.value);
        break;
    case STMT_AUG_ASSIGN:
        dump_part(out, s->aug.target);
        strbuf_addf(out, " '%s'", binary_names[s->aug.op]);
        dump_part(out, s->aug.value);
        break;
    case STMT_ANN_ASSIGN:
        dump_part(out, s->ann.target);
        dump_part(out, s->ann.annotation);
        dump_part(out, s->ann.value);
        break;
    case STMT_DELETE:
        dump_list(out, &s->targets);
        break;
    case STMT_RAISE:
        dump_part(out, s->raise.exc);
        dump_part(out, s->raise.cause);
        break;
    case STMT_ASSERT:
        dump_part(out, s->assertion.test);
        dump_part(out, s->assertion.message);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
        for (int i = 0; i < s->names.len; i++) {
            strbuf_addf(out, " %s", s->names.items[i]);
        }
        break;
    case STMT_IMPORT:
        dump_aliases(out, &s->import);
        break;
    case STMT_IMPORT_FROM:
        strbuf_addf(out, " %d %s", s->from.level,
                    s->from.module ? s->from.module : "-");
        dump_aliases(out, &s->from.names);
        break;
    case STMT_IF:
    case STMT_WHILE:
        dump_part(out, s->cond.test);
        dump_block(out, "body", &s->cond.body, indent);
        dump_block(out, "else", &s->cond.orelse, indent);
        break;
    case STMT_FOR:
        dump_part(out, s->loop.target);
        dump_part(out, s->loop.iter);
        dump_block(out, "body", &s->loop.body, indent);
        dump_block(out, "else", &s->loop.orelse, indent);
        break;
    case STMT_TRY:
        dump_try(out, s, indent);
        break;
    case STMT_WITH:
        dump_with(out, s, indent);
        break;
    case STMT_FUNCTION:
        dump_function(out, s, indent);
        break;
    case STMT_CLASS:
        dump_class(out, s, indent);
        break;
    }
}

static void dump_stmt(strbuf_t *out, const stmt_t *s, int indent)
{
    strbuf_addf(out, "(%s", stmt_names[s->kind]);
    dump_stmt_fields(out, s, indent);
    strbuf_addc(out, ')');
}

void ast_dump(const ast_module_t *m, strbuf_t *out)
{
    for (int i = 0; i < m->body.len; i++) {
        dump_stmt(out, m->body.items[i], 0);
        strbuf_addc(out, '\n');
    }
}
