import EInvoice
import RPC
import StatusRules

extension ImportLabel {
  /// What a UBL file is. It tells itself whether it is a credit note; whether it was bought or sold,
  /// the user says, or the business's number among the parties.
  func type(of invoice: Invoice) throws(RPCError) -> DocumentType {
    let isCreditNote = invoice.kind == .creditNote
    guard let type else {
      guard let isSale = isSale(invoice) else {
        throw RPCError(
          .invalidArgument,
          "kind is needed: the business's own number is not that of one of the parties")
      }
      return isSale ? .sales(creditNote: isCreditNote) : .purchase(creditNote: isCreditNote)
    }
    guard type.kind.isInvoice else {
      throw RPCError(
        .invalidArgument, "kind must be an invoice or a credit note: a UBL file is no receipt")
    }
    guard type.isCreditNote == isCreditNote else {
      let found = isCreditNote ? "a credit note" : "an invoice"
      throw RPCError(.invalidArgument, "kind does not fit: the file is \(found)")
    }
    return type
  }

  /// Whether the business is the seller; nil where its number is that of neither party, or of both.
  private func isSale(_ invoice: Invoice) -> Bool? {
    guard let own = businessNumber.flatMap({ try? EnterpriseNumber($0) }) else {
      return nil
    }
    let sells = invoice.seller?.has(own) ?? false
    let buys = invoice.buyer?.has(own) ?? false
    return sells == buys ? nil : sells
  }
}

extension Party {
  /// Whether any number of the party is this one.
  fileprivate func has(_ number: EnterpriseNumber) -> Bool {
    let country = address?.country ?? number.country
    let texts =
      taxRegistrations.compactMap(\.identifier)
      + [legalIdentifier?.value, endpoint?.value].compactMap { $0 } + identifiers.map(\.value)
    return texts.contains { text in
      (try? EnterpriseNumber(text)) == number
        || (try? EnterpriseNumber(text, country: country)) == number
    }
  }
}
