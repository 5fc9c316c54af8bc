// swift-format-ignore-file
// Made from grpc/testing/messages.proto by Protos/generate. Change that, not this.

import Contracts
import InteropProtosC
package import Protobuf
import RPC

/// The type of payload that should be returned.
package enum GrpcTestingPayloadType: ProtobufEnum {
  /// Compressable text format.
  case compressable
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [GrpcTestingPayloadType] = [.compressable]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .compressable
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .compressable: 0
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .compressable: "COMPRESSABLE"
    case .unrecognized(let number): String(number)
    }
  }
}

/// The type of route that a client took to reach a server w.r.t. gRPCLB.
/// The server must fill in "fallback" if it detects that the RPC reached
/// the server via the "gRPCLB fallback" path, and "backend" if it detects
/// that the RPC reached the server via "gRPCLB backend" path (i.e. if it got
/// the address of this server from the gRPCLB server BalanceLoad RPC). Exactly
/// how this detection is done is context and server dependent.
package enum GrpcTestingGrpclbRouteType: ProtobufEnum {
  /// Server didn't detect the route that a client took to reach it.
  case unknown
  /// Indicates that a client reached a server via gRPCLB fallback.
  case fallback
  /// Indicates that a client reached a server as a gRPCLB-given backend.
  case backend
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [GrpcTestingGrpclbRouteType] = [.unknown, .fallback, .backend]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unknown
    case 1: self = .fallback
    case 2: self = .backend
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unknown: 0
    case .fallback: 1
    case .backend: 2
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unknown: "GRPCLB_ROUTE_TYPE_UNKNOWN"
    case .fallback: "GRPCLB_ROUTE_TYPE_FALLBACK"
    case .backend: "GRPCLB_ROUTE_TYPE_BACKEND"
    case .unrecognized(let number): String(number)
    }
  }
}

/// TODO(dgq): Go back to using well-known types once
/// https://github.com/grpc/grpc/issues/6980 has been fixed.
/// import "google/protobuf/wrappers.proto";
package struct GrpcTestingBoolValue: Sendable, Equatable {
  /// The bool value.
  package var value: Bool

  package init(
    value: Bool = false
  ) {
    self.value = value
  }
}

/// A block of data, to simply increase gRPC message size.
package struct GrpcTestingPayload: Sendable, Equatable {
  /// The type of data in body.
  package var type: GrpcTestingPayloadType
  /// Primary contents of payload.
  package var body: [UInt8]

  package init(
    type: GrpcTestingPayloadType = .compressable,
    body: [UInt8] = []
  ) {
    self.type = type
    self.body = body
  }
}

/// A protobuf representation for grpc status. This is used by test
/// clients to specify a status that the server should attempt to return.
package struct GrpcTestingEchoStatus: Sendable, Equatable {
  package var code: Int32
  package var message: String

  package init(
    code: Int32 = 0,
    message: String = ""
  ) {
    self.code = code
    self.message = message
  }
}

/// Unary request.
package struct GrpcTestingSimpleRequest: Sendable, Equatable {
  /// Desired payload type in the response from the server.
  /// If response_type is RANDOM, server randomly chooses one from other formats.
  package var responseType: GrpcTestingPayloadType
  /// Desired payload size in the response from the server.
  package var responseSize: Int32
  /// Optional input payload sent along with the request.
  package var payload: GrpcTestingPayload?
  /// Whether SimpleResponse should include username.
  package var fillUsername: Bool
  /// Whether SimpleResponse should include OAuth scope.
  package var fillOauthScope: Bool
  /// Whether to request the server to compress the response. This field is
  /// "nullable" in order to interoperate seamlessly with clients not able to
  /// implement the full compression tests by introspecting the call to verify
  /// the response's compression status.
  package var responseCompressed: GrpcTestingBoolValue?
  /// Whether server should return a given status
  package var responseStatus: GrpcTestingEchoStatus?
  /// Whether the server should expect this request to be compressed.
  package var expectCompressed: GrpcTestingBoolValue?
  /// Whether SimpleResponse should include server_id.
  package var fillServerId: Bool
  /// Whether SimpleResponse should include grpclb_route_type.
  package var fillGrpclbRouteType: Bool
  /// If set the server should record this metrics report data for the current RPC.
  package var orcaPerQueryReport: GrpcTestingTestOrcaReport?
  /// If set the server should update this metrics report data at the OOB server.
  package var orcaOobReport: GrpcTestingTestOrcaReport?

  package init(
    responseType: GrpcTestingPayloadType = .compressable,
    responseSize: Int32 = 0,
    payload: GrpcTestingPayload? = nil,
    fillUsername: Bool = false,
    fillOauthScope: Bool = false,
    responseCompressed: GrpcTestingBoolValue? = nil,
    responseStatus: GrpcTestingEchoStatus? = nil,
    expectCompressed: GrpcTestingBoolValue? = nil,
    fillServerId: Bool = false,
    fillGrpclbRouteType: Bool = false,
    orcaPerQueryReport: GrpcTestingTestOrcaReport? = nil,
    orcaOobReport: GrpcTestingTestOrcaReport? = nil
  ) {
    self.responseType = responseType
    self.responseSize = responseSize
    self.payload = payload
    self.fillUsername = fillUsername
    self.fillOauthScope = fillOauthScope
    self.responseCompressed = responseCompressed
    self.responseStatus = responseStatus
    self.expectCompressed = expectCompressed
    self.fillServerId = fillServerId
    self.fillGrpclbRouteType = fillGrpclbRouteType
    self.orcaPerQueryReport = orcaPerQueryReport
    self.orcaOobReport = orcaOobReport
  }
}

