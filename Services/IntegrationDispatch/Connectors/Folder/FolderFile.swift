import Crypto
import Glibc

#if DAYBOOK_FAULTS
  import Database
#endif

/// The steps of a file on its way into a folder. A test ends the process at each of them.
enum FolderStep: String, Sendable, CaseIterable {
  case foldersMade, temporaryWritten, temporarySynced, receiptMade, receiptSynced, renamed,
    folderSynced
}

/// One file of a delivery on its way into a folder, so that it is there once however often the process
/// dies, also when a consumer takes files out.
///
///     absent ──write temporary, sync──► ──receipt, sync──► promised ──rename, sync──► done
///
/// The rename takes the temporary name away, so receipt and temporary together say "not renamed yet",
/// and a receipt alone says "renamed": that the file is missing then means that it was taken.
///
/// A write that breaks off, as on a full disk, leaves a part of the file under the temporary name. It must
/// never look promised: a receipt without a rename takes it away first, and what was promised is
/// compared with its hash before it is believed.
struct FolderFile: Sendable {
  enum State: Sendable, Equatable {
    /// Nothing of this name, and no receipt.
    case absent
    /// Receipt and temporary file, which is whole: only the rename is missing.
    case promised
    /// Renamed before, by this delivery.
    case done
    /// Another delivery's, byte for byte the same.
    case same
    case different
  }

  let folder: Descriptor
  /// The name that consumers see.
  let name: String
  /// Hidden, and named by the delivery.
  let receipt: String
  let temporary: String
  let file: ApprovedFile
  let reached: @Sendable (FolderStep) -> Void

  init(
    _ file: ApprovedFile, of consignment: Consignment, in folder: Descriptor,
    reached: @escaping @Sendable (FolderStep) -> Void
  ) {
    self.folder = folder
    self.file = file
    self.reached = reached
    name = Self.name(of: file, document: consignment.document.name)
    let hidden = ".\(consignment.delivery.delivery)-\(file.part.rawValue)"
    receipt = hidden + ".receipt"
    temporary = hidden + ".partial"
  }

  /// Carries the document's id and the content's hash: 64 bits of it, since the whole is compared.
  static func name(of file: ApprovedFile, document: DocumentName) -> String {
    "\(document.document)-\(file.part.rawValue)-\(file.sha256.prefix(16)).\(file.fileExtension)"
  }

  func look() throws(SystemError) -> State {
    #if DAYBOOK_FAULTS
      if Fault.active == .noDeduplication { return try compare() }
    #endif
    guard try folder.has(receipt) else { return try compare() }
    switch try compare(temporary) {
    case .absent: return .done
    case .same: return .promised
    default: return try compare()
    }
  }

  /// Only the rename is missing. Something else of that name is left alone unless `replacing`.
  func keepPromise(replacing: Bool) throws(SystemError) -> State {
    if !replacing, try compare() == .different { return .different }
    try finish()
    return .done
  }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    // Of a promise that could not be kept: this content is not synced yet.
    try folder.remove(receipt)
    let written = try Descriptor(
      temporary, in: folder, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o644)
    try written.write(bytes)
    reached(.temporaryWritten)
    try written.synchronize()
    try folder.synchronize()
    reached(.temporarySynced)
    try makeReceipt()
    try finish()
  }

  /// The same file is there already: from now on this delivery counts as done.
  func acceptPresent() throws(SystemError) {
    if try folder.has(temporary) {
      try folder.remove(temporary)
      try folder.synchronize()
    }
    try makeReceipt()
  }

  private func makeReceipt() throws(SystemError) {
    let made = try Descriptor(receipt, in: folder, O_WRONLY | O_CREAT | O_NOFOLLOW)
    reached(.receiptMade)
    try made.synchronize()
    try folder.synchronize()
    reached(.receiptSynced)
  }

  func removeHidden() throws(SystemError) {
    try folder.remove(temporary)
    try folder.remove(receipt)
  }

  private func finish() throws(SystemError) {
    try folder.rename(temporary, to: name)
    reached(.renamed)
    try folder.synchronize()
    reached(.folderSynced)
  }

  private func compare() throws(SystemError) -> State { try compare(name) }

  /// What has a name: `absent`, `same` as the document's file, or `different`.
  private func compare(_ name: String) throws(SystemError) -> State {
    let present: Descriptor
    do {
      // A pipe of that name would otherwise block the open.
      present = try Descriptor(name, in: folder, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    } catch {
      switch error.code {
      case ENOENT: return .absent
      case ELOOP: return .different
      default: throw error
      }
    }
    let status = try present.status()
    guard status.st_mode & S_IFMT == S_IFREG, Int64(status.st_size) == file.size else {
      return .different
    }
    var hash = SHA256()
    while true {
      let bytes = try present.read(1 << 20)
      if bytes.isEmpty { return Hex.text(hash.finalize()) == file.sha256 ? .same : .different }
      hash.update(data: bytes)
    }
  }
}
