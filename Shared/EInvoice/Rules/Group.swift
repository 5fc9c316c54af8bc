/// How to find the parts of an invoice that a rule is about, each with its location.
struct Group<Part>: Sendable {
  let parts: @Sendable (Invoice) -> [(location: String, part: Part)]

  /// A group that occurs once at most.
  static func one(_ name: String, _ part: @escaping @Sendable (Invoice) -> Part?) -> Group {
    Group { invoice in part(invoice).map { [(name, $0)] } ?? [] }
  }

  static func many(_ name: String, _ parts: @escaping @Sendable (Invoice) -> [Part]) -> Group {
    Group { invoice in parts(invoice).enumerated().map { ("\(name)[\($0 + 1)]", $1) } }
  }

  /// What each part of this group holds in turn.
  func each<Inner>(_ name: String, _ inner: @escaping @Sendable (Part) -> [Inner]) -> Group<Inner> {
    Group<Inner> { invoice in
      parts(invoice).flatMap { location, part in
        inner(part).enumerated().map { ("\(location)/\(name)[\($0 + 1)]", $1) }
      }
    }
  }

  func one<Inner>(_ name: String, _ inner: @escaping @Sendable (Part) -> Inner?) -> Group<Inner> {
    Group<Inner> { invoice in
      parts(invoice).compactMap { location, part in inner(part).map { ("\(location)/\(name)", $0) }
      }
    }
  }
}

extension Group {
  static var lines: Group<InvoiceLine> { .many("BG-25") { $0.lines } }
  static var allowances: Group<AllowanceCharge> { .many("BG-20") { $0.allowances } }
  static var charges: Group<AllowanceCharge> { .many("BG-21") { $0.charges } }
  static var lineAllowances: Group<AllowanceCharge> { lines.each("BG-27") { $0.allowances } }
  static var lineCharges: Group<AllowanceCharge> { lines.each("BG-28") { $0.charges } }
  static var breakdown: Group<VATBreakdown> { .many("BG-23") { $0.vatBreakdown } }
  static var totals: Group<Totals> { .one("BG-22") { $0.totals } }
}
