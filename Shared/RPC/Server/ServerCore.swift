import NIOCore
import NIOSSL
import Synchronization

/// What all connections of a server share. Only opening, closing and stopping take its lock.
final class ServerCore: Sendable {
  let methods: MethodTable
  /// Nothing stands between a call and its handler.
  let isOpen: Bool
  let options: ServerOptions
  let observer: any ServerObserver
  let group: LoopGroup
  let unread: ByteBudget
  private let state = Mutex(State())

  private struct State {
    var connections: [ObjectIdentifier: NIOLoopBound<ServerConnection>] = [:]
    var isStopping = false
    var nextWait = 0
    var waits: [Int: CheckedContinuation<Bool, Never>] = [:]
  }

  init(services: [any RPCService], options: ServerOptions) {
    self.options = options
    observer = options.observer
    unread = ByteBudget(bytes: options.limits.unreadBytes)
    group =
      options.eventLoops == 0 ? .shared : LoopGroup(loops: options.eventLoops)
    let sizes = MessageSizes(request: options.limits.messageBytes, reply: options.limits.replyBytes)
    methods = MethodTable(
      services.flatMap(\.handlers).map { handler in
        var handler = handler
        handler.sizes = options.messageSizes[handler.method] ?? sizes
        return handler
      })
    isOpen = options.interceptors.isEmpty && options.authenticate == nil
  }

  /// False when the connection is one too many or comes too late.
  func opened(_ connection: ServerConnection) -> Bool {
    let bound = NIOLoopBound(connection, eventLoop: connection.loop.loop)
    return state.withLock { state in
      guard !state.isStopping, state.connections.count < options.limits.connections else {
        return false
      }
      state.connections[ObjectIdentifier(connection)] = bound
      return true
    }
  }

  func closed(_ connection: ServerConnection) {
    let waiting = state.withLock { state -> [CheckedContinuation<Bool, Never>] in
      state.connections[ObjectIdentifier(connection)] = nil
      guard state.connections.isEmpty else { return [] }
      defer { state.waits = [:] }
      return Array(state.waits.values)
    }
    for continuation in waiting { continuation.resume(returning: true) }
  }

  var isStopping: Bool { state.withLock { $0.isStopping } }

  func beginStop() {
    state.withLock { $0.isStopping = true }
    forEachConnection { $0.beginStop() }
  }

  func forEachConnection(_ body: @escaping @Sendable (ServerConnection) -> Void) {
    for connection in state.withLock({ Array($0.connections.values) }) {
      connection.eventLoop.execute { body(connection.value) }
    }
  }

  /// True when the last connection has closed, false when `limit` passed before.
  func isEmpty(within limit: Duration) async -> Bool {
    await withCheckedContinuation { continuation in
      let wait = state.withLock { state -> Int? in
        guard !state.connections.isEmpty else { return nil }
        state.nextWait += 1
        state.waits[state.nextWait] = continuation
        return state.nextWait
      }
      guard let wait else { return continuation.resume(returning: true) }
      group.loops[0].loop.scheduleTask(in: TimeAmount(limit)) { self.giveUp(wait) }
    }
  }

  private func giveUp(_ wait: Int) {
    state.withLock { $0.waits.removeValue(forKey: wait) }?.resume(returning: false)
  }
}
