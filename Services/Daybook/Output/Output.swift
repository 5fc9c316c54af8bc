import Foundation
import Glibc
import Protobuf

/// A message that stands in a table, one row each.
protocol Listed: ProtobufMessage {
  static var columns: [Column<Self>] { get }
}

/// A message that is told in full.
protocol Shown: ProtobufMessage {
  var facts: Facts { get }
}

/// Where answers go: words and tables for people, or JSON for programs.
struct Output: Sendable {
  let json: Bool
  private let write: @Sendable (String) throws -> Void

  init(json: Bool, write: @escaping @Sendable (String) throws -> Void = Self.toStandardOutput) {
    self.json = json
    self.write = write
  }

  static let toStandardOutput: @Sendable (String) throws -> Void = { text in
    try StandardOutput.write(Data(text.utf8))
  }

  /// One thing: an object, or its facts.
  func show(_ message: some Shown) throws {
    try print(json ? [JSONText.of(message)] : message.facts.lines)
  }

  /// What was done, for people; the object for programs.
  func done(_ words: String, _ message: some ProtobufMessage) throws {
    try print([json ? JSONText.of(message) : Table<String>.visible(words)])
  }

  /// All of a list that came in one answer.
  func list<Item: Listed>(_ items: [Item], none: String) throws {
    var writer = ListWriter<Item>(self)
    try writer.page(items)
    try writer.end(none: none)
  }

  /// Says something beside the answer; programs are not told.
  func note(_ words: String) throws {
    if !json { try print([Table<String>.visible(words)]) }
  }

  func print(_ lines: [String]) throws {
    try write(lines.map { $0 + "\n" }.joined())
  }

  fileprivate func raw(_ text: String) throws { try write(text) }
}

/// A list as it comes in: a table that grows, or one JSON array with an element a line.
struct ListWriter<Item: Listed> {
  private let output: Output
  private var table = Table(Item.columns)
  private var count = 0

  init(_ output: Output) { self.output = output }

  mutating func page(_ items: [Item]) throws {
    guard output.json else {
      try output.print(table.lines(items))
      count += items.count
      return
    }
    for item in items {
      try output.raw((count == 0 ? "[\n" : ",\n") + JSONText.of(item))
      count += 1
    }
  }

  /// - Parameter none: What people read when there was nothing.
  func end(none: String) throws {
    if output.json {
      try output.raw(count == 0 ? "[]\n" : "\n]\n")
    } else if count == 0 {
      try output.print([none])
    }
  }
}

/// Standard output as bytes. A reader that went away (`| head`) ends the command without a word.
enum StandardOutput {
  static func write(_ bytes: [UInt8]) throws(Failure) { try write(Data(bytes)) }

  static func write(_ data: Data) throws(Failure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      throw Failure(.outputClosed, "standard output was closed")
    }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
