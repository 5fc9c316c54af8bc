/// A decimal number without binary rounding: amounts, quantities, prices, rates.
///
/// Holds multiples of 10⁻¹⁸ below 10¹⁴. That leaves room for any sum that one document can hold
/// (200,000 elements of 10¹⁴ are 2 × 10³⁷ units; 128 bits hold 1.7 × 10³⁸), so addition and
/// subtraction of what was read cannot overflow; what could not be held is capped, never a trap.
/// Two numbers are equal when their values are: `1.0 == 1.00`. The number of fraction digits as
/// written is kept beside the value, since EN 16931 limits it (BR-DEC) and writing keeps it.
package struct ExactDecimal: Sendable, Hashable, Comparable {
  /// The value in units of 10⁻¹⁸.
  let units: Int128
  /// How many digits stood after the point.
  package let fractionDigits: Int

  package static let zero = ExactDecimal(units: 0, fractionDigits: 0)
  package static let maximumFractionDigits = 18
  package static let maximumIntegerDigits = 14
  static let one: Int128 = 1_000_000_000_000_000_000

  init(units: Int128, fractionDigits: Int) {
    self.units = units
    self.fractionDigits = fractionDigits
  }

  /// A whole number; nil from 10¹⁴ on.
  package init?(whole: Int64) {
    guard whole.magnitude < 100_000_000_000_000 else { return nil }
    self.init(units: Int128(whole) * Self.one, fractionDigits: 0)
  }

  /// Hundredths, as ledgers and messages pass them: `ExactDecimal(cents: 12345)` is 123.45.
  /// nil from 10¹⁴ on.
  package init?(cents: Int64) {
    guard cents.magnitude < 10_000_000_000_000_000 else { return nil }
    self.init(units: Int128(cents) * (Self.one / 100), fractionDigits: 2)
  }

  /// The value in hundredths if it is a whole number of them and fits.
  package var cents: Int64? {
    let (quotient, remainder) = units.quotientAndRemainder(dividingBy: Self.one / 100)
    return remainder == 0 ? Int64(exactly: quotient) : nil
  }

  package static func == (left: Self, right: Self) -> Bool { left.units == right.units }
  package static func < (left: Self, right: Self) -> Bool { left.units < right.units }
  package func hash(into hasher: inout Hasher) { hasher.combine(units) }
}

extension ExactDecimal {
  package static func + (left: Self, right: Self) -> Self {
    let (sum, overflow) = left.units.addingReportingOverflow(right.units)
    return Self(
      units: overflow ? (left.units < 0 ? .min : .max) : sum,
      fractionDigits: max(left.fractionDigits, right.fractionDigits))
  }

  package static prefix func - (value: Self) -> Self {
    Self(units: value.units == .min ? .max : -value.units, fractionDigits: value.fractionDigits)
  }

  package static func - (left: Self, right: Self) -> Self { left + (-right) }

  package static func sum(_ values: some Sequence<Self>) -> Self { values.reduce(.zero, +) }

  package var magnitude: Self { units < 0 ? -self : self }

  /// The product, rounded half up at the 18th fraction digit; nil when it is too large to hold.
  package func multiplied(by other: Self) -> Self? {
    let (high, low) = units.magnitude.multipliedFullWidth(by: other.units.magnitude)
    return Self.scaled(
      high: high, low: low, dividingBy: UInt128(Self.one),
      negative: (units < 0) != (other.units < 0))
  }

  /// The quotient, rounded half up at the 18th fraction digit; nil for division by zero or when it
  /// is too large to hold.
  package func divided(by other: Self) -> Self? {
    guard other.units != 0 else { return nil }
    let (high, low) = units.magnitude.multipliedFullWidth(by: UInt128(Self.one))
    return Self.scaled(
      high: high, low: low, dividingBy: other.units.magnitude,
      negative: (units < 0) != (other.units < 0))
  }

  private static func scaled(
    high: UInt128, low: UInt128, dividingBy divisor: UInt128, negative: Bool
  )
    -> Self?
  {
    guard high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth((high, low))
    let up: UInt128 = remainder >= divisor - remainder ? 1 : 0
    guard let units = Int128(exactly: quotient), units < .max else { return nil }
    let rounded = units + Int128(up)
    return Self(units: negative ? -rounded : rounded, fractionDigits: maximumFractionDigits)
  }

  /// Rounded half up (away from zero) to two places, as EN 16931 wants for every amount that is
  /// computed.
  package var roundedToCents: Self {
    let unit = Self.one / 100
    let (quotient, remainder) = units.quotientAndRemainder(dividingBy: unit)
    let up: Int128 = remainder.magnitude * 2 >= UInt128(unit) ? (units < 0 ? -1 : 1) : 0
    let (rounded, overflow) = (quotient + up).multipliedReportingOverflow(by: unit)
    return Self(units: overflow ? quotient * unit : rounded, fractionDigits: 2)
  }
}

extension ExactDecimal: LosslessStringConvertible, ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int32) {
    self.init(units: Int128(value) * Self.one, fractionDigits: 0)
  }

  /// Reads an xsd:decimal: an optional sign, digits, a point and digits (`-.5` and `5.` are among
  /// them); no exponent, no blanks. nil when it is none, or has more than 14 digits before or 18
  /// after the point, leading and trailing zeros not counted.
  package init?(_ text: String) {
    var bytes = Substring(text).utf8
    let sign = bytes.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { bytes.removeFirst() }
    var units: Int128 = 0
    var integerDigits = 0
    var fractionDigits = 0
    var weight = Self.one
    var pointSeen = false
    var digitSeen = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !pointSeen {
        pointSeen = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int128(byte - UInt8(ascii: "0"))
      digitSeen = true
      if pointSeen {
        fractionDigits += 1
        weight /= 10
        guard weight > 0 || digit == 0 else { return nil }
        units += digit * weight
      } else {
        if integerDigits > 0 || digit > 0 { integerDigits += 1 }
        guard integerDigits <= Self.maximumIntegerDigits else { return nil }
        units = units * 10 + digit * Self.one
      }
    }
    guard digitSeen else { return nil }
    self.init(units: sign == UInt8(ascii: "-") ? -units : units, fractionDigits: fractionDigits)
  }

  /// As xsd:decimal, with as many fraction digits as it was written with (18 at most).
  package var description: String {
    let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: UInt128(Self.one))
    let sign = units < 0 ? "-" : ""
    let places = min(fractionDigits, Self.maximumFractionDigits)
    guard places > 0 else { return "\(sign)\(whole)" }
    let digits = String(fraction)
    let padded = String(repeating: "0", count: Self.maximumFractionDigits - digits.count) + digits
    return "\(sign)\(whole).\(padded.prefix(places))"
  }
}
