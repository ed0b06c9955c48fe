// A wall clock that is off, and jumps: preloaded into a process, whose other clocks stay as they are.
// CHAOS_CLOCK is "SECONDS" off from the start, or "SECONDS@AFTER": off from so many seconds of the process's time on.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

typedef int (*clock_function)(clockid_t, struct timespec *);

static clock_function real_clock(void) {
    static clock_function found;
    if (!found) found = (clock_function)dlsym(RTLD_NEXT, "clock_gettime");
    return found;
}

static double now(void) {
    struct timespec time;
    real_clock()(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static double begin;

__attribute__((constructor)) static void note_begin(void) { begin = now(); }

static time_t displacement(void) {
    const char *setting = getenv("CHAOS_CLOCK");
    if (!setting) return 0;
    const char *after = strchr(setting, '@');
    return after && now() - begin < atof(after + 1) ? 0 : atoll(setting);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = real_clock()(clock, time);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += displacement();
    return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    struct timespec precise;
    (void)zone;
    if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
    time->tv_sec = precise.tv_sec;
    time->tv_usec = precise.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *out) {
    struct timespec precise;
    clock_gettime(CLOCK_REALTIME, &precise);
    if (out) *out = precise.tv_sec;
    return precise.tv_sec;
}
