/// What a document may be at most. Reading stops at the first limit that is passed.
package struct XMLLimits: Sendable, Hashable {
  /// Bytes of the whole document; 10 MiB.
  package var bytes: Int
  /// Elements within elements; 32. The deepest path of a UBL invoice that we take over has 8.
  package var depth: Int
  /// Elements in all; 200,000: an invoice line takes about 20.
  package var elements: Int
  /// Attributes of one element; 16. UBL's richest has 8.
  package var attributes: Int

  package init(
    bytes: Int = 10 << 20, depth: Int = 32, elements: Int = 200_000, attributes: Int = 16
  ) {
    self.bytes = bytes
    self.depth = depth
    self.elements = elements
    self.attributes = attributes
  }

  /// The names of the limits, and of what is refused whatever its size.
  package enum Name: String, Sendable, Hashable {
    case bytes, depth, elements, attributes
    /// A DOCTYPE: it can declare entities, the means of XML bombs and of reading foreign files, and
    /// no UBL document has one.
    case documentType
  }
}

/// Why bytes are no UBL document.
package enum UBLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No well-formed XML; the line counts from 1, the reason is the parser's.
  case notWellFormed(line: Int, reason: String)
  /// Past a limit, or a DOCTYPE.
  case refused(XMLLimits.Name)
  /// XML, but neither a UBL 2.1 Invoice nor CreditNote.
  case notUBL(root: String, namespace: String)

  var isOfLimits: Bool {
    if case .refused = self { true } else { false }
  }

  package var description: String {
    switch self {
    case .notWellFormed(let line, let reason): "not well-formed XML, line \(line): \(reason)"
    case .refused(.documentType): "refused: a DOCTYPE is not allowed"
    case .refused(let limit): "refused: more \(limit.rawValue) than allowed"
    case .notUBL(let root, let namespace):
      "not a UBL Invoice or CreditNote: the document is a \(root) of namespace '\(namespace)'"
    }
  }
}
