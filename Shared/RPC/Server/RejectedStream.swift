import NIOCore

/// A request that is not gRPC's and is answered in HTTP's own words.
///
/// The answer waits for the request's end: what breaks HTTP/2's rules until then gets that error and not
/// whichever of the two was faster. A long body is not waited for.
final class RejectedStream: CallStream {
  private static let patience = 16 << 10

  private let rejection: HTTPRejection
  private var dropped = 0
  private var isAnswered = false

  init(_ id: Int32, _ rejection: HTTPRejection, _ connection: HTTP2Connection) {
    self.rejection = rejection
    super.init(connection: connection, messageBytes: 0, mark: 0)
    self.id = id
    ignoresInput = true
  }

  override func inputArrived() {
    if inputEnded { answer() }
  }

  override func inputDropped(_ count: Int) {
    dropped += count
    if dropped > Self.patience { answer() }
  }

  private func answer() {
    guard !isAnswered, !isClosed else { return }
    isAnswered = true
    end = .endStream
    outgoing.writeStaticString(rejection.body)
    session.respond(self, rejection.headers, hasBody: true)
    connection.needsFlush()
  }
}
