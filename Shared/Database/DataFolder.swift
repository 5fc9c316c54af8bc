import Glibc

/// A service's folder of data, locked for this process as long as the value lives. Two processes on
/// one SQLite file would not damage it, but each would keep grants, leases and caches of its own.
package final class DataFolder: Sendable {
  package let path: String
  private let descriptor: Int32

  /// Creates the folder (mode 0700) where it is missing, with the folders above it, and locks it.
  ///
  /// Throws `inUse` when another process has it.
  package init(_ path: String) throws(DataFolderError) {
    self.path = path
    try Self.create(path)
    let lock = path + "/lock"
    descriptor = unsafe Glibc.open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unusable(path: path, reason: Self.reason()) }
    // Held by the open file and freed by the kernel with the process, however that ends.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = Self.holder(descriptor)
      close(descriptor)
      if code == EWOULDBLOCK { throw .inUse(path: path, process: holder) }
      throw .unusable(path: path, reason: Self.reason(code))
    }
    let line = Array("\(getpid())\n".utf8)
    guard ftruncate(descriptor, 0) == 0,
      unsafe pwrite(descriptor, line, line.count, 0) == line.count
    else {
      let reason = Self.reason()
      close(descriptor)
      throw .unusable(path: path, reason: reason)
    }
  }

  deinit {
    // To close is not enough: a child between its fork and its exec has the same open file.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func create(_ path: String) throws(DataFolderError) {
    var information = stat()
    if unsafe stat(path, &information) == 0 {
      guard information.st_mode & S_IFMT == S_IFDIR else {
        throw .unusable(path: path, reason: "it is not a folder")
      }
      return
    }
    if let slash = path.dropLast().lastIndex(of: "/"), slash != path.startIndex {
      try create(String(path[..<slash]))
    }
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .unusable(path: path, reason: reason())
    }
    try syncParent(of: path)
  }

  /// Without this a power cut may take the whole folder away with all that was synced in it.
  private static func syncParent(of path: String) throws(DataFolderError) {
    let parent = unsafe Glibc.open(path + "/..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { throw .unusable(path: path, reason: reason()) }
    let synced = fsync(parent) == 0
    let code = errno
    close(parent)
    guard synced else { throw .unusable(path: path, reason: reason(code)) }
  }

  /// The process that wrote its number into the lock; nil where it has not come to that.
  private static func holder(_ descriptor: Int32) -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 20)
    let count = unsafe pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: buffer.prefix(count).prefix { $0 != 10 }, as: UTF8.self))
  }

  private static func reason(_ code: Int32 = errno) -> String {
    unsafe String(cString: strerror(code))
  }
}

/// Why a folder of data cannot be had. `inUse` passes when that process ends (its number is nil where
/// the lock does not tell it); `unusable` needs the operator.
package enum DataFolderError: Error, Equatable, CustomStringConvertible {
  case inUse(path: String, process: Int32?)
  case unusable(path: String, reason: String)

  package var description: String {
    switch self {
    case .inUse(let path, let process?): "the folder \(path) is in use by process \(process)"
    case .inUse(let path, nil): "the folder \(path) is in use by another process"
    case .unusable(let path, let reason): "the folder \(path) cannot be used: \(reason)"
    }
  }
}
