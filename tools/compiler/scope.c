/* SPDX-License-Identifier: MIT */
/*
 * scope.c -- the walk that notes every binding and every use of a name.
 */
#include "scope.h"
#include <assert.h>
#include <stdarg.h>
#include <string.h>

typedef struct builder {
    program_t *program;
    module_t *module;
    scope_t *scope;
    import_list_t *imports;
    bool guarded;
    bool failed;
} builder_t;

/* ---- scopes and their variables ---- */

static size_t pointer_hash(const void *p)
{
    return (size_t)((uintptr_t)p >> 4) * 2654435761u;
}

static void index_vars(program_t *p, scope_t *s)
{
    s->nbuckets = s->nbuckets ? s->nbuckets * 4 : 32;
    s->buckets = ARENA_ARRAY(p->arena, int, s->nbuckets);
    for (int i = 0; i < s->vars.len; i++) {
        size_t at = pointer_hash(s->vars.items[i]->name);
        while (s->buckets[at & (size_t)(s->nbuckets - 1)]) {
            at++;
        }
        s->buckets[at & (size_t)(s->nbuckets - 1)] = i + 1;
    }
}

var_t *scope_find(const scope_t *s, const char *name)
{
    if (!s->nbuckets) {
        for (int i = 0; i < s->vars.len; i++) {
            if (s->vars.items[i]->name == name) {
                return s->vars.items[i];
            }
        }
        return NULL;
    }
    for (size_t at = pointer_hash(name);; at++) {
        int i = s->buckets[at & (size_t)(s->nbuckets - 1)];
        if (!i || s->vars.items[i - 1]->name == name) {
            return i ? s->vars.items[i - 1] : NULL;
        }
    }
}

var_t *scope_var(program_t *p, scope_t *s, const char *name)
{
    var_t *v = scope_find(s, name);
    if (v) {
        return v;
    }
    v = ARENA_NEW(p->arena, var_t);
    *v = (var_t){.name = name, .local = -1, .cell = -1, .global = -1};
    ARENA_PUSH(p->arena, &s->vars, v);
    if (s->vars.len > 8 && s->vars.len * 2 > s->nbuckets) {
        index_vars(p, s);
    } else if (s->nbuckets) {
        size_t at = pointer_hash(name);
        while (s->buckets[at & (size_t)(s->nbuckets - 1)]) {
            at++;
        }
        s->buckets[at & (size_t)(s->nbuckets - 1)] = s->vars.len;
    }
    return v;
}

scope_t *scope_of(const program_t *p, const void *node)
{
    return map_getn(&p->scopes, (const char *)&node, sizeof node);
}

static const char *qualify(program_t *p, const scope_t *parent, const char *name)
{
    if (!parent || parent->kind == SCOPE_MODULE) {
        return name;
    }
    return arena_printf(p->arena,
                        parent->kind == SCOPE_CLASS ? "%s.%s" : "%s.<locals>.%s",
                        parent->qualname, name);
}

static scope_t *enter(builder_t *b, scope_kind_t kind, const void *node,
                      const char *name)
{
    scope_t *s = ARENA_NEW(b->program->arena, scope_t);
    s->kind = kind;
    s->node = node;
    s->parent = b->scope;
    s->module = b->module;
    s->name = name;
    s->qualname = qualify(b->program, b->scope, name);
    if (node) {
        *map_slot(&b->program->scopes, (const char *)&node, sizeof node, NULL) = s;
    }
    if (b->scope) {
        ARENA_PUSH(b->program->arena, &b->scope->children, s);
    }
    b->scope = s;
    return s;
}

static void leave(builder_t *b)
{
    b->scope = b->scope->parent;
}

