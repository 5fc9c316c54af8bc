#include "fault_vfs.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { vfs_limit = 256, operation_count = 2, table_limit = 8 };

typedef struct {
  atomic_llong count;
  // A call fails while first <= its number < last.
  atomic_llong first, last;
  atomic_int code;
} fault;

// The method table that a file of ours points to. The original stands behind it, so that a method
// finds both from the file alone.
typedef struct {
  sqlite3_io_methods methods;
  const sqlite3_io_methods *original;
  fault *faults;
} method_table;

typedef struct {
  sqlite3_vfs vfs;
  fault faults[operation_count];
  _Atomic(method_table *) tables[table_limit];
} fault_vfs;

static _Atomic(fault_vfs *) registered[vfs_limit];
static atomic_int registered_count;

static const method_table *table_of(sqlite3_file *file) { return (const method_table *)file->pMethods; }

static int fails(fault *fault) {
  long long number = atomic_fetch_add(&fault->count, 1);
  int in_range = number >= atomic_load(&fault->first) && number < atomic_load(&fault->last);
  return in_range ? atomic_load(&fault->code) : SQLITE_OK;
}

static int fault_xWrite(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  const method_table *table = table_of(file);
  int code = fails(&table->faults[fault_write]);
  return code != SQLITE_OK ? code : table->original->xWrite(file, bytes, count, offset);
}

static int fault_xSync(sqlite3_file *file, int flags) {
  const method_table *table = table_of(file);
  int code = fails(&table->faults[fault_sync]);
  return code != SQLITE_OK ? code : table->original->xSync(file, flags);
}

static const sqlite3_io_methods *wrapped(fault_vfs *self, const sqlite3_io_methods *original) {
  for (int index = 0; index < table_limit; index++) {
    method_table *table = atomic_load(&self->tables[index]);
    if (table == NULL) {
      method_table *fresh = calloc(1, sizeof *fresh);
      if (fresh == NULL) return original;
      fresh->methods = *original;
      fresh->methods.xWrite = fault_xWrite;
      fresh->methods.xSync = fault_xSync;
      fresh->original = original;
      fresh->faults = self->faults;
      method_table *expected = NULL;
      if (atomic_compare_exchange_strong(&self->tables[index], &expected, fresh)) return &fresh->methods;
      free(fresh);
      table = expected;
    }
    if (table->original == original) return &table->methods;
  }
  return original;
}

static int fault_xOpen(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  sqlite3_vfs *base = vfs->pAppData;
  int code = base->xOpen(base, name, file, flags, out);
  if (code == SQLITE_OK && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0)
    file->pMethods = wrapped((fault_vfs *)vfs, file->pMethods);
  return code;
}

int fault_vfs_register(const char *name) {
  int number = atomic_fetch_add(&registered_count, 1);
  if (number >= vfs_limit || sqlite3_initialize() != SQLITE_OK) return -1;
  sqlite3_vfs *base = sqlite3_vfs_find(NULL);
  fault_vfs *self = calloc(1, sizeof *self);
  if (base == NULL || self == NULL) return -1;
  self->vfs = *base;
  self->vfs.pNext = NULL;
  self->vfs.zName = strdup(name);
  self->vfs.pAppData = base;
  self->vfs.xOpen = fault_xOpen;
  atomic_store(&registered[number], self);
  return sqlite3_vfs_register(&self->vfs, 0) == SQLITE_OK ? number : -1;
}

int64_t fault_vfs_count(int vfs, fault_operation operation) {
  return atomic_load(&atomic_load(&registered[vfs])->faults[operation].count);
}

void fault_vfs_fail(int vfs, fault_operation operation, int code, int64_t skip, int64_t times) {
  fault *fault = &atomic_load(&registered[vfs])->faults[operation];
  atomic_store(&fault->last, 0);
  atomic_store(&fault->code, code);
  long long first = atomic_load(&fault->count) + skip;
  atomic_store(&fault->first, first);
  atomic_store(&fault->last, first + times);
}
