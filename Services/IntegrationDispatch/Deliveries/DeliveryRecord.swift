import StatusRules

/// A delivery as it is kept: one document on its way to one integration.
struct DeliveryRecord: Sendable {
  let name: DeliveryName
  let document: DocumentName
  /// The integration's id on the same side.
  let integration: String
  var status: DeliveryStatus
  /// Made by a person, so that it replaces what is different at the destination.
  let isResend: Bool
  var cancelReason: CancelReason?
  /// Told to stop while in flight: no attempt follows the one that runs.
  var isToStop: Bool
  /// The attempt before was lost with its worker: look at the destination before sending.
  var looksFirst: Bool
  /// What the last attempt was answered; empty before the first.
  var lastAnswer: String
  /// Where it arrived; empty before.
  var destination: String
  /// When it is due: queued and retrying only.
  var dueTime: Int64?
  var deliveredTime: Int64?
  let createTime: Int64
  var attempts: Int

  var integrationName: IntegrationName {
    IntegrationName(side: name.side, integration: integration)
  }

  /// In the words of the rules that explain.
  var state: DeliveryState {
    switch status {
    case .queued: .queued
    case .inFlight: .inFlight
    case .retrying: .retrying(due: dueTime ?? 0)
    case .delivered: .delivered(at: deliveredTime ?? 0, place: destination)
    case .failed: .failed(lastAnswer: lastAnswer)
    case .cancelled: .cancelled(cancelReason ?? .integrationDeactivated)
    }
  }
}

/// One attempt and its answer.
struct AttemptRecord: Sendable {
  /// From 1.
  let number: Int
  let startTime: Int64
  /// Nil while it runs, or where its worker was lost.
  let endTime: Int64?
  let isDelivered: Bool
  let answer: String
}
