import Content
import EInvoice
import RPC

extension RPCError {
  /// What the content store says, as a caller is told it.
  init(_ error: ContentError) {
    switch error {
    case .tooLarge(let limit):
      self.init(
        .invalidArgument, "the file is larger than \(limit >> 20) MiB", cause: error)
    // A row names it, so that it must be there.
    case .notFound, .corrupted:
      self.init(.dataLoss, "the stored file is damaged: tell the support", cause: error)
    case .unsupported, .unreachable, .system:
      self.init(.unavailable, "files cannot be stored or read at the moment", cause: error)
    }
  }

  init(_ refusal: DocumentSniffer.Refusal) {
    self.init(.invalidArgument, "\(refusal)", cause: refusal)
  }
}