const char *scope_mangle(program_t *p, const scope_t *s, const char *name)
{
    size_t len = strlen(name);
    if (name[0] != '_' || name[1] != '_' ||
        (name[len - 1] == '_' && name[len - 2] == '_')) {
        return name;
    }
    while (s && s->kind != SCOPE_CLASS) {
        s = s->parent;
    }
    if (!s) {
        return name;
    }
    const char *class_name = s->name + strspn(s->name, "_");
    if (!*class_name) {
        return name;
    }
    return intern(p->intern, arena_printf(p->arena, "_%s%s", class_name, name));
}

/* ---- errors ---- */

static void fail(builder_t *b, ast_pos_t pos, const char *fmt, ...)
{
    if (!b->failed) {
        va_list ap;
        va_start(ap, fmt);
        diag_pos_t at = ast_diag_pos(b->module->ast, pos);
        diag_verror(&at, DIAG_scope, NULL, fmt, ap);
        va_end(ap);
    }
    b->failed = true;
}

/* ---- bindings and uses ---- */

static var_t *note(builder_t *b, scope_t *s, const char *name, unsigned flags,
                   ast_pos_t pos)
{
    const char *mangled = scope_mangle(b->program, s, name);
    var_t *v = scope_var(b->program, s, mangled);
    if (!v->flags) {
        v->pos = pos;
        v->plain = mangled != name ? name : NULL;
    }
    v->flags |= flags;
    return v;
}

static var_t *bind(builder_t *b, const char *name, ast_pos_t pos)
{
    var_t *v = note(b, b->scope, name, VAR_BOUND, pos);
    v->nbindings++;
    return v;
}

static void use(builder_t *b, const char *name, ast_pos_t pos)
{
    note(b, b->scope, name, VAR_USED, pos);
}

static void refer(builder_t *b, const char *name)
{
    ARENA_PUSH(b->program->arena, &b->scope->refs,
               scope_mangle(b->program, b->scope, name));
}

/* The variable of a walrus belongs to the scope around all comprehensions. */
static void bind_walrus(builder_t *b, const expr_t *target)
{
    scope_t *s = b->scope;
    for (; s->kind == SCOPE_COMP; s = s->parent) {
        var_t *v = scope_find(s, target->name);
        if (v && v->flags & VAR_BOUND) {
            fail(b, target->pos,
                 "assignment expression cannot rebind comprehension iteration variable "
                 "'%s'",
                 target->name);
        }
    }
    if (s != b->scope && s->kind == SCOPE_CLASS) {
        fail(b, target->pos,
             "assignment expression within a comprehension cannot be used in a "
             "class body");
    }
    var_t *v = note(b, s, target->name, VAR_BOUND, target->pos);
    v->nbindings++;
    if (s != b->scope) {
        note(b, b->scope, target->name, VAR_USED, target->pos);
    }
}

static void declare(builder_t *b, const stmt_t *s, unsigned flag)
{
    const char *what = flag == VAR_GLOBAL ? "global" : "nonlocal";
    if (flag == VAR_NONLOCAL && b->scope->kind == SCOPE_MODULE) {
        fail(b, s->pos, "nonlocal declaration not allowed at module level");
        return;
    }
    for (int i = 0; i < s->names.len; i++) {
        const char *name = s->names.items[i];
        var_t *v = scope_find(b->scope, scope_mangle(b->program, b->scope, name));
        unsigned flags = v ? v->flags : 0;
        if (flags & VAR_PARAM) {
            fail(b, s->pos, "name '%s' is parameter and %s", name, what);
        } else if (flags & ((VAR_GLOBAL | VAR_NONLOCAL) & ~flag)) {
            fail(b, s->pos, "name '%s' is nonlocal and global", name);
        } else if (flags & VAR_ANNOTATED) {
            fail(b, s->pos, "annotated name '%s' can't be %s", name, what);
        } else if (flags & VAR_BOUND && !(flags & flag)) {
            fail(b, s->pos, "name '%s' is assigned to before %s declaration", name,
                 what);
        } else if (flags & VAR_USED && !(flags & flag)) {
            fail(b, s->pos, "name '%s' is used prior to %s declaration", name, what);
        }
        note(b, b->scope, name, flag, s->pos);
    }
}

