@testable import RPC

/// Every reader of header fields, each with the whole input; what it understands must come back the
/// same after it was written.
enum MetadataEntry {
  static func run(_ input: ArraySlice<UInt8>) {
    timeout(input)
    percent(input)
    base64(input)
    fields(input)
  }

  private static func timeout(_ input: ArraySlice<UInt8>) {
    guard let timeout = Timeout.decode(input) else { return }
    let again = Timeout.decode(Array(Timeout.encode(nanoseconds: timeout).utf8)[...])
    precondition(again.map { $0 >= timeout } ?? false, "a timeout got shorter")
  }

  private static func percent(_ input: ArraySlice<UInt8>) {
    let text = PercentEncoding.decode(input)
    let encoded = PercentEncoding.encode(text)
    precondition(encoded.allSatisfy { (0x20...0x7e).contains($0) }, "a message is not printable")
    precondition(PercentEncoding.decode(encoded[...]) == text, "a message changed")
  }

  private static func base64(_ input: ArraySlice<UInt8>) {
    let bytes = Array(input)
    precondition(Base64.decode(Base64.encode(bytes)[...]) == bytes, "bytes changed")
    if let decoded = Base64.decode(input) {
      precondition(Base64.decode(Base64.encode(decoded)[...]) == decoded, "bytes changed")
    }
  }

  /// Fields are lines, a name and a value parted by the first colon that does not begin the line.
  /// Names in lower case: nghttp2 lets no other through.
  private static func fields(_ input: ArraySlice<UInt8>) {
    let headers = HeaderArena()
    for line in input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let colon = line.dropFirst().firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
      let name = line[..<colon].map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
      unsafe name.withUnsafeBufferPointer { name in
        unsafe line[colon...].dropFirst().withUnsafeBufferPointer { value in
          unsafe headers.append(name: name, value: value)
        }
      }
    }
    let all = 0..<headers.count
    let head = RequestHead(headers, all)
    _ = head.rejection?.headers
    _ = try? Compression.named(headers.bytes(head.encoding))
    _ = AcceptedCompressions(headers.bytes(head.acceptedEncodings)).contains(.gzip)
    guard let metadata = try? Metadata(headers, all) else { return }
    for entry in metadata.entries {
      precondition(entry.name.first != ":" && !entry.name.hasPrefix("grpc-"), "a reserved name")
    }
    var list = HeaderList()
    metadata.write(to: &list)
    precondition(!metadata.isEmpty || list.isEmpty, "a field came from nowhere")
  }
}
