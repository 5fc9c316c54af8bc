package import Foundation

/// A certificate authority in a temporary folder, made by openssl.
package struct Certificates: ~Copyable {
  package let folder: URL

  package init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "rpc-tests-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try makeAuthority("ca")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func path(_ name: String) -> String { folder.appending(path: name).path }

  /// A self-signed authority: NAME.pem and NAME.key.
  package func makeAuthority(_ name: String) throws {
    try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "2", "-subj", "/CN=Test \(name)", "-keyout", path("\(name).key"), "-out",
      path("\(name).pem"))
  }

  /// A certificate of `authority` with these alternative names, such as "DNS:localhost".
  package func make(_ name: String, _ alternativeNames: String, by authority: String = "ca") throws
  {
    try openssl(
      "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
      "/CN=\(name)", "-keyout", path("\(name).key"), "-out", path("\(name).csr"))
    try Data("subjectAltName=\(alternativeNames)\n".utf8).write(
      to: folder.appending(path: "\(name).ext"))
    try openssl(
      "x509", "-req", "-in", path("\(name).csr"), "-CA", path("\(authority).pem"), "-CAkey",
      path("\(authority).key"), "-CAcreateserial", "-days", "2", "-extfile", path("\(name).ext"),
      "-out", path("\(name).pem"))
  }

  /// Puts a file in another's place at once, as tools that renew certificates do.
  package func copy(_ name: String, to other: String) throws {
    let new = folder.appending(path: "\(other).new")
    try Data(contentsOf: folder.appending(path: name)).write(to: new)
    guard unsafe rename(new.path, path(other)) == 0 else {
      throw Failure(arguments: [name, other])
    }
  }

  private func openssl(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
  }

  package struct Failure: Error {
    package let arguments: [String]
  }
}
