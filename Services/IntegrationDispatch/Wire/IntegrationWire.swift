import Contracts
import RPC
import Records
import StatusRules

/// Integrations between their messages and their records. Secrets go one way: in.
extension IntegrationRecord {
  var message: Integration {
    Integration(
      name: name.description, connector: connector, displayName: displayName,
      status: status, configured: configuration == .configured,
      problems: problems.map { SettingProblem(field: $0.field, message: $0.message) },
      configuration: configurationMessage,
      createTime: GoogleProtobufTimestamp(microseconds: createTime),
      updateTime: GoogleProtobufTimestamp(microseconds: updateTime), etag: etag)
  }

  private var status: Contracts.IntegrationStatus {
    switch (configuration, activity) {
    case (.needsAuthorisation, _): .needsAuthorisation
    case (_, .active): .active
    case (_, .inactive): .inactive
    }
  }

  private var configurationMessage: Integration.Configuration? {
    switch ConnectorKind(rawValue: connector) {
    case .folder:
      .folder(FolderConfiguration(path: settings[FolderConnector.pathField] ?? ""))
    case .webhook:
      .webhook(
        WebhookConfiguration(
          url: settings[WebhookConnector.urlField] ?? "",
          secretSet: secrets[WebhookConnector.secretField] != nil))
    default: nil
    }
  }
}

extension IntegrationDraft {
  /// INVALID_ARGUMENT naming the field, for what cannot be stored; what can be and is not right yet
  /// comes back as a problem.
  ///
  /// - Parameter connector: The kind, where it stands already.
  init(_ integration: Integration?, connector: String? = nil) throws {
    let message = integration ?? Integration()
    let kind = connector ?? message.connector
    self.init(
      connector: kind,
      displayName: try InputText.required(
        message.displayName, field: "integration.display_name", maximum: 100),
      settings: nil)
    guard let configuration = message.configuration else { return }
    switch configuration {
    case .folder(let folder):
      try Self.check(kind, is: .folder)
      settings = [FolderConnector.pathField: try Self.text(folder.path, "folder.path", 500)]
    case .webhook(let webhook):
      try Self.check(kind, is: .webhook)
      settings = [WebhookConnector.urlField: try Self.text(webhook.url, "webhook.url", 2_000)]
      guard !webhook.secret.isEmpty else { return }
      guard WebhookSecret(webhook.secret) != nil else {
        throw RPCError(
          .invalidArgument,
          "integration.webhook.secret must be whsec_ and 24 to 64 bytes in base64")
      }
      secrets = [WebhookConnector.secretField: webhook.secret]
    }
  }

  private static func text(
    _ text: String, _ field: String, _ maximum: Int
  ) throws(RPCError) -> String {
    try InputText.optional(text, field: "integration.\(field)", maximum: maximum)
  }

  private static func check(_ kind: String, is expected: ConnectorKind) throws(RPCError) {
    guard kind == expected.rawValue else {
      throw RPCError(
        .invalidArgument,
        "integration.\(expected.rawValue) configures a \(expected.rawValue) integration only")
    }
  }
}

extension PreparedSetUp {
  /// What client-link kept for the firm; it checked the name, and a kind that is not offered stays
  /// unconfigured, so that no link waits for it.
  init(_ prepared: PreparedIntegration) {
    self.init(connector: prepared.connector, displayName: prepared.displayName)
  }
}
