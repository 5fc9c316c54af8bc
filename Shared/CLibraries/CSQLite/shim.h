#include <sqlite3.h>

// sqlite3_config takes a variable number of arguments, which Swift does not call.
static inline int daybook_sqlite_keeps_no_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
