import Foundation
import Glibc

/// The key files of a development set-up: `signing-key.pem` for `daybook token`, `keys.json` for the
/// services. Both are readable by their owner only.
package struct DevelopmentKeys: Sendable {
  package let signingKey: SigningKey
  package let signingKeyPath: String
  /// The JWKS document: what the services are configured with.
  package let keySetPath: String

  /// Opens the keys in a folder, making those that are missing. Keys that are there are kept, also when
  /// two processes come at once: the first to link its file wins and both use it.
  ///
  /// - Parameter folder: Must exist.
  package init(folder: String) throws {
    signingKeyPath = folder + "/signing-key.pem"
    keySetPath = folder + "/keys.json"
    if !FileManager.default.fileExists(atPath: signingKeyPath) {
      try Self.createPrivately(signingKeyPath, contents: try SigningKey().pem)
    }
    signingKey = try SigningKey(pem: String(contentsOfFile: signingKeyPath, encoding: .utf8))
    if !FileManager.default.fileExists(atPath: keySetPath) {
      try Self.createPrivately(keySetPath, contents: SigningKey.jwks([signingKey]))
    }
  }

  /// Writes a new file with mode 0600 from its first byte, whole or not at all; keeps a file that is
  /// there.
  private static func createPrivately(_ path: String, contents: String) throws {
    let draft = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max))"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw KeySetError("\(path): cannot be written (errno \(errno))") }
    defer { unsafe unlink(draft) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data(contents.utf8))
    try file.synchronize()
    guard unsafe link(draft, path) == 0 || errno == EEXIST else {
      throw KeySetError("\(path): cannot be written (errno \(errno))")
    }
  }
}
