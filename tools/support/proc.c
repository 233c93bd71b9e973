/* SPDX-License-Identifier: MIT */
/*
 * proc.c -- spawns children, collects what they print, ends them on an interrupt.
 */
#define _GNU_SOURCE /* pipe2 */
#include "proc.h"

#include "diag.h"
#include "strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { JOBS_MAX = 64 };

extern char **environ;

typedef struct child {
    volatile pid_t pid; /* 0: the place is free */
    proc_t *proc;
    int pipe;
    strbuf_t text;
} child_t;

static child_t children[JOBS_MAX];
static bool verbose, dry_run, quiet;

void proc_set_verbose(bool on)
{
    verbose = on;
}

void proc_set_quiet(bool on)
{
    quiet = on;
}

void proc_set_dry_run(bool on)
{
    dry_run = on;
}

void proc_add(arena_t *a, proc_args_t *args, const char *word)
{
    ARENA_PUSH(a, args, word);
}

const char *const *proc_argv(arena_t *a, proc_args_t *args)
{
    ARENA_PUSH(a, args, NULL);
    args->len--;
    return args->items;
}

/* Quotes what a shell would take apart, so that a printed line can be pasted. */
static void add_word(strbuf_t *line, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789_-+=/.,:@%";
    if (*word && word[strspn(word, plain)] == 0) {
        strbuf_adds(line, word);
        return;
    }
    strbuf_addc(line, '\'');
    for (const char *c = word; *c; c++) {
        strbuf_adds(line, *c == '\'' ? "'\\''" : (char[]){*c, 0});
    }
    strbuf_addc(line, '\'');
}

static void print_command(const proc_t *p)
{
    strbuf_t line;
    strbuf_init(&line);
    for (const char *const *word = p->argv; *word; word++) {
        strbuf_adds(&line, line.len ? " " : "+ ");
        add_word(&line, *word);
    }
    fprintf(stderr, "%s\n", line.data);
    strbuf_free(&line);
}

/* Only async-signal-safe calls. */
static void on_interrupt(int number)
{
    for (int i = 0; i < JOBS_MAX; i++) {
        if (children[i].pid > 0) {
            kill(children[i].pid, SIGTERM);
        }
    }
    for (int i = 0; i < JOBS_MAX; i++) {
        if (children[i].pid > 0) {
            waitpid(children[i].pid, NULL, 0);
            if (children[i].proc->output) {
                unlink(children[i].proc->output);
            }
        }
    }
    signal(number, SIG_DFL);
    raise(number);
}

static const int interrupts[] = {SIGINT, SIGTERM};
enum { INTERRUPTS = sizeof interrupts / sizeof *interrupts };

/* What is ignored (a shell's background job, nohup) stays ignored. */
static void catch_interrupts(struct sigaction before[INTERRUPTS])
{
    struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = SA_RESTART};
    for (int i = 0; i < INTERRUPTS; i++) {
        sigaddset(&action.sa_mask, interrupts[i]);
    }
    for (int i = 0; i < INTERRUPTS; i++) {
        sigaction(interrupts[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN) {
            sigaction(interrupts[i], &action, NULL);
        }
    }
}

static void release_interrupts(const struct sigaction before[INTERRUPTS])
{
    for (int i = 0; i < INTERRUPTS; i++) {
        sigaction(interrupts[i], &before[i], NULL);
    }
}

static void set_interrupts_blocked(bool blocked)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigprocmask(blocked ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

/* The child starts with the signals as they were before us. */
static int spawn(child_t *c, int write_end)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attr;
    sigset_t none;
    pid_t pid = 0;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, write_end, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, write_end, STDERR_FILENO);
    posix_spawnattr_init(&attr);
    posix_spawnattr_setsigmask(&attr, &none);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK);
    int error = posix_spawnp(&pid, c->proc->argv[0], &files, &attr,
                             (char *const *)c->proc->argv, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attr);
    if (!error) {
        c->pid = pid;
    }
    return error;
}

