extension MigrationSet {
  /// The tables of this library: outbox, leased work, request keys, secrets of page tokens. A service
  /// that uses any of them names this set first.
  package static let library = MigrationSet(name: "library", migrations: [])
}
