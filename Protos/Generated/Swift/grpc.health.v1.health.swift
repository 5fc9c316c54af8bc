// swift-format-ignore-file
// Made from grpc/health/v1/health.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

package struct GrpcHealthV1HealthCheckRequest: Sendable, Equatable {
  package var service: String

  package init(
    service: String = ""
  ) {
    self.service = service
  }
}

package struct GrpcHealthV1HealthCheckResponse: Sendable, Equatable {
  package var status: GrpcHealthV1HealthCheckResponse.ServingStatus

  package init(
    status: GrpcHealthV1HealthCheckResponse.ServingStatus = .unknown
  ) {
    self.status = status
  }

  package enum ServingStatus: ProtobufEnum {
    case unknown
    case serving
    case notServing
    /// Used only by the Watch method.
    case serviceUnknown
    /// A number that the proto file this was made from does not have.
    case unrecognized(Int32)

    package static let allCases: [ServingStatus] = [.unknown, .serving, .notServing, .serviceUnknown]

    package init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unknown
      case 1: self = .serving
      case 2: self = .notServing
      case 3: self = .serviceUnknown
      default: self = .unrecognized(rawValue)
      }
    }

    package var rawValue: Int32 {
      switch self {
      case .unknown: 0
      case .serving: 1
      case .notServing: 2
      case .serviceUnknown: 3
      case .unrecognized(let number): number
      }
    }

    package var name: String {
      switch self {
      case .unknown: "UNKNOWN"
      case .serving: "SERVING"
      case .notServing: "NOT_SERVING"
      case .serviceUnknown: "SERVICE_UNKNOWN"
      case .unrecognized(let number): String(number)
      }
    }
  }
}

package struct GrpcHealthV1HealthListRequest: Sendable, Equatable {
  package init() {}
}

package struct GrpcHealthV1HealthListResponse: Sendable, Equatable {
  /// statuses contains all the services and their respective status.
  package var statuses: [String: GrpcHealthV1HealthCheckResponse]

  package init(
    statuses: [String: GrpcHealthV1HealthCheckResponse] = [:]
  ) {
    self.statuses = statuses
  }
}

extension GrpcHealthV1HealthCheckRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.health.v1.HealthCheckRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Health__V1__HealthCheckRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__health__v1__health_check_request__init(c.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self)
    unsafe self.service = arena.liftString(c.pointee.service)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self)
    unsafe c.pointee.service = arena.lowerString(self.service)
  }
}

extension GrpcHealthV1HealthCheckResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.health.v1.HealthCheckResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Health__V1__HealthCheckResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__health__v1__health_check_response__init(c.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
    unsafe self.status = GrpcHealthV1HealthCheckResponse.ServingStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
    unsafe c.pointee.status = Grpc__Health__V1__HealthCheckResponse__ServingStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
  }
}

extension GrpcHealthV1HealthListRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.health.v1.HealthListRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Health__V1__HealthListRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__health__v1__health_list_request__init(c.assumingMemoryBound(to: Grpc__Health__V1__HealthListRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}

extension GrpcHealthV1HealthListResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.health.v1.HealthListResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Health__V1__HealthListResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__health__v1__health_list_response__init(c.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse.self)
    unsafe self.statuses = arena.liftMap(c.pointee.n_statuses, c.pointee.statuses) { entry in
      unsafe (arena.liftString(entry.pointee.key), arena.liftMessage(entry.pointee.value) ?? .init())
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse.self)
    unsafe c.pointee.n_statuses = self.statuses.count
    unsafe c.pointee.statuses = arena.lowerMap(self.statuses) {
      (entry: UnsafeMutablePointer<Grpc__Health__V1__HealthListResponse__StatusesEntry>, key, value) in
      unsafe grpc__health__v1__health_list_response__statuses_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = arena.lowerMessage(value)
    }
  }
}

/// The methods of grpc.health.v1.Health.
package enum GrpcHealthV1HealthMethods {
  package static let check = RPCMethod(
    service: "grpc.health.v1.Health", name: "Check",
    kind: .unary, idempotency: .unknown)
  package static let list = RPCMethod(
    service: "grpc.health.v1.Health", name: "List",
    kind: .unary, idempotency: .unknown)
  package static let watch = RPCMethod(
    service: "grpc.health.v1.Health", name: "Watch",
    kind: .serverStreaming, idempotency: .unknown)

  package static let all: [RPCMethod] = [check, list, watch]
}

