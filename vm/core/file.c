/* SPDX-License-Identifier: MIT */
/* file.c -- file objects. */
#include "file.h"
#include "bytes.h"
#include "exc.h"
#include "gc.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "obj.h"
#include "str.h"
#include "text.h"
#include "tuple.h"

#define AHEAD 512

static err_t os_error(long error, PObject *name)
{
    static const struct {
        uint8_t error; /* numbers that all POSIX systems share */
        uint16_t exception;
    } rows[] = {{2, NAME_FileNotFoundError},
                {17, NAME_FileExistsError},
                {1, NAME_PermissionError},
                {13, NAME_PermissionError}};
    uint16_t exception = ERR_OSERROR_EXC;
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].error == -error) {
            exception = rows[i].exception;
        }
    }
    if (name == NULL) {
        return vm_raise(exception, "[Errno %ld] %s", -error,
                        file_port_error((int)-error));
    }
    return vm_raise(exception, "[Errno %ld] %s: %R", -error,
                    file_port_error((int)-error), name);
}

/* "r+b" … to flags of the port; false: no mode. */
static bool parse_mode(const uint8_t *p, uint32_t n, unsigned *flags, bool *bytes)
{
    unsigned kinds = 0;
    *flags = 0;
    *bytes = false;
    for (uint32_t i = 0; i < n; i++) {
        unsigned add = p[i] == 'r'   ? FILE_READ
                       : p[i] == 'w' ? FILE_WRITE | FILE_TRUNCATE | FILE_CREATE
                       : p[i] == 'a' ? FILE_WRITE | FILE_APPEND | FILE_CREATE
                       : p[i] == 'x' ? FILE_WRITE | FILE_NEW
                       : p[i] == '+' ? FILE_READ | FILE_WRITE
                                     : 0;
        kinds += add != 0 && p[i] != '+';
        *bytes |= p[i] == 'b';
        *flags |= add;
        if (add == 0 && p[i] != 'b' && p[i] != 't') {
            return false;
        }
    }
    return kinds == 1;
}

err_t file_open(PObject *path, PObject *mode, PObject **res)
{
    unsigned flags = FILE_READ;
    bool bytes = false;
    char name[256];
    if (!IS_OBJ(path, PSTRING) || (mode && !IS_OBJ(mode, PSTRING))) {
        bool bad_path = !IS_OBJ(path, PSTRING);
        return vm_raise(ERR_TYPE_EXC,
                        bad_path ? "expected str, bytes or os.PathLike object, not %s"
                                 : "open() argument 'mode' must be str, not %s",
                        type_name_of(bad_path ? path : mode));
    }
    if (mode && !parse_mode(str_data(mode), str_bytes(mode), &flags, &bytes)) {
        return vm_raise(ERR_VALUE_EXC, "invalid mode: %R", mode);
    }
    if (str_bytes(path) >= sizeof name) {
        return vm_raise(ERR_OSERROR_EXC, "file name too long");
    }
    memcpy(name, str_data(path), str_bytes(path));
    name[str_bytes(path)] = '\0';
    if (strlen(name) != str_bytes(path)) {
        return vm_raise(ERR_VALUE_EXC, "embedded null byte");
    }
    PFileObject *f = gc_new(PFILE, POBJ_HASHABLE | (bytes ? FILE_BYTES : 0), sizeof *f);
    if (f == NULL) {
        return ERR_MEMORY_EXC;
    }
    f->name = path;
    int handle = file_port_open(name, flags);
    if (handle < 0) {
        return os_error(handle, path);
    }
    f->handle = (uint32_t)handle + 1;
    *res = (PObject *)f;
    return ERR_OK;
}

static err_t check_open(PFileObject *f)
{
    return f->handle ? ERR_OK
                     : vm_raise(ERR_VALUE_EXC, "I/O operation on closed file.");
}

