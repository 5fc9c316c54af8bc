import StatusRules

/// The export state of a document on one side, as accountants see it beside their own status.
enum ExportState: Sendable, Equatable {
  case notExported, queued, exported, error

  /// - Parameter newest: The status of the newest delivery to each integration of the side. What was
  ///   cancelled was never exported and says nothing.
  init(newest: [DeliveryStatus]) {
    if newest.contains(.failed) {
      self = .error
    } else if newest.contains(where: { [.queued, .inFlight, .retrying].contains($0) }) {
      self = .queued
    } else {
      self = newest.contains(.delivered) ? .exported : .notExported
    }
  }
}
