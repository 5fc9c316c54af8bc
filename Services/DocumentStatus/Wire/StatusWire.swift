import Contracts
import RPC
import StatusRules

/// The words of the rules and of this service between their messages and their own enums.
/// INVALID_ARGUMENT for a number that names none.
extension StatusRules.DocumentStatus {
  var message: Contracts.DocumentStatus {
    switch self {
    case .awaitingValidation: .awaitingValidation
    case .unpaid: .unpaid
    case .fullyPaid: .fullyPaid
    }
  }

  /// Nil for unspecified.
  init?(_ message: Contracts.DocumentStatus) throws(RPCError) {
    switch message {
    case .unspecified: return nil
    case .awaitingValidation: self = .awaitingValidation
    case .unpaid: self = .unpaid
    case .fullyPaid: self = .fullyPaid
    case .unrecognized: throw .unknownWord("status")
    }
  }
}

extension StatusRules.AccountingStatus {
  var message: Contracts.AccountingStatus {
    switch self {
    case .clientActionNeeded: .clientActionNeeded
    case .readyToProcess: .readyToProcess
    case .processed: .processed
    }
  }

  /// Nil for unspecified.
  init?(_ message: Contracts.AccountingStatus) throws(RPCError) {
    switch message {
    case .unspecified: return nil
    case .clientActionNeeded: self = .clientActionNeeded
    case .readyToProcess: self = .readyToProcess
    case .processed: self = .processed
    case .unrecognized: throw .unknownWord("accounting_status")
    }
  }
}

extension DocumentType {
  var message: Contracts.DocumentKind {
    switch self {
    case .purchaseInvoice: .purchaseInvoice
    case .salesInvoice: .salesInvoice
    case .purchaseReceipt: .purchaseReceipt
    case .salesReceipt: .salesReceipt
    case .purchaseCreditNote: .purchaseCreditNote
    case .salesCreditNote: .salesCreditNote
    }
  }

  /// Nil for unspecified.
  init?(_ message: Contracts.DocumentKind) throws(RPCError) {
    switch message {
    case .unspecified: return nil
    case .purchaseInvoice: self = .purchaseInvoice
    case .salesInvoice: self = .salesInvoice
    case .purchaseReceipt: self = .purchaseReceipt
    case .salesReceipt: self = .salesReceipt
    case .purchaseCreditNote: self = .purchaseCreditNote
    case .salesCreditNote: self = .salesCreditNote
    case .unrecognized: throw .unknownWord("kind")
    }
  }
}

extension DocumentOrigin {
  var message: Contracts.DocumentOrigin {
    switch self {
    case .pdf: .pdf
    case .ubl: .ubl
    case .network: .network
    }
  }
}

extension DocumentPart {
  /// Unspecified is the original.
  init(_ message: Contracts.ContentPart) throws(RPCError) {
    switch message {
    case .unspecified, .original: self = .original
    case .eInvoice: self = .eInvoice
    case .unrecognized: throw .unknownWord("part")
    }
  }
}

extension RPCError {
  fileprivate static func unknownWord(_ field: String) -> RPCError {
    RPCError(.invalidArgument, "\(field) is a number that this version knows no word for")
  }
}
