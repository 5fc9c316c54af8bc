import Identity
import Testing

/// Who calls in these tests.
enum People {
  static func partner(
    _ space: String = "firm-jansen", _ role: PartnerRole = .administrator,
    kind: PartnerKind = .accounting, subject: String = "ann", spaceName: String? = "Jansen & Co"
  ) throws -> Caller {
    Caller(
      .user(
        User(
          subject: try #require(Subject(subject)), space: try #require(SpaceID(space)),
          spaceKind: .partner(kind), roles: [.partner(role)], displayName: "Ann Jansen",
          spaceName: spaceName)))
  }

  static func business(
    _ space: String = "bakery", _ role: BusinessRole = .administrator,
    number: String? = Numbers.bakery, madeAt: Int64? = nil
  ) throws -> Caller {
    Caller(
      .user(
        User(
          subject: try #require(Subject("bert")), space: try #require(SpaceID(space)),
          spaceKind: .business, roles: [.business(role)], enterpriseNumber: number,
          displayName: "Bert Baker", spaceCreateTime: madeAt)))
  }

  static func backOffice() throws -> Caller {
    Caller(
      .user(
        User(
          subject: try #require(Subject("olga")), space: try #require(SpaceID("platform")),
          spaceKind: .backOffice, roles: [.backOffice], displayName: "Olga")))
  }

  static func service(_ name: ServiceName) -> Caller { Caller(.service(name)) }
}

/// Numbers with the right check digits.
enum Numbers {
  static let bakery = number(4_001_230)
  static let garage = number(8_812_345)

  /// A Belgian number: eight digits and 97 less their remainder by 97.
  static func number(_ seed: Int) -> String {
    let base = String(1_000_000_000 + seed).suffix(8)
    let digits = "0" + base.dropFirst()
    let check = 97 - (Int(digits) ?? 0) % 97
    return "BE" + digits + (check < 10 ? "0\(check)" : "\(check)")
  }
}
