/// What an import may be at most, as its proto says.
enum ImportLimits {
  /// Bytes of a file.
  static let file: Int64 = 20 << 20
  /// Bytes of one message's chunk.
  static let chunk = 1 << 20
  /// Characters of a file's name.
  static let fileName = 255
}
