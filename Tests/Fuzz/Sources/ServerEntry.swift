import Foundation
import RPC
import RPCTestSupport

/// A server of ours in this process, behind a Unix socket. Each input is a connection of its own: it
/// sends, closes its side and must see the server close the other.
enum ServerEntry {
  private static let path: String = {
    let path = NSTemporaryDirectory() + "/fuzz-\(getpid())"
    var options = ServerOptions()
    options.eventLoops = 1
    // Small, so that inputs of libFuzzer's sizes reach them.
    options.limits.messageBytes = 1 << 10
    options.limits.headerListBytes = 1 << 10
    options.limits.unreadBytes = 1 << 16
    options.limits.streamWindowBytes = 1 << 12
    options.limits.concurrentStreams = 16
    // What a request asks for must end.
    let service = TestService(numbers: { request, replies, _ in
      for number in 0..<(request.bytes.count % 64) {
        try await replies.write(TestMessage("\(number)"))
      }
    })
    let server = RPCServer(services: [service], options: options)
    let started = DispatchSemaphore(value: 0)
    Task.detached {
      do { _ = try await server.start(host: "unix:" + path, port: 0) } catch {
        fatalError("\(error)")
      }
      started.signal()
    }
    started.wait()
    return path
  }()

  private static let opening = Frames.preface + Frames.settings() + Frames.settingsAcknowledgement

  /// The input is what follows the preface and SETTINGS.
  static func frames(_ input: ArraySlice<UInt8>) {
    exchange(opening + input)
  }

  /// The input says the method, the compression, and how its rest is cut into DATA frames.
  static func call(_ input: inout FuzzInput) {
    let method = input.choice(["Echo", "Numbers", "Join", "Chat", "Nothing"])
    var headers = [
      (":method", "POST"), (":scheme", "http"), (":path", "/test.Service/\(method)"),
      (":authority", "localhost"), ("te", "trailers"), ("content-type", "application/grpc"),
    ]
    if let encoding = input.choice([nil, nil, "gzip", "deflate"]) {
      headers += [("grpc-encoding", encoding), ("grpc-accept-encoding", encoding)]
    }
    var bytes = opening + Frames.headers(1, headers)
    while !input.isEmpty {
      let size = Int(input.byte())
      let piece = Array(input.bytes(size))
      bytes += Frames.data(1, piece, input.isEmpty ? Frames.endStream : 0)
    }
    let reply = exchange(bytes)
    precondition(reply.count >= 9, "the server said nothing")
  }

  /// What the server sent until it closed.
  @discardableResult
  private static func exchange(_ bytes: [UInt8]) -> [UInt8] {
    let descriptor = connected()
    defer { close(descriptor) }
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // libFuzzer's clock interrupts.
      if count < 0, errno == EINTR { continue }
      // The server may close before it has read all.
      if count <= 0 { break }
      sent += count
    }
    shutdown(descriptor, Int32(SHUT_WR))
    var reply: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
      if count < 0, errno == EINTR { continue }
      precondition(count >= 0 || errno == ECONNRESET, "the server does not close: \(errno)")
      if count <= 0 { return reply }
      reply += buffer.prefix(count)
    }
  }

  private static func connected() -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    // A server that does not close is a fault; libFuzzer would wait for longer.
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    precondition(result == 0, "the server does not accept: \(errno)")
    return descriptor
  }
}
