import Testing

@testable import ClientLink

@Suite struct `CSV` {
  /// What a file reads as: a line's number, and its fields joined by `|` or the fault's name.
  private static func read(_ bytes: [UInt8], piece: Int) -> [String] {
    var reader = CSVReader()
    var records: [String] = []
    func take() {
      while let record = reader.next() {
        switch record.fields {
        case .success(let fields): records.append("\(record.line) \(fields.joined(separator: "|"))")
        case .failure(let fault): records.append("\(record.line) !\(fault)")
        }
      }
    }
    for start in stride(from: 0, to: bytes.count, by: piece) {
      reader.append(Array(bytes[start..<min(start + piece, bytes.count)]))
      take()
    }
    reader.end()
    take()
    return records
  }

  static let files: [(String, [String])] = [
    ("", []),
    ("a,b", ["1 a|b"]),
    ("a,b\n", ["1 a|b"]),
    ("a,b\r\n1,2\r\n", ["1 a|b", "2 1|2"]),
    ("a;b\n1,5;2\n", ["1 a|b", "2 1,5|2"]),
    ("a,b\n1;5,2\n", ["1 a|b", "2 1;5|2"]),
    ("\u{FEFF}a,b\n", ["1 a|b"]),
    ("a,b\n\n\r\n3,4\n", ["1 a|b", "4 3|4"]),
    ("a,b\n,\n", ["1 a|b", "2 |"]),
    ("a\n\"x,\"\"y\"\"\"\n", ["1 a", "2 x,\"y\""]),
    ("a,b\n\"two\nlines\",2\nx,y\n", ["1 a|b", "2 two\nlines|2", "4 x|y"]),
    ("a,b\n\"\",\"\"\n", ["1 a|b", "2 |"]),
    ("a,b\nGarage \"De Ster\",2\n", ["1 a|b", "2 Garage \"De Ster\"|2"]),
    ("a,b\n\"x\"y,2\nx,y\n", ["1 a|b", "2 !textAfterQuote", "3 x|y"]),
    ("a,b\n\"open,2\nx,y\n", ["1 a|b", "2 !openQuote", "3 x|y"]),
    (
      "a,b\n\"open,2\n" + String(repeating: "x,y\n", count: 40),
      ["1 a|b", "2 !openQuote"] + (3..<43).map { "\($0) x|y" }
    ),
    ("\"a;b\";c\n1;2\n", ["1 a;b|c", "2 1|2"]),
    ("\"a\"\r\n\"b\"\r\n", ["1 a", "2 b"]),
  ]

  @Test(arguments: files.indices, [1, 2, 3, 7, 100_000])
  func `A file reads the same in pieces of any size`(place: Int, piece: Int) {
    let (text, expected) = Self.files[place]
    #expect(Self.read(Array(text.utf8), piece: piece) == expected)
  }

  @Test(arguments: [1_000, 100_000])
  func `A line over the limit costs itself`(piece: Int) {
    let long = String(repeating: "x", count: 20_000)
    #expect(
      Self.read(Array("a,b\n\(long),1\n2,3\n\"\(long)\",4\n5,6\n".utf8), piece: piece)
        == ["1 a|b", "2 !tooLong", "3 2|3", "4 !tooLong", "5 5|6"])
    let fits = String(repeating: "x", count: 16_000)
    #expect(Self.read(Array("a\n\(fits)\n".utf8), piece: piece) == ["1 a", "2 \(fits)"])
  }

  @Test func `A line that is not UTF-8 costs itself`() {
    let bytes = Array("a,b\n".utf8) + [0xE9, 0x2C, 0x31, 0x0A] + Array("2,3\n".utf8)
    #expect(Self.read(bytes, piece: 1) == ["1 a|b", "2 !notUTF8", "3 2|3"])
  }

  @Test func `Whatever bytes come, reading ends and every line is told once`() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("ab,;\"\r\n ".utf8) + [0xE9, 0xC3, 0xA9]
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let whole = Self.read(bytes, piece: 1_000)
      #expect(Self.read(bytes, piece: 1) == whole)
      let lines = whole.compactMap { Int($0.prefix { $0 != " " }) }
      #expect(lines == Array(Set(lines)).sorted())
    }
  }
}
