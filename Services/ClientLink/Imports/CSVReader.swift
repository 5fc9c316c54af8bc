/// Reads CSV (RFC 4180) as it streams in: bytes go in by `append`, whole records come out.
///
/// Comma or semicolon, whichever the first record holds outside quotes; CRLF or LF; an UTF-8 byte
/// order mark is passed over; blank lines are skipped. A record that cannot be read costs its first
/// line alone: reading goes on at the next line, so that one open quote does not swallow a file.
struct CSVReader {
  /// Bytes of one record.
  static let recordBytes = 16 << 10
  /// Lines that one record may span by line breaks in quotes. It bounds how often a line is read again
  /// after an open quote.
  static let recordLines = 16

  /// Bytes from the start of the record that is being read.
  private var buffer: [UInt8] = []
  private var start = 0
  /// The line that the record starts in, the first being 1.
  private var line: Int64 = 1
  private var delimiter: UInt8?
  private var isAtStart = true
  private var isEnded = false
  /// The rest of a line that is longer than a record may be is passed over.
  private var isSkipping = false

  mutating func append(_ bytes: [UInt8]) {
    buffer.removeFirst(start)
    start = 0
    buffer += bytes
  }

  /// No more bytes come: the last record needs no line break.
  mutating func end() { isEnded = true }

  /// The next record; nil when more bytes are needed, or at the end.
  mutating func next() -> CSVRecord? {
    guard passMark() else { return nil }
    while true {
      if isSkipping, !skipLine() { return nil }
      switch scan() {
      case .incomplete: return nil
      case .blank(let length):
        start += length
        line += 1
      case .record(let fields, let length, let lines):
        defer { (start, line) = (start + length, line + lines) }
        return CSVRecord(line: line, content: Array(buffer[start..<start + length]), fields: fields)
      case .broken(let fault):
        let broken = CSVRecord(line: line, fault: fault)
        isSkipping = true
        return broken
      }
    }
  }

  /// Passes the byte order mark over; false while it cannot be told.
  private mutating func passMark() -> Bool {
    guard isAtStart else { return true }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if buffer.starts(with: mark) {
      start = mark.count
    } else if buffer.count < mark.count, mark.starts(with: buffer), !isEnded {
      return false
    }
    isAtStart = false
    return true
  }

  /// Passes over the line that the broken record began in; false while its end is not there.
  private mutating func skipLine() -> Bool {
    guard let end = buffer[start...].firstIndex(of: .newline) else {
      start = buffer.count
      return false
    }
    start = end + 1
    line += 1
    isSkipping = false
    return true
  }

  private enum Scan {
    case incomplete
    case blank(length: Int)
    case record([String], length: Int, lines: Int64)
    case broken(CSVFault)
  }

  /// Looks at the record from `start` on and moves nothing.
  private mutating func scan() -> Scan {
    var field = CSVField()
    var fields: [[UInt8]] = []
    var lines: Int64 = 1
    // The first record decides, and stays undecided while it is not whole.
    var delimiter = self.delimiter
    var index = start
    while true {
      if index - start > Self.recordBytes { return .broken(.tooLong) }
      guard index < buffer.count else {
        guard isEnded else { return .incomplete }
        if index == start { return .incomplete }
        return finish(field, fields, delimiter, length: index - start, lines: lines)
      }
      let byte = buffer[index]
      index += 1
      if field.isQuoted {
        if byte == .newline { lines += 1 }
        if lines > Self.recordLines { return .broken(.openQuote) }
        field.takeQuoted(byte)
      } else if byte == .newline {
        return finish(field, fields, delimiter, length: index - start, lines: lines)
      } else if byte == delimiter ?? byte, byte == .comma || byte == .semicolon {
        delimiter = byte
        if field.isBroken { return .broken(.textAfterQuote) }
        fields.append(field.bytes)
        field = CSVField()
      } else {
        field.take(byte)
      }
    }
  }

  private mutating func finish(
    _ field: CSVField, _ fields: [[UInt8]], _ delimiter: UInt8?, length: Int, lines: Int64
  ) -> Scan {
    var last = field
    last.endLine()
    if last.isQuoted { return .broken(.openQuote) }
    if last.isBroken { return .broken(.textAfterQuote) }
    if fields.isEmpty, last.bytes.isEmpty, !last.wasQuoted { return .blank(length: length) }
    var texts: [String] = []
    for bytes in fields + [last.bytes] {
      guard let text = String(validating: bytes, as: UTF8.self) else { return .broken(.notUTF8) }
      texts.append(text)
    }
    self.delimiter = delimiter ?? .comma
    return .record(texts, length: length, lines: lines)
  }
}

/// One record, or why the line is none.
struct CSVRecord: Sendable, Equatable {
  /// The line that it starts in, the first being 1.
  let line: Int64
  /// Its bytes as they came; empty where it could not be read.
  let content: [UInt8]
  let fields: Result<[String], CSVFault>

  init(line: Int64, content: [UInt8], fields: [String]) {
    self.line = line
    self.content = content
    self.fields = .success(fields)
  }

  init(line: Int64, fault: CSVFault) {
    self.line = line
    content = []
    fields = .failure(fault)
  }
}

/// Why a line is no record.
enum CSVFault: Error, Sendable, Equatable {
  case tooLong, openQuote, textAfterQuote, notUTF8

  /// What is wrong, for the one who made the file.
  var advice: String {
    switch self {
    case .tooLong: "the line is longer than 16 KiB"
    case .openQuote: "a quote is opened and not closed"
    case .textAfterQuote: "text follows a closing quote: double the quotes inside a quoted field"
    case .notUTF8: "the line is not UTF-8: save the file as CSV UTF-8"
    }
  }
}
