import Foundation
import Testing

/// A plain socket to loopback, for requests that no HTTP library would send.
final class RawClient: Sendable {
  private let descriptor: Int32

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(descriptor >= 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Says that nothing more comes, and takes nothing more.
  func end() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// True once the other side has closed.
  var isClosed: Bool {
    var byte: UInt8 = 0
    let flags = Int32(MSG_PEEK | MSG_DONTWAIT)
    let got = unsafe recv(descriptor, &byte, 1, flags)
    return got == 0 || (got < 0 && errno != EAGAIN)
  }

  /// Everything until the other side closes, at most ten seconds.
  func readToEnd() async -> String {
    var all: [UInt8] = []
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let got = unsafe recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
      if got > 0 {
        all += bytes.prefix(got)
      } else if got == 0 || errno != EAGAIN {
        break
      } else {
        try? await Task.sleep(for: .milliseconds(2))
      }
    }
    return String(decoding: all, as: UTF8.self)
  }
}
