import Foundation
import TestPrograms

/// A certificate authority made for a test, and certificates by it.
final class Authority: Sendable {
  private let folder: TemporaryFolder
  let certificate: String

  init() async throws {
    folder = try TemporaryFolder()
    certificate = folder.path("ca.pem")
    try await ChildProgram.run([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-keyout", folder.path("ca.key"), "-out", certificate, "-days", "2", "-subj", "/CN=Test CA",
    ])
  }

  /// - Parameter names: as OpenSSL writes them: `DNS:localhost,IP:127.0.0.1`.
  /// - Parameter days: a negative number makes a certificate that has expired.
  func issue(_ names: String, days: Int = 2) async throws -> (certificate: String, key: String) {
    let name = UUID().uuidString
    let (key, request) = (folder.path("\(name).key"), folder.path("\(name).csr"))
    let (issued, extensions) = (folder.path("\(name).pem"), folder.path("\(name).ext"))
    try Data("subjectAltName=\(names)\n".utf8).write(to: URL(filePath: extensions))
    try await ChildProgram.run([
      "openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-keyout", key, "-out", request, "-subj", "/CN=Test",
    ])
    try await ChildProgram.run([
      "openssl", "x509", "-req", "-in", request, "-CA", certificate, "-CAkey",
      folder.path("ca.key"), "-CAcreateserial", "-days", String(days), "-extfile", extensions,
      "-out", issued,
    ])
    return (issued, key)
  }
}
