import RPCTestSupport

extension H2Spec {
  /// What every server takes.
  static let generic =
    section(
      "generic/1",
      [
        Case(
          "a client's preface", .send(Frames.preface + Frames.initialWindow(65_535)),
          .expect(.settings))
      ])
    + section(
      "generic/2",
      [
        .sends("PRIORITY on an idle stream", Frames.priority(1) + Frames.ping(), .pong("ping")),
        .sends(
          "WINDOW_UPDATE on a half-closed stream",
          Frames.initialWindow(0) + get() + Frames.windowUpdate(1, 1), .data(nil)),
        .sends(
          "PRIORITY on a half-closed stream",
          Frames.initialWindow(0) + get() + Frames.priority(1) + Frames.windowUpdate(1, 1),
          .data(nil)),
        .sends(
          "RST_STREAM on a half-closed stream", get() + Frames.reset(1) + Frames.ping(),
          .pongOrClosed("ping")),
        Case(
          "PRIORITY on a closed stream", .handshake, .send(get()), .expect(.streamEnds),
          .send(Frames.priority(1) + Frames.ping()), .expect(.pong("ping"))),
      ])
    + section(
      "generic/3.1",
      [
        .sends("DATA", post() + test(), .headers(1)),
        .sends("several DATA frames", post() + test(1, 0) + test(), .headers(1)),
        .sends(
          "padded DATA",
          post() + Frames.padded(1, Array("test".utf8), padding: 5, Frames.endStream), .headers(1)),
      ])
    + section(
      "generic/3.2",
      [
        .sends("HEADERS", get(), .headers(1)),
        .sends(
          "padded HEADERS",
          Frames.frame(
            .headers, whole | Frames.padded, 1,
            [8] + Frames.block(fields()) + [UInt8](repeating: 0, count: 8)), .headers(1)),
        .sends("HEADERS with priority", prioritized(on: 0), .headers(1)),
      ])
    + section(
      "generic/3.3",
      [
        .sends("priority 1", Frames.priority(1, weight: 0) + get(), .headers(1)),
        .sends("priority 256", Frames.priority(1, weight: 255) + get(), .headers(1)),
        .sends("a stream dependency", Frames.priority(3, on: 1, weight: 0) + get(), .headers(1)),
        .sends(
          "an exclusive dependency", Frames.priority(1, exclusive: true, weight: 0) + get(),
          .headers(1)),
        .sends(
          "PRIORITY for an idle stream, HEADERS on a lower one", Frames.priority(3) + get(),
          .headers(1)),
      ])
    + section(
      "generic/3.4",
      [
        .sends(
          "RST_STREAM", get(1, Frames.endHeaders) + Frames.reset(1) + Frames.ping(),
          .pongOrClosed("ping"))
      ])
    + section(
      "generic/3.5",
      [
        .sends(
          "SETTINGS",
          Frames.settings([(1, 4_096), (2, 1), (3, 100), (4, 65_535), (5, 16_384), (6, 100)]),
          .settingsAcknowledged)
      ])
    + section("generic/3.7", [.sends("PING", Frames.ping("h2spec"), .pong("h2spec"))])
    + section(
      "generic/3.8",
      [
        .sends(
          "GOAWAY", Frames.goAway(lastStream: 0, 0, "h2spec") + Frames.ping("h2spec"),
          .pongOrClosed("h2spec"))
      ])
    + section(
      "generic/3.9",
      [
        .sends(
          "WINDOW_UPDATE of the connection", Frames.windowUpdate(0, 1) + Frames.ping(),
          .pong("ping")),
        .sends("WINDOW_UPDATE of a stream", get() + Frames.windowUpdate(1, 1), .headers(1)),
      ])
    + section(
      "generic/3.10",
      [
        .sends("CONTINUATION", continued([5]), .headers(1)),
        .sends("several CONTINUATION frames", continued([5, 10]), .headers(1)),
      ])
    + section(
      "generic/4",
      [
        .sends("GET", get(), .headers(1)),
        .sends("HEAD", Frames.headers(1, fields("HEAD"), whole), .headers(1)),
        .sends("POST", post() + test(), .headers(1)),
        .sends(
          "POST with trailers",
          post(1, [("trailer", "x-test")]) + test(1, 0)
            + Frames.headers(1, [("x-test", "ok")], whole), .headers(1)),
      ])
    + section("generic/5", representations)

  /// Ways to write a field (RFC 7541 section 6), each after the request's own.
  private static let representations: [Case] =
    [
      ("indexed", "ba"),
      ("incremental indexing, indexed name", "4087b505b161cc5a93849c48aca4"),
      (
        "incremental indexing, indexed name, Huffman-coded",
        "400a757365722d6167656e7406683273706563"
      ),
      ("incremental indexing, new name", "4006782d7465737406683273706563"),
      ("incremental indexing, new name, Huffman-coded", "4085f2b24a84ff849c48aca4"),
      ("without indexing, indexed name", "000a757365722d6167656e7406683273706563"),
      ("without indexing, indexed name, Huffman-coded", "0087b505b161cc5a93849c48aca4"),
      ("without indexing, new name", "0006782d7465737406683273706563"),
      ("without indexing, new name, Huffman-coded", "0085f2b24a84ff849c48aca4"),
      ("never indexed, indexed name", "100a757365722d6167656e7406683273706563"),
      ("never indexed, indexed name, Huffman-coded", "1087b505b161cc5a93849c48aca4"),
      ("never indexed, new name", "1006782d7465737406683273706563"),
      ("never indexed, new name, Huffman-coded", "1085f2b24a84ff849c48aca4"),
    ].map { .sends($0.0, request(after: bytes($0.1)), .headers(1)) }
    + [
      .sends("a table size update", request(before: bytes("3f61")), .headers(1)),
      .sends("several table size updates", request(before: bytes("3f613fe11f")), .headers(1)),
    ]

  /// "GET /" whose header block has more before or after its fields.
  static func request(before: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
    Frames.frame(.headers, whole, 1, before + Frames.block(fields()) + after)
  }

  static func prioritized(on parent: UInt32) -> [UInt8] {
    Frames.frame(
      .headers, whole | Frames.prioritized, 1,
      Frames.big(parent) + [255] + Frames.block(fields()))
  }

  /// "GET /" cut at these places.
  private static func continued(_ cuts: [Int]) -> [UInt8] {
    let block = Frames.block(fields())
    var sent = Frames.frame(.headers, Frames.endStream, 1, Array(block[..<cuts[0]]))
    for (start, end) in zip(cuts, cuts.dropFirst() + [block.count]) {
      sent += Frames.continuation(
        1, Array(block[start..<end]), end == block.count ? Frames.endHeaders : 0)
    }
    return sent
  }

  /// Bytes written in hexadecimal.
  static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.map { $0 < 0x3a ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
