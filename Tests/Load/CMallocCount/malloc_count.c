// glibc lets a program bring its own malloc; ours counts and calls glibc's.
#include "malloc_count.h"
#include <errno.h>
#include <stddef.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static long count;
static void counted(void) { __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED); }

long malloc_count(void) { return __atomic_load_n(&count, __ATOMIC_RELAXED); }

void *malloc(size_t size) {
  counted();
  return __libc_malloc(size);
}

void *calloc(size_t items, size_t size) {
  counted();
  return __libc_calloc(items, size);
}

void *realloc(void *old, size_t size) {
  if (old == NULL) counted();
  return __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  counted();
  return __libc_memalign(alignment, size);
}

void *memalign(size_t alignment, size_t size) { return aligned_alloc(alignment, size); }

int posix_memalign(void **place, size_t alignment, size_t size) {
  void *made = aligned_alloc(alignment, size);
  if (made == NULL) return ENOMEM;
  *place = made;
  return 0;
}

void free(void *old) { __libc_free(old); }
