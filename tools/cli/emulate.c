/* SPDX-License-Identifier: MIT */
/*
 * emulate.c -- starts the emulator, carries its output, and judges how it ended.
 */
#define _GNU_SOURCE /* pipe2 */
#include "emulate.h"

#include "decode.h"
#include "diag.h"
#include "strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void emulate_command(arena_t *a, const board_t *board, const emulate_options_t *o,
                     const firmware_t *f, proc_args_t *args)
{
    const char *const fixed[] = {"-nodefaults", "-display", "none",
                                 "-semihosting-config", "enable=on,target=native"};
    for (int i = 0; i < board->emulator.len; i++) {
        proc_add(a, args, board->emulator.items[i]);
    }
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
        proc_add(a, args, fixed[i]);
    }
    if (o->icount) {
        proc_add(a, args, "-icount");
        proc_add(a, args, arena_printf(a, "shift=%s", o->icount));
    }
    for (int i = 0; i < o->emulator.len; i++) {
        proc_add(a, args, o->emulator.items[i]);
    }
    if (f->slots) {
        proc_add(a, args, "-device");
        proc_add(a, args, arena_printf(a, "loader,file=%s", f->slots));
    }
    proc_add(a, args, "-kernel");
    proc_add(a, args, f->elf);
}

/* ---- the process ---- */

static volatile pid_t child;
static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
    interrupted = number;
    if (child > 0) {
        kill(child, SIGTERM);
    }
}

static void become(const char *const *argv, const int out[2], const int err[2],
                   bool input)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    if (!input) {
        dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    }
    dup2(out[1], STDOUT_FILENO);
    dup2(err[1], STDERR_FILENO);
    execvp(argv[0], (char *const *)argv);
    _exit(127);
}

/* Both streams of the child; false: reported. */
static bool start(const char *const *argv, bool input, int *out, int *err)
{
    int outs[2], errs[2];
    if (pipe2(outs, O_CLOEXEC) < 0 || pipe2(errs, O_CLOEXEC) < 0 ||
        (child = fork()) < 0) {
        diag_error(NULL, DIAG_tool_missing, NULL, "cannot start '%s': %s", argv[0],
                   strerror(errno));
        return false;
    }
    if (child == 0) {
        become(argv, outs, errs, input);
    }
    close(outs[1]);
    close(errs[1]);
    *out = outs[0];
    *err = errs[0];
    return true;
}

/* ---- what it prints ---- */

/* True of QEMU's machines, and of no interest. */
static bool is_noise(const char *line)
{
    return strstr(line, "Timer with period zero, disabling") ||
           strstr(line, "has no peer") || strstr(line, "terminating on signal");
}

/* Passes the emulator's own messages on, line by line. */
static void pass_errors(arena_t *a, strbuf_t *held, const char **fatal)
{
    char *start = held->data, *newline;
    while ((newline = strchr(start, '\n'))) {
        *newline = 0;
        if (strstr(start, "fatal: ") && !*fatal) {
            *fatal = arena_strdup(a, strstr(start, "fatal: ") + strlen("fatal: "));
        } else if (!*fatal && !is_noise(start)) {
            fprintf(stderr, "%s\n", start);
        }
        start = newline + 1;
    }
    char *rest = arena_strdup(a, start);
    strbuf_clear(held);
    strbuf_adds(held, rest);
}

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000ll + t.tv_nsec / 1000000;
}

typedef struct streams {
    arena_t *a;
    decode_t *decode;
    strbuf_t errors;
    const char *fatal; /* QEMU's last words */
    bool late;         /* the time was up */
} streams_t;

/* False: the stream has ended. */
static bool carry(streams_t *s, int fd, bool errors)
{
    char chunk[4096];
    ssize_t n = read(fd, chunk, sizeof chunk);
    if (n > 0 && errors) {
        strbuf_add(&s->errors, chunk, (size_t)n);
        pass_errors(s->a, &s->errors, &s->fatal);
    } else if (n > 0) {
        decode_feed(s->decode, chunk, (size_t)n);
    }
    return n > 0 || (n < 0 && errno == EINTR);
}

static void carry_all(streams_t *s, int out, int err, int timeout)
{
    struct pollfd fds[] = {{.fd = out, .events = POLLIN},
                           {.fd = err, .events = POLLIN}};
    long long end = now_ms() + timeout * 1000ll;
    while (fds[0].fd >= 0 || fds[1].fd >= 0) {
        long long left = timeout && !s->late ? end - now_ms() : -1;
        if (timeout && !s->late && left <= 0) {
            s->late = true;
            kill(child, SIGTERM);
            continue;
        }
        if (poll(fds, 2, (int)left) < 0) {
            continue;
        }
        for (int i = 0; i < 2; i++) {
            if (fds[i].revents && !carry(s, fds[i].fd, i == 1)) {
                fds[i].fd = -1;
            }
        }
    }
}

/* ---- how it ended ---- */

static int judge(const board_t *board, const streams_t *s, int status, int timeout)
{
    const char *emulator = board->emulator.items[0];
    if (s->late) {
        diag_error(NULL, DIAG_emulator, NULL, "the program still ran after %d seconds",
                   timeout);
    } else if (WIFSIGNALED(status)) {
        diag_error(NULL, DIAG_emulator, s->fatal, "'%s' was ended by signal %d (%s)",
                   emulator, WTERMSIG(status), strsignal(WTERMSIG(status)));
    } else if (WEXITSTATUS(status) == 127) {
        diag_error(NULL, DIAG_tool_missing, NULL, "cannot start '%s'", emulator);
    } else {
        return WEXITSTATUS(status);
    }
    return -1;
}

int emulate_run(arena_t *a, const board_t *board, const emulate_options_t *o,
                const firmware_t *f, bool input,
                void (*put)(void *context, const char *text, size_t len), void *context)
{
    decode_job_t job = {f->image, f->elf, board_tool(a, board, "addr2line"), put,
                        context};
    streams_t s = {.a = a, .decode = decode_new(a, &job)};
    proc_args_t args = {0};
    int out, err, status = 0;
    if (!s.decode) {
        return -1;
    }
    strbuf_init(&s.errors);
    emulate_command(a, board, o, f, &args);
    proc_add(a, &args, "-serial");
    proc_add(a, &args, "stdio");
    struct sigaction action = {.sa_handler = on_interrupt}, before[2];
    sigaction(SIGINT, &action, &before[0]);
    sigaction(SIGTERM, &action, &before[1]);
    bool good = start(proc_argv(a, &args), input, &out, &err);
    if (good) {
        carry_all(&s, out, err, o->timeout);
        close(out);
        close(err);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        decode_end(s.decode);
    }
    child = 0;
    sigaction(SIGINT, &before[0], NULL);
    sigaction(SIGTERM, &before[1], NULL);
    strbuf_free(&s.errors);
    if (interrupted) {
        fflush(NULL);
        signal(interrupted, SIG_DFL);
        raise(interrupted);
    }
    return good ? judge(board, &s, status, o->timeout) : -1;
}
