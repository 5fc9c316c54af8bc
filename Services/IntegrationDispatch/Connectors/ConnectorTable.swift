import RPC

/// The connectors that are offered, by kind.
struct ConnectorTable: Sendable {
  private let connectors: [ConnectorKind: any Connector]

  init(_ connectors: [any Connector]) {
    self.connectors = Dictionary(connectors.map { ($0.kind, $0) }) { first, _ in first }
  }

  /// Nil for a kind that is not offered.
  func connector(_ kind: String) -> (any Connector)? {
    ConnectorKind(rawValue: kind).flatMap { connectors[$0] }
  }

  /// INVALID_ARGUMENT for a kind that nobody knows, UNIMPLEMENTED for one that is not offered yet.
  func require(_ kind: String) throws(RPCError) {
    guard let known = ConnectorKind(rawValue: kind) else {
      throw RPCError(
        .invalidArgument, "integration.connector must be one of \(offered)")
    }
    guard connectors[known] != nil else {
      throw RPCError(
        .unimplemented,
        "the connector \(known.rawValue) is not offered yet; offered are \(offered)")
    }
  }

  /// What stands in the way of an integration, by its connector's own check.
  func gaps(of record: IntegrationRecord) -> [SettingGap] {
    guard let connector = connector(record.connector) else {
      return [SettingGap(field: "connector", message: "This connector is not offered yet.")]
    }
    return connector.gaps(in: record.settings, secrets: Set(record.secrets.keys))
  }

  private var offered: String {
    connectors.keys.map(\.rawValue).sorted().joined(separator: ", ")
  }
}
