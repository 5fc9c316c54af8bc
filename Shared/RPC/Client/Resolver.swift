import NIOCore
import NIOPosix

/// Turns a channel's target into addresses, and again when connections were lost.
final class Resolver {
  typealias Found = (Result<[Endpoint], any Error>) -> Void

  private let target: ChannelTarget
  private let options: ChannelOptions
  private let loop: any EventLoop
  /// Called on the loop.
  private var found: Found?
  private var isLooking = false
  private var lastStart: NIODeadline?
  private var failures = 0
  private var next: Scheduled<Void>?

  init(_ target: ChannelTarget, _ options: ChannelOptions, loop: any EventLoop) {
    self.target = target
    self.options = options
    self.loop = loop
  }

  func start(_ found: @escaping Found) {
    self.found = found
    switch target {
    case .addresses(let addresses, _): found(.success(addresses))
    case .malformed: found(.failure(MalformedTarget(target: "\(target)")))
    case .name(let host, let port): look(host, port)
    }
  }

  func stop() {
    found = nil
    next?.cancel()
    next = nil
  }

  /// Looks again, not sooner than `resolutionInterval` after the last time: every lost connection
  /// asks for it.
  func again() {
    guard case .name(let host, let port) = target, found != nil, !isLooking, next == nil
    else { return }
    look(host, port, at: (lastStart ?? .now()) + TimeAmount(options.resolutionInterval))
  }

  private func look(_ host: String, _ port: Int, at time: NIODeadline) {
    let bound = NIOLoopBound(self, eventLoop: loop)
    next = loop.scheduleTask(deadline: time) {
      bound.value.next = nil
      bound.value.look(host, port)
    }
  }

  private func look(_ host: String, _ port: Int) {
    guard found != nil, !isLooking else { return }
    isLooking = true
    lastStart = .now()
    let bound = NIOLoopBound(self, eventLoop: loop)
    let lookUp = options.lookUp
    NIOThreadPool.singleton.runIfActive(eventLoop: loop) {
      try lookUp(host, port).map(Endpoint.socket)
    }.whenComplete { bound.value.answered(host, port, $0) }
  }

  private func answered(
    _ host: String, _ port: Int, _ result: Result<[Endpoint], any Error>
  ) {
    isLooking = false
    guard let found else { return }
    switch result {
    case .success:
      failures = 0
    case .failure:
      let pause = options.backoff.pause(after: failures)
      failures += 1
      look(host, port, at: .now() + TimeAmount(pause))
    }
    found(result)
  }
}

struct MalformedTarget: Error {
  let target: String
}
