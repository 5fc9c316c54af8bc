import NIOCore
import NIOPosix
import Synchronization

/// A server by hand-built frames, for our client to meet: each connection runs `script`.
package struct FrameServer {
  package let port: Int
  private let listener: any Channel
  private let connections: Connections

  package init(_ script: @escaping @Sendable (FramePeer) async throws -> Void) async throws {
    let connections = Connections()
    self.connections = connections
    listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        let inbox = FrameInbox(skipping: Frames.preface.count)
        let peer = FramePeer(accepted: channel, inbox)
        connections.add(Task { try await script(peer) }, channel)
        return channel.pipeline.addHandler(inbox)
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = listener.localAddress?.port ?? 0
  }

  /// How many connections have come.
  package var connectionCount: Int { connections.count }

  /// Ends every connection and throws what a script threw, cancellation excepted.
  package func close() async throws {
    try? await listener.close()
    try await connections.end()
  }
}

private final class Connections: Sendable {
  private let open = Mutex<[(script: Task<Void, any Error>, channel: any Channel)]>([])

  var count: Int { open.withLock { $0.count } }

  func add(_ script: Task<Void, any Error>, _ channel: any Channel) {
    open.withLock { $0.append((script, channel)) }
  }

  func end() async throws {
    let open = open.withLock { $0 }
    for connection in open {
      connection.script.cancel()
      try? await connection.channel.close()
    }
    for connection in open {
      do { try await connection.script.value } catch is CancellationError {}
    }
  }
}