/// Unary response, as configured by the request.
package struct GrpcTestingSimpleResponse: Sendable, Equatable {
  /// Payload to increase message size.
  package var payload: GrpcTestingPayload?
  /// The user the request came from, for verifying authentication was
  /// successful when the client expected it.
  package var username: String
  /// OAuth scope.
  package var oauthScope: String
  /// Server ID. This must be unique among different server instances,
  /// but the same across all RPC's made to a particular server instance.
  package var serverId: String
  /// gRPCLB Path.
  package var grpclbRouteType: GrpcTestingGrpclbRouteType
  /// Server hostname.
  package var hostname: String

  package init(
    payload: GrpcTestingPayload? = nil,
    username: String = "",
    oauthScope: String = "",
    serverId: String = "",
    grpclbRouteType: GrpcTestingGrpclbRouteType = .unknown,
    hostname: String = ""
  ) {
    self.payload = payload
    self.username = username
    self.oauthScope = oauthScope
    self.serverId = serverId
    self.grpclbRouteType = grpclbRouteType
    self.hostname = hostname
  }
}

/// Client-streaming request.
package struct GrpcTestingStreamingInputCallRequest: Sendable, Equatable {
  /// Optional input payload sent along with the request.
  package var payload: GrpcTestingPayload?
  /// Whether the server should expect this request to be compressed. This field
  /// is "nullable" in order to interoperate seamlessly with servers not able to
  /// implement the full compression tests by introspecting the call to verify
  /// the request's compression status.
  package var expectCompressed: GrpcTestingBoolValue?

  package init(
    payload: GrpcTestingPayload? = nil,
    expectCompressed: GrpcTestingBoolValue? = nil
  ) {
    self.payload = payload
    self.expectCompressed = expectCompressed
  }
}

/// Client-streaming response.
package struct GrpcTestingStreamingInputCallResponse: Sendable, Equatable {
  /// Aggregated size of payloads received from the client.
  package var aggregatedPayloadSize: Int32

  package init(
    aggregatedPayloadSize: Int32 = 0
  ) {
    self.aggregatedPayloadSize = aggregatedPayloadSize
  }
}

/// Configuration for a particular response.
package struct GrpcTestingResponseParameters: Sendable, Equatable {
  /// Desired payload sizes in responses from the server.
  package var size: Int32
  /// Desired interval between consecutive responses in the response stream in
  /// microseconds.
  package var intervalUs: Int32
  /// Whether to request the server to compress the response. This field is
  /// "nullable" in order to interoperate seamlessly with clients not able to
  /// implement the full compression tests by introspecting the call to verify
  /// the response's compression status.
  package var compressed: GrpcTestingBoolValue?

  package init(
    size: Int32 = 0,
    intervalUs: Int32 = 0,
    compressed: GrpcTestingBoolValue? = nil
  ) {
    self.size = size
    self.intervalUs = intervalUs
    self.compressed = compressed
  }
}

/// Server-streaming request.
package struct GrpcTestingStreamingOutputCallRequest: Sendable, Equatable {
  /// Desired payload type in the response from the server.
  /// If response_type is RANDOM, the payload from each response in the stream
  /// might be of different types. This is to simulate a mixed type of payload
  /// stream.
  package var responseType: GrpcTestingPayloadType
  /// Configuration for each expected response message.
  package var responseParameters: [GrpcTestingResponseParameters]
  /// Optional input payload sent along with the request.
  package var payload: GrpcTestingPayload?
  /// Whether server should return a given status
  package var responseStatus: GrpcTestingEchoStatus?
  /// If set the server should update this metrics report data at the OOB server.
  package var orcaOobReport: GrpcTestingTestOrcaReport?

  package init(
    responseType: GrpcTestingPayloadType = .compressable,
    responseParameters: [GrpcTestingResponseParameters] = [],
    payload: GrpcTestingPayload? = nil,
    responseStatus: GrpcTestingEchoStatus? = nil,
    orcaOobReport: GrpcTestingTestOrcaReport? = nil
  ) {
    self.responseType = responseType
    self.responseParameters = responseParameters
    self.payload = payload
    self.responseStatus = responseStatus
    self.orcaOobReport = orcaOobReport
  }
}

