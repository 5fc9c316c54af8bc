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
    let characters = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !characters.isEmpty, characters.count <= 30 else { throw .notANumber }
    let prefix = Self.plain(String(characters.prefix(2)))
    let named = Countries.codes.contains(prefix) || prefix == "XI" ? prefix : nil
    guard let country = country.map({ Self.plain($0.uppercased()) }) ?? named else {
      throw .countryMissing
    }
    let rest = named == country ? String(characters.dropFirst(2)) : characters
    self.country = country
    number = try Self.checked(rest, country: country)
  }

  private static func plain(_ country: String) -> String { country == "EL" ? "GR" : country }

  /// The compared form, country first: `BE0123456749`.
  package var description: String { "\(country == "GR" ? "EL" : country)\(number)" }

  private static func checked(_ number: String, country: String) throws(Fault) -> String {
    guard !number.isEmpty else { throw .notANumber }
    guard country == "BE" else { return number }
    let digits = number.count == 9 ? "0" + number : number
    guard digits.count == 10, digits.first == "0" || digits.first == "1",
      let base = Int(digits.prefix(8)), let check = Int(digits.suffix(2))
    else { throw .belgianLength }
    guard 97 - base % 97 == check else { throw .belgianCheckDigits }
    return digits
  }
}
