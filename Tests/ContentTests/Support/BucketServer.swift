import Foundation
import Outbound
import TestPrograms

/// The S3 server that all tests of this process share; it ends with the process.
final class BucketServer: Sendable {
  private static let shared = Task { try await BucketServer() }
  static func running() async throws -> BucketServer { try await shared.value }

  let port: Int
  private let client: OutboundClient
  /// It ends with its standard input, which is open while this lives.
  private let program: ChildProgram

  private init() async throws {
    program = try ChildProgram(["python3", "-u", "-c", bucketScript])
    let line = await program.line()
    guard let port = Int(line) else {
      throw ServerFailed(said: line)
    }
    self.port = port
    client = try OutboundClient(
      OutboundConfiguration(
        policy: AddressPolicy(allow: ["127.0.0.0/8"].compactMap(IPNetwork.init))))
  }

  /// The address of contents below a prefix of a test's own.
  func url(_ prefix: String) -> String {
    "s3://daybook/\(prefix)?endpoint=http://127.0.0.1:\(port)&region=eu-west-1"
  }

  /// The next `count` requests that name `prefix` end as `kind` says: a status, `hang-up` before an
  /// answer, `lost-answer` after it was done, `cut` in the middle of the answer, `slow`.
  func fail(_ prefix: String, _ kind: String, count: Int) async throws {
    try await control("fail?prefix=\(prefix)&kind=\(kind)&count=\(count)")
  }

  /// How many requests named `prefix` since `fail` was called for it.
  func seen(_ prefix: String) async throws -> Int {
    Int(String(decoding: try await control("seen?prefix=\(prefix)"), as: UTF8.self)) ?? 0
  }

  func age(_ key: String, by seconds: Int) async throws {
    try await control("age?key=\(key)&by=\(seconds)")
  }

  func replace(_ key: String, by bytes: [UInt8]) async throws {
    try await control("replace?key=\(key)", bytes)
  }

  @discardableResult
  private func control(_ call: String, _ body: [UInt8] = []) async throws -> [UInt8] {
    let response = try await client.perform(
      HTTPRequest(method: "POST", url: "http://127.0.0.1:\(port)/control/\(call)", body: body))
    guard response.status == 200 else { throw ServerFailed(said: "\(response.status)") }
    return response.body
  }
}

struct ServerFailed: Error {
  let said: String
}
