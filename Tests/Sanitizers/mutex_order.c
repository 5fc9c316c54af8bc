// Tells ThreadSanitizer what it cannot see: that Swift's Mutex orders threads also when it waits.
//
// The way of a Mutex that is free is compiled into our code, with its atomics, and ThreadSanitizer follows it.
// The way of one that is held is in libswiftSynchronization, which is not instrumented: it waits in
// futex(2), and what the holder did would seem to race with what the one who waited does. This library,
// loaded before the others, stands in front of those three functions. Self comes in the register that
// swift_context names, and is the address of the lock's word, the same that the compiled atomics use.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *self

// Weak: the programs that start the tests have this library loaded too, and no ThreadSanitizer.
extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void lock(uint32_t thread, SELF) __asm__(LOCK);
SWIFT _Bool try_lock(SELF) __asm__(TRY_LOCK);
SWIFT void unlock(SELF) __asm__(UNLOCK);

typedef SWIFT void (*Lock)(uint32_t thread, SELF);
typedef SWIFT _Bool (*TryLock)(SELF);
typedef SWIFT void (*Unlock)(SELF);

static Lock original_lock;
static TryLock original_try_lock;
static Unlock original_unlock;

__attribute__((constructor)) static void find_originals(void) {
  original_lock = (Lock)dlsym(RTLD_NEXT, LOCK);
  original_try_lock = (TryLock)dlsym(RTLD_NEXT, TRY_LOCK);
  original_unlock = (Unlock)dlsym(RTLD_NEXT, UNLOCK);
}

SWIFT void lock(uint32_t thread, SELF) {
  original_lock(thread, self);
  if (__tsan_acquire) __tsan_acquire(self);
}

SWIFT _Bool try_lock(SELF) {
  _Bool locked = original_try_lock(self);
  if (locked && __tsan_acquire) __tsan_acquire(self);
  return locked;
}

SWIFT void unlock(SELF) {
  if (__tsan_release) __tsan_release(self);
  original_unlock(self);
}
