import Foundation

/// The requests of the run's calls.
struct RequestSource: Sendable {
  let templates: [RequestTemplate]

  /// `text` is JSON: an object, or several below each other, or an array of them.
  init(_ text: String, _ method: MethodShape, _ schema: Schema) throws(LoadFailure) {
    let encoder = RequestEncoder(schema: schema)
    var templates: [RequestTemplate] = []
    for value in try Self.values(text) {
      templates.append(try encoder.template(value, method.request))
    }
    guard !templates.isEmpty else { throw LoadFailure("there is no request") }
    self.templates = templates
  }

  private static func values(_ text: String) throws(LoadFailure) -> [JSONValue] {
    if let whole = try? JSONValue(text: text) {
      if case .array(let items) = whole { return items }
      return [whole]
    }
    // JSON lines; a text that is neither is told of by its first line.
    var values: [JSONValue] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
      values.append(try JSONValue(text: String(line)))
    }
    return values
  }

  /// For a call that has one request: they take turns.
  func one(_ number: Int) -> RawMessage {
    RawMessage(bytes: templates[number % templates.count].request(number))
  }

  /// For a call that has a stream of them: all, in order.
  func all(_ number: Int) -> [RawMessage] {
    templates.map { RawMessage(bytes: $0.request(number)) }
  }
}
