/// One thing told in full: names on the left, what they are on the right, and tables below.
struct Facts {
  private var rows: [(name: String, text: String)] = []
  private var tables: [(title: String, lines: [String])] = []

  init() {}

  /// Left out where there is nothing to tell.
  mutating func add(_ name: String, _ text: String) {
    if !text.isEmpty, text != "-" { rows.append((name, text)) }
  }

  /// Left out where it has no rows.
  mutating func add<Item>(_ title: String, _ items: [Item], _ columns: [Column<Item>]) {
    var table = Table(columns)
    let lines = table.lines(items)
    if !lines.isEmpty { tables.append((title, lines)) }
  }

  var lines: [String] {
    let width = rows.map(\.name.count).max() ?? 0
    var lines = rows.map { row in
      let space = String(repeating: " ", count: width - row.name.count)
      return "\(row.name)  \(space)\(Table<String>.visible(row.text))"
    }
    for table in tables { lines += ["", "\(table.title)"] + table.lines.map { "  \($0)" } }
    return lines
  }
}
