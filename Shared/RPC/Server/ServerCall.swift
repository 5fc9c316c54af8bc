import Synchronization

/// A call as its handler, the authenticator and the observer see it.
package struct ServerCall: Sendable {
  private var shared: Shared

  /// Who calls: what `ServerOptions.authenticate` returned.
  package internal(set) var principal: (any AnyObject & Sendable)?

  init(method: RPCMethod, metadata: Metadata, deadline: Deadline?, peer: Peer) {
    shared = Shared()
    shared.contents.withLock { contents in
      contents.head = Head(method: method, deadline: deadline, peer: peer)
      contents.metadata = metadata
    }
  }

  /// A call whose metadata stands in `shared` already.
  init(_ shared: Shared, method: RPCMethod, deadline: Deadline?, peer: Peer) {
    self.shared = shared
    shared.contents.withLock { $0.head = Head(method: method, deadline: deadline, peer: peer) }
  }

  package var method: RPCMethod { shared.contents.withLock { $0.head.method } }
  package var deadline: Deadline? { shared.contents.withLock { $0.head.deadline } }
  package var peer: Peer { shared.contents.withLock { $0.head.peer } }
  /// The request's metadata.
  package var metadata: Metadata { shared.contents.withLock { $0.metadata } }

  /// Adds to what goes out before the first reply; has no effect after it.
  package func setInitialMetadata(_ metadata: Metadata) {
    shared.contents.withLock { $0.replies.initial.add(contentsOf: metadata) }
  }

  /// Adds to what goes out with the status.
  package func addTrailingMetadata(_ metadata: Metadata) {
    shared.contents.withLock { $0.replies.trailing.add(contentsOf: metadata) }
  }

  /// Compresses the replies that follow, when the client can read it and the first reply has not
  /// gone out without: the choice is made known with it.
  package func compressReplies(with compression: Compression?) {
    shared.contents.withLock { $0.replies.compression = compression }
  }

  /// Whether the request message that was taken last came compressed.
  package var requestWasCompressed: Bool {
    shared.contents.withLock { $0.replies.requestWasCompressed }
  }

  func note(requestWasCompressed: Bool) {
    shared.contents.withLock { $0.replies.requestWasCompressed = requestWasCompressed }
  }

  /// What the observer attached when the call started (ids for logs and traces), for whoever runs
  /// the call or sees it end. Nothing in the runtime reads it.
  package var context: (any Sendable)? { shared.contents.withLock { $0.replies.context } }

  package func attach(context: any Sendable) {
    shared.contents.withLock { $0.replies.context = context }
  }

  var compression: Compression? { shared.contents.withLock { $0.replies.compression } }
  var initialMetadata: Metadata { shared.contents.withLock { $0.replies.initial } }
  var trailingMetadata: Metadata { shared.contents.withLock { $0.replies.trailing } }

  /// Gives its part up; nothing but nonsense is to be had from this copy of the call afterwards.
  mutating func leave() -> Shared {
    principal = nil
    let left = shared
    shared = Shared.none
    return left
  }
}

extension ServerCall {
  /// What copies of one call share. The lock is the call's own, so nobody waits for another call.
  final class Shared: Sendable {
    /// What calls that have ended point to.
    static let none = Shared()

    fileprivate let contents = Mutex(Contents())

    struct Contents {
      fileprivate var head = Head.none
      fileprivate var metadata = Metadata()
      fileprivate var replies = Replies()
    }

    /// Reads the metadata into the memory that the call before it had.
    func refill(_ headers: HeaderArena, _ fields: Range<Int>) throws(RPCError) {
      var failure: RPCError?
      contents.withLock { contents in
        do throws(RPCError) {
          try contents.metadata.refill(headers, fields)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
    }

    func clear() {
      contents.withLock { contents in
        contents.head = .none
        contents.metadata.removeAll()
        contents.replies = Replies()
      }
    }
  }

  fileprivate struct Head {
    let method: RPCMethod
    let deadline: Deadline?
    let peer: Peer

    static let none = Head(
      method: RPCMethod(service: "", name: "", kind: .unary, idempotency: .unknown), deadline: nil,
      peer: Peer(address: ""))
  }

  fileprivate struct Replies {
    var initial = Metadata()
    var trailing = Metadata()
    var context: (any Sendable)?
    var compression: Compression?
    var requestWasCompressed = false
  }
}
