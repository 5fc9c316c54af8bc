import Foundation

/// What h2load sent, recorded by `Tests/Load/record`: how it opened its connection, its first call,
/// whose headers go into HPACK's table, and a later one, as which all others are.
struct Script {
  /// DATA's frame type.
  static let data: UInt32 = 0

  let opening: [UInt8]
  let firstCall: [UInt8]
  let laterCall: [UInt8]
  let firstStream: UInt32
  /// Where the stream ids stand in `laterCall`.
  let streamPlaces: [Int]
  /// Bytes of a call's DATA.
  let bodyBytes: UInt32

  init(path: String) throws {
    var parts: [Substring: [UInt8]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2 { parts[words[0]] = Self.bytes(words[1]) }
    }
    func part(_ name: Substring) throws -> [UInt8] {
      guard let bytes = parts[name] else { throw ReplayFailure.badScript(String(name)) }
      return bytes
    }
    opening = try part("opening")
    firstCall = try part("first")
    laterCall = try part("later")
    firstStream = Self.number(firstCall[5..<9])
    var places: [Int] = []
    var body: UInt32 = 0
    var frame = 0
    while frame + 9 <= laterCall.count {
      places.append(frame + 5)
      let length = Self.number(laterCall[frame..<frame + 3])
      if UInt32(laterCall[frame + 3]) == Self.data { body = length }
      frame += 9 + Int(length)
    }
    streamPlaces = places
    bodyBytes = body
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func bytes(_ hexadecimal: Substring) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
