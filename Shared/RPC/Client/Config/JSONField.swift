import FoundationEssentials

/// A value in a JSON document that knows its place, to say it in an error.
struct JSONField {
  /// "methodConfig[0].timeout"
  private let path: String
  private let value: JSONValue

  init(parsing text: String) throws(RPCError) {
    path = ""
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    } catch {
      throw RPCError(.invalidArgument, "The service config is no JSON.", cause: error)
    }
    _ = try names()
  }

  private init(_ path: String, _ value: JSONValue) {
    self.path = path
    self.value = value
  }

  func error(_ what: String) -> RPCError {
    let place = path.isEmpty ? "The service config" : "The service config's \(path)"
    return RPCError(.invalidArgument, "\(place) \(what).")
  }

  /// Nil where there is no such field, where it is null, and where this is no object.
  subscript(name: String) -> JSONField? {
    guard case .object(let fields) = value, let field = fields[name] else { return nil }
    if case .null = field { return nil }
    return JSONField(path.isEmpty ? name : "\(path).\(name)", field)
  }

  func required(_ name: String) throws(RPCError) -> JSONField {
    guard let field = self[name] else { throw error("has no \(name)") }
    return field
  }

  func names() throws(RPCError) -> [String] {
    guard case .object(let fields) = value else { throw error("is no object") }
    return Array(fields.keys)
  }

  /// The elements of a list, each an object or a plain value.
  func elements() throws(RPCError) -> [JSONField] {
    guard case .array(let elements) = value else { throw error("is no list") }
    return elements.enumerated().map { JSONField("\(path)[\($0)]", $1) }
  }

  func text() throws(RPCError) -> String {
    guard case .text(let text) = value else { throw error("is no string") }
    return text
  }

  func bool() throws(RPCError) -> Bool {
    guard case .bool(let bool) = value else { throw error("is neither true nor false") }
    return bool
  }

  func number() throws(RPCError) -> Double {
    guard case .number(let number) = value else { throw error("is no number") }
    return number
  }

  func integer(in range: ClosedRange<Int>) throws(RPCError) -> Int {
    guard let number = Int(exactly: try number()), range.contains(number) else {
      throw error("is no whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// protobuf's JSON form of a duration: seconds with up to nine decimal places and an "s".
  func duration() throws(RPCError) -> Duration {
    let text = try text()
    let parts = text.dropLast().split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard text.last == "s", let whole = parts.first, Self.isNumber(whole, digits: 1...12),
      Self.isNumber(fraction, digits: 1...9), let seconds = Int64(whole),
      let nanoseconds = Int64(fraction + String(repeating: "0", count: 9 - fraction.count))
    else { throw error("is no duration such as \"1.5s\"") }
    return .seconds(seconds) + .nanoseconds(nanoseconds)
  }

  private static func isNumber(_ text: Substring, digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

private enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}
