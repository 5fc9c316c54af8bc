import Crypto
import Glibc
import Synchronization

/// Content in a folder: `ab/cd/<hash>`, two levels of 256 so that none grows long, and `incoming`
/// for what is being written. All on one file system, so that a rename is one step.
final class ContentFolder: Sendable {
  let threads: FileThreads
  private let path: String
  private let lastIncoming = Atomic<UInt64>(0)
  /// Sub-folders whose own names are known to be on disk.
  private let durable = Mutex<Set<String>>([])
  /// Held from looking at a file's age to removing it, and while a file comes in: `sweep` then never
  /// takes away what was just put again.
  private let placing: FolderLock

  static func open(_ path: String) async throws(ContentError) -> ContentFolder {
    // Enough to keep a disk busy beside an fsync that takes long.
    let threads = try FileThreads(count: 4)
    return try await threads.run { () throws(ContentError) in
      try ContentFolder(path, threads)
    }
  }

  private init(_ path: String, _ threads: FileThreads) throws(ContentError) {
    self.path = path
    self.threads = threads
    try Files.makeFolder(path)
    placing = try FolderLock("\(path)/lock")
    try Files.makeFolder(incoming)
    try Files.synchronizeFolder(path)
    try Files.synchronizeFolder("\(path)/..")
  }

  private var incoming: String { "\(path)/incoming" }

  private func folders(of hash: String) -> (outer: String, inner: String) {
    let outer = "\(path)/\(hash.prefix(2))"
    return (outer, "\(outer)/\(hash.dropFirst(2).prefix(2))")
  }

  func path(of id: ContentID) -> String { "\(folders(of: id.hash).inner)/\(id.hash)" }

  // MARK: Writing

  /// A new name in `incoming`; the process's number keeps it apart from one that crashed.
  func newIncoming() -> String {
    let number = lastIncoming.add(1, ordering: .relaxed).newValue
    return "\(incoming)/\(getpid())-\(number)-\(UInt64.random(in: 0...UInt64.max))"
  }

  /// Makes a written file last, under its content's name. Where that content is there already it is
  /// replaced by the same bytes: that is one step, heals a damaged file, and renews the age that
  /// `sweep` goes by.
  func place(_ file: OpenFile, at temporary: String, as id: ContentID) throws(ContentError) {
    try file.synchronize()
    let (outer, inner) = folders(of: id.hash)
    try makeDurable(outer, in: path)
    try makeDurable(inner, in: outer)
    let target = self.path(of: id)
    try placing.hold { () throws(ContentError) in try Files.move(temporary, to: target) }
    try Files.synchronizeFolder(inner)
  }

  private func makeDurable(_ folder: String, in parent: String) throws(ContentError) {
    guard !durable.withLock({ $0.contains(folder) }) else { return }
    try Files.makeFolder(folder)
    // Also where it was there: whoever made it may not have come to this line.
    try Files.synchronizeFolder(parent)
    durable.withLock { _ = $0.insert(folder) }
  }

  // MARK: Removing

  /// - Returns: whether it was there.
  func remove(_ id: ContentID) throws(ContentError) -> Bool {
    guard try Files.remove(path(of: id)) else { return false }
    try Files.synchronizeFolder(folders(of: id.hash).inner)
    return true
  }

  /// Removes a content unless it was put after `time`.
  func remove(_ id: ContentID, unlessPutAfter time: Int64) throws(ContentError) -> Bool {
    let path = path(of: id)
    return try placing.hold { () throws(ContentError) in
      guard let status = try Files.status(path), status.modified <= time else { return false }
      return try Files.remove(path)
    }
  }

  /// What a writer that is no more left behind.
  func removeLeftovers(notAfter time: Int64) throws(ContentError) -> Int {
    var count = 0
    for name in try Files.names(in: incoming) {
      let path = "\(incoming)/\(name)"
      guard let status = try Files.status(path), status.modified <= time else { continue }
      if try Files.remove(path) { count += 1 }
    }
    return count
  }

  /// The names of the folders that hold contents: `ab/cd`.
  func shelves() throws(ContentError) -> [String] {
    var shelves: [String] = []
    for outer in try Files.names(in: path) where outer.utf8.count == 2 {
      shelves += try Files.names(in: "\(path)/\(outer)").map { "\(outer)/\($0)" }
    }
    return shelves
  }

  /// The contents of one shelf that were put at `time` or before.
  func contents(of shelf: String, notAfter time: Int64) throws(ContentError) -> [ContentID] {
    var ids: [ContentID] = []
    for name in try Files.names(in: "\(path)/\(shelf)") {
      guard let status = try Files.status("\(path)/\(shelf)/\(name)"), !status.isFolder,
        status.modified <= time, let id = ContentID(hash: name, size: status.size)
      else { continue }
      ids.append(id)
    }
    return ids
  }
}
