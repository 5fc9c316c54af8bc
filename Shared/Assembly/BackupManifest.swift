import Crypto
import Foundation
import Hosting

/// What a backup says of itself. It is written last: a folder with a manifest holds a whole backup.
struct BackupManifest: Codable, Equatable {
  let service: String
  /// ISO 8601; nothing that was answered before is missing.
  let madeAt: String
  /// Of the data that were copied.
  let incarnation: String
  /// The database's file in the folder.
  let database: String
  /// SHA-256 of that file.
  let databaseHash: String
  /// How many files the database's rows name; they are in `contents`.
  let contents: Int

  private static let name = "backup.json"

  static func read(in folder: String) throws -> BackupManifest {
    do {
      let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      return try JSONDecoder().decode(BackupManifest.self, from: data)
    } catch {
      throw StartFailure(.usage, "\(folder) holds no whole backup: \(error)")
    }
  }

  func write(in folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let draft = "\(folder)/\(Self.name).new"
    try encoder.encode(self).write(to: URL(filePath: draft))
    try DurableFile.synchronize(draft)
    try DurableFile.move(draft, to: "\(folder)/\(Self.name)")
  }

  /// SHA-256 of a file of any size.
  static func hash(of path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    var hasher = SHA256()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      hasher.update(data: piece)
    }
    return hasher.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
