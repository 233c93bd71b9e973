/* SPDX-License-Identifier: MIT */
/*
 * image.h -- the image of a whole program: what the compiler writes and the VM runs in
 * place.
 *
 * All integers are little-endian; "off" is a byte offset from the start of the image;
 * sections are 8-aligned. Words are values or pointers of header.word_bytes (4 or 8)
 * bytes. Every word that holds an address is listed in the relocation table: it holds
 * an offset from the image's start plus link_base, and whoever places the image
 * elsewhere adds the difference. Nothing else is ever written.
 *
 *   header · code table · codes · constant table · constant objects · native table ·
 * natives · class table · classes · module table · module symbols · exception table ·
 * name table · needs · debug · strings · relocations
 *
 * A constant is a word: a tagged value, or a pointer to an object in the image with the
 * heap's own layout (header of 8 bytes: u32 length, u8 type, u8 flags, u16 aux;
 * layout.def). Constants are shared by the whole program, equal ones are stored once.
 */
#ifndef FORMAT_IMAGE_H
#define FORMAT_IMAGE_H

#include <stdint.h>

#define IMAGE_MAGIC 0x474D495Au /* "ZIMG" */
#define IMAGE_NONE 0xFFFFu      /* no such index */

typedef struct image_header {
    uint32_t magic;
    uint32_t fingerprint; /* of opcodes.def, names.def, builtins.def, types.def,
                             layout.def: fingerprint.h */
    uint32_t length;      /* bytes, this header included */
    uint32_t crc;         /* CRC-32 (IEEE 802.3) of the image with this field and
                             link_base zero and unrelocated words */
    uint64_t link_base;
    uint8_t word_bytes;
    uint8_t reserved;
    uint16_t
        resources; /* constant: a tuple of name, bytes, name, bytes …; IMAGE_NONE */
    uint32_t ncodes, codes;     /* u32 off of each image_code */
    uint32_t nconsts, consts;   /* words */
    uint32_t nnatives, natives; /* u32 off of each image_native */
    uint32_t nclasses, classes; /* u32 off of each image_class */
    uint32_t nmodules, modules; /* image_module rows; row 0 is the main program */
    uint32_t nexcs,
        excs; /* image_exc rows of the program's own exceptions, ascending by name */
    uint32_t nnames, names;    /* u32 off of the NUL-terminated text of each name from
                                  NAME_FIRST_USER */
    uint32_t nneeds, needs;    /* image_need rows: native modules that must be loaded */
    uint32_t nglobals;         /* slots */
    uint32_t debug, debug_len; /* image_debug, or 0 when stripped */
    uint32_t nrelocs, relocs;  /* u32 off of each word that holds an address */
} image_header_t;

/* Flags of a code object. */
enum {
    CODE_VARARGS = 1,   /* *args: one tuple, in the local after the keyword-only ones */
    CODE_VARKW = 2,     /* **kwargs: one dict, in the local after that */
    CODE_GENERATOR = 4, /* a call makes a generator */
    CODE_CLASS_BODY = 8,
    CODE_HANDLERS = 16, /* has exception rows */
};

/*
 * A code object, 4-aligned. Behind it: u16 parameter names [nparams + nkwonly + varargs
 * + varkw], then nhandlers image_handler rows, then the bytecode at `start`.
 *
 * Locals: parameters · keyword-only · *args · **kwargs · other locals · cells · free
 * cells. The last ncells + nfree slots hold cells: calling makes the ncells new ones
 * (empty: a captured parameter is stored by the code's first instructions) and copies
 * the nfree ones from the function's tuple. Only opcodes with a `d` field may name
 * those slots, and they name nothing else.
 */