/* ---- expressions ---- */

static void walk(builder_t *b, const expr_t *e);

static void walk_list(builder_t *b, const expr_list_t *list)
{
    for (int i = 0; i < list->len; i++) {
        walk(b, list->items[i]);
    }
}

static void walk_keywords(builder_t *b, const keyword_list_t *list)
{
    for (int i = 0; i < list->len; i++) {
        walk(b, list->items[i].value);
    }
}

/* Defaults are evaluated outside of the function. */
static void walk_defaults(builder_t *b, const ast_params_t *params)
{
    for (int i = 0; i < params->len; i++) {
        walk(b, params->items[i].value);
    }
}

static void bind_param(builder_t *b, const ast_param_t *param)
{
    var_t *v = bind(b, param->name, param->pos);
    v->flags |= VAR_PARAM;
    v->local = b->scope->nlocals++;
}

static void bind_params(builder_t *b, const ast_params_t *params)
{
    for (int i = 0; i < params->len; i++) {
        bind_param(b, &params->items[i]);
    }
    if (params->vararg) {
        bind_param(b, params->vararg);
    }
    if (params->kwarg) {
        bind_param(b, params->kwarg);
    }
}

static void walk_lambda(builder_t *b, const expr_t *e)
{
    walk_defaults(b, e->lambda.params);
    enter(b, SCOPE_FUNCTION, e, "<lambda>")->is_generator = e->lambda.is_generator;
    bind_params(b, e->lambda.params);
    walk(b, e->lambda.body);
    leave(b);
}

static const char *comp_name(const expr_t *e)
{
    switch (e->kind) {
    case EXPR_LIST_COMP:
        return "<listcomp>";
    case EXPR_SET_COMP:
        return "<setcomp>";
    case EXPR_DICT_COMP:
        return "<dictcomp>";
    }
    return "<genexpr>";
}

/* The first iterable is evaluated outside; it is passed in. */
static void walk_comp(builder_t *b, const expr_t *e)
{
    walk(b, e->comp.comps.items[0].iter);
    scope_t *s = enter(b, SCOPE_COMP, e, comp_name(e));
    s->is_generator = e->kind == EXPR_GENERATOR;
    for (int i = 0; i < e->comp.comps.len; i++) {
        const ast_comp_t *comp = &e->comp.comps.items[i];
        walk(b, comp->target);
        if (i > 0) {
            walk(b, comp->iter);
        }
        walk_list(b, &comp->conds);
    }
    walk(b, e->comp.element);
    walk(b, e->comp.value);
    leave(b);
}

