import Glibc

/// Delivers into folders below the operator's root, where every space has one of its own:
/// `<root>/<businesses|partners>/<space>/<path>`. `FolderFile` says how a file gets there once, and
/// `DeliveryLock` keeps another attempt of the same delivery away meanwhile.
struct FolderConnector: Connector {
  let kind = ConnectorKind.folder
  /// Nil where the operator offers no folders.
  let root: String?
  /// Told of every step; tests end the process there.
  var reached: @Sendable (FolderStep) -> Void
  /// How long an attempt waits for another of the same delivery to end.
  var patience: Duration = .seconds(2)

  private let durable = DurableFolders()

  static let pathField = "folder.path"

  init(root: String?, reached: @escaping @Sendable (FolderStep) -> Void = { _ in }) {
    self.root = root
    self.reached = reached
  }

  func gaps(in settings: [String: String], secrets: Set<String>) -> [SettingGap] {
    if root == nil {
      return [
        SettingGap(
          field: Self.pathField,
          message: "Folders are not set up on this installation: ask its operator (folder.root).")
      ]
    }
    let path = settings[Self.pathField] ?? ""
    if path.isEmpty {
      return [SettingGap(field: Self.pathField, message: "Say which folder, such as in/invoices.")]
    }
    if FolderPath(path) == nil {
      return [
        SettingGap(
          field: Self.pathField,
          message: """
            Give a path such as in/invoices: at most \(FolderPath.maximumLength) \
            characters, no / first or last, no name that begins with a dot.
            """)
      ]
    }
    return []
  }

  func look(for consignment: Consignment) async -> AttemptResult? {
    await attempt(consignment) { files in
      for file in files {
        let state = try await Blocking.run { try file.look() }
        guard state == .done else { return nil }
      }
      return .delivered(place: place(of: files, consignment), answer: "was written before")
    }
  }

  func send(_ consignment: Consignment) async -> AttemptResult {
    let result = await attempt(consignment) { files in
      var answers: [String] = []
      for file in files {
        guard let answer = try await put(file, consignment) else {
          return .permanent(
            answer: "\(file.name) is there with other content: move it away, then resend")
        }
        answers.append(answer)
      }
      let answer = Set(answers).count == 1 ? answers[0] : answers.joined(separator: ", ")
      return .delivered(place: place(of: files, consignment), answer: answer)
    }
    return result ?? .permanent(answer: "the document has no files")
  }

  func settle(_ consignment: Consignment) async {
    // What stays behind is hidden and harms nothing.
    _ = await attempt(consignment) { files in
      try await Blocking.run { for file in files { try file.removeHidden() } }
      return nil
    }
  }

  /// Nil where something else has the name, and is not to be replaced.
  private func put(_ file: FolderFile, _ consignment: Consignment) async throws -> String? {
    let replacing = consignment.isResend
    let state = try await Blocking.run { try file.look() }
    switch state {
    case .done: return "was written before"
    case .same:
      try await Blocking.run { try file.acceptPresent() }
      return "was there already"
    case .promised:
      let kept = try await Blocking.run { try file.keepPromise(replacing: replacing) }
      return kept == .done ? "written" : nil
    case .different where !replacing: return nil
    case .absent, .different:
      let bytes = try await consignment.content(file.file)
      try await Blocking.run { try file.write(bytes) }
      return state == .absent ? "written" : "replaced"
    }
  }

  /// In the owner's own terms: below the folder of its space.
  private func place(of files: [FolderFile], _ consignment: Consignment) -> String {
    let path = consignment.settings[Self.pathField] ?? ""
    return files.map { "\(path)/\($0.name)" }.joined(separator: ", ")
  }

  /// Locks the delivery, opens the folder, runs `body` on the document's files there, and puts what goes wrong in words.
  private func attempt(
    _ consignment: Consignment, _ body: ([FolderFile]) async throws -> AttemptResult?
  ) async -> AttemptResult? {
    guard let root, let path = FolderPath(consignment.settings[Self.pathField] ?? "") else {
      return .permanent(answer: "the folder is not configured")
    }
    do {
      guard let lock = try await lock(consignment.delivery, below: root) else {
        return .passing(answer: "an earlier attempt of this delivery is still at work")
      }
      defer { withExtendedLifetime(lock) {} }
      let (reached, durable) = (reached, durable)
      // The space's own folders first, and a path leads only down: no integration reaches what
      // another space's put.
      let folders = consignment.delivery.side.folders + path.folders
      let folder = try await Blocking.run { try Self.open(folders, below: root, durable) }
      reached(.foldersMade)
      return try await body(
        consignment.document.files.map {
          FolderFile($0, of: consignment, in: folder, reached: reached)
        })
    } catch let fault as ContentFault {
      return AttemptResult(fault)
    } catch let error as SystemError {
      return Self.result(of: error)
    } catch {
      return .passing(answer: "the folder could not be written")
    }
  }

  private func lock(
    _ delivery: DeliveryName, below root: String
  ) async throws -> DeliveryLock? {
    let end = ContinuousClock.now + patience
    while true {
      let lock = try await Blocking.run { try DeliveryLock.take(delivery, below: root) }
      if lock != nil || ContinuousClock.now >= end { return lock }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Walks down from the root and makes what is missing. No link is followed below the root, so that
  /// whoever may write into a folder cannot lead deliveries out of it.
  private static func open(
    _ folders: [String], below root: String, _ durable: DurableFolders
  ) throws(SystemError) -> Descriptor {
    var folder = try Descriptor(root, O_RDONLY | O_DIRECTORY)
    var path = root
    for name in folders {
      path += "/\(name)"
      folder = try durable.open(name, in: folder, path: path)
    }
    return folder
  }

  /// A disk that is full, away or not writable is put right by the operator, and the delivery waits for
  /// that; a path that is no folder is the integration's own. Without locks nothing is written, as the
  /// connector cannot tell that it is alone.
  static func result(of error: SystemError) -> AttemptResult {
    switch error.code {
    case _ where error.operation == Descriptor.lockOperation:
      .passing(answer: "the folder's file system keeps no locks (\(error.reason))")
    case ENOTDIR, ELOOP:
      .permanent(answer: "the path leads over a link or a file: choose another folder")
    case ENAMETOOLONG: .permanent(answer: "the path is too long: choose another folder")
    default: .passing(answer: "the folder could not be written (\(error.reason))")
    }
  }
}

extension Side {
  /// The folders of the owning space, below the root. Space ids are letters, digits and hyphens.
  fileprivate var folders: [String] {
    partner.map { ["partners", $0] } ?? ["businesses", business]
  }
}
