/// A kind of destination. One folder a connector; its row in `ConnectorTable` makes it known.
///
/// A delivery is attempted at least once, so `send` is called again with the same consignment whenever
/// an outcome was not recorded: it must create nothing twice at the destination wherever that can tell.
protocol Connector: Sendable {
  var kind: ConnectorKind { get }

  /// The connector's own check: the settings that are missing or wrong, in the order in which a person
  /// would put them right. Asks nobody and reads no disk.
  ///
  /// - Parameter secrets: The fields of the secrets that are set.
  func gaps(in settings: [String: String], secrets: Set<String>) -> [SettingGap]

  /// Looks at the destination for what an attempt whose worker was lost may have left there. Nil where
  /// it is not there, or the destination cannot tell.
  func look(for consignment: Consignment) async -> AttemptResult?

  /// Sends once.
  func send(_ consignment: Consignment) async -> AttemptResult

  /// Clears away what only further attempts would need, after the delivery's last one was recorded.
  func settle(_ consignment: Consignment) async
}

extension Connector {
  func look(for consignment: Consignment) async -> AttemptResult? { nil }
  func settle(_ consignment: Consignment) async {}
}

/// The kinds that the product names. Which of them are offered, `ConnectorTable` says.
enum ConnectorKind: String, Sendable, CaseIterable {
  case webhook, folder, s3, webdav, sftp, email, dropbox
  case googleDrive = "google_drive"
  case exactOnline = "exact_online"
  case yuki, octopus
}

/// A document on its way to one integration: all that a connector is given.
struct Consignment: Sendable {
  let delivery: DeliveryName
  let document: ApprovedDocument
  /// A resend replaces what is different at the destination; a first delivery does not.
  let isResend: Bool
  let settings: [String: String]
  /// Secrets by field, opened.
  let secrets: [String: String]
  /// Reads a file of the document, whole and verified against its hash. Throws `ContentFault`.
  let content: @Sendable (ApprovedFile) async throws(ContentFault) -> [UInt8]
}

/// What came of one attempt. An answer is short and may be shown to the side that owns the integration.
enum AttemptResult: Sendable, Equatable {
  /// - Parameter place: Where it is, in the destination's own terms.
  case delivered(place: String, answer: String)
  /// The same may work later.
  /// - Parameter retryAfter: What the destination asked for, in microseconds.
  case passing(answer: String, retryAfter: Int64? = nil)
  /// The same will fail again.
  case permanent(answer: String)
  /// The destination wants nothing more of this integration.
  case gone(answer: String)

  init(_ fault: ContentFault) {
    self = fault.isPassing ? .passing(answer: fault.answer) : .permanent(answer: fault.answer)
  }
}

/// A file of a document could not be had.
struct ContentFault: Error, Equatable {
  let answer: String
  let isPassing: Bool
}
