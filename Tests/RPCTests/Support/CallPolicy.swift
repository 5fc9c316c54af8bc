import RPCTestSupport
import Synchronization

@testable import RPC

/// Methods, and channels with a service config for them.
enum CallPolicy {
  static func method(
    _ name: String, _ kind: RPCMethod.Kind, _ idempotency: RPCMethod.Idempotency = .idempotent
  ) -> RPCMethod {
    RPCMethod(service: "test.Service", name: name, kind: kind, idempotency: idempotency)
  }

  static func options(_ policy: String, throttling: String = "") throws
    -> ChannelOptions
  {
    var options = ChannelOptions()
    options.serviceConfig = try ServiceConfig(
      json: "{\"methodConfig\": [{\"name\": [{\"service\": \"test.Service\"}], \(policy)}]"
        + "\(throttling)}")
    return options
  }

  static let retries = """
    "retryPolicy": {"maxAttempts": 3, "initialBackoff": "0.01s", "maxBackoff": "0.02s",
      "backoffMultiplier": 1, "retryableStatusCodes": ["UNAVAILABLE"]}
    """

  static func hedges(_ delay: String) -> String {
    """
    "hedgingPolicy": {"maxAttempts": 3, "hedgingDelay": "\(delay)",
      "nonFatalStatusCodes": ["UNAVAILABLE"]}
    """
  }
}

/// Fails the first calls and counts them all.
final class Failing: Sendable {
  private let count = Mutex(0)
  private let failures: Int
  private let error: RPCError

  init(_ failures: Int, _ error: RPCError = RPCError(.unavailable, "Not now.")) {
    self.failures = failures
    self.error = error
  }

  var calls: Int { count.withLock { $0 } }

  func next() throws {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if number <= failures { throw error }
  }

  /// One that calls of all four kinds may fail on.
  var service: TestService {
    TestService(
      echo: { request, _ in
        try self.next()
        return request
      },
      numbers: { request, replies, _ in
        if request.text == "late" { try await replies.write(TestMessage("first")) }
        try self.next()
        try await replies.write(TestMessage("second"))
      },
      join: { requests, _ in
        var joined = ""
        for try await request in requests { joined += request.text }
        try self.next()
        return TestMessage(joined)
      },
      chat: { requests, replies, _ in
        for try await request in requests {
          try self.next()
          try await replies.write(request)
        }
      })
  }
}
