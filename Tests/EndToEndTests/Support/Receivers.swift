import Foundation
import Glibc

/// A real SMTP server (aiosmtpd) that keeps every mail as a file.
final class MailCatcher: Sendable {
  let port: Int
  private let folder: URL
  private let child: ChildProcess

  init(folder: URL) throws {
    self.folder = folder
    port = try FreePorts.take(1)[0]
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    child = try ChildProcess(
      Repository.python,
      [
        "-m", "aiosmtpd", "-n", "-l", "127.0.0.1:\(port)", "-c", "aiosmtpd.handlers.Mailbox",
        folder.appending(path: "box").path,
      ], output: folder.appendingPathExtension("log"))
  }

  func stop() { child.kill() }

  /// The mails to an address, oldest first, as they came.
  func mails(to address: String) throws -> [String] {
    let box = folder.appending(path: "box/new")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: box.path)) ?? []
    // The names do not sort by time: their microseconds have no leading zeros.
    return try names.map { name in
      let file = box.appending(path: name)
      let values = try file.resourceValues(forKeys: [.contentModificationDateKey])
      let text = try String(contentsOf: file, encoding: .utf8)
      return (values.contentModificationDate ?? .distantPast, text)
    }.sorted { $0.0 < $1.0 }.map(\.1).filter { $0.contains(address) }
  }

  /// The token in the newest mail to an address, read by an outside MIME parser; nil before one came.
  func token(to address: String) throws -> String? {
    guard let mail = try mails(to: address).last else { return nil }
    let file = folder.appending(path: "mail-\(UUID().uuidString)")
    try Data(mail.utf8).write(to: file)
    let script = """
      import email, email.policy, re, sys
      mail = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
      text = mail.get_body(('plain',)).get_content()
      print(re.search(r'https?://\\S*/([a-z0-9-]+\\.[0-9a-z]{26})', text).group(1))
      """
    return try Tool.run(Repository.python, ["-c", script, file.path])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// A webhook destination that checks signatures and keeps each webhook-id once.
final class WebhookReceiver: Sendable {
  let secret =
    "whsec_" + Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
  let folder: URL
  let port: Int
  private let child: ChildProcess

  init(folder: URL) throws {
    self.folder = folder
    port = try FreePorts.take(1)[0]
    child = try ChildProcess(
      Repository.file("deploy/webhook-receiver"), ["\(port)", folder.path],
      environment: ["WEBHOOK_SECRET": secret], output: folder.appendingPathExtension("log"))
  }

  func stop() { child.kill() }

  var url: String { "http://127.0.0.1:\(port)/daybook" }

  /// What came in with a good signature, by webhook-id.
  func received() throws -> [String: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var found: [String: String] = [:]
    for name in names where name.hasSuffix(".json") {
      found[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return found
  }
}

/// Ports that nothing listens on now. They are held open together while they are chosen, so that no
/// two are the same.
enum FreePorts {
  static func take(_ count: Int) throws -> [Int] {
    var sockets: [Int32] = []
    defer { for socket in sockets { close(socket) } }
    return try (0..<count).map { _ in
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      sockets.append(descriptor)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
          unsafe bind(descriptor, general, length) == 0
            && getsockname(descriptor, general, &length) == 0
        }
      }
      guard isBound else { throw TestFailure("no free port: errno \(errno)") }
      return Int(UInt16(bigEndian: address.sin_port))
    }
  }
}
