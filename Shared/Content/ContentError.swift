import Glibc

/// Why content could not be stored or read. What the source of a `put` throws passes through as it
/// is.
package enum ContentError: Error, Sendable, Equatable, CustomStringConvertible {
  /// More bytes came, or are there, than the caller's limit.
  case tooLarge(limit: Int64)
  case notFound(ContentID)
  /// What is stored is not what its name says: another size or hash.
  case corrupted(ContentID)
  /// A bucket could not be reached, or refused; says why, for the log.
  case unreachable(String)
  /// The store's address is neither a folder nor a bucket.
  case unsupported(String)
  /// The system refused: `operation` as the call is named, `code` its errno.
  case system(operation: String, code: Int32)

  package var description: String {
    switch self {
    case .tooLarge(let limit): "the content is larger than \(limit) bytes"
    case .notFound(let id): "there is no content \(id)"
    case .corrupted(let id): "the content \(id) is damaged"
    case .unreachable(let cause): "the content store cannot be reached: \(cause)"
    case .unsupported(let url): "no content store can be opened at \(url)"
    case .system(let operation, let code): "\(operation): \(Self.text(code))"
    }
  }

  private static func text(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
