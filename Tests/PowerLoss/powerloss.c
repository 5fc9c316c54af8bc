// Remembers what a process made durable, and nothing else: preload it (LD_PRELOAD), kill the process, and
// restore.py puts the folder back as a power cut would have left it in the worst case.
//
//   write, pwrite, ftruncate   change the file, and are noted as not yet durable
//   fsync, fdatasync           of a file: its bytes as they are now are durable
//                              of a folder: its names as they are now are durable
//   rename, unlink, mkdir      change the folder, and are durable when the folder is synced
//
// A file whose own bytes were never synced comes back empty, a name whose folder was not synced not at all,
// whatever was done to the other. Only what lies below POWERLOSS_ROOT is watched. What is durable is written to
// POWERLOSS_SHADOW as it happens, so that a kill -9 at any moment finds it there:
//
//   f<id>   the durable bytes of a file
//   d<id>   the durable names of a folder, a line each: f|d <id> <mode, octal> <name>; the root is d1
//   intact  for each id 8 bytes: the inode of the file that still is what f<id> says, 0 once it was changed
//
// A process that finds a shadow goes on with it, after restore.py: what a power cut costs is what was changed since
// the one before, not all that there is.
//
// POWERLOSS_DROP and POWERLOSS_DROP_FOLDERS are patterns of paths (fnmatch) whose syncs, or whose folders' syncs,
// are answered and forgotten: what a missing fsync looks like.
//
// Another process may change the folder too, and sync what it did: it connects to POWERLOSS_SHADOW/sync, writes the
// path of a folder and a line feed, and reads a line feed when the folder's names are durable.
//
// Not watched: memory-mapped writing (SQLite's -shm alone, which it makes anew), stdio, copies of descriptors.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct { off_t from, to; } Range;
typedef struct Node {
  dev_t device;
  ino_t number;
  unsigned long id;
  int isFolder;
  int isGone;  // Its inode may be another file's.
  Range *ranges;
  size_t count, room;
  off_t cutTo;  // The shortest it has been since the last sync; -1: not cut.
  struct Node *next;
} Node;

