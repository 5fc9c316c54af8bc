import RPC
import RPCTestSupport
import Testing

extension Conformance {
  /// What a caller got.
  struct Outcome: Sendable {
    var replies: [TestMessage] = []
    var error: RPCError?
    /// Nil where this kind of call does not show it.
    var initial: Metadata?
    var trailing: Metadata?
  }

  /// Calls by our client; a full-duplex call takes a reply for each request while there are any.
  static func call(
    _ channel: RPCChannel, _ kind: Kind, requests: Int = 1, replies expected: Int = 0,
    _ options: CallOptions = .bounded
  ) async -> Outcome {
    var outcome = Outcome()
    let request = TestMessage(messageBytes)
    do throws(RPCError) {
      switch kind {
      case .unary:
        let reply = try await channel.unaryReply(
          TestMethods.echo, request, options, as: TestMessage.self)
        return Outcome(
          replies: [reply.message], initial: reply.initialMetadata,
          trailing: reply.trailingMetadata)
      case .clientStream:
        outcome.replies = [
          try await channel.clientStreaming(TestMethods.join, options, as: TestMessage.self) {
            (writer: RequestWriter<TestMessage>) in
            for _ in 0..<requests { try await writer.write(request) }
          }
        ]
      case .serverStream:
        let replies = try await channel.serverStreaming(
          TestMethods.numbers, request, options, as: TestMessage.self)
        await outcome.gather(replies)
      case .fullDuplex, .halfDuplex:
        let call = try await channel.bidirectional(
          TestMethods.chat, options, requests: TestMessage.self, as: TestMessage.self)
        var iterator = call.replies.makeAsyncIterator()
        for number in 0..<requests {
          try await call.requests.write(request)
          if kind == .fullDuplex, number < expected, let reply = try await iterator.next() {
            outcome.replies.append(reply)
          }
        }
        await call.requests.finish()
        await outcome.gather(call.replies)
      }
    } catch {
      outcome.error = error
      outcome.trailing = error.metadata
    }
    return outcome
  }
}

extension Conformance.Outcome {
  fileprivate mutating func gather(_ all: Replies<TestMessage>) async {
    do throws(RPCError) {
      initial = try await all.initialMetadata
    } catch {
      initial = nil
    }
    do throws(RPCError) {
      var iterator = all.makeAsyncIterator()
      while let reply = try await iterator.next() { replies.append(reply) }
    } catch {
      self.error = error
    }
    trailing = await all.trailingMetadata
  }
}

extension Conformance.Exchange {
  /// What our client makes of a server that does as the definition says.
  func tryClient() async throws {
    let one = self
    let outcome = try await withFrameServer { peer in
      try await peer.greet()
      try await one.serve(peer)
    } _: { channel, _ in
      var options = CallOptions.bounded
      options.metadata = Conformance.metadata(metadata)
      return await Conformance.call(
        channel, kind, requests: requests, replies: replies, options)
    }
    #expect((outcome.error?.code ?? .ok) == code)
    if code != .ok, let text { #expect(outcome.error?.message == text) }
    if kind == .serverStream || kind == .fullDuplex || kind == .halfDuplex || code == .ok {
      #expect(outcome.replies == (0..<replies).map { _ in TestMessage(Conformance.messageBytes) })
    }
    if let initial = outcome.initial {
      #expect(
        initial.values("x-custom-header") == Conformance.values(headers, "x-custom-header"))
    }
    if let trailing = outcome.trailing {
      #expect(
        trailing.values("x-custom-trailer") == Conformance.values(trailers, "x-custom-trailer"))
    }
  }

  /// By hand-built frames.
  private func serve(_ peer: FramePeer) async throws {
    let start = [(":status", "200"), ("content-type", "application/grpc")] + headers
    var sent = 0
    var hasStarted = false
    while case .frame(let frame) = try await peer.next(within: .seconds(30)) {
      guard frame.kind == .data || frame.endsStream else { continue }
      let stream = frame.stream
      if !hasStarted, !headers.isEmpty || replies > 0 {
        peer.send(Frames.headers(stream, start))
        hasStarted = true
      }
      if kind == .fullDuplex, !frame.payload.isEmpty, sent < replies {
        peer.send(Frames.data(stream, Conformance.message))
        sent += 1
      }
      guard frame.endsStream else { continue }
      for _ in sent..<max(sent, replies) { peer.send(Frames.data(stream, Conformance.message)) }
      var last = [("grpc-status", "\(code.rawValue)")] + trailers
      if let text, !text.isEmpty { last.append(("grpc-message", Conformance.percentEncoded(text))) }
      peer.send(Frames.headers(stream, hasStarted ? last : start + last, 5))
    }
  }
}
