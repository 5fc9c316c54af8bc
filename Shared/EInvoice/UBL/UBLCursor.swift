/// Walks an element and takes values out of it; what it cannot take it notes as a misreading.
struct UBLCursor {
  let element: XMLElement
  let path: String
  let notes: Notes

  /// The misreadings of one document.
  final class Notes {
    var all: [Misreading] = []
  }

  init(_ element: XMLElement, path: String, notes: Notes) {
    self.element = element
    self.path = path
    self.notes = notes
  }

  /// The child of that name; the first one, and a misreading, where there are several.
  func child(_ name: String) -> UBLCursor? {
    let found = element.all(name)
    guard let first = found.first else { return nil }
    let cursor = UBLCursor(first, path: "\(path)/\(name)", notes: notes)
    if found.count > 1 { cursor.note(.repeated) }
    return cursor
  }

  func children(_ name: String) -> [UBLCursor] {
    element.all(name).enumerated().map {
      UBLCursor($1, path: "\(path)/\(name)[\($0 + 1)]", notes: notes)
    }
  }

  /// The cursor at the end of a path of names.
  func child(_ first: String, _ rest: String...) -> UBLCursor? {
    rest.reduce(child(first)) { $0?.child($1) }
  }

  /// The element's own text; nil when it is blank.
  var text: String? { element.text.filled }

  func attribute(_ name: String) -> String? { element.attributes[name]?.filled }

  func text(_ name: String) -> String? { child(name)?.text }

  func date(_ name: String) -> CalendarDate? { child(name)?.value("date") { CalendarDate($0) } }

  func decimal(_ name: String) -> ExactDecimal? { child(name)?.decimal }

  var decimal: ExactDecimal? { value("decimal") { ExactDecimal($0) } }

  func amount(_ name: String) -> Amount? {
    guard let child = child(name), let value = child.decimal else { return nil }
    return Amount(value, child.attribute("currencyID"))
  }

  func quantity(_ name: String) -> Quantity? {
    guard let child = child(name), let value = child.decimal else { return nil }
    return Quantity(value, unit: child.attribute("unitCode"))
  }

  func identifier(_ name: String) -> Identifier? { child(name)?.identifier }

  var identifier: Identifier? { text.map { Identifier($0, scheme: attribute("schemeID")) } }

  /// xsd:boolean; nil, and a misreading, when it is missing or none.
  func flag(_ name: String) -> Bool? {
    switch text(name) {
    case "true", "1": true
    case "false", "0": false
    default: misread("boolean", child(name) ?? self)
    }
  }

  func note(_ reason: Misreading.Reason) {
    notes.all.append(Misreading(path: path, text: element.text.trimmed, reason: reason))
  }

  private func misread<T>(_ type: String, _ cursor: UBLCursor) -> T? {
    cursor.note(.notA(type))
    return nil
  }

  private func value<T>(_ type: String, _ read: (String) -> T?) -> T? {
    guard let text else { return nil }
    return read(text) ?? misread(type, self)
  }
}