enum { DESCRIPTORS = 1 << 16, BUCKETS = 1 << 14, NODES = 1 << 22 };
static Node *opened[DESCRIPTORS];
static char dropped[DESCRIPTORS];
static Node *buckets[BUCKETS];
static unsigned long lastID;
static uint64_t *intact;
static char root[PATH_MAX], shadow[PATH_MAX];
static const char *drop, *dropFolders;
static size_t rootLength;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(result, name, ...)                       \
  static result (*real_##name)(__VA_ARGS__);          \
  static void load_##name(void) {                     \
    if (!real_##name) *(void **)&real_##name = dlsym(RTLD_NEXT, #name); \
  }
REAL(int, openat, int, const char *, int, ...)
REAL(int, close, int)
REAL(ssize_t, write, int, const void *, size_t)
REAL(ssize_t, writev, int, const struct iovec *, int)
REAL(ssize_t, pwrite, int, const void *, size_t, off_t)
REAL(int, ftruncate, int, off_t)
REAL(int, fsync, int)
REAL(int, fdatasync, int)
REAL(int, renameat, int, const char *, int, const char *)
REAL(int, unlinkat, int, const char *, int)
REAL(int, mkdirat, int, const char *, mode_t)

static void fail(const char *what) {
  fprintf(stderr, "powerloss: %s: %s\n", what, strerror(errno));
  abort();
}

static Node **place(dev_t device, ino_t number) {
  Node **at = &buckets[(number * 2654435761u ^ device) % BUCKETS];
  while (*at && ((*at)->number != number || (*at)->device != device)) at = &(*at)->next;
  return at;
}

static Node *add(const struct stat *status, unsigned long id) {
  Node *node = calloc(1, sizeof *node);
  if (!node || id >= NODES) fail("memory");
  node->device = status->st_dev;
  node->number = status->st_ino;
  node->id = id;
  intact[id] = 0;
  if (id > lastID) lastID = id;
  node->isFolder = S_ISDIR(status->st_mode);
  node->cutTo = -1;
  Node **at = place(status->st_dev, status->st_ino);
  node->next = *at;
  *at = node;
  return node;
}

static Node *known(const struct stat *status) {
  Node **at = place(status->st_dev, status->st_ino);
  return *at ? *at : add(status, lastID + 1);
}

// The file's number may be another file's from now on; who has it open keeps it.
static void forget(const struct stat *status) {
  Node **at = place(status->st_dev, status->st_ino);
  if (!*at) return;
  intact[(*at)->id] = 0;
  (*at)->isGone = 1;
  *at = (*at)->next;
}

// Before the change, so that a kill between the two is no mistake.
static void changes(const struct stat *status) {
  Node *node = *place(status->st_dev, status->st_ino);
  if (node) intact[node->id] = 0;
}

static int openShadow(char kind, unsigned long id, const char *suffix, int flags) {
  char path[PATH_MAX + 64];
  snprintf(path, sizeof path, "%s/%c%lu%s", shadow, kind, id, suffix);
  int file = real_openat(AT_FDCWD, path, flags | O_CLOEXEC, 0600);
  if (file < 0) fail(path);
  return file;
}

static void copy(int from, int to, off_t start, off_t end) {
  char buffer[1 << 16];
  while (start < end) {
    size_t want = end - start < (off_t)sizeof buffer ? (size_t)(end - start) : sizeof buffer;
    ssize_t count = pread(from, buffer, want, start);
    if (count <= 0) return;
    if (real_pwrite(to, buffer, count, start) != count) fail("writing what is durable");
    start += count;
  }
}

static void keepFile(Node *node, int file) {
  struct stat status;
  // SQLite syncs through descriptors that may be for writing only.
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  int from = real_openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  if (from < 0 || fstat(file, &status)) fail("reading what is durable");
  int to = openShadow('f', node->id, "", O_WRONLY | O_CREAT);
  if (node->cutTo >= 0 && real_ftruncate(to, node->cutTo)) fail("cutting");
  if (real_ftruncate(to, status.st_size)) fail("cutting");
  for (size_t i = 0; i < node->count; i++) copy(from, to, node->ranges[i].from, node->ranges[i].to);
  node->count = 0;
  node->cutTo = -1;
  if (!node->isGone) intact[node->id] = node->number;
  real_close(from);
  real_close(to);
}

static void keepFolder(Node *node, int folder) {
  int again = real_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *stream = again < 0 ? NULL : fdopendir(again);
  if (!stream) fail("listing a folder");
  int to = openShadow('d', node->id, ".new", O_WRONLY | O_CREAT | O_TRUNC);
  struct dirent *entry;
  while ((entry = readdir(stream))) {
    struct stat status;
    char line[NAME_MAX + 64];
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    if (fstatat(again, entry->d_name, &status, AT_SYMLINK_NOFOLLOW)) continue;
    int length = snprintf(line, sizeof line, "%c %lu %o %s\n", S_ISDIR(status.st_mode) ? 'd' : 'f',
                          known(&status)->id, (unsigned)(status.st_mode & 07777), entry->d_name);
    if (real_write(to, line, length) != length) fail("writing a folder's names");
  }
  closedir(stream);
  real_close(to);
  char from[PATH_MAX + 64], target[PATH_MAX + 64];
  snprintf(from, sizeof from, "%s/d%lu.new", shadow, node->id);
  snprintf(target, sizeof target, "%s/d%lu", shadow, node->id);
  if (real_renameat(AT_FDCWD, from, AT_FDCWD, target)) fail(target);
}

// What is there at the start has survived: the machine has just come up.
static void keepAll(int folder) {
  struct stat status;
  if (fstat(folder, &status)) fail("root");
  Node *node = known(&status);
  int again = real_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *stream = again < 0 ? NULL : fdopendir(again);
  if (!stream) fail("root");
  struct dirent *entry;
  while ((entry = readdir(stream))) {
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    if (fstatat(again, entry->d_name, &status, AT_SYMLINK_NOFOLLOW)) continue;
    if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)) continue;
    int file = real_openat(again, entry->d_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) fail(entry->d_name);
    if (S_ISDIR(status.st_mode)) {
      keepAll(file);
    } else {
      int to = openShadow('f', known(&status)->id, "", O_WRONLY | O_CREAT | O_TRUNC);
      copy(file, to, 0, status.st_size);
      intact[known(&status)->id] = status.st_ino;
      real_close(to);
    }
    real_close(file);
  }
  keepFolder(node, again);
  closedir(stream);
}

