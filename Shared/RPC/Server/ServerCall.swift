import Synchronization

/// A call as its handler, the authenticator and the observer see it.
package struct ServerCall: Sendable {
  private var shared: Shared

  /// Who calls: what `ServerOptions.authenticate` returned.
  package internal(set) var principal: (any AnyObject & Sendable)?

  init(method: RPCMethod, metadata: Metadata, deadline: Deadline?, peer: Peer) {
    shared = Shared()
    shared.request.withLock {
      $0 = Request(method: method, deadline: deadline, peer: peer, metadata: metadata)
    }
  }

  /// A call of this peer that is yet to begin.
  init(peer: Peer) {
    shared = Shared()
    shared.request.withLock { $0.peer = peer }
  }

  /// Begins the call; its metadata is among the `fields`.
  func begin(
    _ method: RPCMethod, _ deadline: Deadline?, _ headers: HeaderArena, _ fields: Range<Int>
  ) throws(RPCError) {
    let wrong = shared.request.withLock { request in
      // Mostly it is the one of the call before: to put it there again would count references.
      if request.method.identity != method.identity { request.method = method }
      request.deadline = deadline
      return request.metadata.refill(headers, fields)
    }
    if let wrong { throw Metadata.notBase64(headers, wrong) }
  }

  package var method: RPCMethod { shared.request.withLock { $0.method } }
  package var deadline: Deadline? { shared.request.withLock { $0.deadline } }
  package var peer: Peer { shared.request.withLock { $0.peer } }
  /// The request's metadata.
  package var metadata: Metadata { shared.request.withLock { $0.metadata } }

  /// Adds to what goes out before the first reply; has no effect after it.
  package func setInitialMetadata(_ metadata: Metadata) {
    shared.change { $0.initial.add(contentsOf: metadata) }
  }

  /// Adds to what goes out with the status.
  package func addTrailingMetadata(_ metadata: Metadata) {
    shared.change { $0.trailing.add(contentsOf: metadata) }
  }

  /// Compresses the replies that follow, when the client can read it and the first reply has not
  /// gone out without: the choice is made known with it.
  package func compressReplies(with compression: Compression?) {
    shared.change { $0.compression = compression }
  }

  /// Whether the request message that was taken last came compressed.
  package var requestWasCompressed: Bool { shared.notes?.requestWasCompressed ?? false }

  func note(requestWasCompressed: Bool) {
    shared.change { $0.requestWasCompressed = requestWasCompressed }
  }

  /// What the observer attached when the call started (ids for logs and traces), for whoever runs
  /// the call or sees it end. Nothing in the runtime reads it.
  package var context: (any Sendable)? { shared.notes?.context }

  package func attach(context: any Sendable) { shared.change { $0.context = context } }

  /// One load where neither handler nor observer has added anything at all.
  var hasInitialMetadata: Bool { !shared.isBare && !initialMetadata.isEmpty }
  var hasTrailingMetadata: Bool { !shared.isBare && !trailingMetadata.isEmpty }

  /// What is attached, and where nothing is what `make` gives, which is attached then.
  package func context(orAttaching make: () -> any Sendable) -> any Sendable {
    if let context { return context }
    var found: any Sendable = ()
    shared.change { notes in
      found = notes.context ?? make()
      notes.context = found
    }
    return found
  }

  var compression: Compression? { shared.notes?.compression }
  var initialMetadata: Metadata { shared.notes?.initial ?? Metadata() }
  var trailingMetadata: Metadata { shared.notes?.trailing ?? Metadata() }

  /// Makes it the same peer's next call, which is yet to begin. Whoever still has this one keeps it.
  mutating func renew() {
    principal = nil
    if isKnownUniquelyReferenced(&shared) {
      shared.clear()
    } else {
      self = ServerCall(peer: peer)
    }
  }
}

extension ServerCall {
  /// What copies of one call share. The locks are the call's own, so nobody waits for another call;
  /// the runtime takes them three times a call, since each costs as much as forty instructions.
  final class Shared: Sendable {
    fileprivate let request = Mutex(Request())
    private let hasNotes = Atomic<Bool>(false)
    private let allNotes = Mutex(Notes())

    fileprivate var isBare: Bool { !hasNotes.load(ordering: .acquiring) }

    /// Nil where nothing has been added.
    fileprivate var notes: Notes? { isBare ? nil : allNotes.withLock { $0 } }

    fileprivate func change(_ body: (inout Notes) -> Void) {
      allNotes.withLock { body(&$0) }
      hasNotes.store(true, ordering: .releasing)
    }

    /// What came with the call stays until another takes its place.
    func clear() {
      if isBare { return }
      allNotes.withLock { $0 = Notes() }
      hasNotes.store(false, ordering: .releasing)
    }
  }

  /// What came with the call.
  fileprivate struct Request {
    var method = RPCMethod.none
    var deadline: Deadline?
    var peer = Peer(address: "")
    var metadata = Metadata()
  }

  /// What the handler and the observer add.
  fileprivate struct Notes {
    var initial = Metadata()
    var trailing = Metadata()
    var context: (any Sendable)?
    var compression: Compression?
    var requestWasCompressed = false
  }
}

extension RPCMethod {
  static let none = RPCMethod(
    service: "", name: "", kind: .unary, idempotency: .unknown)
}
