/// A column of a table: its heading and what stands in it.
struct Column<Item>: Sendable {
  let title: String
  /// Numbers stand to the right.
  let isNumber: Bool
  let cell: @Sendable (Item) -> String

  init(_ title: String, isNumber: Bool = false, _ cell: @escaping @Sendable (Item) -> String) {
    self.title = title
    self.isNumber = isNumber
    self.cell = cell
  }
}

/// Rows in aligned columns, page by page: the first page decides how wide a column is, later pages
/// can only make it wider.
struct Table<Item> {
  private let columns: [Column<Item>]
  private var widths: [Int]
  private var hasHeading = false

  init(_ columns: [Column<Item>]) {
    self.columns = columns
    widths = columns.map(\.title.count)
  }

  /// The lines of the next page; the heading stands above the first.
  mutating func lines(_ items: [Item]) -> [String] {
    guard !items.isEmpty else { return [] }
    let rows = items.map { item in columns.map { Self.visible($0.cell(item)) } }
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) }
    }
    let heading = hasHeading ? [] : [line(columns.map(\.title))]
    hasHeading = true
    return heading + rows.map(line)
  }

  private func line(_ cells: [String]) -> String {
    let padded = cells.enumerated().map { index, cell in
      let space = String(repeating: " ", count: max(0, widths[index] - cell.count))
      return columns[index].isNumber ? space + cell : cell + space
    }
    let line = padded.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// What others wrote must not move the cursor or colour the terminal.
  static func visible(_ text: String) -> String {
    guard !text.isEmpty else { return "-" }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
