/* SPDX-License-Identifier: MIT */
/* fastcall.c -- the functions of bench.c as an extension of CPython, METH_FASTCALL:
 * what run.py compares with. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *py_add(PyObject *self, PyObject *const *args, Py_ssize_t n)
{
    (void)self;
    if (n != 2) {
        return PyErr_Format(PyExc_TypeError, "add expected 2 arguments");
    }
    long a = PyLong_AsLong(args[0]), b = PyLong_AsLong(args[1]);
    return (a == -1 || b == -1) && PyErr_Occurred() ? NULL : PyLong_FromLong(a + b);
}

static PyObject *py_fadd(PyObject *self, PyObject *const *args, Py_ssize_t n)
{
    (void)self;
    if (n != 2) {
        return PyErr_Format(PyExc_TypeError, "fadd expected 2 arguments");
    }
    double a = PyFloat_AsDouble(args[0]), b = PyFloat_AsDouble(args[1]);
    return (a == -1 || b == -1) && PyErr_Occurred() ? NULL : PyFloat_FromDouble(a + b);
}

static PyObject *py_slen(PyObject *self, PyObject *const *args, Py_ssize_t n)
{
    Py_ssize_t len;
    (void)self;
    if (n != 1 || !PyUnicode_AsUTF8AndSize(args[0], &len)) {
        return PyErr_Format(PyExc_TypeError, "slen expected a str");
    }
    return PyLong_FromSsize_t(len);
}

static PyObject *py_opt(PyObject *self, PyObject *const *args, Py_ssize_t n)
{
    (void)self;
    if (n != 1 && n != 2) {
        return PyErr_Format(PyExc_TypeError, "opt expected 1 or 2 arguments");
    }
    long a = PyLong_AsLong(args[0]), b = n == 2 ? PyLong_AsLong(args[1]) : 7;
    return (a == -1 || b == -1) && PyErr_Occurred() ? NULL : PyLong_FromLong(a + b);
}

static PyMethodDef methods[] = {
    {"add", (PyCFunction)(void (*)(void))py_add, METH_FASTCALL, NULL},
    {"fadd", (PyCFunction)(void (*)(void))py_fadd, METH_FASTCALL, NULL},
    {"slen", (PyCFunction)(void (*)(void))py_slen, METH_FASTCALL, NULL},
    {"opt", (PyCFunction)(void (*)(void))py_opt, METH_FASTCALL, NULL},
    {"classic", (PyCFunction)(void (*)(void))py_add, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "bench", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_bench(void)
{
    return PyModule_Create(&module);
}
