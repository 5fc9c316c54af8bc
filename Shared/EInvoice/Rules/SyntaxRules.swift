extension Rules {
  /// UBL-SR-* and UBL-DT-*: how often what the model holds as lists may stand, and what UBL demands
  /// beside EN 16931. What the model holds once is UBL-ONCE's; amounts' digits (UBL-DT-01) are
  /// BR-DEC's.
  static let syntax: [Rule] = [
    .document("UBL-SR-12", "The seller's VAT identifier (BT-31) stands once at most.") {
      ($0.seller?.identifiers(forVAT: true) ?? 0) <= 1
    },
    .document("UBL-SR-13", "The seller's tax registration (BT-32) stands once at most.") {
      ($0.seller?.identifiers(forVAT: false) ?? 0) <= 1
    },
    .document("UBL-SR-16", "The buyer's identifier (BT-46) stands once at most.") {
      ($0.buyer?.identifiers.count ?? 0) <= 1
    },
    .document("UBL-SR-18", "The buyer's VAT identifier (BT-48) stands once at most.") {
      ($0.buyer?.identifiers(forVAT: true) ?? 0) <= 1
    },
    .document("UBL-SR-29", "The creditor's identifier at its bank (BT-90) stands once at most.") {
      invoice in
      let identifiers = [invoice.seller, invoice.buyer, invoice.payee].flatMap {
        $0?.identifiers ?? []
      }
      return identifiers.count { $0.scheme == "SEPA" } <= 1
    },
    .document("UBL-SR-42", "The seller has two tax registrations at most.") {
      ($0.seller?.taxRegistrations.count ?? 0) <= 2
    },
    .document("UBL-SR-44", "All payment instructions have the same remittance (BT-83).") {
      Set($0.paymentMeans.compactMap(\.paymentReference)).count <= 1
    },
    .document("UBL-SR-46", "The text of a payment means (BT-82) stands once at most.") {
      $0.paymentMeans.compactMap(\.text).count <= 1
    },
    .document("UBL-SR-47", "All payment instructions have the same code (BT-81).") {
      Set($0.paymentMeans.compactMap(\.code)).count <= 1
    },
    .document("UBL-SR-54", "There is one payment card (BG-18) at most.") {
      $0.paymentMeans.compactMap(\.card).count <= 1
    },
    .document("UBL-SR-55", "There is one payment mandate (BG-19) at most.") {
      $0.paymentMeans.compactMap(\.mandate).count <= 1
    },
    .each(contents, "UBL-DT-06", "An attached document (BT-125) has a mime code.") {
      $0.mimeCode != nil
    },
    .each(contents, "UBL-DT-07", "An attached document (BT-125) has a file name.") {
      $0.filename != nil
    },
  ]

  private static let contents = Group<Attachment> { invoice in
    Group<Attachment>.many("BG-24") { $0.attachments }.parts(invoice)
      .filter { $0.part.content != nil }
  }
}

extension Party {
  fileprivate func identifiers(forVAT isVAT: Bool) -> Int {
    taxRegistrations.count { $0.identifier != nil && $0.isVAT == isVAT }
  }
}
