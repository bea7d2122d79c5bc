/* Gives one process clocks of its own: LD_PRELOAD=clock_shim.so CLOCK_SHIFT=FILE program.

   FILE holds two int64, the nanoseconds that the process's CLOCK_REALTIME and CLOCK_BOOTTIME are ahead of the real ones.
   It is mapped, so that whoever writes it sets the clocks of the running process: the first alone is what a person does
   who sets the clock, both together are a suspend. CLOCK_MONOTONIC stays as it is, as it does then.

   A timer file expires when the shifted clock says so. When the shift of the wall clock changes, one on CLOCK_REALTIME
   does what the kernel does for TFD_TIMER_CANCEL_ON_SET: it becomes readable, and reading it, or arming it anew, fails
   with ECANCELED. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL
#define MOST_FILES 4096
#define LOOK_EVERY_NS 10000000L

enum { NONE, WALL, BOOT };

struct timer_file {
    int clock;                  /* WALL, BOOT, or NONE for what is no timer file of these */
    int64_t at;                 /* the absolute nanosecond that it was armed for, 0 for none */
    int hears_of_sets;          /* armed with TFD_TIMER_CANCEL_ON_SET */
    int was_set;                /* and the clock was set since */
};

static int (*real_gettime)(clockid_t, struct timespec *);
static int (*real_create)(int, int);
static int (*real_settime)(int, int, const struct itimerspec *, struct itimerspec *);
static ssize_t (*real_read)(int, void *, size_t);
static int (*real_close)(int);
static _Atomic int64_t *shifts;
static struct timer_file files[MOST_FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int64_t shift_of(int clock) { return shifts ? atomic_load(&shifts[clock == BOOT]) : 0; }

static int64_t in_ns(struct timespec time) { return time.tv_sec * SECOND + time.tv_nsec; }

static struct timespec in_timespec(int64_t ns) {
    struct timespec time = {ns / SECOND, ns % SECOND};
    return time;
}

static struct timer_file *timer_file(int fd) {
    return fd >= 0 && fd < MOST_FILES && files[fd].clock ? &files[fd] : NULL;
}

/* Arms the kernel's timer for a nanosecond of the shifted clock. */
static int arm(int fd, int flags, int64_t at, struct itimerspec *before) {
    int64_t real = at - shift_of(files[fd].clock);
    struct itimerspec spec = {{0, 0}, in_timespec(real > 0 ? real : 1)};
    return real_settime(fd, flags | TFD_TIMER_ABSTIME, &spec, before);
}

static void follow(int fd, int wall_was_set) {
    struct timer_file *file = &files[fd];
    if (file->clock == BOOT && file->at) arm(fd, 0, file->at, NULL);
    if (file->clock == WALL && file->hears_of_sets && wall_was_set) {
        file->was_set = 1;
        arm(fd, 0, 1, NULL);    /* readable at once */
    }
}

static void *watch(void *unused) {
    (void)unused;
    struct timespec pause = {0, LOOK_EVERY_NS};
    int64_t wall = shift_of(WALL), boot = shift_of(BOOT);
    for (;; nanosleep(&pause, NULL)) {
        int64_t wall_now = shift_of(WALL), boot_now = shift_of(BOOT);
        if (wall_now == wall && boot_now == boot) continue;
        pthread_mutex_lock(&lock);
        for (int fd = 0; fd < MOST_FILES; fd++)
            if (files[fd].clock) follow(fd, wall_now != wall);
        pthread_mutex_unlock(&lock);
        wall = wall_now;
        boot = boot_now;
    }
    return NULL;
}

__attribute__((constructor)) static void begin(void) {
    real_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    real_create = dlsym(RTLD_NEXT, "timerfd_create");
    real_settime = dlsym(RTLD_NEXT, "timerfd_settime");
    real_read = dlsym(RTLD_NEXT, "read");
    real_close = dlsym(RTLD_NEXT, "close");
    const char *path = getenv("CLOCK_SHIFT");
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0) return;
    void *mapped = mmap(NULL, 2 * sizeof(int64_t), PROT_READ, MAP_SHARED, fd, 0);
    real_close(fd);
    if (mapped == MAP_FAILED) return;
    shifts = mapped;
    /* The signals are the program's: its threads answer them, this one never does. */
    sigset_t all, before;
    pthread_t thread;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    if (pthread_create(&thread, NULL, watch, NULL) == 0) pthread_detach(thread);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (!real_gettime) real_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real_gettime(clock, time);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        *time = in_timespec(in_ns(*time) + shift_of(WALL));
    if (result == 0 && clock == CLOCK_BOOTTIME) *time = in_timespec(in_ns(*time) + shift_of(BOOT));
    return result;
}

int gettimeofday(struct timeval *time, void *zone) {
    (void)zone;
    struct timespec now;
    int result = clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return result;
}

time_t time(time_t *where) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (where) *where = now.tv_sec;
    return now.tv_sec;
}

int timerfd_create(int clock, int flags) {
    int fd = real_create(clock, flags);
    if (fd >= 0 && fd < MOST_FILES) {
        pthread_mutex_lock(&lock);
        memset(&files[fd], 0, sizeof files[fd]);
        files[fd].clock = clock == CLOCK_REALTIME ? WALL : clock == CLOCK_BOOTTIME ? BOOT : NONE;
        pthread_mutex_unlock(&lock);
    }
    return fd;
}

int timerfd_settime(int fd, int flags, const struct itimerspec *wanted, struct itimerspec *before) {
    pthread_mutex_lock(&lock);
    struct timer_file *file = timer_file(fd);
    int64_t at = in_ns(wanted->it_value);
    int was_set = file && file->was_set, shifted = file && at && (flags & TFD_TIMER_ABSTIME);
    if (file) {
        file->at = shifted ? at : 0;
        file->was_set = 0;
        file->hears_of_sets = (flags & TFD_TIMER_CANCEL_ON_SET) != 0;
    }
    int result = shifted ? arm(fd, flags, at, before) : real_settime(fd, flags, wanted, before);
    pthread_mutex_unlock(&lock);
    if (result == 0 && was_set) {
        errno = ECANCELED;
        return -1;
    }
    return result;
}

ssize_t read(int fd, void *buffer, size_t length) {
    if (!real_read) real_read = dlsym(RTLD_NEXT, "read");
    pthread_mutex_lock(&lock);
    struct timer_file *file = timer_file(fd);
    int was_set = file && file->was_set;
    if (was_set) file->was_set = 0;
    pthread_mutex_unlock(&lock);
    ssize_t result = real_read(fd, buffer, length);
    if (was_set) {
        errno = ECANCELED;
        return -1;
    }
    return result;
}

int close(int fd) {
    if (!real_close) real_close = dlsym(RTLD_NEXT, "close");
    pthread_mutex_lock(&lock);
    if (fd >= 0 && fd < MOST_FILES) files[fd].clock = NONE;
    pthread_mutex_unlock(&lock);
    return real_close(fd);
}
