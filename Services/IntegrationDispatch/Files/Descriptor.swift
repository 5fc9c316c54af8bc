import Glibc

/// A call to the file system that failed.
struct SystemError: Error, Equatable, CustomStringConvertible {
  let operation: String
  let code: Int32

  init(_ operation: String, code: Int32 = errno) {
    self.operation = operation
    self.code = code
  }

  var isMissing: Bool { code == ENOENT }
  var reason: String { unsafe String(cString: strerror(code)) }
  var description: String { "\(operation): \(reason)" }
}

/// An open file or folder; closed when it is let go. Its calls block: make them on `Blocking`.
final class Descriptor: Sendable {
  private let number: Int32

  /// - Parameters:
  ///   - folder: Where a relative path starts; nil for an absolute path.
  ///   - mode: Of a file that is made.
  init(
    _ path: String, in folder: Descriptor? = nil, _ flags: Int32, mode: mode_t = 0o600
  ) throws(SystemError) {
    number = unsafe openat(folder?.number ?? AT_FDCWD, path, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw SystemError("open") }
  }

  deinit { close(number) }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno != EINTR { throw SystemError("write") }
      written += max(0, count)
    }
  }

  /// Up to `count` bytes from where the last read ended; none at the end of the file.
  func read(_ count: Int) throws(SystemError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    while true {
      let got = unsafe Glibc.read(number, &buffer, count)
      if got >= 0 { return Array(buffer.prefix(got)) }
      guard errno == EINTR else { throw SystemError("read") }
    }
  }

  /// Makes the content of a file, or the names in a folder, last.
  func synchronize() throws(SystemError) {
    guard fsync(number) == 0 else { throw SystemError("fsync") }
  }

  /// Keeps a byte from everybody who locks it by another open of the file, until this one is let go,
  /// and over NFS too. False where another has it. The byte need not be there.
  func lock(byteAt offset: Int64) throws(SystemError) -> Bool {
    // F_OFD_SETLK, which Glibc's module leaves out; the same number on all machines. A lock of the
    // process (F_SETLK) would not keep out another attempt of the same process.
    let setLock: Int32 = 37
    var range = flock()
    range.l_type = Int16(F_WRLCK)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = __off_t(offset)
    range.l_len = 1
    while true {
      if unsafe fcntl(number, setLock, &range) == 0 { return true }
      switch errno {
      case EAGAIN, EACCES: return false
      case EINTR: continue
      default: throw SystemError(Self.lockOperation)
      }
    }
  }

  /// The operation of an error that `lock` throws.
  static let lockOperation = "lock"

  /// The status of the open file itself.
  func status() throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw SystemError("stat") }
    return status
  }
}

/// Names in an open folder.
extension Descriptor {
  /// The folder of that name, never through a link.
  func folder(_ name: String) throws(SystemError) -> Descriptor {
    try Descriptor(name, in: self, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }

  /// Makes a folder; that it is there already is fine.
  func makeFolder(_ name: String) throws(SystemError) {
    guard unsafe mkdirat(number, name, 0o755) == 0 || errno == EEXIST else {
      throw SystemError("mkdir")
    }
  }

  func has(_ name: String) throws(SystemError) -> Bool {
    var status = stat()
    if unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return true }
    guard errno == ENOENT else { throw SystemError("stat") }
    return false
  }

  /// Replaces what has the new name.
  func rename(_ name: String, to target: String) throws(SystemError) {
    guard unsafe renameat(number, name, number, target) == 0 else { throw SystemError("rename") }
  }

  /// Gives a file a second name; what has that name already stays.
  func link(_ name: String, to target: String) throws(SystemError) {
    guard unsafe linkat(number, name, number, target, 0) == 0 || errno == EEXIST else {
      throw SystemError("link")
    }
  }

  func remove(_ name: String) throws(SystemError) {
    guard unsafe unlinkat(number, name, 0) == 0 || errno == ENOENT else {
      throw SystemError("unlink")
    }
  }
}

/// A small file that its owner alone may read.
enum PrivateFile {
  static func read(_ path: String) throws(SystemError) -> String {
    let file = try Descriptor(path, O_RDONLY)
    var bytes: [UInt8] = []
    while true {
      let part = try file.read(4_096)
      if part.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += part
    }
  }

  /// Makes it whole or not at all, so that a crash leaves no half of a key, and never over one that is
  /// there: another replica may make it at this moment.
  static func create(_ path: String, text: String) throws(SystemError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    let folder = try Descriptor(
      parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent, O_RDONLY | O_DIRECTORY)
    let name = String(parts.last ?? "")
    let draft = "\(name).\(UInt64.random(in: 0 ... .max)).new"
    let file = try Descriptor(draft, in: folder, O_WRONLY | O_CREAT | O_EXCL)
    try file.write(Array(text.utf8))
    try file.synchronize()
    try folder.link(draft, to: name)
    try folder.remove(draft)
    try folder.synchronize()
  }
}
