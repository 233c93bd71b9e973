/* SPDX-License-Identifier: MIT */
/*
 * zvm_image.c -- the VM of a host board without its compiler: runs images. `zvm-native
 * run --board host32` compiles and starts it.
 */
#include "cli.h"
#include "diag.h"
#include "file.h"
#include "host.h"
#include "natives.h"
#include "path.h"

#include <stdio.h>

typedef struct options {
    host_options_t host;
    bool version;
} options_t;

static const opt_row_t rows[] = {
    HOST_ROWS(options_t, host),
    {"version", 'V', OPT_FLAG, NULL, "print the version", offsetof(options_t, version)},
    {0},
};

static const opt_command_t command = {
    .name = "zvm-host32",
    .arguments = "APP.zimg [ARGUMENT...]",
    .summary = "run an image with values of 4 bytes",
    .rows = rows,
    .least = 0,
    .most = -1,
    .stop = true,
};

static int run(arena_t *a, options_t *o, const opt_list_t *arguments)
{
    char *image;
    size_t len;
    if (o->version) {
        puts("zvm-host32 " ZVM_VERSION);
        return EXIT_GOOD;
    }
    if (!arguments->len) {
        diag_error(NULL, DIAG_usage, "zvm-host32 APP.zimg", "no image given");
        return EXIT_USAGE;
    }
    const char *path = arguments->items[0];
    ARENA_PUSH(a, &o->host.natives, path_dir(a, path));
    natives_set_folders(o->host.natives.items, o->host.natives.len);
    if (!file_read(a, path, &image, &len)) {
        return EXIT_INPUT;
    }
    return host_run(a, &o->host, image, len, path, arguments, 1);
}

int main(int argc, char **argv)
{
    arena_t *a = arena_new();
    options_t options = {0};
    opt_list_t arguments = {0};
    diag_set_program("zvm-host32");
    opts_result_t parsed =
        opts_parse(a, &command, argc, argv, &options, &arguments);
    int status = parsed == OPTS_HELP  ? EXIT_GOOD
                 : parsed == OPTS_BAD ? EXIT_USAGE
                                      : run(a, &options, &arguments);
    arena_free(a);
    return status;
}
