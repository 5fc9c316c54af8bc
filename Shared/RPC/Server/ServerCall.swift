import Synchronization

/// A call as its handler, the authenticator and the observer see it.
package struct ServerCall: Sendable {
  fileprivate var shared: Shared

  init(method: RPCMethod, metadata: Metadata, deadline: Deadline?, peer: Peer) {
    shared = Shared(
      Request(method: method, deadline: deadline, peer: peer, metadata: metadata))
  }

  /// A further view of a call.
  init(_ shared: Shared) { self.shared = shared }

  /// A call of this peer that is yet to begin.
  init(peer: Peer) {
    shared = Shared(Request(peer: peer))
  }

  package var method: RPCMethod { unsafe shared.request.method }
  package var deadline: Deadline? { unsafe shared.request.deadline }
  package var peer: Peer { unsafe shared.request.peer }
  /// The request's metadata.
  package var metadata: Metadata { unsafe shared.request.metadata }

  /// Who calls: what `ServerOptions.authenticate` returned.
  package var principal: (any AnyObject & Sendable)? { shared.principal }

  /// Lets the call in, on its loop, for whoever makes it. False where it was let in before, as whoever that
  /// was for.
  @discardableResult
  func admit(_ principal: (any AnyObject & Sendable)?) -> Bool { shared.admit(principal) }

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
  var initialMetadata: Metadata { shared.initialMetadata }
  var trailingMetadata: Metadata { shared.trailingMetadata }

  /// Makes it the same peer's next call, which is yet to begin. Whoever still has this one keeps it.
  mutating func renew() {
    if isKnownUniquelyReferenced(&shared) {
      shared.clear()
    } else {
      self = ServerCall(peer: peer)
    }
  }

  /// What the copies share, for whoever holds the call meanwhile and so need not count it.
  @unsafe var uncounted: Unmanaged<Shared> { unsafe .passUnretained(shared) }
}

extension ServerCall {
  /// What copies of one call share. The lock is the call's own, so nobody waits for another call, and
  /// nobody takes it where nothing was added.
  final class Shared: Sendable {
    /// Written by `begin` only, which runs before anybody else holds the call: `renew` takes another
    /// object where somebody does. A lock that nobody contends for cost 140 instructions a call.
    fileprivate nonisolated(unsafe) var request: Request
    /// Written by `admit` before `isAdmitted` says so, and not again while anybody else holds the call.
    private nonisolated(unsafe) var admitted: (any AnyObject & Sendable)?
    private let isAdmitted = Atomic<Bool>(false)
    private let hasNotes = Atomic<Bool>(false)
    private let allNotes = Mutex(Notes())

    fileprivate init(_ request: Request) { unsafe self.request = request }

    /// Begins the call, which nobody else holds; its metadata is among the `fields`. Gives the first of
    /// them that should be base64 and is not.
    func begin(
      _ method: RPCMethod, _ deadline: Deadline?, _ headers: HeaderArena, _ fields: Range<Int>
    ) -> Int? {
      // Mostly it is the one of the call before: to put it there again would count references.
      if unsafe request.method.identity != method.identity { unsafe request.method = method }
      unsafe request.deadline = deadline
      return unsafe request.metadata.refill(headers, fields)
    }

    fileprivate var principal: (any AnyObject & Sendable)? {
      isAdmitted.load(ordering: .acquiring) ? unsafe admitted : nil
    }

    fileprivate func admit(_ principal: (any AnyObject & Sendable)?) -> Bool {
      if isAdmitted.load(ordering: .relaxed) { return false }
      unsafe admitted = principal
      isAdmitted.store(true, ordering: .releasing)
      return true
    }

    private var isBare: Bool { !hasNotes.load(ordering: .acquiring) }

    /// One load where neither handler nor observer has added anything at all.
    var hasInitialMetadata: Bool { !isBare && !initialMetadata.isEmpty }
    var hasTrailingMetadata: Bool { !isBare && !trailingMetadata.isEmpty }

    fileprivate var initialMetadata: Metadata { notes?.initial ?? Metadata() }
    fileprivate var trailingMetadata: Metadata { notes?.trailing ?? Metadata() }

    /// Nil where nothing has been added.
    fileprivate var notes: Notes? { isBare ? nil : allNotes.withLock { $0 } }

    fileprivate func change(_ body: (inout Notes) -> Void) {
      allNotes.withLock { body(&$0) }
      hasNotes.store(true, ordering: .releasing)
    }

    /// What came with the call stays until another takes its place.
    func clear() {
      if isAdmitted.load(ordering: .relaxed) {
        isAdmitted.store(false, ordering: .relaxed)
        unsafe admitted = nil
      }
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
