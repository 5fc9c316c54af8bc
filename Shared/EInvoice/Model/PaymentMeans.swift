/// BG-16: how payment is made. Several accounts are several of these with one code.
package struct PaymentMeans: Sendable, Hashable {
  /// BT-81, UNTDID 4461: 30 is a credit transfer, 58 a SEPA credit transfer, 59 SEPA direct debit.
  package var code: String?
  /// BT-82.
  package var text: String?
  /// BT-83, the remittance information.
  package var paymentReference: String?
  /// BG-17.
  package var account: PaymentAccount?
  /// BG-18.
  package var card: PaymentCard?
  /// BG-19.
  package var mandate: DirectDebit?

  package init(code: String? = nil, account: PaymentAccount? = nil) {
    self.code = code
    self.account = account
  }

  /// A credit transfer in the sense of BR-50 and BR-61.
  package var isCreditTransfer: Bool { code == "30" || code == "58" }
}

/// BG-17: the account that is paid to.
package struct PaymentAccount: Sendable, Hashable {
  /// BT-84, an IBAN for SEPA.
  package var identifier: String?
  /// BT-85.
  package var name: String?
  /// BT-86, a BIC for SEPA.
  package var serviceProvider: String?

  package init(identifier: String? = nil, name: String? = nil, serviceProvider: String? = nil) {
    self.identifier = identifier
    self.name = name
    self.serviceProvider = serviceProvider
  }
}

/// BG-18: the card that was used.
package struct PaymentCard: Sendable, Hashable {
  /// BT-87; EN 16931 wants its last 4 to 6 digits only.
  package var accountNumber: String?
  /// The card's network, which UBL wants beside the number.
  package var network: String?
  /// BT-88.
  package var holder: String?

  package init(accountNumber: String? = nil) { self.accountNumber = accountNumber }
}

/// BG-19: the mandate that is debited.
package struct DirectDebit: Sendable, Hashable {
  /// BT-89.
  package var mandate: String?
  /// BT-91.
  package var debitedAccount: String?

  package init(mandate: String? = nil, debitedAccount: String? = nil) {
    self.mandate = mandate
    self.debitedAccount = debitedAccount
  }
}
