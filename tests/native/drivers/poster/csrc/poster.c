/* A thread in C that has functions of Python called. It never touches an object but to post it. */
#include "zerynth.h"

typedef struct job {
    PObject *fn;
    uint32_t period;
    int32_t n;
} job_t;

static volatile int32_t jobs;

static void run(void *arg)
{
    job_t *job = (job_t *)arg;
    for (int32_t i = 1; i <= job->n; i++) {
        vosThSleep(TIME_U(job->period, MILLIS));
        PObject *number = PSMALLINT_NEW(i);
        while (!vm_post(job->fn, 1, &number))
            vosThSleep(TIME_U(1, MILLIS));
    }
    vosThSleep(TIME_U(job->period, MILLIS));
    PObject *text = (PObject *)pstring_new(4, (uint8_t *)"last");
    vm_post(job->fn, 1, &text);
    gc_unkeep(&job->fn, 1);
    gc_free(job);
    vosSysLock();
    jobs--;
    vosSysUnlock();
}

C_NATIVE(_poster_start)
{
    C_NATIVE_UNWARN();
    int32_t period, n;

    if (nargs != 3 || parse_py_args("ii", nargs - 1, args + 1, &period, &n) != 2)
        return ERR_TYPE_EXC;
    job_t *job = gc_malloc(sizeof(job_t));
    if (!job)
        return ERR_MEMORY_EXC;
    job->fn = args[0];
    job->period = period;
    job->n = n;
    GCM_KEEP(job->fn);
    VThread th = vosThCreate(1024, VOS_PRIO_HIGH, run, job, NULL);
    if (!th)
        return ERR_MEMORY_EXC;
    vosSysLock();
    jobs++;
    vosSysUnlock();
    vosThResume(th);
    return ERR_OK;
}

C_NATIVE(_poster_left)
{
    C_NATIVE_UNWARN();
    *res = PSMALLINT_NEW(jobs);
    return ERR_OK;
}
