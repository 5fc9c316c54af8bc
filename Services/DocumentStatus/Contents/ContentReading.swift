import Content
import RPC
import StatusRules

/// Which file of a document.
enum DocumentPart: Sendable {
  case original, eInvoice
}

extension DocumentRecord {
  /// The file; FAILED_PRECONDITION where there is no e-invoice.
  func file(_ part: DocumentPart) throws(RPCError) -> StoredFile {
    switch part {
    case .original: return original
    case .eInvoice:
      guard let eInvoice else {
        throw RPCError(
          .failedPrecondition,
          type.kind.isInvoice
            ? "there is no e-invoice before the approval: read the original"
            : "a receipt has no e-invoice: read the original")
      }
      return eInvoice
    }
  }
}

/// Sends files in pieces of 64 KiB, each read from disk when the peer has room for it. The last piece
/// goes out only when the whole was what was stored.
struct ContentReading: Sendable {
  let contents: ContentStore

  /// - Parameter send: Called for each piece, in order; what it throws ends the reading.
  func send(
    _ file: StoredFile, _ send: ([UInt8], _ isFirst: Bool) async throws -> Void
  ) async throws {
    var isFirst = true
    do {
      for try await piece in contents.read(file.content, chunkSize: 64 << 10) {
        try await send(piece, isFirst)
        isFirst = false
      }
      // An empty file is one empty piece, so that the reader learns what it is.
      if isFirst { try await send([], true) }
    } catch let error as ContentError {
      throw RPCError(error)
    }
  }
}
