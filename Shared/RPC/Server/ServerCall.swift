import Synchronization

/// A call as its handler, the authenticator and the observer see it.
package struct ServerCall: Sendable {
  private let shared: Shared

  /// Who calls: what `ServerOptions.authenticate` returned.
  package internal(set) var principal: (any AnyObject & Sendable)?

  init(method: RPCMethod, metadata: Metadata, deadline: Deadline?, peer: Peer) {
    shared = Shared(method: method, metadata: metadata, deadline: deadline, peer: peer)
  }

  package var method: RPCMethod { shared.method }
  /// The request's metadata.
  package var metadata: Metadata { shared.metadata }
  package var deadline: Deadline? { shared.deadline }
  package var peer: Peer { shared.peer }

  /// Adds to what goes out before the first reply; has no effect after it.
  package func setInitialMetadata(_ metadata: Metadata) {
    shared.replies.withLock { $0.initial.add(contentsOf: metadata) }
  }

  /// Adds to what goes out with the status.
  package func addTrailingMetadata(_ metadata: Metadata) {
    shared.replies.withLock { $0.trailing.add(contentsOf: metadata) }
  }

  /// Compresses the replies that follow, when the client can read it and the first reply has not
  /// gone out without: the choice is made known with it.
  package func compressReplies(with compression: Compression?) {
    shared.replies.withLock { $0.compression = compression }
  }

  /// Whether the request message that was taken last came compressed.
  package var requestWasCompressed: Bool { shared.replies.withLock { $0.requestWasCompressed } }

  func note(requestWasCompressed: Bool) {
    shared.replies.withLock { $0.requestWasCompressed = requestWasCompressed }
  }

  /// What the observer attached when the call started (ids for logs and traces), for whoever runs
  /// the call or sees it end. Nothing in the runtime reads it.
  package var context: (any Sendable)? { shared.replies.withLock { $0.context } }

  package func attach(context: any Sendable) {
    shared.replies.withLock { $0.context = context }
  }

  var compression: Compression? { shared.replies.withLock { $0.compression } }
  var initialMetadata: Metadata { shared.replies.withLock { $0.initial } }
  var trailingMetadata: Metadata { shared.replies.withLock { $0.trailing } }
}

extension ServerCall {
  /// What copies of one call share. The lock is the call's own, so nobody waits for another call.
  private final class Shared: Sendable {
    let method: RPCMethod
    let metadata: Metadata
    let deadline: Deadline?
    let peer: Peer
    let replies = Mutex(Replies())

    struct Replies {
      var initial = Metadata()
      var trailing = Metadata()
      var context: (any Sendable)?
      var compression: Compression?
      var requestWasCompressed = false
    }

    init(method: RPCMethod, metadata: Metadata, deadline: Deadline?, peer: Peer) {
      self.method = method
      self.metadata = metadata
      self.deadline = deadline
      self.peer = peer
    }
  }
}
