@testable import EInvoice

extension Breaking {
  static let codes: [Breaking] = [
    Breaking("BR-CL-01") { $0.typeCode = "381" },
    Breaking("BR-CL-03") { $0.charges[0].baseAmount?.currency = "EURO" },
    Breaking("BR-CL-03") { $0.lines[0].price?.gross?.currency = nil },
    Breaking("BR-CL-04", also: ["BR-CO-15"]) { $0.currency = "EU" },
    Breaking("BR-CL-05", also: ["BR-53"]) { $0.accountingCurrency = "sek" },
    Breaking("BR-CL-06") {
      $0.taxPointDate = nil
      $0.taxPointCode = "5"
    },
    Breaking("BR-CL-14") { $0.delivery?.address?.country = "EL" },
    Breaking("BR-CL-15") { $0.lines[0].item?.originCountry = "XX" },
    Breaking("BR-CL-16") { $0.paymentMeans[0].code = "71" },
    Breaking("BR-CL-17", also: ["BR-S-08"]) { $0.charges[0].category?.code = "s" },
    Breaking("BR-CL-18", also: ["BR-S-08"]) { $0.lines[1].category?.code = "X" },
    Breaking("BR-CL-19") { $0.lines[0].allowances[0].reasonCode = "1" },
    Breaking("BR-CL-24") { $0.attachments[0].mimeCode = "application/zip" },
    Breaking("BR-CL-25") { $0.buyer?.endpoint?.scheme = "0001" },
  ]

  static let syntax: [Breaking] = [
    Breaking("UBL-SR-12", also: ["UBL-SR-42"]) {
      $0.seller?.taxRegistrations.append(TaxRegistration(identifier: "FR1", scheme: "VAT"))
    },
    Breaking("UBL-SR-13", also: ["UBL-SR-42"]) {
      $0.seller?.taxRegistrations.append(TaxRegistration(identifier: "1", scheme: "TAX"))
    },
    Breaking("UBL-SR-16") { $0.buyer?.identifiers.append(Identifier("K-101")) },
    Breaking("UBL-SR-18") {
      $0.buyer?.taxRegistrations.append(TaxRegistration(identifier: "FR1", scheme: "VAT"))
    },
    Breaking("UBL-SR-29") { $0.payee?.identifiers.append(Identifier("X", scheme: "SEPA")) },
    Breaking("UBL-SR-42") {
      $0.seller?.taxRegistrations.append(TaxRegistration(identifier: nil, scheme: "TAX"))
    },
    Breaking("UBL-SR-44") {
      $0.addMeans { $0.paymentReference = "another" }
    },
    Breaking("UBL-SR-46") { $0.addMeans { $0.text = "Again" } },
    Breaking("UBL-SR-47") { $0.addMeans { $0.code = "31" } },
    Breaking("UBL-SR-54") { $0.addMeans { $0.card = PaymentCard(accountNumber: "1234") } },
    Breaking("UBL-SR-55") { $0.addMeans { $0.mandate = DirectDebit(mandate: "M-2") } },
    Breaking("UBL-DT-06") { $0.attachments[0].mimeCode = nil },
    Breaking("UBL-DT-07") { $0.attachments[0].filename = nil },
    Breaking("BR-B-01", also: ["BR-S-08", "BR-B-02"]) { $0.lines[1].category?.code = "B" },
    Breaking("BR-B-02", also: ["BR-S-08", "BR-B-01"]) { $0.lines[1].category?.code = "B" },
  ]
}

extension Invoice {
  /// A second payment instruction that alone breaks nothing, changed.
  fileprivate mutating func addMeans(_ change: (inout PaymentMeans) -> Void) {
    var means = PaymentMeans(
      code: "30", account: PaymentAccount(identifier: "BE71096123456769"))
    change(&means)
    paymentMeans.append(means)
  }
}
