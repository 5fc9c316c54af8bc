import Synchronization

/// The folders whose names are known to be on disk. That a folder is there does not say it: who made it
/// may not have come to the sync of the folder around it, and a power cut would take it away with all
/// that another delivery has synced in it.
final class DurableFolders: Sendable {
  private let known = Mutex<Set<String>>([])

  /// Opens a folder in `parent`, made where it is missing, and durable either way.
  ///
  /// - Parameter path: The folder's path, by which it is remembered.
  func open(
    _ name: String, in parent: Descriptor, path: String
  ) throws(SystemError) -> Descriptor {
    let folder: Descriptor
    do {
      folder = try parent.folder(name)
    } catch  where error.isMissing {
      // Before it is made: who finds it from now on syncs it too.
      known.withLock { _ = $0.remove(path) }
      try parent.makeFolder(name)
      folder = try parent.folder(name)
    }
    guard !known.withLock({ $0.contains(path) }) else { return folder }
    try parent.synchronize()
    known.withLock { _ = $0.insert(path) }
    return folder
  }
}
