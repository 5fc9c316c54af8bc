// swift-format-ignore-file
// Made from daybook/common/v1alpha/common.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
import RPC

/// Who may read a history entry.
package enum Audience: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// The business and the partner.
  case bothSides
  /// The partner alone: a firm's preparation before the link.
  case partner
  /// The business alone.
  case business
  /// The platform's back office alone: a KYC suspicion, a support note.
  case backOffice
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [Audience] = [.unspecified, .bothSides, .partner, .business, .backOffice]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .bothSides
    case 2: self = .partner
    case 3: self = .business
    case 4: self = .backOffice
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .bothSides: 1
    case .partner: 2
    case .business: 3
    case .backOffice: 4
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "AUDIENCE_UNSPECIFIED"
    case .bothSides: "AUDIENCE_BOTH_SIDES"
    case .partner: "AUDIENCE_PARTNER"
    case .business: "AUDIENCE_BUSINESS"
    case .backOffice: "AUDIENCE_BACK_OFFICE"
    case .unrecognized(let number): String(number)
    }
  }
}

/// Who caused a change: proven by a token or a certificate, never taken from plain metadata.
package struct Actor: Sendable, Equatable {
  /// The `sub` of the caller's token, or the name of the service (`document-status`).
  package var subject: String
  /// The space the caller acted in: `partners/{partner}`, `businesses/{business}`, `backOffice`,
  /// or empty for a service.
  package var space: String
  /// The role that allowed the call: `administrator`, `client_manager`, `accountant`, `member`,
  /// `back_office` or `service`.
  package var role: String
  /// The person's name as it stood in the token; empty after an erasure.
  package var displayName: String

  package init(
    subject: String = "",
    space: String = "",
    role: String = "",
    displayName: String = ""
  ) {
    self.subject = subject
    self.space = space
    self.role = role
    self.displayName = displayName
  }
}

/// One change, as the caller's side may see it. Entries are never edited.
package struct HistoryEntry: Sendable, Equatable {
  /// The place of the entry in the history that it was written to; grows, with gaps. An answer of
  /// ListAccountingHistory or ListLinkHistory may hold entries of several histories: its order
  /// counts, and two of its entries may have one sequence.
  package var sequence: Int64
  /// When the change was committed.
  package var time: GoogleProtobufTimestamp?
  /// Who caused it.
  package var actor: Actor?
  /// What happened, in the words of the status machines: `invite`, `approve`.
  package var event: String
  /// The status before; empty where the entry made the thing.
  package var statusBefore: String
  /// The status after; empty where the thing is gone.
  package var statusAfter: String
  /// Why, in the words meant for this reader; empty where no reason was given.
  package var reason: String
  /// Who else reads this entry.
  package var audience: Audience

  package init(
    sequence: Int64 = 0,
    time: GoogleProtobufTimestamp? = nil,
    actor: Actor? = nil,
    event: String = "",
    statusBefore: String = "",
    statusAfter: String = "",
    reason: String = "",
    audience: Audience = .unspecified
  ) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.event = event
    self.statusBefore = statusBefore
    self.statusAfter = statusAfter
    self.reason = reason
    self.audience = audience
  }
}

/// The detail of FAILED_PRECONDITION when a status does not allow an event. It travels in
/// google.rpc.Status.details.
package struct TransitionRefusal: Sendable, Equatable {
  /// The machine: `client`, `invitation`, `registration_link`, `document`, `accounting`,
  /// `integration_activity`, `integration_configuration` or `delivery`.
  package var machine: String
  /// The status that the thing is in now.
  package var status: String
  /// The event that was asked for.
  package var event: String
  /// The events that this caller may cause now.
  package var allowedEvents: [String]
  /// What stands in the way, and what to do about it.
  package var reason: String

  package init(
    machine: String = "",
    status: String = "",
    event: String = "",
    allowedEvents: [String] = [],
    reason: String = ""
  ) {
    self.machine = machine
    self.status = status
    self.event = event
    self.allowedEvents = allowedEvents
    self.reason = reason
  }
}

/// The outcome of one item of a bulk call: one bad item never stops the others.
package struct ItemStatus: Sendable, Equatable {
  /// The google.rpc.Code of this item; 0 is OK.
  package var code: Int32
  /// What went wrong and what to do; empty when it went well.
  package var message: String

  package init(
    code: Int32 = 0,
    message: String = ""
  ) {
    self.code = code
    self.message = message
  }
}

/// A sum of money as EN 16931 writes it.
package struct Amount: Sendable, Equatable {
  /// A decimal number with at most two places and a point: `1234.50`.
  package var value: String
  /// ISO 4217: `EUR`.
  package var currencyCode: String

  package init(
    value: String = "",
    currencyCode: String = ""
  ) {
    self.value = value
    self.currencyCode = currencyCode
  }
}

