package import RPC

/// The shape of a resource's name (AIP-122), written as in the protos: literal segments and variables.
///
///     let clientName = ResourcePattern("partners/{space}/clients/{client}")
///     clientName.format("firm-jansen", part)                 // partners/firm-jansen/clients/01kb…
///     let name = try clientName.own(request.name, field: "name", of: call)
package struct ResourcePattern: Sendable, Hashable, CustomStringConvertible {
  private enum Segment: Sendable, Hashable {
    case literal(String)
    case variable(String)
  }

  package let description: String
  private let segments: [Segment]
  private let variables: [String]

  package init(_ pattern: StaticString) {
    description = "\(pattern)"
    segments = description.split(separator: "/", omittingEmptySubsequences: false).map { text in
      text.hasPrefix("{") && text.hasSuffix("}")
        ? .variable(String(text.dropFirst().dropLast())) : .literal(String(text))
    }
    variables = segments.compactMap {
      if case .variable(let variable) = $0 { variable } else { nil }
    }
  }

  /// Reads a name that a request sent. A variable's value is 1 to 128 of `a-z`, `0-9`, `-`, `_`, `.`;
  /// `{space}` must be a space id. No wildcard (`-`) is taken for a space.
  ///
  /// - Throws: INVALID_ARGUMENT naming the field and the pattern, never repeating what was sent.
  package func parse(_ text: String, field: String) throws(RPCError) -> ResourceName {
    guard let name = match(text) else {
      throw RPCError(.invalidArgument, "\(field) must look like \(self)")
    }
    return name
  }

  /// Reads a name in the caller's own space; as `Caller.require` refuses it in any other.
  package func own(
    _ text: String, field: String, of call: ServerCall
  ) throws(RPCError) -> ResourceName {
    let name = try parse(text, field: field)
    try call.caller.require(name.space, for: text)
    return name
  }

  /// Nil where the text is no name of this pattern.
  package func match(_ text: String) -> ResourceName? {
    guard text.utf8.count <= ResourceName.maximumLength else { return nil }
    var values: [String] = []
    var space: SpaceID?
    var rest = Array(text.utf8)[...]
    for (place, segment) in segments.enumerated() {
      let end = rest.firstIndex(of: UInt8(ascii: "/"))
      guard (end == nil) == (place == segments.count - 1) else { return nil }
      let part = rest[..<(end ?? rest.endIndex)]
      if let end { rest = rest[(end + 1)...] }
      switch segment {
      case .literal(let literal): guard part.elementsEqual(literal.utf8) else { return nil }
      case .variable(let variable):
        guard ResourceName.isValue(part) else { return nil }
        let value = String(decoding: part, as: UTF8.self)
        if variable == "space" {
          guard let id = SpaceID(value) else { return nil }
          space = id
        }
        values.append(value)
      }
    }
    return ResourceName(variables: variables, values: values, ownSpace: space)
  }

  /// Puts the values in the variables' places, in order; there must be as many.
  package func format(_ values: String...) -> String {
    var rest = values[...]
    let text = segments.map { segment in
      switch segment {
      case .literal(let literal): literal
      case .variable(let variable): rest.popFirst() ?? "{\(variable)}"
      }
    }.joined(separator: "/")
    assert(match(text) != nil && rest.isEmpty, "\(values) do not fill \(self)")
    return text
  }
}

/// A name that fits its pattern.
package struct ResourceName: Sendable, Hashable {
  static let maximumLength = 512

  fileprivate let variables: [String]
  /// In the order of the variables: names have two or three, and a dictionary costs more to make.
  fileprivate let values: [String]
  fileprivate let ownSpace: SpaceID?

  /// The value of a variable; empty for one that the pattern has not.
  package subscript(variable: String) -> String {
    variables.firstIndex(of: variable).map { values[$0] } ?? ""
  }

  /// The value of `{space}`; NOT_FOUND for a pattern without one, which nobody's space can hold.
  package var space: SpaceID {
    get throws(RPCError) {
      guard let ownSpace else { throw RPCError(.notFound, "the resource was not found") }
      return ownSpace
    }
  }

  fileprivate static func isValue(_ text: ArraySlice<UInt8>) -> Bool {
    (1...128).contains(text.count)
      && text.allSatisfy {
        $0.isLower || $0.isDigit || $0 == 0x2d || $0 == 0x5f || $0 == 0x2e
      }
  }
}