/// Server-streaming response, as configured by the request and parameters.
package struct GrpcTestingStreamingOutputCallResponse: Sendable, Equatable {
  /// Payload to increase response size.
  package var payload: GrpcTestingPayload?

  package init(
    payload: GrpcTestingPayload? = nil
  ) {
    self.payload = payload
  }
}

/// For reconnect interop test only.
/// Client tells server what reconnection parameters it used.
package struct GrpcTestingReconnectParams: Sendable, Equatable {
  package var maxReconnectBackoffMs: Int32

  package init(
    maxReconnectBackoffMs: Int32 = 0
  ) {
    self.maxReconnectBackoffMs = maxReconnectBackoffMs
  }
}

/// For reconnect interop test only.
/// Server tells client whether its reconnects are following the spec and the
/// reconnect backoffs it saw.
package struct GrpcTestingReconnectInfo: Sendable, Equatable {
  package var passed: Bool
  package var backoffMs: [Int32]

  package init(
    passed: Bool = false,
    backoffMs: [Int32] = []
  ) {
    self.passed = passed
    self.backoffMs = backoffMs
  }
}

package struct GrpcTestingLoadBalancerStatsRequest: Sendable, Equatable {
  /// Request stats for the next num_rpcs sent by client.
  package var numRpcs: Int32
  /// If num_rpcs have not completed within timeout_sec, return partial results.
  package var timeoutSec: Int32

  package init(
    numRpcs: Int32 = 0,
    timeoutSec: Int32 = 0
  ) {
    self.numRpcs = numRpcs
    self.timeoutSec = timeoutSec
  }
}

package struct GrpcTestingLoadBalancerStatsResponse: Sendable, Equatable {
  /// The number of completed RPCs for each peer.
  package var rpcsByPeer: [String: Int32]
  /// The number of RPCs that failed to record a remote peer.
  package var numFailures: Int32
  package var rpcsByMethod: [String: GrpcTestingLoadBalancerStatsResponse.RpcsByPeer]

  package init(
    rpcsByPeer: [String: Int32] = [:],
    numFailures: Int32 = 0,
    rpcsByMethod: [String: GrpcTestingLoadBalancerStatsResponse.RpcsByPeer] = [:]
  ) {
    self.rpcsByPeer = rpcsByPeer
    self.numFailures = numFailures
    self.rpcsByMethod = rpcsByMethod
  }

  package struct RpcsByPeer: Sendable, Equatable {
    /// The number of completed RPCs for each peer.
    package var rpcsByPeer: [String: Int32]

    package init(
      rpcsByPeer: [String: Int32] = [:]
    ) {
      self.rpcsByPeer = rpcsByPeer
    }
  }
}

/// Request for retrieving a test client's accumulated stats.
package struct GrpcTestingLoadBalancerAccumulatedStatsRequest: Sendable, Equatable {
  package init() {}
}

/// Accumulated stats for RPCs sent by a test client.
package struct GrpcTestingLoadBalancerAccumulatedStatsResponse: Sendable, Equatable {
  /// The total number of RPCs have ever issued for each type.
  /// Deprecated: use stats_per_method.rpcs_started instead.
  package var numRpcsStartedByMethod: [String: Int32]
  /// The total number of RPCs have ever completed successfully for each type.
  /// Deprecated: use stats_per_method.result instead.
  package var numRpcsSucceededByMethod: [String: Int32]
  /// The total number of RPCs have ever failed for each type.
  /// Deprecated: use stats_per_method.result instead.
  package var numRpcsFailedByMethod: [String: Int32]
  /// Per-method RPC statistics.  The key is the RpcType in string form; e.g.
  /// 'EMPTY_CALL' or 'UNARY_CALL'
  package var statsPerMethod: [String: GrpcTestingLoadBalancerAccumulatedStatsResponse.MethodStats]

  package init(
    numRpcsStartedByMethod: [String: Int32] = [:],
    numRpcsSucceededByMethod: [String: Int32] = [:],
    numRpcsFailedByMethod: [String: Int32] = [:],
    statsPerMethod: [String: GrpcTestingLoadBalancerAccumulatedStatsResponse.MethodStats] = [:]
  ) {
    self.numRpcsStartedByMethod = numRpcsStartedByMethod
    self.numRpcsSucceededByMethod = numRpcsSucceededByMethod
    self.numRpcsFailedByMethod = numRpcsFailedByMethod
    self.statsPerMethod = statsPerMethod
  }

  package struct MethodStats: Sendable, Equatable {
    /// The number of RPCs that were started for this method.
    package var rpcsStarted: Int32
    /// The number of RPCs that completed with each status for this method.  The
    /// key is the integral value of a google.rpc.Code; the value is the count.
    package var result: [Int32: Int32]

    package init(
      rpcsStarted: Int32 = 0,
      result: [Int32: Int32] = [:]
    ) {
      self.rpcsStarted = rpcsStarted
      self.result = result
    }
  }
}

