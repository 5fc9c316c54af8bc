import Foundation
import Logging
import RPC
import Testing

@testable import Hosting

@Suite("Logs") struct LogTests {
  static let hostile = [
    "plain", "", "line\nbreak", "carriage\r\nreturn", "quote\" and \\ back", "\u{0}\u{1F}\u{7F}",
    "\u{1B}[2J escape", "\u{85}\u{2028}\u{2029}", "\u{202E}reversed", "emoji 👩‍👩‍👧 é e\u{301}",
    "{\"level\":\"fake\"}", "\"},\n{\"level\":\"info\"", "\u{FFFF}\u{10FFFF}", "\t",
  ]

  static func line(_ format: LogFormat, _ text: String, _ metadata: Logger.Metadata) -> String {
    let event = LogEvent(
      level: .warning, message: "\(text)", error: nil, metadata: nil, source: nil, file: "",
      function: "", line: 0)
    return format.line(event, label: text, metadata: metadata, micros: 0)
  }

  @Test("A JSON line is one valid object that gives back what was logged", arguments: hostile)
  func json(text: String) throws {
    let line = Self.line(
      .json, text, [text: .string(text), "deep": ["list": .array([.string(text)])]])
    #expect(!line.contains { $0.isNewline })
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["level"] as? String == "warning")
    #expect(object["time"] as? String == "1970-01-01T00:00:00.000000Z")
    #expect((object["message"] as? String).map { Array($0.utf8) } == Array(text.utf8))
    #expect(object["logger"] as? String == text)
    #expect(object[text] as? String == text)
    #expect((object["deep"] as? [String: [String]])?["list"] == [text])
  }

  @Test("A text line is one line without control characters", arguments: hostile)
  func text(text: String) {
    let line = Self.line(.text, text, [text: .string(text)])
    #expect(line.unicodeScalars.allSatisfy { !PlainText.isControl($0) })
    #expect(line.hasPrefix("1970-01-01T00:00:00.000000Z warning "))
  }

  @Test("Metadata cannot take the place of the level, time or message")
  func ownKeys() throws {
    let line = Self.line(.json, "m", ["level": "fake", "time": "fake", "message": "fake"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
    #expect(object["level"] == "warning")
    #expect(object["_level"] == "fake")
    #expect(line.components(separatedBy: "\"level\"").count == 2)
  }

  @Test(
    "Times are written as RFC 3339 in UTC",
    arguments: [
      (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
      (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
      (1_709_251_199_000_001, "2024-02-29T23:59:59.000001Z"),
      (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
      (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
    ] as [(Int64, String)])
  func time(micros: Int64, text: String) {
    #expect(UTCTime.text(micros) == text)
  }

  @Test("Lines reach the descriptor in their order, and flush waits for them")
  func order() throws {
    let pipe = try TestPipe()
    let writer = LogWriter(descriptor: pipe.writing)
    for number in 0..<100 { writer.write("line \(number)") }
    writer.flush()
    #expect(pipe.read() == (0..<100).map { "line \($0)\n" }.joined())
  }

  @Test("A reader that takes nothing stops neither who logs nor the end; lost lines are counted")
  func stuckReader() throws {
    let pipe = try TestPipe()
    let writer = LogWriter(descriptor: pipe.writing, capacity: 4_096)
    let line = String(repeating: "x", count: 1_023)
    // More than the pipe (64 KiB) and the buffer together hold.
    let elapsed = ContinuousClock().measure {
      for _ in 0..<1_000 { writer.write(line) }
      writer.flush(timeout: .milliseconds(50))
    }
    #expect(elapsed < .seconds(5))
    #expect(writer.droppedLines > 500)
    // Each report says what was lost before it; together they say all.
    var text = ""
    func reported() -> Int {
      text.matches(of: /([0-9]+) log lines dropped\n/).compactMap { Int($0.1) }.reduce(0, +)
    }
    while reported() < writer.droppedLines {
      let more = pipe.read()
      try #require(!more.isEmpty, "\(reported()) of \(writer.droppedLines) reported")
      text += more
    }
    #expect(reported() == writer.droppedLines)
  }

  @Test("The request's ids stand on every line logged inside it")
  func context() async throws {
    let pipe = try TestPipe()
    let writer = LogWriter(descriptor: pipe.writing)
    let logger = Logger(label: "test") { _ in
      LineLogHandler(
        label: "test", level: .info, format: .json, writer: writer,
        metadataProvider: RequestContext.metadataProvider)
    }
    let context = RequestContext(of: ["x-request-id": "r-1"])
    await context.run { logger.info("inside") }
    logger.info("outside")
    logger.debug("below the level")
    writer.flush()
    let lines = pipe.read().split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].contains(#""request_id":"r-1","trace_id":"\#(context.trace.traceID)""#))
    #expect(!lines[1].contains("request_id"))
  }
}
