import RPC

/// The requests of a streaming call. A write that fails says only that the call is over; why, the
/// call's reply says. `Ended` tells the two apart.
struct CallInput<Request: WireMessage>: Sendable {
  struct Ended: Error {}

  private let requests: RequestWriter<Request>

  init(_ requests: RequestWriter<Request>) { self.requests = requests }

  func write(_ request: Request) async throws(Ended) {
    do { try await requests.write(request) } catch { throw Ended() }
  }
}
