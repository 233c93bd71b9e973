/* SPDX-License-Identifier: MIT */
/* visit.c -- every statement of a tree, in the order of the source. */
#include "ast.h"

static bool visit_handlers(const handler_list_t *handlers, ast_visit_fn visit,
                           void *context)
{
    for (int i = 0; i < handlers->len; i++) {
        if (!ast_visit(&handlers->items[i].body, visit, context)) {
            return false;
        }
    }
    return true;
}

static bool visit_inside(stmt_t *s, ast_visit_fn visit, void *context)
{
    switch ((stmt_kind_t)s->kind) {
    case STMT_IF:
    case STMT_WHILE:
        return ast_visit(&s->cond.body, visit, context) &&
               ast_visit(&s->cond.orelse, visit, context);
    case STMT_FOR:
        return ast_visit(&s->loop.body, visit, context) &&
               ast_visit(&s->loop.orelse, visit, context);
    case STMT_TRY:
        return ast_visit(&s->attempt.body, visit, context) &&
               visit_handlers(&s->attempt.handlers, visit, context) &&
               ast_visit(&s->attempt.orelse, visit, context) &&
               ast_visit(&s->attempt.final, visit, context);
    case STMT_WITH:
        return ast_visit(&s->with.body, visit, context);
    case STMT_FUNCTION:
        return ast_visit(&s->function.body, visit, context);
    case STMT_CLASS:
        return ast_visit(&s->class_.body, visit, context);
    default:
        return true;
    }
}

bool ast_visit(const stmt_list_t *body, ast_visit_fn visit, void *context)
{
    for (int i = 0; i < body->len; i++) {
        if (!visit(context, body->items[i]) ||
            !visit_inside(body->items[i], visit, context)) {
            return false;
        }
    }
    return true;
}
