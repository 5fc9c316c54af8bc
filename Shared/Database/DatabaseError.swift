/// What went wrong in the database, in terms that both engines share. A service decides by `kind`;
/// `message` is the engine's own text for the log and never goes to a caller, as it may name columns.
package struct DatabaseError: Error, Equatable {
  package enum Kind: String, Sendable {
    /// A row with that key exists already.
    case unique
    /// A row that is named does not exist, or one that is named elsewhere was to be removed.
    case foreignKey
    /// A CHECK, NOT NULL or column type forbids the value.
    case check
    /// Another transaction was in the way, and bounded retry did not help. Try again.
    case serialization
    /// The engine cannot be reached, opened or locked, or was closed.
    case connection
    /// No space left, or the configured maximum of pages reached. Nothing was changed.
    case diskFull
    /// The database, its folder or this transaction may only be read.
    case readOnly
    /// The file is damaged or is no database.
    case corrupt
    /// Too many calls wait already. Nothing was started.
    case overloaded
    /// A read took longer than its limit and was stopped.
    case timeLimit
    /// A mistake of ours: wrong SQL, a wrong column, an await of something else in a transaction.
    case misuse
    /// The migrations of this executable and those of the database do not fit together.
    case migration
    /// Anything else, memory and I/O errors among them. Nothing was changed.
    case other
  }

  /// What a service decides by.
  package let kind: Kind
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

extension DatabaseError: CustomStringConvertible {
  package var description: String { "\(kind.rawValue): \(message)" }
}
