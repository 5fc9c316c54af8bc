/// The number of a business, enterprise or VAT number alike, in the one form in which two of them can
/// be compared: country and the characters that follow, without blanks, points or dashes.
///
/// `BE 0123.456.749`, `be0123456749` and `0123.456.749` in Belgium are all `BE0123456749`. In Belgium
/// the enterprise number is the VAT number. Check digits are verified for Belgium; numbers of other
/// countries are normalised only.
package struct EnterpriseNumber: Sendable, Hashable, CustomStringConvertible {
  /// ISO 3166-1 alpha-2; Greece is `GR`, although its VAT numbers begin with EL.
  package let country: String
  /// What follows the country: capital letters and digits.
  package let number: String

  package enum Fault: Error, Sendable, Hashable {
    /// No letters or digits, or more than 30 of them.
    case notANumber
    /// It names no country, and none was given.
    case countryMissing
    /// Belgian numbers have ten digits, the first 0 or 1; older ones with nine get a leading zero.
    case belgianLength
    /// The last two digits of a Belgian number are 97 less the remainder of the others by 97.
    case belgianCheckDigits
  }

  /// Reads a number as people write it. `country` is that in whose register it stands (`SC123456`
  /// is a Scottish company in `GB`); without it, the number must begin with its country.
  package init(_ text: String, country: String? = nil) throws(Fault) {
    let characters = Self.lettersAndDigits(text)
    guard (1...30).contains(characters.utf8.count) else { throw .notANumber }
    let prefix = Self.plain(String(characters.prefix(2)))
    let named = Countries.codes.contains(prefix) || prefix == "XI" ? prefix : nil
    guard let country = country.map({ Self.plain($0.uppercased()) }) ?? named else {
      throw .countryMissing
    }
    let rest = named == country ? String(characters.dropFirst(2)) : characters
    self.country = country
    number = try Self.checked(rest, country: country)
  }

  /// The ASCII ones, in capitals.
  private static func lettersAndDigits(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    // What nearly every number is made of; to look characters up takes ten times as long.
    var kept: [UInt8] = []
    kept.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        kept.append(byte)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): kept.append(byte & ~0x20)
      default: break
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func plain(_ country: String) -> String { country == "EL" ? "GR" : country }

  /// The compared form, country first: `BE0123456749`.
  package var description: String { (country == "GR" ? "EL" : country) + number }

  private static func checked(_ number: String, country: String) throws(Fault) -> String {
    guard !number.isEmpty else { throw .notANumber }
    guard country == "BE" else { return number }
    let digits = number.utf8.count == 9 ? "0" + number : number
    guard digits.utf8.count == 10, digits.hasPrefix("0") || digits.hasPrefix("1"),
      let base = Int(Substring(digits.utf8.prefix(8))),
      let check = Int(Substring(digits.utf8.suffix(2)))
    else { throw .belgianLength }
    guard 97 - base % 97 == check else { throw .belgianCheckDigits }
    return digits
  }
}
