import Glibc

/// An open file; closed when it is let go. Its calls block: they are made on `FileThreads`.
final class OpenFile: Sendable {
  private let descriptor: Int32

  static func reading(_ path: String) throws(ContentError) -> OpenFile {
    try OpenFile(path, O_RDONLY)
  }

  /// A new file that only its owner may read.
  static func creating(_ path: String) throws(ContentError) -> OpenFile {
    try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL)
  }

  private init(_ path: String, _ flags: Int32) throws(ContentError) {
    descriptor = unsafe open(path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(operation: "open", code: errno) }
  }

  deinit { close(descriptor) }

  func size() throws(ContentError) -> Int64 {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .system(operation: "fstat", code: errno)
    }
    return Int64(status.st_size)
  }

  func write(_ bytes: [UInt8]) throws(ContentError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      guard count > 0 else {
        guard errno == EINTR else { throw .system(operation: "write", code: errno) }
        continue
      }
      written += count
    }
  }

  /// Up to `count` bytes from where the last read ended; none at the end of the file.
  func read(_ count: Int) throws(ContentError) -> [UInt8] {
    while true {
      var failure: Int32 = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
        failure = got < 0 ? errno : 0
        length = max(0, got)
      }
      guard failure != 0 else { return bytes }
      guard failure == EINTR else { throw .system(operation: "read", code: failure) }
    }
  }

  func synchronize() throws(ContentError) {
    guard fsync(descriptor) == 0 else { throw .system(operation: "fsync", code: errno) }
  }
}

/// Calls on folders and names; they block too.
enum Files {
  /// Makes a folder that only its owner may enter; that it is there already is fine.
  static func makeFolder(_ path: String) throws(ContentError) {
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .system(operation: "mkdir", code: errno)
    }
  }

  /// Makes the names in a folder last.
  static func synchronizeFolder(_ path: String) throws(ContentError) {
    try OpenFile.reading(path).synchronize()
  }

  static func move(_ path: String, to target: String) throws(ContentError) {
    guard unsafe rename(path, target) == 0 else {
      throw .system(operation: "rename", code: errno)
    }
  }

  /// - Returns: whether there was a file.
  @discardableResult
  static func remove(_ path: String) throws(ContentError) -> Bool {
    if unsafe unlink(path) == 0 { return true }
    guard errno == ENOENT else { throw .system(operation: "unlink", code: errno) }
    return false
  }

  struct Status {
    let size: Int64
    /// Microseconds since 1970.
    let modified: Int64
    let isFolder: Bool
  }

  /// Nil where there is nothing of that name.
  static func status(_ path: String) throws(ContentError) -> Status? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      guard errno == ENOENT else { throw .system(operation: "stat", code: errno) }
      return nil
    }
    let modified = Int64(status.st_mtim.tv_sec) * 1_000_000 + Int64(status.st_mtim.tv_nsec) / 1000
    return Status(
      size: Int64(status.st_size), modified: modified, isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }

  /// The names in a folder, in no order; none where there is no such folder.
  static func names(in path: String) throws(ContentError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      guard errno == ENOENT else { throw .system(operation: "opendir", code: errno) }
      return []
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
