import Foundation
import Testing

@testable import Content

/// The kinds of store, all of which keep the same promises.
enum StoreKind: String, CaseIterable {
  case folder, bucket
}

/// What can happen to a stored content behind the store's back.
enum Damage: String, CaseIterable {
  case firstBit, lastBit, truncated, emptied, extended, swapped

  func apply(to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    switch self {
    case .firstBit: bytes[0] ^= 1
    case .lastBit: bytes[bytes.count - 1] ^= 0x80
    case .truncated: bytes.removeLast()
    case .emptied: bytes = []
    case .extended: bytes.append(0)
    case .swapped: bytes.swapAt(0, 1)
    }
    return bytes
  }
}

/// A store of a test's own: a folder that is gone with it, or a prefix in the bucket.
final class TemporaryStore: Sendable {
  let kind: StoreKind
  /// The folder of the contents, or of what waits to be sent to the bucket.
  let path: String
  let prefix = "test-\(UUID().uuidString)"
  let store: ContentStore
  let server: BucketServer?

  init(_ kind: StoreKind) async throws {
    self.kind = kind
    path = FileManager.default.temporaryDirectory
      .appending(path: "content-\(UUID().uuidString)").path()
    server = kind == .bucket ? try await BucketServer.running() : nil
    store = try await Self.open(server?.url(prefix) ?? "file:\(path)", path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func open(_ url: String, _ path: String) async throws -> ContentStore {
    try await ContentStore.open(
      url: url,
      access: BucketAccess(
        accessKey: "an-access-key", secretKey: "a/secret+key", spool: path))
  }

  /// The same contents, as the next process opens them.
  func reopened() async throws -> ContentStore {
    try await Self.open(server?.url(prefix) ?? "file:\(path)", path)
  }

  func file(_ id: ContentID) -> String {
    "\(path)/\(id.hash.prefix(2))/\(id.hash.dropFirst(2).prefix(2))/\(id.hash)"
  }

  func incoming() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/incoming")
  }

  func damage(_ id: ContentID, of bytes: [UInt8], _ damage: Damage) async throws {
    let bytes = damage.apply(to: bytes)
    if let server { return try await server.replace("\(prefix)/\(id.hash)", by: bytes) }
    try Data(bytes).write(to: URL(filePath: file(id)))
  }

  func age(_ id: ContentID, by seconds: Int) async throws {
    if let server { return try await server.age("\(prefix)/\(id.hash)", by: seconds) }
    try age(file(id), by: seconds)
  }

  func age(_ path: String, by seconds: Int) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -Double(seconds))], ofItemAtPath: path)
  }
}
