import Testing

@testable import RPC

struct ServiceConfigTests {
  private static let policy = """
    "maxAttempts": 3, "initialBackoff": "0.1s", "maxBackoff": "1s", "backoffMultiplier": 2, \
    "retryableStatusCodes": ["UNAVAILABLE"]
    """

  private func method(_ name: String, _ service: String = "a.B") -> RPCMethod {
    RPCMethod(service: service, name: name, kind: .unary, idempotency: .idempotent)
  }

  @Test func `the most specific name wins`() throws {
    let config = try ServiceConfig(
      json: """
        {"methodConfig": [
          {"name": [{}], "timeout": "1s"},
          {"name": [{"service": "a.B"}], "timeout": "2.5s", "waitForReady": true},
          {"name": [{"service": "a.B", "method": "C"}, {"service": "a.B", "method": "D"}],
           "timeout": "0.000000003s", "maxRequestMessageBytes": 0, "maxResponseMessageBytes": 7}]}
        """)
    #expect(config.method(method("X", "other"))?.timeout == .seconds(1))
    #expect(config.method(method("X"))?.timeout == .milliseconds(2_500))
    #expect(config.method(method("X"))?.waitForReady == true)
    for name in ["C", "D"] {
      #expect(config.method(method(name))?.timeout == .nanoseconds(3))
      #expect(config.method(method(name))?.requestBytes == 0)
      #expect(config.method(method(name))?.replyBytes == 7)
      #expect(config.method(method(name))?.waitForReady == nil)
    }
  }

  @Test func `every part is read, and what is not known is ignored`() throws {
    let config = try ServiceConfig(
      json: """
        {"methodConfig": [
          {"name": [{"service": "a.B"}], "retryPolicy": {
            "maxAttempts": 9, "initialBackoff": "0.1s", "maxBackoff": "1s",
            "backoffMultiplier": 1.5, "retryableStatusCodes": [14, "aborted"]}},
          {"name": [{"service": "a.H"}], "hedgingPolicy": {"maxAttempts": 2}}],
         "retryThrottling": {"maxTokens": 10, "tokenRatio": 0.5466},
         "loadBalancingConfig": [{"new_policy": {}}, {"round_robin": {}}],
         "healthCheckConfig": {"serviceName": "a.B"}, "something": [1, null],
         "connectionScaling": {"maxConnectionsPerSubchannel": 99}}
        """)
    let retry = config.method(method("X"))?.retry
    #expect(retry?.maxAttempts == 5)
    #expect(retry?.codes == [.unavailable, .aborted])
    #expect(retry?.multiplier == 1.5)
    let hedging = config.method(method("X", "a.H"))?.hedging
    #expect(hedging?.maxAttempts == 2)
    #expect(hedging?.delay == .zero)
    #expect(config.throttling?.tokenRatio == 0.546)
    #expect(config.loadBalancing == .roundRobin)
    #expect(config.healthService == "a.B")
    #expect(config.connectionsPerAddress == 10)
    let older = try ServiceConfig(json: #"{"loadBalancingPolicy": "ROUND_ROBIN"}"#)
    #expect(older.loadBalancing == .roundRobin)
    let shuffled = try ServiceConfig(
      json: #"{"loadBalancingConfig": [{"pick_first": {"shuffleAddressList": true}}]}"#)
    #expect(shuffled.loadBalancing == .pickFirst(shuffled: true))
  }

  @Test(arguments: [
    ("", "no JSON"), ("[]", "is no object"), ("{", "no JSON"),
    (#"{"methodConfig": {}}"#, "methodConfig is no list"),
    (#"{"methodConfig": [{"name": [{}, {}]}]}"#, "methodConfig[0].name[1] is the name of an"),
    (#"{"methodConfig": [{"name": [{"method": "C"}]}]}"#, "name[0] has a method, no service"),
    (#"{"methodConfig": [{"name": [{}], "timeout": "1"}]}"#, "[0].timeout is no duration"),
    (#"{"methodConfig": [{"name": [{}], "timeout": "-1s"}]}"#, "timeout is no duration"),
    (#"{"methodConfig": [{"name": [{}], "timeout": "1.s"}]}"#, "timeout is no duration"),
    (#"{"methodConfig": [{"name": [{}], "timeout": 1}]}"#, "timeout is no string"),
    (#"{"methodConfig": [{"name": [{}], "waitForReady": 1}]}"#, "is neither true nor false"),
    (#"{"methodConfig": [{"maxRequestMessageBytes": -1}]}"#, "is no whole number from 0"),
    (#"{"methodConfig": [{"retryPolicy": {}}]}"#, "methodConfig[0].retryPolicy has no maxAtt"),
    (
      "{\"methodConfig\": [{\"retryPolicy\": {\(policy)}, \"hedgingPolicy\": {\"maxAttempts\": 2}}]}",
      "has both"
    ),
    (#"{"methodConfig": [{"hedgingPolicy": {"maxAttempts": 1}}]}"#, "no whole number from 2"),
    (#"{"methodConfig": [{"hedgingPolicy": {"maxAttempts": 2.5}}]}"#, "no whole number from 2"),
    (
      #"{"methodConfig": [{"hedgingPolicy": {"maxAttempts": 2, "nonFatalStatusCodes": ["X"]}}]}"#,
      "nonFatalStatusCodes[0] is no status code"
    ),
    (#"{"retryThrottling": {"maxTokens": 0, "tokenRatio": 1}}"#, "from 1 to 1000"),
    (#"{"retryThrottling": {"maxTokens": 5, "tokenRatio": 0.0001}}"#, "tokenRatio is not greater"),
    (#"{"loadBalancingConfig": [{"new": {}}]}"#, "names no policy that this client has"),
    (#"{"loadBalancingConfig": [{"a": {}, "b": {}}]}"#, "[0] does not name one policy"),
    (#"{"loadBalancingPolicy": "new"}"#, "loadBalancingPolicy is no policy"),
    (#"{"healthCheckConfig": {"serviceName": 1}}"#, "serviceName is no string"),
    (#"{"connectionScaling": {"maxConnectionsPerSubchannel": 0}}"#, "whole number from 1"),
  ])
  func `what is wrong is refused with its place`(json: String, message: String) {
    #expect {
      _ = try ServiceConfig(json: json)
    } throws: { error in
      (error as? RPCError)?.code == .invalidArgument
        && (error as? RPCError)?.message.contains(message) == true
    }
  }

  @Test(arguments: [
    ("0s", "is not greater than 0", "initialBackoff"),
    ("0s", "is not greater than 0", "maxBackoff"),
  ])
  func `a pause of nothing is refused`(value: String, message: String, name: String) {
    var policy = Self.policy
    policy.replace(
      name == "maxBackoff" ? "\"maxBackoff\": \"1s\"" : "\"initialBackoff\": \"0.1s\"",
      with: "\"\(name)\": \"\(value)\"")
    #expect {
      _ = try ServiceConfig(json: "{\"methodConfig\": [{\"retryPolicy\": {\(policy)}}]}")
    } throws: { ($0 as? RPCError)?.message.contains("\(name) \(message)") == true }
  }
}
