import RPCTestSupport

extension H2Spec {
  /// Header blocks that cannot be decoded (RFC 7541).
  static let hpack =
    section(
      "hpack/2.3.3",
      [
        .sends("an index that is nowhere", request(after: bytes("c6")), undecodable),
        .sends("a name's index that is nowhere", request(after: bytes("7f0700")), undecodable),
      ])
    + section(
      "hpack/4.2",
      [.sends("a table size update at the end", request(after: bytes("21")), undecodable)])
    + section(
      "hpack/5.2",
      [
        .sends(
          "Huffman padding of more than seven bits",
          request(after: bytes("0085f2b24a84ff8449509fff")), undecodable),
        .sends(
          "Huffman padding by zeros", request(after: bytes("0085f2b24a84ff83495090")),
          undecodable),
        .sends(
          "the EOS symbol in a string", request(after: bytes("0085f2b24a84ff874951fffffffa7f")),
          undecodable),
      ])
    + section(
      "hpack/6.1", [.sends("index 0", request(after: bytes("80")), undecodable)])
    + section(
      "hpack/6.3",
      [
        // 4,097, one more than the SETTINGS_HEADER_TABLE_SIZE that the server did not change.
        .sends("a table size over the limit", request(before: bytes("3fe21f")), undecodable)
      ])

  private static let undecodable = Expectation.connectionError([.compressionError])
}