// restore.py has put all below the folder back to what the shadow says.
static void adoptAll(int folder, unsigned long id) {
  struct stat status;
  char path[PATH_MAX + 64], line[NAME_MAX + 64];
  if (fstat(folder, &status)) fail("root");
  add(&status, id);
  snprintf(path, sizeof path, "%s/d%lu", shadow, id);
  FILE *names = fopen(path, "re");
  // One that was never synced has none.
  while (names && fgets(line, sizeof line, names)) {
    unsigned long child;
    char kind;
    int name;
    if (sscanf(line, "%c %lu %*o %n", &kind, &child, &name) != 2) fail(path);
    line[strcspn(line, "\n")] = 0;
    if (kind == 'd') {
      int file = real_openat(folder, line + name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
      if (file < 0) fail(line);
      adoptAll(file, child);
      real_close(file);
    } else {
      if (fstatat(folder, line + name, &status, AT_SYMLINK_NOFOLLOW)) fail(line);
      add(&status, child);
      snprintf(path, sizeof path, "%s/f%lu", shadow, child);
      if (!access(path, F_OK)) intact[child] = status.st_ino;
    }
  }
  if (names) fclose(names);
}

static void openDoor(void);

__attribute__((constructor)) static void begin(void) {
  load_openat(); load_close(); load_write(); load_writev(); load_pwrite(); load_ftruncate(); load_fsync();
  load_fdatasync(); load_renameat(); load_unlinkat(); load_mkdirat();
  const char *place = getenv("POWERLOSS_ROOT"), *keep = getenv("POWERLOSS_SHADOW");
  drop = getenv("POWERLOSS_DROP");
  dropFolders = getenv("POWERLOSS_DROP_FOLDERS");
  if (!place || !keep) return;
  if (!realpath(place, root) || !realpath(keep, shadow)) fail("POWERLOSS_ROOT, POWERLOSS_SHADOW");
  int folder = real_openat(AT_FDCWD, root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) fail(root);
  char first[PATH_MAX + 64];
  snprintf(first, sizeof first, "%s/intact", shadow);
  int table = real_openat(AT_FDCWD, first, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (table < 0 || real_ftruncate(table, NODES * sizeof *intact)) fail(first);
  intact = mmap(NULL, NODES * sizeof *intact, PROT_READ | PROT_WRITE, MAP_SHARED, table, 0);
  if (intact == MAP_FAILED) fail(first);
  real_close(table);
  snprintf(first, sizeof first, "%s/d1", shadow);
  access(first, F_OK) ? keepAll(folder) : adoptAll(folder, 1);
  real_close(folder);
  rootLength = strlen(root);
  openDoor();
}

// A line read from whoever connects is a folder to sync.
static void *listenForOthers(void *unused) {
  int door = *(int *)unused;
  for (;;) {
    int guest = accept(door, NULL, NULL);
    if (guest < 0) continue;
    char path[PATH_MAX];
    size_t length = 0;
    ssize_t count;
    while (length < sizeof path - 1 && (count = read(guest, path + length, sizeof path - 1 - length)) > 0) {
      length += count;
      if (path[length - 1] != '\n') continue;
      path[length - 1] = 0;
      int folder = real_openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      struct stat status;
      if (folder >= 0 && !fstat(folder, &status)) {
        pthread_mutex_lock(&lock);
        keepFolder(known(&status), folder);
        pthread_mutex_unlock(&lock);
      }
      if (folder >= 0) real_close(folder);
      if (real_write(guest, "\n", 1) != 1) break;
      length = 0;
    }
    real_close(guest);
  }
  return NULL;
}

static void openDoor(void) {
  static int door;
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (snprintf(address.sun_path, sizeof address.sun_path, "%s/sync", shadow) >= (int)sizeof address.sun_path)
    fail("POWERLOSS_SHADOW is too long");
  door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (door < 0 || bind(door, (struct sockaddr *)&address, sizeof address) || listen(door, 8)) fail(address.sun_path);
  // The program's signals are not for this thread.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  if (pthread_create(&thread, NULL, listenForOthers, &door)) fail("thread");
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

// Under the lock.
static void watch(int file, int isNew) {
  char link[64], path[PATH_MAX];
  if (file >= DESCRIPTORS) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  struct stat status;
  int inside = length >= (ssize_t)rootLength && !strncmp(path, root, rootLength)
    && (length == (ssize_t)rootLength || path[rootLength] == '/')
    && !fstat(file, &status) && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
  opened[file] = NULL;
  if (inside) {
    path[length] = 0;
    if (isNew) forget(&status);
    opened[file] = known(&status);
    dropped[file] = (drop && !fnmatch(drop, path, 0))
      || (dropFolders && S_ISDIR(status.st_mode) && !fnmatch(dropFolders, path, 0));
  }
}

// What changes names holds the lock: a number that is free again may be another thread's next file, and a listing
// that meets a rename may see neither name.
static int openAndWatch(int folder, const char *path, int flags, mode_t mode) {
  struct stat before;
  load_openat();
  if (!rootLength) return real_openat(folder, path, flags, mode);
  int alters = flags & (O_CREAT | O_TRUNC);
  int isNew = 0;
  if (alters) {
    pthread_mutex_lock(&lock);
    if (fstatat(folder, path, &before, AT_SYMLINK_NOFOLLOW)) isNew = errno == ENOENT;
    else if (flags & O_TRUNC) changes(&before);
  }
  int file = real_openat(folder, path, flags, mode);
  int code = errno;
  if (!alters) pthread_mutex_lock(&lock);
  if (file >= 0) {
    watch(file, isNew);
    if ((flags & O_TRUNC) && file < DESCRIPTORS && opened[file]) opened[file]->cutTo = 0;
  }
  pthread_mutex_unlock(&lock);
  errno = code;
  return file;
}

#define MODE(flags) ({ mode_t m = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list l; va_start(l, flags); m = va_arg(l, mode_t); va_end(l); } m; })
int open(const char *path, int flags, ...) { return openAndWatch(AT_FDCWD, path, flags, MODE(flags)); }
int open64(const char *path, int flags, ...) { return openAndWatch(AT_FDCWD, path, flags, MODE(flags)); }
int openat(int folder, const char *path, int flags, ...) { return openAndWatch(folder, path, flags, MODE(flags)); }
int openat64(int folder, const char *path, int flags, ...) { return openAndWatch(folder, path, flags, MODE(flags)); }

int close(int file) {
  load_close();
  if (file >= 0 && file < DESCRIPTORS && opened[file]) {
    pthread_mutex_lock(&lock);
    opened[file] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return real_close(file);
}

static int isWatched(int file) { return file >= 0 && file < DESCRIPTORS && opened[file]; }

// What is opened[file] may have been closed since it was looked at without the lock.
static void changesFile(int file) {
  if (opened[file]) intact[opened[file]->id] = 0;
}

static void note(int file, off_t from, ssize_t count) {
  Node *node = opened[file];
  if (!node || count <= 0 || from < 0) return;
  Range *last = node->count ? &node->ranges[node->count - 1] : NULL;
  if (last && last->to == from) {
    last->to += count;
    return;
  }
  if (node->count == node->room) {
    node->room = node->room ? 2 * node->room : 16;
    node->ranges = realloc(node->ranges, node->room * sizeof(Range));
    if (!node->ranges) fail("memory");
  }
  node->ranges[node->count++] = (Range){from, from + count};
}

// The position after a write at the file's own place: also right for O_APPEND.
#define AT_POSITION(call)                                             \
  if (!isWatched(file)) return call;                                  \
  pthread_mutex_lock(&lock);                                          \
  changesFile(file);                                                  \
  ssize_t count = call;                                               \
  int code = errno;                                                   \
  if (count > 0) note(file, lseek(file, 0, SEEK_CUR) - count, count); \
  pthread_mutex_unlock(&lock);                                        \
  errno = code;                                                       \
  return count;

ssize_t write(int file, const void *bytes, size_t size) { load_write(); AT_POSITION(real_write(file, bytes, size)) }
ssize_t writev(int file, const struct iovec *parts, int size) { load_writev(); AT_POSITION(real_writev(file, parts, size)) }

ssize_t pwrite(int file, const void *bytes, size_t size, off_t from) {
  load_pwrite();
  if (!isWatched(file)) return real_pwrite(file, bytes, size, from);
  pthread_mutex_lock(&lock);
  changesFile(file);
  ssize_t count = real_pwrite(file, bytes, size, from);
  int code = errno;
  note(file, from, count);
  pthread_mutex_unlock(&lock);
  errno = code;
  return count;
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off_t from) { return pwrite(file, bytes, size, from); }

int ftruncate(int file, off_t size) {
  load_ftruncate();
  if (!isWatched(file)) return real_ftruncate(file, size);
  pthread_mutex_lock(&lock);
  changesFile(file);
  int result = real_ftruncate(file, size);
  int code = errno;
  Node *node = opened[file];
  if (!result && node && (node->cutTo < 0 || size < node->cutTo)) node->cutTo = size;
  pthread_mutex_unlock(&lock);
  errno = code;
  return result;
}
int ftruncate64(int file, off_t size) { return ftruncate(file, size); }

static int keep(int file, int (*synchronise)(int)) {
  if (!isWatched(file)) return synchronise(file);
  // The disk itself is not asked: what counts is kept.
  pthread_mutex_lock(&lock);
  Node *node = opened[file];
  if (node && !dropped[file]) node->isFolder ? keepFolder(node, file) : keepFile(node, file);
  pthread_mutex_unlock(&lock);
  return 0;
}
int fsync(int file) { load_fsync(); return keep(file, real_fsync); }
int fdatasync(int file) { load_fdatasync(); return keep(file, real_fdatasync); }

int renameat(int fromFolder, const char *from, int toFolder, const char *to) {
  struct stat before;
  load_renameat();
  if (!rootLength) return real_renameat(fromFolder, from, toFolder, to);
  pthread_mutex_lock(&lock);
  int replaces = !fstatat(toFolder, to, &before, AT_SYMLINK_NOFOLLOW) && before.st_nlink == 1;
  int result = real_renameat(fromFolder, from, toFolder, to);
  int code = errno;
  if (!result && replaces) forget(&before);
  pthread_mutex_unlock(&lock);
  errno = code;
  return result;
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int unlinkat(int folder, const char *path, int flags) {
  struct stat before;
  load_unlinkat();
  if (!rootLength) return real_unlinkat(folder, path, flags);
  pthread_mutex_lock(&lock);
  int isLast = !fstatat(folder, path, &before, AT_SYMLINK_NOFOLLOW)
    && (S_ISDIR(before.st_mode) || before.st_nlink == 1);
  int result = real_unlinkat(folder, path, flags);
  int code = errno;
  if (!result && isLast) forget(&before);
  pthread_mutex_unlock(&lock);
  errno = code;
  return result;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int folder, const char *path, mode_t mode) {
  struct stat made;
  load_mkdirat();
  if (!rootLength) return real_mkdirat(folder, path, mode);
  pthread_mutex_lock(&lock);
  int result = real_mkdirat(folder, path, mode);
  int code = errno;
  // Its number may have been that of something that another process removed.
  if (!result && !fstatat(folder, path, &made, AT_SYMLINK_NOFOLLOW)) forget(&made);
  pthread_mutex_unlock(&lock);
  errno = code;
  return result;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
