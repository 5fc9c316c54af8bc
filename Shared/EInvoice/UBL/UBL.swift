/// The names of UBL 2.1 that reading and writing share.
package enum UBL {
  static let invoiceNamespace = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  static let creditNoteNamespace = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
  static let aggregates =
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  static let basics = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"

  /// BT-24 of Peppol BIS Billing 3.
  package static let peppolSpecification =
    "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
  /// BT-23 of Peppol BIS Billing 3.
  package static let peppolProcess = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"

  /// `AdditionalDocumentReference/DocumentTypeCode` of BT-18, and of BT-11 in a credit note, which
  /// has no ProjectReference.
  static let invoicedObjectType = "130"
  static let projectType = "50"
  /// What Peppol writes as order reference where only the seller's order is known: UBL demands one.
  static let noOrder = "NA"

  static func namespace(of kind: Invoice.Kind) -> String {
    kind == .invoice ? invoiceNamespace : creditNoteNamespace
  }
}
