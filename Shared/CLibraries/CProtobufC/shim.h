#include <protobuf-c/protobuf-c.h>

// A place of each thread's own, which Swift has no word for. pthread_getspecific takes 40 instructions.
static inline void *_Nullable *_Nonnull daybook_thread_arena(void) {
  static _Thread_local void *arena;
  return &arena;
}
