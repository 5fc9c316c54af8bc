import Contracts
import Crypto
import Hosting
import RPC

/// What document-status tells of documents: their state, and their bytes.
struct DocumentSource: Sendable {
  let client: DocumentSourceServiceClient
  /// The longest file that is taken, in bytes: it is held in memory while it is sent.
  let fileLimit: Int
  var timeout: Duration = .seconds(60)

  /// Whether the business has approved the document; nil when there is none of that name.
  func isApproved(_ document: DocumentName) async throws -> Bool? {
    do {
      let state = try await client.getDocumentState(
        GetDocumentStateRequest(name: document.description),
        CallOptions(timeout: .seconds(5)).inRequest)
      return state.status == .unpaid || state.status == .fullyPaid
    } catch  where error.code == .notFound {
      return nil
    } catch {
      throw RPCError(
        .unavailable, "the document's status cannot be read at the moment; try again", cause: error)
    }
  }

  /// A file, whole and verified against its hash.
  func read(
    _ file: ApprovedFile, of document: DocumentName
  ) async throws(ContentFault) -> [UInt8] {
    guard file.size <= Int64(fileLimit) else {
      throw ContentFault(
        answer: "the file's \(file.size) bytes are more than is delivered (\(fileLimit))",
        isPassing: false)
    }
    let bytes: [UInt8]
    do {
      bytes = try await receive(file, of: document)
    } catch {
      throw ContentFault(
        answer: "the document's content could not be read (\(error.code.name))", isPassing: true)
    }
    guard Int64(bytes.count) == file.size, Hex.text(SHA256.hash(data: bytes)) == file.sha256 else {
      throw ContentFault(
        answer: "the document's content is not what was approved", isPassing: true)
    }
    return bytes
  }

  private func receive(
    _ file: ApprovedFile, of document: DocumentName
  ) async throws(RPCError) -> [UInt8] {
    let replies = try await client.readSourceContent(
      ReadSourceContentRequest(name: document.description, part: file.part.message),
      CallOptions(timeout: timeout).inRequest)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(file.size))
    for try await chunk in replies {
      bytes += chunk.data
      // More than was said to come is not read to its end.
      if bytes.count > Int(file.size) { break }
    }
    return bytes
  }
}

extension ApprovedFile.Part {
  fileprivate var message: ContentPart {
    switch self {
    case .original: .original
    case .eInvoice: .eInvoice
    }
  }
}
