/* SPDX-License-Identifier: MIT */
/*
 * board.c -- reads board files and starts their VMs.
 */
#include "board.h"

#include "diag.h"
#include "file.h"
#include "json.h"
#include "path.h"
#include "sdk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define EMULATOR_HINT                                                                  \
    "sudo apt-get install qemu-user, which has '" BOARD_HOST_EMULATOR                  \
    "' to run them, or use a kernel with CONFIG_IA32_EMULATION"

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void board_names(arena_t *a, opt_list_t *out)
{
    const char *folder = sdk_path(a, "boards");
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        const char *name = arena_strdup(a, e->d_name);
        if (name[0] != '.' &&
            file_exists(arena_printf(a, "%s/%s/board.json", folder, name))) {
            ARENA_PUSH(a, out, name);
        }
    }
    if (dir) {
        closedir(dir);
    }
    if (out->len) {
        qsort(out->items, (size_t)out->len, sizeof *out->items, by_name);
    }
}

static bool check_known(arena_t *a, const char *name)
{
    opt_list_t names = {0};
    if (file_exists(sdk_path(a, arena_printf(a, "boards/%s/board.json", name)))) {
        return true;
    }
    board_names(a, &names);
    const char *nearest = diag_nearest(name, names.items, names.len);
    diag_error(NULL, DIAG_unknown_board,
               nearest ? arena_printf(a, "did you mean '%s'?", nearest)
                       : "'zvm-native boards' lists them",
               "unknown board '%s'", name);
    return false;
}

static void read_words(arena_t *a, const cJSON *json, const char *key, opt_list_t *out)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(json, key))
    {
        if (cJSON_IsString(item)) {
            ARENA_PUSH(a, out, arena_strdup(a, item->valuestring));
        }
    }
}

static const char *read_text(arena_t *a, const cJSON *json, const char *key,
                             const char *otherwise)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, key);
    return cJSON_IsString(item) ? arena_strdup(a, item->valuestring) : otherwise;
}

static void read_memory(arena_t *a, const cJSON *json, board_t *out)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(json, "memory"))
    {
        const cJSON *start = cJSON_GetObjectItemCaseSensitive(item, "start");
        const cJSON *size = cJSON_GetObjectItemCaseSensitive(item, "size");
        board_memory_t m = {
            .name = read_text(a, item, "name", ""),
            .start = cJSON_IsNumber(start) ? (uint64_t)start->valuedouble : 0,
            .size = cJSON_IsNumber(size) ? (uint64_t)size->valuedouble : 0,
        };
        ARENA_PUSH(a, &out->memory, m);
    }
}

static void read_chip(arena_t *a, const cJSON *json, board_t *out)
{
    const cJSON *packages = cJSON_GetObjectItemCaseSensitive(json, "packages");
    out->compiler = read_text(a, json, "compiler", NULL);
    out->target = read_text(a, json, "target", NULL);
    read_words(a, json, "emulator", &out->emulator);
    read_words(a, packages, "compiler", &out->compiler_packages);
    read_words(a, packages, "emulator", &out->emulator_packages);
    read_memory(a, json, out);
    if (out->target && strncmp(out->target, "riscv32", 7) == 0 && !out->ldflags.len) {
        ARENA_PUSH(a, &out->ldflags, "-m"); /* ld's own default is RV64 */
        ARENA_PUSH(a, &out->ldflags, "elf32lriscv");
    }
}

bool board_read(arena_t *a, const char *name, board_t *out)
{
    const char *text;
    *out = (board_t){.name = name ? name : "host", .word = 8};
    if (!check_known(a, out->name)) {
        return false;
    }
    const char *path = sdk_path(a, arena_printf(a, "boards/%s/board.json", out->name));
    cJSON *json = json_read(a, path, &text);
    if (!json) {
        return false;
    }
    const cJSON *word = cJSON_GetObjectItemCaseSensitive(json, "word");
    out->word = cJSON_IsNumber(word) ? word->valueint : out->word;
    out->vm = read_text(a, json, "vm", "zvm");
    out->tag = read_text(a, json, "tag", "");
    read_words(a, json, "cflags", &out->cflags);
    read_words(a, json, "ldflags", &out->ldflags);
    read_chip(a, json, out);
    cJSON_Delete(json);
    return true;
}

/* ---- starting ---- */

/* The answer of a child that tries. */
bool board_kernel_runs(const char *program)
{
    pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        execl(program, program, "--version", (char *)NULL);
        _exit(errno == ENOEXEC ? 126 : 0);
    }
    int status;
    return child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) ||
           WEXITSTATUS(status) != 126;
}

static const char *const *through_emulator(arena_t *a, const char **argv)
{
    const char *emulator = path_find_command(a, BOARD_HOST_EMULATOR);
    int n = 0;
    while (argv[n]) {
        n++;
    }
    if (!emulator) {
        diag_error(NULL, DIAG_tool_missing, EMULATOR_HINT,
                   "this kernel cannot run '%s'", argv[0]);
        return NULL;
    }
    const char **longer = ARENA_ARRAY(a, const char *, n + 2);
    longer[0] = emulator;
    memcpy(longer + 1, argv, (size_t)(n + 1) * sizeof *argv);
    return longer;
}

const char *const *board_command(arena_t *a, const board_t *b, const char **argv)
{
    argv[0] = sdk_program(a, b->vm);
    if (!file_exists(argv[0])) {
        diag_error(NULL, DIAG_tool_missing,
                   "'make host32' makes it; it needs gcc-multilib",
                   "board '%s' has no VM: there is no '%s'", b->name, argv[0]);
        return NULL;
    }
    if (b->word == (int)sizeof(void *) || board_kernel_runs(argv[0])) {
        return argv;
    }
    return through_emulator(a, argv);
}
