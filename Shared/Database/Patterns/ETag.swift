/// The version of a resource as callers see it. It changes with every change of the resource and says
/// nothing else.
package enum ETag {
  package static func text(version: Int64) -> String { "v\(version)" }

  /// Refuses a change that was made from an older version. An empty etag was not given, and passes.
  package static func check(
    _ given: String, version: Int64
  ) throws(ETagMismatch) {
    let current = text(version: version)
    guard given.isEmpty || given == current else { throw ETagMismatch(current: current) }
  }
}

/// The resource has changed since the caller read it: read again (gRPC: ABORTED).
package struct ETagMismatch: Error, Equatable {
  package let current: String

  package init(current: String) { self.current = current }
}