static bool start(child_t *c, proc_t *p)
{
    int ends[2];
    p->status = -1;
    p->text = "";
    if (pipe2(ends, O_CLOEXEC) < 0) {
        diag_error(NULL, DIAG_tool_missing, NULL, "cannot start '%s': %s", p->argv[0],
                   strerror(errno));
        return false;
    }
    c->proc = p;
    c->pipe = ends[0];
    strbuf_init(&c->text);
    set_interrupts_blocked(true);
    int error = spawn(c, ends[1]);
    set_interrupts_blocked(false);
    close(ends[1]);
    if (error) {
        close(ends[0]);
        diag_error(NULL, DIAG_tool_missing,
                   "'zvm-native doctor' says which packages are missing",
                   "cannot start '%s': %s", p->argv[0], strerror(error));
    }
    return !error;
}

static void finish(arena_t *a, child_t *c)
{
    int status = 0;
    set_interrupts_blocked(true);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR) {
    }
    c->pid = 0;
    set_interrupts_blocked(false);
    close(c->pipe);
    proc_t *p = c->proc;
    p->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    p->text = arena_strndup(a, c->text.data, c->text.len);
    strbuf_free(&c->text);
    if (p->status && p->output) {
        unlink(p->output);
    }
}

/* Reads what is there; false at the end of the stream. */
static bool drain(child_t *c)
{
    char chunk[16384];
    ssize_t got = read(c->pipe, chunk, sizeof chunk);
    if (got > 0) {
        strbuf_add(&c->text, chunk, (size_t)got);
    }
    return got > 0 || (got < 0 && errno == EINTR);
}

/* Waits until a child prints or ends; the number of those that ended. */
static int wait_some(arena_t *a, bool *failed)
{
    struct pollfd fds[JOBS_MAX];
    child_t *owner[JOBS_MAX];
    nfds_t n = 0;
    int ended = 0;
    for (int i = 0; i < JOBS_MAX; i++) {
        if (children[i].pid) {
            owner[n] = &children[i];
            fds[n++] = (struct pollfd){.fd = children[i].pipe, .events = POLLIN};
        }
    }
    if (poll(fds, n, -1) < 0) {
        return 0;
    }
    for (nfds_t i = 0; i < n; i++) {
        if (fds[i].revents && !drain(owner[i])) {
            finish(a, owner[i]);
            *failed |= owner[i]->proc->status != 0;
            ended++;
        }
    }
    return ended;
}

static child_t *free_place(void)
{
    for (int i = 0; i < JOBS_MAX; i++) {
        if (!children[i].pid) {
            return &children[i];
        }
    }
    return NULL;
}

static bool pretend(proc_t *procs, int n)
{
    for (int i = 0; i < n; i++) {
        print_command(&procs[i]);
        procs[i].status = 0;
        procs[i].text = "";
    }
    return true;
}

/* The first that is not started and waits for nothing, or NULL. */
static proc_t *next_ready(proc_t *procs, int n)
{
    for (int i = 0; i < n; i++) {
        bool waits = procs[i].after && procs[i].after->status != 0;
        if (!procs[i].text && !waits) {
            return &procs[i];
        }
    }
    return NULL;
}

bool proc_run(arena_t *a, proc_t *procs, int n, int jobs)
{
    if (dry_run) {
        return pretend(procs, n);
    }
    bool failed = false;
    int running = 0;
    proc_t *next;
    for (int i = 0; i < n; i++) {
        procs[i].status = -1;
        procs[i].text = NULL;
    }
    jobs = jobs < 1 ? 1 : jobs > JOBS_MAX ? JOBS_MAX : jobs;
    struct sigaction before[INTERRUPTS];
    catch_interrupts(before);
    while ((next = failed ? NULL : next_ready(procs, n)) || running) {
        if (next && running < jobs) {
            if (verbose && !quiet) {
                print_command(next);
            }
            bool good = start(free_place(), next);
            running += good;
            failed |= !good;
            continue;
        }
        running -= wait_some(a, &failed);
    }
    release_interrupts(before);
    return !failed;
}
