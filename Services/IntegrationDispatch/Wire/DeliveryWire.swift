import Contracts
import StatusRules

/// Deliveries between their records and their messages.
extension DeliveryRecord {
  /// - Parameter attempts: Every attempt, or none in lists.
  func message(attempts list: [AttemptRecord] = []) -> Delivery {
    Delivery(
      name: name.description, document: document.description,
      integration: integrationName.description, status: status.message, reason: reason,
      destination: destination, dueTime: dueTime.map(GoogleProtobufTimestamp.init(microseconds:)),
      deliveredTime: deliveredTime.map(GoogleProtobufTimestamp.init(microseconds:)),
      createTime: GoogleProtobufTimestamp(microseconds: createTime),
      attempts: list.map(\.message), attemptCount: Int32(clamping: attempts))
  }

  /// Why it was cancelled or failed.
  private var reason: String {
    switch status {
    case .cancelled: cancelReason?.rawValue ?? ""
    case .failed: lastAnswer
    case .queued, .inFlight, .retrying, .delivered: ""
    }
  }
}

extension AttemptRecord {
  fileprivate var message: DeliveryAttempt {
    DeliveryAttempt(
      number: Int32(clamping: number),
      startTime: GoogleProtobufTimestamp(microseconds: startTime),
      endTime: endTime.map(GoogleProtobufTimestamp.init(microseconds:)), delivered: isDelivered,
      answer: answer)
  }
}

extension StatusRules.DeliveryStatus {
  fileprivate var message: Contracts.DeliveryStatus {
    switch self {
    case .queued: .queued
    case .inFlight: .inFlight
    case .retrying: .retrying
    case .delivered: .delivered
    case .failed: .failed
    case .cancelled: .cancelled
    }
  }
}

extension ExportState {
  var message: Contracts.ExportState {
    switch self {
    case .notExported: .notExported
    case .queued: .queued
    case .exported: .exported
    case .error: .error
    }
  }
}

extension StatusRules.DeliveryReason {
  /// - Parameter delivery: The one that was looked at.
  func message(delivery: DeliveryRecord?) -> ExplainDeliveryResponse {
    var response = ExplainDeliveryResponse(
      reason: kind, message: advice, delivery: delivery?.name.description ?? "")
    switch self {
    case .misconfigured(let field), .approvedWhile(.misconfigured(let field)):
      response.field = field
    case .cancelled(let reason): response.detail = reason.rawValue
    case .waitingForRetry(let due):
      response.dueTime = GoogleProtobufTimestamp(microseconds: due)
      response.detail = delivery?.lastAnswer ?? ""
    case .failed(let answer): response.detail = answer
    case .delivered(let time, let place):
      response.deliveredTime = GoogleProtobufTimestamp(microseconds: time)
      response.destination = place
    case .notApproved, .linkEnded, .integrationInactive, .approvedWhile, .queued, .inFlight: break
    }
    return response
  }

  private var kind: Contracts.DeliveryReason {
    switch self {
    case .notApproved: .notApproved
    case .linkEnded: .linkEnded
    case .integrationInactive: .integrationInactive
    case .misconfigured: .misconfigured
    case .approvedWhile: .approvedBefore
    case .cancelled: .cancelled
    case .queued, .inFlight: .inFlight
    case .waitingForRetry: .retrying
    case .failed: .failed
    case .delivered: .delivered
    }
  }
}