/// Configurations for a test client.
package struct GrpcTestingClientConfigureRequest: Sendable, Equatable {
  /// The types of RPCs the client sends.
  package var types: [GrpcTestingClientConfigureRequest.RpcType]
  /// The collection of custom metadata to be attached to RPCs sent by the client.
  package var metadata: [GrpcTestingClientConfigureRequest.Metadata]
  /// The deadline to use, in seconds, for all RPCs.  If unset or zero, the
  /// client will use the default from the command-line.
  package var timeoutSec: Int32

  package init(
    types: [GrpcTestingClientConfigureRequest.RpcType] = [],
    metadata: [GrpcTestingClientConfigureRequest.Metadata] = [],
    timeoutSec: Int32 = 0
  ) {
    self.types = types
    self.metadata = metadata
    self.timeoutSec = timeoutSec
  }

  /// Type of RPCs to send.
  package enum RpcType: ProtobufEnum {
    case emptyCall
    case unaryCall
    /// A number that the proto file this was made from does not have.
    case unrecognized(Int32)

    package static let allCases: [RpcType] = [.emptyCall, .unaryCall]

    package init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .emptyCall
      case 1: self = .unaryCall
      default: self = .unrecognized(rawValue)
      }
    }

    package var rawValue: Int32 {
      switch self {
      case .emptyCall: 0
      case .unaryCall: 1
      case .unrecognized(let number): number
      }
    }

    package var name: String {
      switch self {
      case .emptyCall: "EMPTY_CALL"
      case .unaryCall: "UNARY_CALL"
      case .unrecognized(let number): String(number)
      }
    }
  }

  /// Metadata to be attached for the given type of RPCs.
  package struct Metadata: Sendable, Equatable {
    package var type: GrpcTestingClientConfigureRequest.RpcType
    package var key: String
    package var value: String

    package init(
      type: GrpcTestingClientConfigureRequest.RpcType = .emptyCall,
      key: String = "",
      value: String = ""
    ) {
      self.type = type
      self.key = key
      self.value = value
    }
  }
}

/// Response for updating a test client's configuration.
package struct GrpcTestingClientConfigureResponse: Sendable, Equatable {
  package init() {}
}

/// Metrics data the server will update and send to the client. It mirrors orca load report
/// https://github.com/cncf/xds/blob/eded343319d09f30032952beda9840bbd3dcf7ac/xds/data/orca/v3/orca_load_report.proto#L15,
/// but avoids orca dependency. Used by both per-query and out-of-band reporting tests.
package struct GrpcTestingTestOrcaReport: Sendable, Equatable {
  package var cpuUtilization: Double
  package var memoryUtilization: Double
  package var requestCost: [String: Double]
  package var utilization: [String: Double]

  package init(
    cpuUtilization: Double = 0,
    memoryUtilization: Double = 0,
    requestCost: [String: Double] = [:],
    utilization: [String: Double] = [:]
  ) {
    self.cpuUtilization = cpuUtilization
    self.memoryUtilization = memoryUtilization
    self.requestCost = requestCost
    self.utilization = utilization
  }
}

extension GrpcTestingBoolValue: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.BoolValue"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__BoolValue>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__bool_value__init(c.assumingMemoryBound(to: Grpc__Testing__BoolValue.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__BoolValue.self)
    unsafe self.value = c.pointee.value != 0
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__BoolValue.self)
    unsafe c.pointee.value = self.value ? 1 : 0
  }
}

extension GrpcTestingPayload: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.Payload"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__Payload>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__payload__init(c.assumingMemoryBound(to: Grpc__Testing__Payload.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__Payload.self)
    unsafe self.type = GrpcTestingPayloadType(rawValue: Int32(bitPattern: c.pointee.type.rawValue))
    unsafe self.body = arena.liftBytes(c.pointee.body)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__Payload.self)
    unsafe c.pointee.type = Grpc__Testing__PayloadType(rawValue: UInt32(bitPattern: self.type.rawValue))
    unsafe c.pointee.body = arena.lowerBytes(self.body)
  }
}

extension GrpcTestingEchoStatus: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.EchoStatus"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__EchoStatus>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__echo_status__init(c.assumingMemoryBound(to: Grpc__Testing__EchoStatus.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__EchoStatus.self)
    unsafe self.code = c.pointee.code
    unsafe self.message = arena.liftString(c.pointee.message)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__EchoStatus.self)
    unsafe c.pointee.code = self.code
    unsafe c.pointee.message = arena.lowerString(self.message)
  }
}

