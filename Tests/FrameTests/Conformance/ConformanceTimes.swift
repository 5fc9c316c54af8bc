import RPC
import RPCTestSupport
import Synchronization
import Testing

extension Conformance {
  struct TimedCase: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: Kind

    var testDescription: String { id }
  }

  static let deadlines: [TimedCase] = [
    ("unary", Kind.unary), ("client-stream", .clientStream), ("server-stream", .serverStream),
    ("bidi-stream/full-duplex", .fullDuplex),
  ].map { TimedCase(id: "deadline_propagation/\($0)/success", kind: $1) }

  static let timeouts: [TimedCase] = [
    ("unary", Kind.unary), ("client-stream", .clientStream), ("server-stream", .serverStream),
    ("bidi-stream/full-duplex", .fullDuplex), ("bidi-stream/half-duplex", .halfDuplex),
  ].map { TimedCase(id: "timeouts/\($0)", kind: $1) }

  struct Cancellation: Sendable, CustomTestStringConvertible {
    enum Moment: Sendable { case beforeCloseSend, afterCloseSend, afterResponses }

    let id: String
    let kind: Kind
    let moment: Moment

    var testDescription: String { id }
    /// Whether the client says that it sends no more before it is cancelled.
    var closesSend: Bool {
      moment == .afterCloseSend || (moment == .afterResponses && kind != .fullDuplex)
    }
  }

  static let cancellations: [Cancellation] =
    [
      ("unary/cancel-after-close-send", Kind.unary, Cancellation.Moment.afterCloseSend),
      ("client-stream/cancel-before-close-send", .clientStream, .beforeCloseSend),
      ("client-stream/cancel-after-close-send", .clientStream, .afterCloseSend),
      ("server-stream/cancel-after-close-send", .serverStream, .afterCloseSend),
      ("server-stream/cancel-after-responses", .serverStream, .afterResponses),
      ("bidi-stream/full-duplex/cancel-after-responses", .fullDuplex, .afterResponses),
      ("bidi-stream/full-duplex/cancel-before-close-send", .fullDuplex, .beforeCloseSend),
      ("bidi-stream/full-duplex/cancel-after-close-send", .fullDuplex, .afterCloseSend),
      ("bidi-stream/half-duplex/cancel-after-responses", .halfDuplex, .afterResponses),
      ("bidi-stream/half-duplex/cancel-before-close-send", .halfDuplex, .beforeCloseSend),
      ("bidi-stream/half-duplex/cancel-after-close-send", .halfDuplex, .afterCloseSend),
    ].map { Cancellation(id: "client_cancellation/\($0)", kind: $1, moment: $2) }
}

/// Something that happens once.
final class Flag: Sendable {
  private let state = Atomic(false)
  var isSet: Bool { state.load(ordering: .acquiring) }
  func set() { state.store(true, ordering: .releasing) }
}

extension Conformance.Cancellation {
  /// Cancels the call when its moment has come: the caller sees CANCELLED, the server RST_STREAM.
  func tryClient() async throws {
    let one = self
    let moment = Flag()
    let wasReset = Flag()
    try await withFrameServer { peer in
      try await peer.greet()
      var hasAnswered = false
      while case .frame(let frame) = try await peer.next(within: .seconds(30)) {
        if one.moment == .afterResponses, frame.kind == .data, !hasAnswered {
          hasAnswered = true
          peer.send(
            Frames.headers(
              frame.stream, [(":status", "200"), ("content-type", "application/grpc")])
              + Frames.data(frame.stream, Conformance.message))
        }
        if one.moment == .beforeCloseSend, frame.kind == .data { moment.set() }
        if one.moment == .afterCloseSend, frame.endsStream { moment.set() }
        if frame.kind == .reset, frame.errorCode == ErrorCode.cancel.rawValue { wasReset.set() }
      }
    } _: { channel, _ in
      let calling = Task { await status { try await one.call(channel, moment) } }
      let hasCome = try await eventually { moment.isSet }
      #expect(hasCome)
      calling.cancel()
      let error = await calling.value
      #expect(error?.code == .cancelled)
      let isReset = try await eventually { wasReset.isSet }
      #expect(isReset)
    }
  }

  /// Calls and never ends by itself.
  private func call(_ channel: RPCChannel, _ moment: Flag) async throws {
    let request = TestMessage(Conformance.messageBytes)
    switch kind {
    case .unary:
      _ = try await channel.unary(TestMethods.echo, request, .bounded, as: TestMessage.self)
    case .clientStream:
      _ = try await channel.clientStreaming(
        TestMethods.join, .bounded, as: TestMessage.self
      ) { (writer: RequestWriter<TestMessage>) in
        try await writer.write(request)
        if !closesSend { try await Task.sleep(for: .seconds(60)) }
      }
    case .serverStream:
      let replies = try await channel.serverStreaming(
        TestMethods.numbers, request, .bounded, as: TestMessage.self)
      try await read(replies, moment)
    case .fullDuplex, .halfDuplex:
      let call = try await channel.bidirectional(
        TestMethods.chat, .bounded, requests: TestMessage.self, as: TestMessage.self)
      try await call.requests.write(request)
      if closesSend { await call.requests.finish() }
      try await read(call.replies, moment)
    }
  }

  private func read(_ replies: Replies<TestMessage>, _ flag: Flag) async throws {
    for try await _ in replies where moment == .afterResponses { flag.set() }
  }
}
