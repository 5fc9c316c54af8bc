// A stream's call and method, used without counting references.
//
// Of what a variable of an object holds a copy is counted, at eighteen cycles each way, for as long as
// somebody else's code runs. These stay where they are meanwhile: `call` is renewed and `served` replaced
// only between two calls, when nobody but the connection has the stream. Eight pairs a call less.

extension ServerStream {
  /// Begins the call; its metadata is among the fields. Gives the first of them that should be base64
  /// and is not.
  func beginCall(_ headers: HeaderArena, _ fields: Range<Int>) -> Int? {
    let deadline = deadline
    return unsafe withCall { $0.begin($1.method, deadline, headers, fields) }
  }

  /// What the observer is given is counted, once.
  func observe(_ body: (ServerCall, RPCMethod) -> Void) {
    unsafe withCall { shared, served in body(ServerCall(shared), served.method) }
  }

  var hasInitialMetadata: Bool { unsafe withCall { shared, _ in shared.hasInitialMetadata } }
  var hasTrailingMetadata: Bool { unsafe withCall { shared, _ in shared.hasTrailingMetadata } }

  @inline(__always)
  @unsafe private func withCall<R>(
    _ body: (ServerCall.Shared, MethodTable.Method) -> R
  ) -> R {
    let method = unsafe Unmanaged.passUnretained(served)
    return unsafe call.uncounted._withUnsafeGuaranteedRef { shared in
      unsafe method._withUnsafeGuaranteedRef { body(shared, $0) }
    }
  }
}
