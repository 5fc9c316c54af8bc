import Contracts

extension Services {
  /// The etag that a change acts on: the one that was given, or that of the document as it is now.
  /// Then the person is told which document and version that is.
  func version(
    of name: String, etag: String?, for verb: String
  ) async throws -> String {
    if let etag { return etag }
    let document = try await documents.getDocument(GetDocumentRequest(name: name), call)
    try output.note("\(verb) \(document.summary), etag \(document.etag)")
    return document.etag
  }
}

extension Document {
  /// One line by which a person knows the document again.
  var summary: String {
    let parts = [
      kind.words, fields?.number ?? "", otherSide, total?.words ?? "", status.words,
    ]
    let known = parts.filter { !$0.isEmpty && $0 != "-" }.joined(separator: ", ")
    return "\(lastPart(name)): \(known)"
  }
}
