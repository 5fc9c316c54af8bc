// An SQLite VFS over the default one that counts writes and syncs and makes chosen ones fail, for
// the tests of what the database does when the disk does not.
#ifndef DAYBOOK_FAULT_VFS_H
#define DAYBOOK_FAULT_VFS_H

#include <stdint.h>

typedef enum { fault_write = 0, fault_sync = 1 } fault_operation;

// Registers a VFS under `name`, which is copied, and returns its number; -1 when there are too many.
int fault_vfs_register(const char *name);

// How often the operation was called on database and log files.
int64_t fault_vfs_count(int vfs, fault_operation operation);

// After `skip` more calls of the operation the next `times` fail with the SQLite code `code`.
void fault_vfs_fail(int vfs, fault_operation operation, int code, int64_t skip, int64_t times);

#endif