extension Actor: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.common.v1alpha.Actor"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Common__V1alpha__Actor>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__common__v1alpha__actor__init(c.assumingMemoryBound(to: Daybook__Common__V1alpha__Actor.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__Actor.self)
    unsafe self.subject = arena.liftString(c.pointee.subject)
    unsafe self.space = arena.liftString(c.pointee.space)
    unsafe self.role = arena.liftString(c.pointee.role)
    unsafe self.displayName = arena.liftString(c.pointee.display_name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__Actor.self)
    unsafe c.pointee.subject = arena.lowerString(self.subject)
    unsafe c.pointee.space = arena.lowerString(self.space)
    unsafe c.pointee.role = arena.lowerString(self.role)
    unsafe c.pointee.display_name = arena.lowerString(self.displayName)
  }
}

extension HistoryEntry: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.common.v1alpha.HistoryEntry"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Common__V1alpha__HistoryEntry>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__common__v1alpha__history_entry__init(c.assumingMemoryBound(to: Daybook__Common__V1alpha__HistoryEntry.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__HistoryEntry.self)
    unsafe self.sequence = c.pointee.sequence
    unsafe self.time = arena.liftMessage(c.pointee.time)
    unsafe self.actor = arena.liftMessage(c.pointee.actor)
    unsafe self.event = arena.liftString(c.pointee.event)
    unsafe self.statusBefore = arena.liftString(c.pointee.status_before)
    unsafe self.statusAfter = arena.liftString(c.pointee.status_after)
    unsafe self.reason = arena.liftString(c.pointee.reason)
    unsafe self.audience = Audience(rawValue: Int32(bitPattern: c.pointee.audience.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__HistoryEntry.self)
    unsafe c.pointee.sequence = self.sequence
    unsafe c.pointee.time = arena.lowerMessage(self.time)
    unsafe c.pointee.actor = arena.lowerMessage(self.actor)
    unsafe c.pointee.event = arena.lowerString(self.event)
    unsafe c.pointee.status_before = arena.lowerString(self.statusBefore)
    unsafe c.pointee.status_after = arena.lowerString(self.statusAfter)
    unsafe c.pointee.reason = arena.lowerString(self.reason)
    unsafe c.pointee.audience = Daybook__Common__V1alpha__Audience(rawValue: UInt32(bitPattern: self.audience.rawValue))
  }
}

extension TransitionRefusal: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.common.v1alpha.TransitionRefusal"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Common__V1alpha__TransitionRefusal>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__common__v1alpha__transition_refusal__init(c.assumingMemoryBound(to: Daybook__Common__V1alpha__TransitionRefusal.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__TransitionRefusal.self)
    unsafe self.machine = arena.liftString(c.pointee.machine)
    unsafe self.status = arena.liftString(c.pointee.status)
    unsafe self.event = arena.liftString(c.pointee.event)
    unsafe self.allowedEvents = arena.liftStrings(c.pointee.n_allowed_events, c.pointee.allowed_events)
    unsafe self.reason = arena.liftString(c.pointee.reason)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__TransitionRefusal.self)
    unsafe c.pointee.machine = arena.lowerString(self.machine)
    unsafe c.pointee.status = arena.lowerString(self.status)
    unsafe c.pointee.event = arena.lowerString(self.event)
    unsafe c.pointee.n_allowed_events = self.allowedEvents.count
    unsafe c.pointee.allowed_events = arena.lowerStrings(self.allowedEvents)
    unsafe c.pointee.reason = arena.lowerString(self.reason)
  }
}

extension ItemStatus: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.common.v1alpha.ItemStatus"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Common__V1alpha__ItemStatus>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__common__v1alpha__item_status__init(c.assumingMemoryBound(to: Daybook__Common__V1alpha__ItemStatus.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__ItemStatus.self)
    unsafe self.code = c.pointee.code
    unsafe self.message = arena.liftString(c.pointee.message)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__ItemStatus.self)
    unsafe c.pointee.code = self.code
    unsafe c.pointee.message = arena.lowerString(self.message)
  }
}

extension Amount: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.common.v1alpha.Amount"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Common__V1alpha__Amount>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__common__v1alpha__amount__init(c.assumingMemoryBound(to: Daybook__Common__V1alpha__Amount.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__Amount.self)
    unsafe self.value = arena.liftString(c.pointee.value)
    unsafe self.currencyCode = arena.liftString(c.pointee.currency_code)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Common__V1alpha__Amount.self)
    unsafe c.pointee.value = arena.lowerString(self.value)
    unsafe c.pointee.currency_code = arena.lowerString(self.currencyCode)
  }
}