static bool takes_any_name(const char *name)
{
    static const char *const names[] = {"getattr", "hasattr", "delattr", "vars", "dir"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* getattr(x, "literal") names what it wants; any other use of getattr may want
 * anything. */
static bool names_literally(const expr_t *e)
{
    return e->call.args.len >= 2 && e->call.args.items[0]->kind != EXPR_STARRED &&
           e->call.args.items[1]->kind == EXPR_STR;
}

static void walk_call(builder_t *b, const expr_t *e)
{
    const expr_t *func = e->call.func;
    bool dynamic = b->program->dynamic_names;
    if (func->kind == EXPR_NAME && strcmp(func->name, "super") == 0 &&
        !e->call.args.len) {
        use(b, intern(b->program->intern, "__class__"), e->pos);
    }
    walk(b, func);
    if (func->kind == EXPR_NAME && names_literally(e)) {
        b->program->dynamic_names = dynamic;
    }
    walk_list(b, &e->call.args);
    walk_keywords(b, &e->call.keywords);
}

static void walk_name(builder_t *b, const expr_t *e)
{
    if (e->ctx == CTX_LOAD) {
        use(b, e->name, e->pos);
        b->program->dynamic_names |= takes_any_name(e->name);
        b->module->names_self |= strcmp(e->name, "__module__") == 0;
        return;
    }
    var_t *v = bind(b, e->name, e->pos);
    if (e->ctx == CTX_DEL) {
        v->nbindings += 2; /* nothing may be concluded about it */
    }
}

static void walk_slots(builder_t *b, const expr_t *e);

static bool is_name_char(char c)
{
    unsigned char u = (unsigned char)c;
    return u == '_' || u >= 0x80 || (u >= '0' && u <= '9') ||
           ((u | 0x20) >= 'a' && (u | 0x20) <= 'z');
}

/* "{0.name}" may be given to format(): it names an attribute. */
static void refer_fields(builder_t *b, const char *text, size_t len)
{
    const char *p = memchr(text, '{', len), *end = text + len;
    while (p && (p = memchr(p, '.', (size_t)(end - p))) != NULL) {
        const char *name = ++p;
        while (p < end && is_name_char(*p)) {
            p++;
        }
        if (p > name) {
            refer(b, intern_n(b->program->intern, name, (size_t)(p - name)));
        }
    }
}

/* `__builtins__.X = …` makes X a variable of that module. */
static void note_builtin_store(builder_t *b, const expr_t *e)
{
    if (e->ctx == CTX_STORE && e->attribute.value->kind == EXPR_NAME &&
        strcmp(e->attribute.value->name, "__builtins__") == 0) {
        ARENA_PUSH(b->program->arena, &b->program->builtin_stores, e->attribute.name);
    }
}

static void walk(builder_t *b, const expr_t *e)
{
    if (!e) {
        return;
    }
    switch ((expr_kind_t)e->kind) {
    case EXPR_NAME:
        walk_name(b, e);
        break;
    case EXPR_STR:
        if (e->str.len && e->str.len <= 64) {
            refer(b, intern_n(b->program->intern, e->str.data, e->str.len));
        }
        refer_fields(b, e->str.data, e->str.len);
        break;
    case EXPR_ATTRIBUTE:
        refer(b, e->attribute.name);
        b->program->dynamic_names |= strcmp(e->attribute.name, "__dict__") == 0;
        walk_slots(b, e);
        note_builtin_store(b, e);
        walk(b, e->attribute.value);
        break;
    case EXPR_SUBSCRIPT:
        walk(b, e->subscript.value);
        walk(b, e->subscript.index);
        break;
    case EXPR_SLICE:
        walk(b, e->slice.lower);
        walk(b, e->slice.upper);
        walk(b, e->slice.step);
        break;
    case EXPR_STARRED:
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        walk(b, e->value);
        break;
    case EXPR_TUPLE:
    case EXPR_LIST:
    case EXPR_SET:
    case EXPR_AND:
    case EXPR_OR:
    case EXPR_JOINED_STR:
        walk_list(b, &e->values);
        break;
    case EXPR_FORMATTED:
        walk(b, e->formatted.value);
        walk(b, e->formatted.spec);
        break;
    case EXPR_DICT:
        walk_list(b, &e->dict.keys);
        walk_list(b, &e->dict.values);
        break;
    case EXPR_UNARY:
        walk(b, e->unary.operand);
        break;
    case EXPR_BINARY:
        walk(b, e->binary.left);
        walk(b, e->binary.right);
        break;
    case EXPR_COMPARE:
        walk(b, e->compare.left);
        walk_list(b, &e->compare.rights);
        break;
    case EXPR_CALL:
        walk_call(b, e);
        break;
    case EXPR_COND:
        walk(b, e->cond.test);
        walk(b, e->cond.body);
        walk(b, e->cond.orelse);
        break;
    case EXPR_LAMBDA:
        walk_lambda(b, e);
        break;
    case EXPR_WALRUS:
        walk(b, e->walrus.value);
        bind_walrus(b, e->walrus.target);
        break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR:
        walk_comp(b, e);
        break;
    default:
        break;
    }
}

/* ---- statements ---- */

static void walk_body(builder_t *b, const stmt_list_t *body);

/* `self.x = …` in a method, self being its first parameter: x becomes a slot of the
 * class's instances. */
static void walk_slots(builder_t *b, const expr_t *e)
{
    const scope_t *s = b->scope;
    if (e->ctx != CTX_STORE || e->attribute.value->kind != EXPR_NAME ||
        s->kind != SCOPE_FUNCTION || !s->parent || s->parent->kind != SCOPE_CLASS ||
        s->vars.len == 0 || s->vars.items[0]->name != e->attribute.value->name) {
        return;
    }
    const char *name = scope_mangle(b->program, s, e->attribute.name);
    scope_t *owner = s->parent;
    for (int i = 0; i < owner->self_slots.len; i++) {
        if (owner->self_slots.items[i] == name) {
            return;
        }
    }
    ARENA_PUSH(b->program->arena, &owner->self_slots, name);
}

static void walk_function(builder_t *b, const stmt_t *s)
{
    walk_list(b, &s->function.decorators);
    walk_defaults(b, s->function.params);
    bind(b, s->function.name, s->function.name_pos)->def = s;
    enter(b, SCOPE_FUNCTION, s, s->function.name)->is_generator =
        s->function.is_generator;
    bind_params(b, s->function.params);
    walk_body(b, &s->function.body);
    leave(b);
}

static void walk_class(builder_t *b, const stmt_t *s)
{
    walk_list(b, &s->class_.decorators);
    walk_list(b, &s->class_.bases);
    walk_keywords(b, &s->class_.keywords);
    bind(b, s->class_.name, s->class_.name_pos)->def = s;
    enter(b, SCOPE_CLASS, s, s->class_.name);
    walk_body(b, &s->class_.body);
    leave(b);
}

static void walk_import(builder_t *b, const stmt_t *s)
{
    bool from = s->kind == STMT_IMPORT_FROM;
    const alias_list_t *names = from ? &s->from.names : &s->import;
    ARENA_PUSH(b->program->arena, b->imports, ((import_site_t){s, b->guarded}));
    for (int i = 0; i < names->len; i++) {
        const ast_alias_t *alias = &names->items[i];
        if (strcmp(alias->name, "*") == 0) {
            continue; /* bound by program-wide resolution, which knows the module */
        }
        const char *name = alias->asname;
        if (!name) {
            size_t len = from ? strlen(alias->name) : strcspn(alias->name, ".");
            name = intern_n(b->program->intern, alias->name, len);
        }
        refer(b, from ? alias->name : name);
        var_t *v = bind(b, name, alias->pos);
        v->import = s;
        v->alias = alias;
    }
}

static bool catches_import_error(const stmt_t *s)
{
    static const char *const names[] = {"ImportError", "ModuleNotFoundError",
                                        "Exception", "BaseException"};
    for (int i = 0; i < s->attempt.handlers.len; i++) {
        const expr_t *type = s->attempt.handlers.items[i].type;
        if (!type || type->kind == EXPR_TUPLE) {
            return true;
        }
        for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
            if (type->kind == EXPR_NAME && strcmp(type->name, names[n]) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void walk_try(builder_t *b, const stmt_t *s)
{
    bool was = b->guarded;
    b->guarded = was || catches_import_error(s);
    walk_body(b, &s->attempt.body);
    b->guarded = was;
    for (int i = 0; i < s->attempt.handlers.len; i++) {
        const ast_handler_t *h = &s->attempt.handlers.items[i];
        walk(b, h->type);
        if (h->name) {
            bind(b, h->name, h->pos)->nbindings += 2;
        }
        walk_body(b, &h->body);
    }
    walk_body(b, &s->attempt.orelse);
    walk_body(b, &s->attempt.final);
}

static void walk_annotated(builder_t *b, const stmt_t *s)
{
    walk(b, s->ann.value);
    if (s->ann.target->kind != EXPR_NAME) {
        walk(b, s->ann.target);
        return;
    }
    var_t *v =
        note(b, b->scope, s->ann.target->name, VAR_ANNOTATED, s->ann.target->pos);
    if (v->flags & (VAR_GLOBAL | VAR_NONLOCAL)) {
        fail(b, s->pos, "annotated name '%s' can't be %s", v->name,
             v->flags & VAR_GLOBAL ? "global" : "nonlocal");
    }
    /* Without a value it still makes the name local. */
    v->flags |= VAR_BOUND;
    v->nbindings += s->ann.value != NULL;
}

/* new_exception(Name, Base, "text") at module level binds Name. */
static void walk_expr_stmt(builder_t *b, const stmt_t *s)
{
    const expr_t *e = s->value;
    if (e->kind == EXPR_CALL && e->call.func->kind == EXPR_NAME &&
        e->call.args.len >= 2 && strcmp(e->call.func->name, "new_exception") == 0 &&
        e->call.args.items[0]->kind == EXPR_NAME) {
        bind(b, e->call.args.items[0]->name, e->pos)->def = s;
        walk(b, e->call.args.items[1]);
        return;
    }
    walk(b, e);
}

static void walk_stmt(builder_t *b, const stmt_t *s)
{
    switch ((stmt_kind_t)s->kind) {
    case STMT_EXPR:
        walk_expr_stmt(b, s);
        break;
    case STMT_RETURN:
        walk(b, s->value);
        break;
    case STMT_ASSIGN:
        walk(b, s->assign.value);
        walk_list(b, &s->assign.targets);
        break;
    case STMT_AUG_ASSIGN:
        if (s->aug.target->kind == EXPR_NAME) {
            use(b, s->aug.target->name, s->aug.target->pos);
        }
        walk(b, s->aug.value);
        walk(b, s->aug.target);
        break;
    case STMT_ANN_ASSIGN:
        walk_annotated(b, s);
        break;
    case STMT_DELETE:
        walk_list(b, &s->targets);
        break;
    case STMT_RAISE:
        walk(b, s->raise.exc);
        walk(b, s->raise.cause);
        break;
    case STMT_ASSERT:
        walk(b, s->assertion.test);
        walk(b, s->assertion.message);
        break;
    case STMT_GLOBAL:
        declare(b, s, VAR_GLOBAL);
        break;
    case STMT_NONLOCAL:
        declare(b, s, VAR_NONLOCAL);
        break;
    case STMT_IMPORT:
    case STMT_IMPORT_FROM:
        walk_import(b, s);
        break;
    case STMT_IF:
    case STMT_WHILE:
        walk(b, s->cond.test);
        walk_body(b, &s->cond.body);
        walk_body(b, &s->cond.orelse);
        break;
    case STMT_FOR:
        walk(b, s->loop.iter);
        walk(b, s->loop.target);
        walk_body(b, &s->loop.body);
        walk_body(b, &s->loop.orelse);
        break;
    case STMT_TRY:
        walk_try(b, s);
        break;
    case STMT_WITH:
        for (int i = 0; i < s->with.items.len; i++) {
            walk(b, s->with.items.items[i].context);
            walk(b, s->with.items.items[i].target);
        }
        walk_body(b, &s->with.body);
        break;
    case STMT_FUNCTION:
        walk_function(b, s);
        break;
    case STMT_CLASS:
        walk_class(b, s);
        break;
    default:
        break;
    }
}

static void walk_body(builder_t *b, const stmt_list_t *body)
{
    for (int i = 0; i < body->len; i++) {
        walk_stmt(b, body->items[i]);
    }
}

bool scope_build(program_t *p, module_t *m, import_list_t *imports)
{
    builder_t b = {.program = p, .module = m, .imports = imports};
    m->scope = enter(&b, SCOPE_MODULE, NULL, m->name);
    walk_body(&b, &m->ast->body);
    return !b.failed;
}
