package import Database
import Glibc
package import Hosting

/// 32 random bytes that a service keeps in a file: made at the first start, mode 0600, never sent
/// anywhere. What is derived or sealed with them is lost with the file, so it belongs into backups,
/// apart from those of the database. The database knows a fingerprint, so that a replica with another
/// file, or a start without the right one, is refused.
package struct StoreSecret: Sendable {
  /// The file's name in the folder of the data.
  package let name: String
  package let setting: Setting<String?>

  /// - Parameters:
  ///   - key: of the setting that names another file.
  ///   - use: completes "32 bytes that …".
  package init(_ name: String, setting key: String, use: String) {
    self.name = name
    setting =
      Setting.path(
        key,
        help:
          "File of 32 bytes that \(use), the same for all replicas; \(name) in the store.folder."
      ).optional
  }

  /// Reads the file, or makes it.
  ///
  /// - Throws: `StartFailure` where the file cannot be read or made, holds anything else, or is not the
  ///   one that the database was used with.
  package func open(_ settings: Settings, in store: Store) async throws -> [UInt8] {
    let path = try path(settings)
    let secret = try Self.readOrMake(path)
    guard try await KeyFingerprint(of: secret, named: name).matches(in: store.database) else {
      throw StartFailure(
        .usage,
        """
        \(path) is not the \(name) that this database was used with: put that back, or name it by \
        \(setting.declaration.key), the same for all replicas. Where it is lost for good, \
        `\(name) accept` makes this the right one
        """)
    }
    return secret
  }

  /// `NAME accept`: for a service whose key file is lost.
  package func accepting(_ migrations: [MigrationSet]) -> ServiceCommand {
    ServiceCommand(
      "\(name) accept", help: "Go on with another \(name), where the one before is lost."
    ) { context in
      let store = try await Store.open(context.settings, migrations: migrations)
      let secret = try Self.readOrMake(try path(context.settings))
      try await KeyFingerprint(of: secret, named: name).accept(in: store.database)
      await store.database.close()
      print("accepted")
    }
  }

  /// Where the file is.
  package func path(_ settings: Settings) throws -> String {
    try settings[setting] ?? "\(try settings[StoreSettings.folder])/\(name)"
  }

  private static func readOrMake(_ path: String) throws -> [UInt8] {
    if let kept = try read(path) { return kept }
    try write((0..<32).map { _ in UInt8.random(in: .min ... .max) }, to: path)
    // Another replica may have been first.
    guard let kept = try read(path) else { throw StartFailure(.cannotCreate, "\(path) vanished") }
    return kept
  }

  private static func read(_ path: String) throws -> [UInt8]? {
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure(path)
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 33)
    let count = unsafe Glibc.read(file, &bytes, bytes.count)
    guard count == 32 else {
      throw StartFailure(.cannotCreate, "\(path) does not hold a secret of 32 bytes: restore it")
    }
    return Array(bytes.prefix(32))
  }

  /// Whole or not at all, there after a power cut, and never over one that is there: a second file,
  /// synced, then linked under the name.
  private static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = "\(path).\(UInt64.random(in: 0 ... .max)).new"
    let file = unsafe Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(path) }
    defer { _ = unsafe unlink(draft) }
    let written = unsafe Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    close(file)
    guard written, unsafe link(draft, path) == 0 || errno == EEXIST else { throw failure(path) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let directory = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw failure(path) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> StartFailure {
    StartFailure(.cannotCreate, "\(path): \(unsafe String(cString: strerror(errno)))")
  }
}