extension GrpcTestingSimpleRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.SimpleRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__SimpleRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__simple_request__init(c.assumingMemoryBound(to: Grpc__Testing__SimpleRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__SimpleRequest.self)
    unsafe self.responseType = GrpcTestingPayloadType(rawValue: Int32(bitPattern: c.pointee.response_type.rawValue))
    unsafe self.responseSize = c.pointee.response_size
    unsafe self.payload = arena.liftMessage(c.pointee.payload)
    unsafe self.fillUsername = c.pointee.fill_username != 0
    unsafe self.fillOauthScope = c.pointee.fill_oauth_scope != 0
    unsafe self.responseCompressed = arena.liftMessage(c.pointee.response_compressed)
    unsafe self.responseStatus = arena.liftMessage(c.pointee.response_status)
    unsafe self.expectCompressed = arena.liftMessage(c.pointee.expect_compressed)
    unsafe self.fillServerId = c.pointee.fill_server_id != 0
    unsafe self.fillGrpclbRouteType = c.pointee.fill_grpclb_route_type != 0
    unsafe self.orcaPerQueryReport = arena.liftMessage(c.pointee.orca_per_query_report)
    unsafe self.orcaOobReport = arena.liftMessage(c.pointee.orca_oob_report)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__SimpleRequest.self)
    unsafe c.pointee.response_type = Grpc__Testing__PayloadType(rawValue: UInt32(bitPattern: self.responseType.rawValue))
    unsafe c.pointee.response_size = self.responseSize
    unsafe c.pointee.payload = arena.lowerMessage(self.payload)
    unsafe c.pointee.fill_username = self.fillUsername ? 1 : 0
    unsafe c.pointee.fill_oauth_scope = self.fillOauthScope ? 1 : 0
    unsafe c.pointee.response_compressed = arena.lowerMessage(self.responseCompressed)
    unsafe c.pointee.response_status = arena.lowerMessage(self.responseStatus)
    unsafe c.pointee.expect_compressed = arena.lowerMessage(self.expectCompressed)
    unsafe c.pointee.fill_server_id = self.fillServerId ? 1 : 0
    unsafe c.pointee.fill_grpclb_route_type = self.fillGrpclbRouteType ? 1 : 0
    unsafe c.pointee.orca_per_query_report = arena.lowerMessage(self.orcaPerQueryReport)
    unsafe c.pointee.orca_oob_report = arena.lowerMessage(self.orcaOobReport)
  }
}

extension GrpcTestingSimpleResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.SimpleResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__SimpleResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__simple_response__init(c.assumingMemoryBound(to: Grpc__Testing__SimpleResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__SimpleResponse.self)
    unsafe self.payload = arena.liftMessage(c.pointee.payload)
    unsafe self.username = arena.liftString(c.pointee.username)
    unsafe self.oauthScope = arena.liftString(c.pointee.oauth_scope)
    unsafe self.serverId = arena.liftString(c.pointee.server_id)
    unsafe self.grpclbRouteType = GrpcTestingGrpclbRouteType(rawValue: Int32(bitPattern: c.pointee.grpclb_route_type.rawValue))
    unsafe self.hostname = arena.liftString(c.pointee.hostname)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__SimpleResponse.self)
    unsafe c.pointee.payload = arena.lowerMessage(self.payload)
    unsafe c.pointee.username = arena.lowerString(self.username)
    unsafe c.pointee.oauth_scope = arena.lowerString(self.oauthScope)
    unsafe c.pointee.server_id = arena.lowerString(self.serverId)
    unsafe c.pointee.grpclb_route_type = Grpc__Testing__GrpclbRouteType(rawValue: UInt32(bitPattern: self.grpclbRouteType.rawValue))
    unsafe c.pointee.hostname = arena.lowerString(self.hostname)
  }
}

extension GrpcTestingStreamingInputCallRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.StreamingInputCallRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__StreamingInputCallRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__streaming_input_call_request__init(c.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallRequest.self)
    unsafe self.payload = arena.liftMessage(c.pointee.payload)
    unsafe self.expectCompressed = arena.liftMessage(c.pointee.expect_compressed)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallRequest.self)
    unsafe c.pointee.payload = arena.lowerMessage(self.payload)
    unsafe c.pointee.expect_compressed = arena.lowerMessage(self.expectCompressed)
  }
}

extension GrpcTestingStreamingInputCallResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.StreamingInputCallResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__StreamingInputCallResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__streaming_input_call_response__init(c.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallResponse.self)
    unsafe self.aggregatedPayloadSize = c.pointee.aggregated_payload_size
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallResponse.self)
    unsafe c.pointee.aggregated_payload_size = self.aggregatedPayloadSize
  }
}

extension GrpcTestingResponseParameters: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.ResponseParameters"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__ResponseParameters>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__response_parameters__init(c.assumingMemoryBound(to: Grpc__Testing__ResponseParameters.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ResponseParameters.self)
    unsafe self.size = c.pointee.size
    unsafe self.intervalUs = c.pointee.interval_us
    unsafe self.compressed = arena.liftMessage(c.pointee.compressed)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ResponseParameters.self)
    unsafe c.pointee.size = self.size
    unsafe c.pointee.interval_us = self.intervalUs
    unsafe c.pointee.compressed = arena.lowerMessage(self.compressed)
  }
}

extension GrpcTestingStreamingOutputCallRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.StreamingOutputCallRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__StreamingOutputCallRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__streaming_output_call_request__init(c.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallRequest.self)
    unsafe self.responseType = GrpcTestingPayloadType(rawValue: Int32(bitPattern: c.pointee.response_type.rawValue))
    unsafe self.responseParameters = arena.liftMessages(c.pointee.n_response_parameters, c.pointee.response_parameters)
    unsafe self.payload = arena.liftMessage(c.pointee.payload)
    unsafe self.responseStatus = arena.liftMessage(c.pointee.response_status)
    unsafe self.orcaOobReport = arena.liftMessage(c.pointee.orca_oob_report)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallRequest.self)
    unsafe c.pointee.response_type = Grpc__Testing__PayloadType(rawValue: UInt32(bitPattern: self.responseType.rawValue))
    unsafe c.pointee.n_response_parameters = self.responseParameters.count
    unsafe c.pointee.response_parameters = arena.lowerMessages(self.responseParameters)
    unsafe c.pointee.payload = arena.lowerMessage(self.payload)
    unsafe c.pointee.response_status = arena.lowerMessage(self.responseStatus)
    unsafe c.pointee.orca_oob_report = arena.lowerMessage(self.orcaOobReport)
  }
}

extension GrpcTestingStreamingOutputCallResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.StreamingOutputCallResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__StreamingOutputCallResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__streaming_output_call_response__init(c.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallResponse.self)
    unsafe self.payload = arena.liftMessage(c.pointee.payload)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallResponse.self)
    unsafe c.pointee.payload = arena.lowerMessage(self.payload)
  }
}

extension GrpcTestingReconnectParams: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.ReconnectParams"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__ReconnectParams>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__reconnect_params__init(c.assumingMemoryBound(to: Grpc__Testing__ReconnectParams.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ReconnectParams.self)
    unsafe self.maxReconnectBackoffMs = c.pointee.max_reconnect_backoff_ms
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ReconnectParams.self)
    unsafe c.pointee.max_reconnect_backoff_ms = self.maxReconnectBackoffMs
  }
}

extension GrpcTestingReconnectInfo: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.ReconnectInfo"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__ReconnectInfo>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__reconnect_info__init(c.assumingMemoryBound(to: Grpc__Testing__ReconnectInfo.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ReconnectInfo.self)
    unsafe self.passed = c.pointee.passed != 0
    unsafe self.backoffMs = arena.liftNumbers(c.pointee.n_backoff_ms, c.pointee.backoff_ms)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ReconnectInfo.self)
    unsafe c.pointee.passed = self.passed ? 1 : 0
    unsafe c.pointee.n_backoff_ms = self.backoffMs.count
    unsafe c.pointee.backoff_ms = arena.lowerNumbers(self.backoffMs)
  }
}

extension GrpcTestingLoadBalancerStatsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.LoadBalancerStatsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__LoadBalancerStatsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__load_balancer_stats_request__init(c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsRequest.self)
    unsafe self.numRpcs = c.pointee.num_rpcs
    unsafe self.timeoutSec = c.pointee.timeout_sec
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsRequest.self)
    unsafe c.pointee.num_rpcs = self.numRpcs
    unsafe c.pointee.timeout_sec = self.timeoutSec
  }
}

extension GrpcTestingLoadBalancerStatsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.LoadBalancerStatsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__LoadBalancerStatsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__load_balancer_stats_response__init(c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsResponse.self)
    unsafe self.rpcsByPeer = arena.liftMap(c.pointee.n_rpcs_by_peer, c.pointee.rpcs_by_peer) { entry in
      unsafe (arena.liftString(entry.pointee.key), entry.pointee.value)
    }
    unsafe self.numFailures = c.pointee.num_failures
    unsafe self.rpcsByMethod = arena.liftMap(c.pointee.n_rpcs_by_method, c.pointee.rpcs_by_method) { entry in
      unsafe (arena.liftString(entry.pointee.key), arena.liftMessage(entry.pointee.value) ?? .init())
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsResponse.self)
    unsafe c.pointee.n_rpcs_by_peer = self.rpcsByPeer.count
    unsafe c.pointee.rpcs_by_peer = arena.lowerMap(self.rpcsByPeer) {
      (entry: UnsafeMutablePointer<Grpc__Testing__LoadBalancerStatsResponse__RpcsByPeerEntry>, key, value) in
      unsafe grpc__testing__load_balancer_stats_response__rpcs_by_peer_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = value
    }
    unsafe c.pointee.num_failures = self.numFailures
    unsafe c.pointee.n_rpcs_by_method = self.rpcsByMethod.count
    unsafe c.pointee.rpcs_by_method = arena.lowerMap(self.rpcsByMethod) {
      (entry: UnsafeMutablePointer<Grpc__Testing__LoadBalancerStatsResponse__RpcsByMethodEntry>, key, value) in
      unsafe grpc__testing__load_balancer_stats_response__rpcs_by_method_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = arena.lowerMessage(value)
    }
  }
}

