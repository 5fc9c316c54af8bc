/// Where a store keeps its contents.
enum ContentPlace: Sendable {
  case folder(ContentFolder)
  /// A content waits in `spool` until all of it has come, for its key is its hash.
  case bucket(ContentBucket, spool: ContentFolder)

  /// The folder in which contents come in.
  var local: ContentFolder {
    switch self {
    case .folder(let folder): folder
    case .bucket(_, let spool): spool
    }
  }

  /// Makes a written file last, under its content's name.
  func take(_ file: OpenFile, at path: String, as id: ContentID) async throws(ContentError) {
    switch self {
    case .folder(let folder):
      try await folder.threads.run { () throws(ContentError) in
        try folder.place(file, at: path, as: id)
      }
    case .bucket(let bucket, let spool):
      try await bucket.place(path, as: id)
      _ = try await spool.threads.run { () throws(ContentError) in try Files.remove(path) }
    }
  }

  /// Nil where there is none of that name.
  func size(of id: ContentID) async throws(ContentError) -> Int64? {
    switch self {
    case .folder(let folder):
      try await folder.threads.run { () throws(ContentError) in
        try Files.status(folder.path(of: id))?.size
      }
    case .bucket(let bucket, _): try await bucket.size(of: id)
    }
  }

  /// - Returns: whether it was there.
  func remove(_ id: ContentID) async throws(ContentError) -> Bool {
    switch self {
    case .folder(let folder):
      try await folder.threads.run { () throws(ContentError) in try folder.remove(id) }
    case .bucket(let bucket, _): try await bucket.remove(id)
    }
  }

  /// Removes a content unless it was put after `time`.
  func remove(_ id: ContentID, unlessPutAfter time: Int64) async throws(ContentError) -> Bool {
    switch self {
    case .folder(let folder):
      try await folder.threads.run { () throws(ContentError) in
        try folder.remove(id, unlessPutAfter: time)
      }
    case .bucket(let bucket, _): try await bucket.remove(id, unlessPutAfter: time)
    }
  }
}