typedef struct image_code {
    uint16_t name;   /* number of the function's name */
    uint16_t module; /* row of the module table */
    uint8_t nparams; /* positional, positional-only ones included */
    uint8_t nposonly;
    uint8_t nkwonly;
    uint8_t flags;
    uint8_t nlocals; /* all slots, parameters and cells included */
    uint8_t ncells;
    uint8_t nfree;
    uint8_t reserved;
    uint16_t stack; /* deepest operand stack */
    uint16_t nhandlers;
    uint16_t start;    /* offset of the bytecode from this struct */
    uint16_t length;   /* bytes of bytecode */
    uint16_t index;    /* own row in the code table */
    uint16_t qualname; /* constant: a str such as "Sensor.read.<locals>.f" */
} image_code_t;

/*
 * Where an exception raised in [start, end) goes on: offsets into the bytecode. Inner
 * rows stand before outer ones. The operand stack is cut to `depth` values and the
 * exception is pushed.
 */
typedef struct image_handler {
    uint16_t start, end, target, depth;
} image_handler_t;

enum {
    NATIVE_VARARGS = 1, /* the last parameter gets one tuple */
    NATIVE_METHOD = 2,  /* declared in a class body: called bound, the object is `self`
                           and not in args */
    NATIVE_VARKW = 4,   /* and after it one dict */
};

/*
 * A native that the program binds: its Python-side signature. Behind it: u16 parameter
 * names [nparams + nkwonly], then u16 constant index of each default [nparams +
 * nkwonly] (IMAGE_NONE: required). Parameters exclude `self` of methods.
 */
typedef struct image_native {
    uint32_t symbol; /* off of the C symbol's text */
    uint16_t need; /* row of the needs table, IMAGE_NONE: any module or the VM itself */
    uint16_t name;
    uint8_t nparams;
    uint8_t nposonly;
    uint8_t nkwonly;
    uint8_t flags;
    uint32_t reserved;
} image_native_t;

enum {
    CLASS_EXCEPTION =
        1,            /* derives from an exception: `number` is its row in the tree */
    CLASS_NATIVE = 2, /* embeds a C struct: `symbol` */
    CLASS_SLOTS = 4,  /* __slots__: no other attributes */
};

/*
 * A class statement. Behind it: u16 names of the attributes that the body assigns
 * [nattrs], in the order of locals 1 …, then u16 names of the instance attributes that
 * the class's own code assigns [nslots].
 */
typedef struct image_class {
    uint16_t name;
    uint16_t flags;
    uint16_t nattrs;
    uint16_t nslots;
    uint16_t number; /* exception number, or IMAGE_NONE */
    uint16_t module;
    uint16_t qualname; /* constant */
    uint16_t need;     /* of a native class, or IMAGE_NONE */
    uint32_t symbol;   /* off of the C class symbol's text, or 0 */
} image_class_t;

typedef struct image_module {
    uint16_t name; /* "pkg.mod" is one name */
    uint16_t code; /* body: a code object without parameters */
    uint16_t nsyms;
    uint16_t file; /* constant: the source's path as given to the compiler */
    uint32_t syms; /* off of nsyms pairs u16 name, u16 global: for attribute access on
                      the module object */
} image_module_t;

typedef struct image_exc {
    uint16_t name; /* its number: a user name */
    uint16_t parent;
    uint16_t message; /* constant str that new_exception gave, or IMAGE_NONE */
    uint16_t module;  /* row of the module that defines it */
} image_exc_t;

/* A native module: `name` is its text's off, `crc` the CRC-32 of its native table's
 * signature (0: not checked). */
typedef struct image_need {
    uint32_t name;
    uint32_t crc;
} image_need_t;

/* Line table of one code: `nrows` rows ascending by pc. It stays on the host. */
typedef struct image_debug {
    uint32_t codes; /* off of u32 off of each code's image_lines */
} image_debug_t;

typedef struct image_line {
    uint32_t line; /* 1-based */
    uint16_t pc;   /* first byte of bytecode of that line */
    uint16_t col;  /* 1-based, bytes */
} image_line_t;

typedef struct image_lines {
    uint32_t file;       /* off of the path's text */
    uint32_t first_line; /* of the def */
    uint32_t locals; /* off of u32 off of the name of each of the code's nlocals slots,
                        0 for unnamed ones */
    uint32_t nrows;
    /* image_line_t rows[nrows] */
} image_lines_t;

#endif
