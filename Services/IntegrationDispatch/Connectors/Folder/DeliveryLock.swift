import Crypto
import Glibc

/// What one attempt of a delivery holds while it looks at a folder and writes into it. The attempt
/// before may still be at work there when its lease has run out, in another replica too, and both
/// would write the same hidden files.
///
/// A byte of `<folder.root>/.lock` for each delivery, at the hash of its name. The file stays empty
/// and is never synced: a lock ends with its process. Bytes, since a lock of the folder itself is not
/// to be had over NFS.
struct DeliveryLock: Sendable {
  static let fileName = ".lock"

  private let file: Descriptor

  /// Nil where another attempt holds it. Blocks no longer than an open does.
  static func take(
    _ delivery: DeliveryName, below root: String
  ) throws(SystemError) -> DeliveryLock? {
    let folder = try Descriptor(root, O_RDONLY | O_DIRECTORY)
    let file = try Descriptor(fileName, in: folder, O_RDWR | O_CREAT | O_NOFOLLOW)
    return try file.lock(byteAt: place(of: delivery)) ? DeliveryLock(file: file) : nil
  }

  /// 62 bits of the hash: every place and the end after it can be said in a file's offset.
  private static func place(of delivery: DeliveryName) -> Int64 {
    let hash = SHA256.hash(data: Array("\(delivery)".utf8))
    return Int64(hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 2)
  }
}