package protocol GrpcHealthV1HealthServer: RPCService {
  /// If the requested service is unknown, the call will fail with status
  /// NOT_FOUND.
  func check(_ request: GrpcHealthV1HealthCheckRequest, _ call: ServerCall) async throws -> GrpcHealthV1HealthCheckResponse
  /// List provides a non-atomic snapshot of the health of all the available
  /// services.
  ///
  /// The server may respond with a RESOURCE_EXHAUSTED error if too many services
  /// exist.
  ///
  /// Clients should set a deadline when calling List, and can declare the server
  /// unhealthy if they do not receive a timely response.
  ///
  /// Clients should keep in mind that the list of health services exposed by an
  /// application can change over the lifetime of the process.
  func list(_ request: GrpcHealthV1HealthListRequest, _ call: ServerCall) async throws -> GrpcHealthV1HealthListResponse
  /// Performs a watch for the serving status of the requested service.
  /// The server will immediately send back a message indicating the current
  /// serving status.  It will then subsequently send a new message whenever
  /// the service's serving status changes.
  ///
  /// If the requested service is unknown when the call is received, the
  /// server will send a message setting the serving status to
  /// SERVICE_UNKNOWN but will *not* terminate the call.  If at some
  /// future point, the serving status of the service becomes known, the
  /// server will send a new message with the service's serving status.
  ///
  /// If the call terminates with status UNIMPLEMENTED, then clients
  /// should assume this method is not supported and should not retry the
  /// call.  If the call terminates with any other status (including OK),
  /// clients should retry the call with appropriate exponential backoff.
  func watch(_ request: GrpcHealthV1HealthCheckRequest, _ replies: ReplyWriter<GrpcHealthV1HealthCheckResponse>, _ call: ServerCall) async throws
}

extension GrpcHealthV1HealthServer {
  package var handlers: [RPCHandler] {
    [
      .unary(GrpcHealthV1HealthMethods.check) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcHealthV1HealthCheckRequest.self)
          : await exchange.onlyRequest(GrpcHealthV1HealthCheckRequest.self)
        let reply = try await self.check(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(GrpcHealthV1HealthMethods.list) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcHealthV1HealthListRequest.self)
          : await exchange.onlyRequest(GrpcHealthV1HealthListRequest.self)
        let reply = try await self.list(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .serverStreaming(GrpcHealthV1HealthMethods.watch) { (request, replies, call) in try await self.watch(request, replies, call) },
    ]
  }
}

package struct GrpcHealthV1HealthClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// If the requested service is unknown, the call will fail with status
  /// NOT_FOUND.
  package func check(_ request: GrpcHealthV1HealthCheckRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcHealthV1HealthCheckResponse {
    try await channel.unary(GrpcHealthV1HealthMethods.check, request, options, as: GrpcHealthV1HealthCheckResponse.self)
  }

  /// List provides a non-atomic snapshot of the health of all the available
  /// services.
  ///
  /// The server may respond with a RESOURCE_EXHAUSTED error if too many services
  /// exist.
  ///
  /// Clients should set a deadline when calling List, and can declare the server
  /// unhealthy if they do not receive a timely response.
  ///
  /// Clients should keep in mind that the list of health services exposed by an
  /// application can change over the lifetime of the process.
  package func list(_ request: GrpcHealthV1HealthListRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcHealthV1HealthListResponse {
    try await channel.unary(GrpcHealthV1HealthMethods.list, request, options, as: GrpcHealthV1HealthListResponse.self)
  }

  /// Performs a watch for the serving status of the requested service.
  /// The server will immediately send back a message indicating the current
  /// serving status.  It will then subsequently send a new message whenever
  /// the service's serving status changes.
  ///
  /// If the requested service is unknown when the call is received, the
  /// server will send a message setting the serving status to
  /// SERVICE_UNKNOWN but will *not* terminate the call.  If at some
  /// future point, the serving status of the service becomes known, the
  /// server will send a new message with the service's serving status.
  ///
  /// If the call terminates with status UNIMPLEMENTED, then clients
  /// should assume this method is not supported and should not retry the
  /// call.  If the call terminates with any other status (including OK),
  /// clients should retry the call with appropriate exponential backoff.
  package func watch(_ request: GrpcHealthV1HealthCheckRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<GrpcHealthV1HealthCheckResponse> {
    try await channel.serverStreaming(GrpcHealthV1HealthMethods.watch, request, options, as: GrpcHealthV1HealthCheckResponse.self)
  }
}