extension GrpcTestingLoadBalancerStatsResponse.RpcsByPeer: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.LoadBalancerStatsResponse.RpcsByPeer"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__LoadBalancerStatsResponse__RpcsByPeer>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__load_balancer_stats_response__rpcs_by_peer__init(c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsResponse__RpcsByPeer.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsResponse__RpcsByPeer.self)
    unsafe self.rpcsByPeer = arena.liftMap(c.pointee.n_rpcs_by_peer, c.pointee.rpcs_by_peer) { entry in
      unsafe (arena.liftString(entry.pointee.key), entry.pointee.value)
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerStatsResponse__RpcsByPeer.self)
    unsafe c.pointee.n_rpcs_by_peer = self.rpcsByPeer.count
    unsafe c.pointee.rpcs_by_peer = arena.lowerMap(self.rpcsByPeer) {
      (entry: UnsafeMutablePointer<Grpc__Testing__LoadBalancerStatsResponse__RpcsByPeer__RpcsByPeerEntry>, key, value) in
      unsafe grpc__testing__load_balancer_stats_response__rpcs_by_peer__rpcs_by_peer_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = value
    }
  }
}

extension GrpcTestingLoadBalancerAccumulatedStatsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.LoadBalancerAccumulatedStatsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__LoadBalancerAccumulatedStatsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__load_balancer_accumulated_stats_request__init(c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerAccumulatedStatsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}

extension GrpcTestingLoadBalancerAccumulatedStatsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.LoadBalancerAccumulatedStatsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__LoadBalancerAccumulatedStatsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__load_balancer_accumulated_stats_response__init(c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerAccumulatedStatsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerAccumulatedStatsResponse.self)
    unsafe self.numRpcsStartedByMethod = arena.liftMap(c.pointee.n_num_rpcs_started_by_method, c.pointee.num_rpcs_started_by_method) { entry in
      unsafe (arena.liftString(entry.pointee.key), entry.pointee.value)
    }
    unsafe self.numRpcsSucceededByMethod = arena.liftMap(c.pointee.n_num_rpcs_succeeded_by_method, c.pointee.num_rpcs_succeeded_by_method) { entry in
      unsafe (arena.liftString(entry.pointee.key), entry.pointee.value)
    }
    unsafe self.numRpcsFailedByMethod = arena.liftMap(c.pointee.n_num_rpcs_failed_by_method, c.pointee.num_rpcs_failed_by_method) { entry in
      unsafe (arena.liftString(entry.pointee.key), entry.pointee.value)
    }
    unsafe self.statsPerMethod = arena.liftMap(c.pointee.n_stats_per_method, c.pointee.stats_per_method) { entry in
      unsafe (arena.liftString(entry.pointee.key), arena.liftMessage(entry.pointee.value) ?? .init())
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerAccumulatedStatsResponse.self)
    unsafe c.pointee.n_num_rpcs_started_by_method = self.numRpcsStartedByMethod.count
    unsafe c.pointee.num_rpcs_started_by_method = arena.lowerMap(self.numRpcsStartedByMethod) {
      (entry: UnsafeMutablePointer<Grpc__Testing__LoadBalancerAccumulatedStatsResponse__NumRpcsStartedByMethodEntry>, key, value) in
      unsafe grpc__testing__load_balancer_accumulated_stats_response__num_rpcs_started_by_method_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = value
    }
    unsafe c.pointee.n_num_rpcs_succeeded_by_method = self.numRpcsSucceededByMethod.count
    unsafe c.pointee.num_rpcs_succeeded_by_method = arena.lowerMap(self.numRpcsSucceededByMethod) {
      (entry: UnsafeMutablePointer<Grpc__Testing__LoadBalancerAccumulatedStatsResponse__NumRpcsSucceededByMethodEntry>, key, value) in
      unsafe grpc__testing__load_balancer_accumulated_stats_response__num_rpcs_succeeded_by_method_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = value
    }
    unsafe c.pointee.n_num_rpcs_failed_by_method = self.numRpcsFailedByMethod.count
    unsafe c.pointee.num_rpcs_failed_by_method = arena.lowerMap(self.numRpcsFailedByMethod) {
      (entry: UnsafeMutablePointer<Grpc__Testing__LoadBalancerAccumulatedStatsResponse__NumRpcsFailedByMethodEntry>, key, value) in
      unsafe grpc__testing__load_balancer_accumulated_stats_response__num_rpcs_failed_by_method_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = value
    }
    unsafe c.pointee.n_stats_per_method = self.statsPerMethod.count
    unsafe c.pointee.stats_per_method = arena.lowerMap(self.statsPerMethod) {
      (entry: UnsafeMutablePointer<Grpc__Testing__LoadBalancerAccumulatedStatsResponse__StatsPerMethodEntry>, key, value) in
      unsafe grpc__testing__load_balancer_accumulated_stats_response__stats_per_method_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = arena.lowerMessage(value)
    }
  }
}

