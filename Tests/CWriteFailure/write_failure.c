// What counts as a write: whatever changes a file or a folder. See write_failure.h.
#ifdef __linux__
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long done;
static long failing_at = -1;
static int stays;
static const char *count_file;

__attribute__((constructor)) static void begin(void) {
  const char *at = getenv("WRITE_FAILURE_AT");
  if (at) failing_at = atol(at);
  stays = getenv("WRITE_FAILURE_STAYS") != NULL;
  count_file = getenv("WRITE_FAILURE_COUNT");
}

__attribute__((destructor)) static void end(void) {
  if (!count_file) return;
  FILE *file = fopen(count_file, "w");
  if (!file) return;
  fprintf(file, "%ld\n", (long)atomic_load(&done));
  fclose(file);
}

// Whether this write fails; `takes_space` if a full disk would refuse it.
static int fails(int takes_space) {
  long number = atomic_fetch_add(&done, 1) + 1;
  if (number == failing_at || (stays && takes_space && failing_at > 0 && number > failing_at)) {
    errno = ENOSPC;
    return 1;
  }
  return 0;
}

// Standard streams, pipes and the like are no files that a run keeps.
static int is_kept(int descriptor) {
  struct stat info;
  return descriptor > 2 && fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
}

#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int d, const void *b, size_t n) {
  NEXT(write);
  return is_kept(d) && fails(1) ? -1 : next(d, b, n);
}
ssize_t pwrite(int d, const void *b, size_t n, off_t o) {
  NEXT(pwrite);
  return is_kept(d) && fails(1) ? -1 : next(d, b, n, o);
}
ssize_t pwrite64(int d, const void *b, size_t n, off64_t o) {
  NEXT(pwrite64);
  return is_kept(d) && fails(1) ? -1 : next(d, b, n, o);
}
int fsync(int d) {
  NEXT(fsync);
  return fails(0) ? -1 : next(d);
}
int fdatasync(int d) {
  NEXT(fdatasync);
  return fails(0) ? -1 : next(d);
}
int ftruncate(int d, off_t n) {
  NEXT(ftruncate);
  return fails(0) ? -1 : next(d, n);
}
int ftruncate64(int d, off64_t n) {
  NEXT(ftruncate64);
  return fails(0) ? -1 : next(d, n);
}
int rename(const char *a, const char *b) {
  NEXT(rename);
  return fails(0) ? -1 : next(a, b);
}
int link(const char *a, const char *b) {
  NEXT(link);
  return fails(1) ? -1 : next(a, b);
}
int mkdir(const char *p, mode_t m) {
  NEXT(mkdir);
  return fails(1) ? -1 : next(p, m);
}

#define OPENING(name)                                                   \
  int name(const char *p, int flags, ...) {                             \
    NEXT(name);                                                         \
    va_list rest;                                                       \
    va_start(rest, flags);                                              \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                       \
    return flags & O_CREAT && fails(1) ? -1 : next(p, flags, mode);     \
  }
OPENING(open)
OPENING(open64)
#endif
