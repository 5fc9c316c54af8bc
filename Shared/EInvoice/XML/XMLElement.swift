/// An element of a document that was read: its name, attributes, text and children.
struct XMLElement {
  var name: String
  /// Attributes without a namespace; UBL has no others.
  var attributes: [String: String] = [:]
  /// The text directly inside, in one piece.
  var text: String = ""
  var children: [XMLElement] = []

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}
