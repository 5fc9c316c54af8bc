import Contracts
import RPC

/// An approval from its message. document-status wrote it, so what is wrong here is a fault of ours:
/// INVALID_ARGUMENT naming the field, and the event waits there until it is put right.
extension ApprovedDocument {
  init(_ request: ApplyApprovalRequest) throws(RPCError) {
    guard let approved = request.approveTime else {
      throw RPCError(.invalidArgument, "approve_time is needed")
    }
    guard !request.contents.isEmpty else {
      throw RPCError(.invalidArgument, "contents must name at least one file")
    }
    var files: [ApprovedFile] = []
    for content in request.contents {
      let file = try ApprovedFile(content)
      guard !files.contains(where: { $0.part == file.part }) else {
        throw RPCError(.invalidArgument, "contents names a part twice")
      }
      files.append(file)
    }
    self.init(
      name: try Names.document(request.document, field: "document"), kind: request.kind,
      number: request.number, issueDate: request.issueDate, seller: request.seller,
      buyer: request.buyer, total: request.total?.value ?? "",
      currencyCode: request.total?.currencyCode ?? "", approveTime: approved.microseconds,
      files: files)
  }
}

extension ApprovedFile {
  fileprivate init(_ content: ApprovedContent) throws(RPCError) {
    guard let part = Part(rawValue: content.part) else {
      throw RPCError(.invalidArgument, "contents.part must be original or e_invoice")
    }
    let hash = content.sha256.lowercased()
    guard hash.utf8.count == 64, hash.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw RPCError(.invalidArgument, "contents.sha256 must be 64 hexadecimal digits")
    }
    guard content.sizeBytes >= 0 else {
      throw RPCError(.invalidArgument, "contents.size_bytes must not be negative")
    }
    self.init(part: part, sha256: hash, size: content.sizeBytes, mediaType: content.mediaType)
  }
}