static err_t give(PFileObject *f, text_t *out, PObject **res)
{
    if (!(f->header.flags & FILE_BYTES)) {
        return text_take(out, res);
    }
    if (out->err) {
        return out->err;
    }
    *res = (PObject *)bytes_new(out->length ? out->data : "", (uint32_t)out->length);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

/* Makes sure that something is ahead; *end: nothing is left in the file. */
static err_t look_ahead(PFileObject *f, bool *end)
{
    *end = false;
    if (f->start < f->header.length) {
        return ERR_OK;
    }
    if (f->ahead == NULL && (f->ahead = gc_new_buffer(AHEAD, false)) == NULL) {
        return ERR_MEMORY_EXC;
    }
    long n = file_port_read((int)f->handle - 1, f->ahead->buffer, AHEAD);
    f->start = 0;
    f->header.length = n > 0 ? (uint32_t)n : 0;
    *end = n == 0;
    return n < 0 ? os_error(n, NULL) : ERR_OK;
}

/*
 * How many of the n bytes at p to take. *limit: units that are still wanted, code
 * points or bytes (-1: all). *done: what follows is not wanted; as long as a code point
 * may go on that is not known.
 */
static uint32_t wanted(const PFileObject *f, const uint8_t *p, uint32_t n, bool line,
                       int64_t *limit, bool *done)
{
    bool bytes = f->header.flags & FILE_BYTES;
    if (*limit < 0) {
        const uint8_t *newline = line ? memchr(p, '\n', n) : NULL;
        *done = newline != NULL;
        return newline ? (uint32_t)(newline - p) + 1 : n;
    }
    for (uint32_t i = 0; i < n; i++) {
        bool begins = bytes || (p[i] & 0xC0) != 0x80;
        if (begins && (*limit)-- == 0) {
            *done = true;
            return i;
        }
        if (line && p[i] == '\n') {
            *done = true;
            return i + 1;
        }
    }
    *done = bytes && *limit == 0;
    return n;
}

/* Up to `limit` units (-1: all), or with `line` up to a line's end. */
static err_t read_into(PFileObject *f, int64_t limit, bool line, text_t *out)
{
    bool end = false, done = limit == 0;
    err_t err = check_open(f);
    while (err == ERR_OK && !done) {
        err = look_ahead(f, &end);
        if (err || end) {
            return err;
        }
        const uint8_t *p = (uint8_t *)f->ahead->buffer + f->start;
        uint32_t n = wanted(f, p, f->header.length - f->start, line, &limit, &done);
        err = text_add(out, p, n);
        f->start += n;
    }
    return err;
}

static err_t read_method(int nargs, PObject *self, PObject **args, bool line,
                         PObject **res)
{
    PFileObject *f = (PFileObject *)self;
    int64_t limit = -1;
    char memory[128];
    text_t out;
    err_t err = nargs > 0 && !IS_NONE(args[0]) ? obj_index(args[0], &limit) : ERR_OK;
    text_init(&out, memory, sizeof memory);
    err = err ? err : read_into(f, limit < 0 ? -1 : limit, line, &out);
    return err ? err : give(f, &out, res);
}

static err_t m_read(int nargs, PObject *self, PObject **args, PObject **res)
{
    return read_method(nargs, self, args, false, res);
}

static err_t m_readline(int nargs, PObject *self, PObject **args, PObject **res)
{
    return read_method(nargs, self, args, true, res);
}

static err_t m_readlines(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    err_t err = check_open((PFileObject *)self);
    return err ? err : list_from_iterable(self, (PList **)res);
}

/* Gives back what was read ahead: the port stands where the program does. */
static err_t drop_ahead(PFileObject *f)
{
    long unread = (long)f->header.length - (long)f->start, at = 0;
    f->header.length = f->start = 0;
    if (unread > 0) {
        at = file_port_seek((int)f->handle - 1, -unread, SEEK_FROM_HERE);
    }
    return at < 0 ? os_error(at, NULL) : ERR_OK;
}

static err_t seek(PFileObject *f, int64_t offset, int whence, PObject **res)
{
    err_t err = check_open(f);
    err = err ? err : drop_ahead(f);
    if (err) {
        return err;
    }
    if (offset != (long)offset) {
        return vm_raise(ERR_OVERFLOW_EXC, "the offset is too big");
    }
    long at = file_port_seek((int)f->handle - 1, (long)offset, whence);
    if (at < 0) {
        return os_error(at, NULL);
    }
    *res = int_new(at);
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t m_seek(int nargs, PObject *self, PObject **args, PObject **res)
{
    int64_t offset, whence = SEEK_FROM_START;
    err_t err = obj_index(args[0], &offset);
    if (err == ERR_OK && nargs > 1) {
        err = obj_index(args[1], &whence);
    }
    if (err) {
        return err;
    }
    if (whence < SEEK_FROM_START || whence > SEEK_FROM_END) {
        return vm_raise(ERR_VALUE_EXC, "invalid whence (%d, should be 0, 1 or 2)",
                        (int)whence);
    }
    return seek((PFileObject *)self, offset, (int)whence, res);
}

static err_t m_tell(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    return seek((PFileObject *)self, 0, SEEK_FROM_HERE, res);
}

static err_t m_write(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs;
    PFileObject *f = (PFileObject *)self;
    bool bytes = f->header.flags & FILE_BYTES;
    const uint8_t *data;
    uint32_t n;
    err_t err = check_open(f);
    if (err == ERR_OK && bytes) {
        err = bytes_like(args[0], &data, &n);
    } else if (err == ERR_OK && !IS_OBJ(args[0], PSTRING)) {
        err = vm_raise(ERR_TYPE_EXC, "write() argument must be str, not %s",
                       type_name_of(args[0]));
    } else if (err == ERR_OK) {
        data = str_data(args[0]);
        n = str_bytes(args[0]);
    }
    err = err ? err : drop_ahead(f);
    if (err) {
        return err;
    }
    *res = int_new(bytes ? n : str_length(args[0]));
    while (n > 0) {
        long done = file_port_write((int)f->handle - 1, data, n);
        if (done < 0) {
            return os_error(done, NULL);
        }
        data += done;
        n -= (uint32_t)done;
    }
    return *res ? ERR_OK : ERR_MEMORY_EXC;
}

static err_t write_item(void *file, PObject *item)
{
    PObject *ignored;
    return m_write(1, file, &item, &ignored);
}

static err_t m_writelines(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)res;
    err_t err = check_open((PFileObject *)self);
    return err ? err : iter_for_each(args[0], write_item, self);
}

static err_t m_close(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    PFileObject *f = (PFileObject *)self;
    *res = P_NONE;
    if (f->handle == 0) {
        return ERR_OK;
    }
    int error = file_port_close((int)f->handle - 1);
    f->handle = 0;
    return error < 0 ? os_error(error, NULL) : ERR_OK;
}

static err_t m_flush(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    *res = P_NONE;
    return check_open((PFileObject *)self);
}

static err_t m_enter(int nargs, PObject *self, PObject **args, PObject **res)
{
    (void)nargs, (void)args;
    *res = self;
    return check_open((PFileObject *)self);
}

static err_t file_iter(PObject *self, PObject **res)
{
    *res = self;
    return check_open((PFileObject *)self);
}

static err_t file_next(PObject *self, PObject **res)
{
    err_t err = read_method(0, self, NULL, true, res);
    if (err == ERR_OK && (*res)->header.length == 0) {
        *res = NULL;
    }
    return err;
}

static err_t file_getattr(PObject *self, uint16_t name, PObject **res)
{
    PFileObject *f = (PFileObject *)self;
    *res = name == NAME_name     ? f->name
           : name == NAME_closed ? PBOOL_NEW(f->handle == 0)
                                 : NULL;
    return ERR_OK;
}

static err_t file_repr(PObject *self, text_t *out)
{
    return text_addf(out, "<file %R>", ((PFileObject *)self)->name);
}

static const type_method_t methods[] = {
    {NAME___enter__, 0, 0, m_enter, NULL},
    {NAME___exit__, 3, 3, m_close, NULL},
    {NAME_close, 0, 0, m_close, NULL},
    {NAME_flush, 0, 0, m_flush, NULL},
    {NAME_write, 1, 1, m_write, NULL},
    {NAME_read, 0, 1, m_read, NULL},
    {NAME_readline, 0, 1, m_readline, NULL},
    {NAME_readlines, 0, 0, m_readlines, NULL},
    {NAME_writelines, 1, 1, m_writelines, NULL},
    {NAME_seek, 1, 2, m_seek, NULL},
    {NAME_tell, 0, 0, m_tell, NULL},
};

const type_ops_t file_ops = {.repr = file_repr,
                             .iter = file_iter,
                             .next = file_next,
                             .getattr = file_getattr,
                             .methods = methods,
                             .nmethods = sizeof methods / sizeof *methods};
