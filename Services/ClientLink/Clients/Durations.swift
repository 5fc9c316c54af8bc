extension Duration {
  /// Whole microseconds: the unit of every time that is kept.
  var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