extension GrpcTestingLoadBalancerAccumulatedStatsResponse.MethodStats: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.LoadBalancerAccumulatedStatsResponse.MethodStats"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__LoadBalancerAccumulatedStatsResponse__MethodStats>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__load_balancer_accumulated_stats_response__method_stats__init(c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerAccumulatedStatsResponse__MethodStats.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerAccumulatedStatsResponse__MethodStats.self)
    unsafe self.rpcsStarted = c.pointee.rpcs_started
    unsafe self.result = arena.liftMap(c.pointee.n_result, c.pointee.result) { entry in
      unsafe (entry.pointee.key, entry.pointee.value)
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__LoadBalancerAccumulatedStatsResponse__MethodStats.self)
    unsafe c.pointee.rpcs_started = self.rpcsStarted
    unsafe c.pointee.n_result = self.result.count
    unsafe c.pointee.result = arena.lowerMap(self.result) {
      (entry: UnsafeMutablePointer<Grpc__Testing__LoadBalancerAccumulatedStatsResponse__MethodStats__ResultEntry>, key, value) in
      unsafe grpc__testing__load_balancer_accumulated_stats_response__method_stats__result_entry__init(entry)
      unsafe entry.pointee.key = key
      unsafe entry.pointee.value = value
    }
  }
}

extension GrpcTestingClientConfigureRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.ClientConfigureRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__ClientConfigureRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__client_configure_request__init(c.assumingMemoryBound(to: Grpc__Testing__ClientConfigureRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ClientConfigureRequest.self)
    unsafe self.types = arena.liftArray(c.pointee.n_types, c.pointee.types) { GrpcTestingClientConfigureRequest.RpcType(rawValue: Int32(bitPattern: $0.rawValue)) }
    unsafe self.metadata = arena.liftMessages(c.pointee.n_metadata, c.pointee.metadata)
    unsafe self.timeoutSec = c.pointee.timeout_sec
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ClientConfigureRequest.self)
    unsafe c.pointee.n_types = self.types.count
    unsafe c.pointee.types = arena.lowerArray(self.types) { Grpc__Testing__ClientConfigureRequest__RpcType(rawValue: UInt32(bitPattern: $0.rawValue)) }
    unsafe c.pointee.n_metadata = self.metadata.count
    unsafe c.pointee.metadata = arena.lowerMessages(self.metadata)
    unsafe c.pointee.timeout_sec = self.timeoutSec
  }
}

extension GrpcTestingClientConfigureRequest.Metadata: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.ClientConfigureRequest.Metadata"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__ClientConfigureRequest__Metadata>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__client_configure_request__metadata__init(c.assumingMemoryBound(to: Grpc__Testing__ClientConfigureRequest__Metadata.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ClientConfigureRequest__Metadata.self)
    unsafe self.type = GrpcTestingClientConfigureRequest.RpcType(rawValue: Int32(bitPattern: c.pointee.type.rawValue))
    unsafe self.key = arena.liftString(c.pointee.key)
    unsafe self.value = arena.liftString(c.pointee.value)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__ClientConfigureRequest__Metadata.self)
    unsafe c.pointee.type = Grpc__Testing__ClientConfigureRequest__RpcType(rawValue: UInt32(bitPattern: self.type.rawValue))
    unsafe c.pointee.key = arena.lowerString(self.key)
    unsafe c.pointee.value = arena.lowerString(self.value)
  }
}

extension GrpcTestingClientConfigureResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.ClientConfigureResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__ClientConfigureResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__client_configure_response__init(c.assumingMemoryBound(to: Grpc__Testing__ClientConfigureResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}

extension GrpcTestingTestOrcaReport: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.TestOrcaReport"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__TestOrcaReport>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__test_orca_report__init(c.assumingMemoryBound(to: Grpc__Testing__TestOrcaReport.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__TestOrcaReport.self)
    unsafe self.cpuUtilization = c.pointee.cpu_utilization
    unsafe self.memoryUtilization = c.pointee.memory_utilization
    unsafe self.requestCost = arena.liftMap(c.pointee.n_request_cost, c.pointee.request_cost) { entry in
      unsafe (arena.liftString(entry.pointee.key), entry.pointee.value)
    }
    unsafe self.utilization = arena.liftMap(c.pointee.n_utilization, c.pointee.utilization) { entry in
      unsafe (arena.liftString(entry.pointee.key), entry.pointee.value)
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Testing__TestOrcaReport.self)
    unsafe c.pointee.cpu_utilization = self.cpuUtilization
    unsafe c.pointee.memory_utilization = self.memoryUtilization
    unsafe c.pointee.n_request_cost = self.requestCost.count
    unsafe c.pointee.request_cost = arena.lowerMap(self.requestCost) {
      (entry: UnsafeMutablePointer<Grpc__Testing__TestOrcaReport__RequestCostEntry>, key, value) in
      unsafe grpc__testing__test_orca_report__request_cost_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = value
    }
    unsafe c.pointee.n_utilization = self.utilization.count
    unsafe c.pointee.utilization = arena.lowerMap(self.utilization) {
      (entry: UnsafeMutablePointer<Grpc__Testing__TestOrcaReport__UtilizationEntry>, key, value) in
      unsafe grpc__testing__test_orca_report__utilization_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = value
    }
  }
}
