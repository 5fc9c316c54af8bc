import Foundation
import Glibc

/// A file that a command reads; `-` is standard input.
struct InputFile: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// The last part of its path: what a document's file is called by. Empty for standard input.
  var name: String { path == "-" ? "" : URL(filePath: path).lastPathComponent }

  /// Its size in bytes; nil where that is not known before the end.
  var size: Int64? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
    return (attributes?[.size] as? NSNumber)?.int64Value
  }

  /// All of it as bytes.
  func bytes() throws(Failure) -> [UInt8] {
    do {
      return Array(try open().readToEnd() ?? Data())
    } catch {
      throw failure(error)
    }
  }

  func text() throws(Failure) -> String {
    guard let text = String(validating: try bytes(), as: UTF8.self) else {
      throw Failure(.other, "\(path) is not UTF-8 text")
    }
    return text
  }

  /// Hands the file over piece by piece, 256 KiB each: a quarter of what one message may carry.
  func forEachChunk(_ body: ([UInt8]) async throws -> Void) async throws {
    let file: FileHandle
    do { file = try open() } catch { throw failure(error) }
    while let chunk = try next(file), !chunk.isEmpty { try await body(Array(chunk)) }
  }

  private func next(_ file: FileHandle) throws(Failure) -> Data? {
    do { return try file.read(upToCount: 256 << 10) } catch { throw failure(error) }
  }

  private func open() throws -> FileHandle {
    path == "-"
      ? .standardInput : try FileHandle(forReadingFrom: URL(filePath: path))
  }

  private func failure(_ error: any Error) -> Failure {
    if let failure = error as? Failure { return failure }
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    let words =
      unsafe cause.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(cause.code))) : error.localizedDescription
    return Failure(.other, "\(path) cannot be read: \(words)")
  }
}
