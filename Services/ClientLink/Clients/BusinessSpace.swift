import EInvoice
import Identity

/// A business space as its user's token proves it.
struct BusinessSpace: Sendable {
  /// The space id.
  let id: String
  /// The verified number in the normal form; nil while none is verified.
  let enterpriseNumber: String?
  /// When the space was made, microseconds since 1970; nil where the token does not say it.
  let createTime: Int64?

  init(_ user: User) {
    id = user.space.description
    enterpriseNumber = user.enterpriseNumber.flatMap { try? EnterpriseNumber.normalForm($0) }
    createTime = user.spaceCreateTime
  }

  /// A space counts as new when it was made for the invitation; one that does not say counts as old.
  func isNew(since time: Int64) -> Bool { createTime.map { $0 >= time } ?? false }
}

extension EnterpriseNumber {
  /// The one spelling under which numbers are kept and compared. A number without a country is read
  /// as a Belgian one.
  static func normalForm(_ text: String) throws(Fault) -> String {
    do {
      return try EnterpriseNumber(text).description
    } catch .countryMissing {
      return try EnterpriseNumber(text, country: "BE").description
    }
  }
}
