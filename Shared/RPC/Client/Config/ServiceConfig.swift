/// What the owner of a service asks of its clients, as gRPC's service_config document and gRFC A6
/// write it in JSON:
///
///     {"methodConfig": [{"name": [{"service": "a.B", "method": "C"}], "timeout": "1.5s",
///                        "waitForReady": true, "maxRequestMessageBytes": 1024,
///                        "maxResponseMessageBytes": 1024, "retryPolicy": {…} or
///                        "hedgingPolicy": {…}}],
///      "retryThrottling": {"maxTokens": 10, "tokenRatio": 0.1},
///      "loadBalancingConfig": [{"round_robin": {}}],
///      "healthCheckConfig": {"serviceName": ""},
///      "connectionScaling": {"maxConnectionsPerSubchannel": 4}}
///
/// The most specific name wins. A policy makes a call several times only where its method says that
/// it may be: retries need `idempotency_level` IDEMPOTENT or NO_SIDE_EFFECTS, hedging the latter.
package struct ServiceConfig: Sendable {
  /// By path, "/a.B/C"; by service, "a.B"; and for every call, "".
  private let methods: [String: MethodConfig]
  let throttling: RetryThrottling?
  let loadBalancing: LoadBalancing?
  /// The name that is asked for at health v1 `Watch`; nil asks nothing. Round robin only (A17).
  let healthService: String?
  let connectionsPerAddress: Int?

  /// gRFC A105's default for what a client lets a service config ask for.
  private static let mostConnections = 10

  /// Throws INVALID_ARGUMENT with the place of what is wrong. Fields that are not known are
  /// ignored, as newer configurations have more of them.
  package init(json: String) throws(RPCError) {
    let root = try JSONField(parsing: json)
    var methods: [String: MethodConfig] = [:]
    for entry in try root["methodConfig"]?.elements() ?? [] {
      let config = try MethodConfig(entry)
      for name in try entry["name"]?.elements() ?? [] {
        let key = try Self.key(name)
        guard methods.updateValue(config, forKey: key) == nil else {
          throw name.error("is the name of an earlier methodConfig too")
        }
      }
    }
    self.methods = methods
    throttling = try root["retryThrottling"].map(RetryThrottling.init)
    loadBalancing = try Self.loadBalancing(root)
    healthService = try root["healthCheckConfig"]?["serviceName"]?.text()
    connectionsPerAddress = try root["connectionScaling"]?["maxConnectionsPerSubchannel"]
      .map { (field) throws(RPCError) in
        min(try field.integer(in: 1...Int(UInt32.max)), Self.mostConnections)
      }
  }

  func method(_ method: RPCMethod) -> MethodConfig? {
    methods[method.path] ?? methods[method.service] ?? methods[""]
  }

  private static func key(_ name: JSONField) throws(RPCError) -> String {
    let service = try name["service"]?.text() ?? ""
    let method = try name["method"]?.text() ?? ""
    guard !service.isEmpty || method.isEmpty else { throw name.error("has a method, no service") }
    return method.isEmpty ? service : "/\(service)/\(method)"
  }

  /// The first policy of the list that this client has.
  private static func loadBalancing(_ root: JSONField) throws(RPCError) -> LoadBalancing? {
    guard let list = root["loadBalancingConfig"] else {
      // The older form.
      guard let field = root["loadBalancingPolicy"] else { return nil }
      switch try field.text().lowercased() {
      case "pick_first": return .pickFirst()
      case "round_robin": return .roundRobin
      default: throw field.error("is no policy that this client has")
      }
    }
    for entry in try list.elements() {
      guard try entry.names().count == 1 else { throw entry.error("does not name one policy") }
      if let config = entry["pick_first"] {
        return .pickFirst(shuffled: try config["shuffleAddressList"]?.bool() ?? false)
      }
      if entry["round_robin"] != nil { return .roundRobin }
    }
    throw list.error("names no policy that this client has")
  }
}

/// When failures stop calls from being made again (gRFC A6).
struct RetryThrottling: Sendable {
  let maxTokens: Int
  let tokenRatio: Double

  init(_ field: JSONField) throws(RPCError) {
    maxTokens = try field.required("maxTokens").integer(in: 1...1_000)
    let ratio = try field.required("tokenRatio")
    tokenRatio = (try ratio.number() * 1_000).rounded(.down) / 1_000
    guard tokenRatio > 0 else { throw ratio.error("is not greater than 0") }
  }
}
