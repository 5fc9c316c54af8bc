// swift-format-ignore-file
// Made from grpc/testing/test.proto by Protos/generate. Change that, not this.

import Contracts
package import RPC

/// The methods of grpc.testing.TestService.
package enum GrpcTestingTestServiceMethods {
  package static let emptyCall = RPCMethod(
    service: "grpc.testing.TestService", name: "EmptyCall",
    kind: .unary, idempotency: .unknown)
  package static let unaryCall = RPCMethod(
    service: "grpc.testing.TestService", name: "UnaryCall",
    kind: .unary, idempotency: .unknown)
  package static let cacheableUnaryCall = RPCMethod(
    service: "grpc.testing.TestService", name: "CacheableUnaryCall",
    kind: .unary, idempotency: .unknown)
  package static let streamingOutputCall = RPCMethod(
    service: "grpc.testing.TestService", name: "StreamingOutputCall",
    kind: .serverStreaming, idempotency: .unknown)
  package static let streamingInputCall = RPCMethod(
    service: "grpc.testing.TestService", name: "StreamingInputCall",
    kind: .clientStreaming, idempotency: .unknown)
  package static let fullDuplexCall = RPCMethod(
    service: "grpc.testing.TestService", name: "FullDuplexCall",
    kind: .bidirectional, idempotency: .unknown)
  package static let halfDuplexCall = RPCMethod(
    service: "grpc.testing.TestService", name: "HalfDuplexCall",
    kind: .bidirectional, idempotency: .unknown)
  package static let unimplementedCall = RPCMethod(
    service: "grpc.testing.TestService", name: "UnimplementedCall",
    kind: .unary, idempotency: .unknown)

  package static let all: [RPCMethod] = [emptyCall, unaryCall, cacheableUnaryCall, streamingOutputCall, streamingInputCall, fullDuplexCall, halfDuplexCall, unimplementedCall]
}

/// A simple service to test the various types of RPCs and experiment with
/// performance with various types of payload.
package protocol GrpcTestingTestServiceServer: RPCService {
  /// One empty request followed by one empty response.
  func emptyCall(_ request: GrpcTestingEmpty, _ call: ServerCall) async throws -> GrpcTestingEmpty
  /// One request followed by one response.
  func unaryCall(_ request: GrpcTestingSimpleRequest, _ call: ServerCall) async throws -> GrpcTestingSimpleResponse
  /// One request followed by one response. Response has cache control
  /// headers set such that a caching HTTP proxy (such as GFE) can
  /// satisfy subsequent requests.
  func cacheableUnaryCall(_ request: GrpcTestingSimpleRequest, _ call: ServerCall) async throws -> GrpcTestingSimpleResponse
  /// One request followed by a sequence of responses (streamed download).
  /// The server returns the payload with client desired type and sizes.
  func streamingOutputCall(_ request: GrpcTestingStreamingOutputCallRequest, _ replies: ReplyWriter<GrpcTestingStreamingOutputCallResponse>, _ call: ServerCall) async throws
  /// A sequence of requests followed by one response (streamed upload).
  /// The server returns the aggregated size of client payload as the result.
  func streamingInputCall(_ requests: RequestStream<GrpcTestingStreamingInputCallRequest>, _ call: ServerCall) async throws -> GrpcTestingStreamingInputCallResponse
  /// A sequence of requests with each request served by the server immediately.
  /// As one request could lead to multiple responses, this interface
  /// demonstrates the idea of full duplexing.
  func fullDuplexCall(_ requests: RequestStream<GrpcTestingStreamingOutputCallRequest>, _ replies: ReplyWriter<GrpcTestingStreamingOutputCallResponse>, _ call: ServerCall) async throws
  /// A sequence of requests followed by a sequence of responses.
  /// The server buffers all the client requests and then serves them in order. A
  /// stream of responses are returned to the client when the server starts with
  /// first request.
  func halfDuplexCall(_ requests: RequestStream<GrpcTestingStreamingOutputCallRequest>, _ replies: ReplyWriter<GrpcTestingStreamingOutputCallResponse>, _ call: ServerCall) async throws
  /// The test server will not implement this method. It will be used
  /// to test the behavior when clients call unimplemented methods.
  func unimplementedCall(_ request: GrpcTestingEmpty, _ call: ServerCall) async throws -> GrpcTestingEmpty
}

extension GrpcTestingTestServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(GrpcTestingTestServiceMethods.emptyCall) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingEmpty.self)
          : await exchange.onlyRequest(GrpcTestingEmpty.self)
        let reply = try await self.emptyCall(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(GrpcTestingTestServiceMethods.unaryCall) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingSimpleRequest.self)
          : await exchange.onlyRequest(GrpcTestingSimpleRequest.self)
        let reply = try await self.unaryCall(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(GrpcTestingTestServiceMethods.cacheableUnaryCall) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingSimpleRequest.self)
          : await exchange.onlyRequest(GrpcTestingSimpleRequest.self)
        let reply = try await self.cacheableUnaryCall(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .serverStreaming(GrpcTestingTestServiceMethods.streamingOutputCall) { (request, replies, call) in try await self.streamingOutputCall(request, replies, call) },
      .clientStreaming(GrpcTestingTestServiceMethods.streamingInputCall) { (request, call) in try await self.streamingInputCall(request, call) },
      .bidirectional(GrpcTestingTestServiceMethods.fullDuplexCall) { (request, replies, call) in try await self.fullDuplexCall(request, replies, call) },
      .bidirectional(GrpcTestingTestServiceMethods.halfDuplexCall) { (request, replies, call) in try await self.halfDuplexCall(request, replies, call) },
      .unary(GrpcTestingTestServiceMethods.unimplementedCall) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingEmpty.self)
          : await exchange.onlyRequest(GrpcTestingEmpty.self)
        let reply = try await self.unimplementedCall(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// A simple service to test the various types of RPCs and experiment with
/// performance with various types of payload.
package struct GrpcTestingTestServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// One empty request followed by one empty response.
  package func emptyCall(_ request: GrpcTestingEmpty, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingEmpty {
    try await channel.unary(GrpcTestingTestServiceMethods.emptyCall, request, options, as: GrpcTestingEmpty.self)
  }

  /// One request followed by one response.
  package func unaryCall(_ request: GrpcTestingSimpleRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingSimpleResponse {
    try await channel.unary(GrpcTestingTestServiceMethods.unaryCall, request, options, as: GrpcTestingSimpleResponse.self)
  }

  /// One request followed by one response. Response has cache control
  /// headers set such that a caching HTTP proxy (such as GFE) can
  /// satisfy subsequent requests.
  package func cacheableUnaryCall(_ request: GrpcTestingSimpleRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingSimpleResponse {
    try await channel.unary(GrpcTestingTestServiceMethods.cacheableUnaryCall, request, options, as: GrpcTestingSimpleResponse.self)
  }

  /// One request followed by a sequence of responses (streamed download).
  /// The server returns the payload with client desired type and sizes.
  package func streamingOutputCall(_ request: GrpcTestingStreamingOutputCallRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<GrpcTestingStreamingOutputCallResponse> {
    try await channel.serverStreaming(GrpcTestingTestServiceMethods.streamingOutputCall, request, options, as: GrpcTestingStreamingOutputCallResponse.self)
  }

  /// A sequence of requests followed by one response (streamed upload).
  /// The server returns the aggregated size of client payload as the result.
  package func streamingInputCall(_ options: CallOptions = CallOptions(), _ write: @Sendable (RequestWriter<GrpcTestingStreamingInputCallRequest>) async throws -> Void) async throws(RPCError) -> GrpcTestingStreamingInputCallResponse {
    try await channel.clientStreaming(GrpcTestingTestServiceMethods.streamingInputCall, options, as: GrpcTestingStreamingInputCallResponse.self, write)
  }

  /// A sequence of requests with each request served by the server immediately.
  /// As one request could lead to multiple responses, this interface
  /// demonstrates the idea of full duplexing.
  package func fullDuplexCall(_ options: CallOptions = CallOptions()) async throws(RPCError) -> (requests: RequestWriter<GrpcTestingStreamingOutputCallRequest>, replies: Replies<GrpcTestingStreamingOutputCallResponse>) {
    try await channel.bidirectional(GrpcTestingTestServiceMethods.fullDuplexCall, options, requests: GrpcTestingStreamingOutputCallRequest.self, as: GrpcTestingStreamingOutputCallResponse.self)
  }

  /// A sequence of requests followed by a sequence of responses.
  /// The server buffers all the client requests and then serves them in order. A
  /// stream of responses are returned to the client when the server starts with
  /// first request.
  package func halfDuplexCall(_ options: CallOptions = CallOptions()) async throws(RPCError) -> (requests: RequestWriter<GrpcTestingStreamingOutputCallRequest>, replies: Replies<GrpcTestingStreamingOutputCallResponse>) {
    try await channel.bidirectional(GrpcTestingTestServiceMethods.halfDuplexCall, options, requests: GrpcTestingStreamingOutputCallRequest.self, as: GrpcTestingStreamingOutputCallResponse.self)
  }

  /// The test server will not implement this method. It will be used
  /// to test the behavior when clients call unimplemented methods.
  package func unimplementedCall(_ request: GrpcTestingEmpty, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingEmpty {
    try await channel.unary(GrpcTestingTestServiceMethods.unimplementedCall, request, options, as: GrpcTestingEmpty.self)
  }
}

/// The methods of grpc.testing.UnimplementedService.
package enum GrpcTestingUnimplementedServiceMethods {
  package static let unimplementedCall = RPCMethod(
    service: "grpc.testing.UnimplementedService", name: "UnimplementedCall",
    kind: .unary, idempotency: .unknown)

  package static let all: [RPCMethod] = [unimplementedCall]
}

/// A simple service NOT implemented at servers so clients can test for
/// that case.
package protocol GrpcTestingUnimplementedServiceServer: RPCService {
  /// A call that no server should implement
  func unimplementedCall(_ request: GrpcTestingEmpty, _ call: ServerCall) async throws -> GrpcTestingEmpty
}

extension GrpcTestingUnimplementedServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(GrpcTestingUnimplementedServiceMethods.unimplementedCall) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingEmpty.self)
          : await exchange.onlyRequest(GrpcTestingEmpty.self)
        let reply = try await self.unimplementedCall(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// A simple service NOT implemented at servers so clients can test for
/// that case.
package struct GrpcTestingUnimplementedServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// A call that no server should implement
  package func unimplementedCall(_ request: GrpcTestingEmpty, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingEmpty {
    try await channel.unary(GrpcTestingUnimplementedServiceMethods.unimplementedCall, request, options, as: GrpcTestingEmpty.self)
  }
}

/// The methods of grpc.testing.ReconnectService.
package enum GrpcTestingReconnectServiceMethods {
  package static let start = RPCMethod(
    service: "grpc.testing.ReconnectService", name: "Start",
    kind: .unary, idempotency: .unknown)
  package static let stop = RPCMethod(
    service: "grpc.testing.ReconnectService", name: "Stop",
    kind: .unary, idempotency: .unknown)

  package static let all: [RPCMethod] = [start, stop]
}

/// A service used to control reconnect server.
package protocol GrpcTestingReconnectServiceServer: RPCService {
  func start(_ request: GrpcTestingReconnectParams, _ call: ServerCall) async throws -> GrpcTestingEmpty
  func stop(_ request: GrpcTestingEmpty, _ call: ServerCall) async throws -> GrpcTestingReconnectInfo
}

extension GrpcTestingReconnectServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(GrpcTestingReconnectServiceMethods.start) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingReconnectParams.self)
          : await exchange.onlyRequest(GrpcTestingReconnectParams.self)
        let reply = try await self.start(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(GrpcTestingReconnectServiceMethods.stop) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingEmpty.self)
          : await exchange.onlyRequest(GrpcTestingEmpty.self)
        let reply = try await self.stop(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// A service used to control reconnect server.
package struct GrpcTestingReconnectServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  package func start(_ request: GrpcTestingReconnectParams, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingEmpty {
    try await channel.unary(GrpcTestingReconnectServiceMethods.start, request, options, as: GrpcTestingEmpty.self)
  }

  package func stop(_ request: GrpcTestingEmpty, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingReconnectInfo {
    try await channel.unary(GrpcTestingReconnectServiceMethods.stop, request, options, as: GrpcTestingReconnectInfo.self)
  }
}

/// The methods of grpc.testing.LoadBalancerStatsService.
package enum GrpcTestingLoadBalancerStatsServiceMethods {
  package static let getClientStats = RPCMethod(
    service: "grpc.testing.LoadBalancerStatsService", name: "GetClientStats",
    kind: .unary, idempotency: .unknown)
  package static let getClientAccumulatedStats = RPCMethod(
    service: "grpc.testing.LoadBalancerStatsService", name: "GetClientAccumulatedStats",
    kind: .unary, idempotency: .unknown)

  package static let all: [RPCMethod] = [getClientStats, getClientAccumulatedStats]
}

/// A service used to obtain stats for verifying LB behavior.
package protocol GrpcTestingLoadBalancerStatsServiceServer: RPCService {
  /// Gets the backend distribution for RPCs sent by a test client.
  func getClientStats(_ request: GrpcTestingLoadBalancerStatsRequest, _ call: ServerCall) async throws -> GrpcTestingLoadBalancerStatsResponse
  /// Gets the accumulated stats for RPCs sent by a test client.
  func getClientAccumulatedStats(_ request: GrpcTestingLoadBalancerAccumulatedStatsRequest, _ call: ServerCall) async throws -> GrpcTestingLoadBalancerAccumulatedStatsResponse
}

extension GrpcTestingLoadBalancerStatsServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(GrpcTestingLoadBalancerStatsServiceMethods.getClientStats) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingLoadBalancerStatsRequest.self)
          : await exchange.onlyRequest(GrpcTestingLoadBalancerStatsRequest.self)
        let reply = try await self.getClientStats(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(GrpcTestingLoadBalancerStatsServiceMethods.getClientAccumulatedStats) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingLoadBalancerAccumulatedStatsRequest.self)
          : await exchange.onlyRequest(GrpcTestingLoadBalancerAccumulatedStatsRequest.self)
        let reply = try await self.getClientAccumulatedStats(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// A service used to obtain stats for verifying LB behavior.
package struct GrpcTestingLoadBalancerStatsServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Gets the backend distribution for RPCs sent by a test client.
  package func getClientStats(_ request: GrpcTestingLoadBalancerStatsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingLoadBalancerStatsResponse {
    try await channel.unary(GrpcTestingLoadBalancerStatsServiceMethods.getClientStats, request, options, as: GrpcTestingLoadBalancerStatsResponse.self)
  }

  /// Gets the accumulated stats for RPCs sent by a test client.
  package func getClientAccumulatedStats(_ request: GrpcTestingLoadBalancerAccumulatedStatsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingLoadBalancerAccumulatedStatsResponse {
    try await channel.unary(GrpcTestingLoadBalancerStatsServiceMethods.getClientAccumulatedStats, request, options, as: GrpcTestingLoadBalancerAccumulatedStatsResponse.self)
  }
}

/// The methods of grpc.testing.XdsUpdateHealthService.
package enum GrpcTestingXdsUpdateHealthServiceMethods {
  package static let setServing = RPCMethod(
    service: "grpc.testing.XdsUpdateHealthService", name: "SetServing",
    kind: .unary, idempotency: .unknown)
  package static let setNotServing = RPCMethod(
    service: "grpc.testing.XdsUpdateHealthService", name: "SetNotServing",
    kind: .unary, idempotency: .unknown)

  package static let all: [RPCMethod] = [setServing, setNotServing]
}

/// A service to remotely control health status of an xDS test server.
package protocol GrpcTestingXdsUpdateHealthServiceServer: RPCService {
  func setServing(_ request: GrpcTestingEmpty, _ call: ServerCall) async throws -> GrpcTestingEmpty
  func setNotServing(_ request: GrpcTestingEmpty, _ call: ServerCall) async throws -> GrpcTestingEmpty
}

extension GrpcTestingXdsUpdateHealthServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(GrpcTestingXdsUpdateHealthServiceMethods.setServing) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingEmpty.self)
          : await exchange.onlyRequest(GrpcTestingEmpty.self)
        let reply = try await self.setServing(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(GrpcTestingXdsUpdateHealthServiceMethods.setNotServing) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingEmpty.self)
          : await exchange.onlyRequest(GrpcTestingEmpty.self)
        let reply = try await self.setNotServing(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// A service to remotely control health status of an xDS test server.
package struct GrpcTestingXdsUpdateHealthServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  package func setServing(_ request: GrpcTestingEmpty, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingEmpty {
    try await channel.unary(GrpcTestingXdsUpdateHealthServiceMethods.setServing, request, options, as: GrpcTestingEmpty.self)
  }

  package func setNotServing(_ request: GrpcTestingEmpty, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingEmpty {
    try await channel.unary(GrpcTestingXdsUpdateHealthServiceMethods.setNotServing, request, options, as: GrpcTestingEmpty.self)
  }
}

/// The methods of grpc.testing.XdsUpdateClientConfigureService.
package enum GrpcTestingXdsUpdateClientConfigureServiceMethods {
  package static let configure = RPCMethod(
    service: "grpc.testing.XdsUpdateClientConfigureService", name: "Configure",
    kind: .unary, idempotency: .unknown)

  package static let all: [RPCMethod] = [configure]
}

/// A service to dynamically update the configuration of an xDS test client.
package protocol GrpcTestingXdsUpdateClientConfigureServiceServer: RPCService {
  /// Update the tes client's configuration.
  func configure(_ request: GrpcTestingClientConfigureRequest, _ call: ServerCall) async throws -> GrpcTestingClientConfigureResponse
}

extension GrpcTestingXdsUpdateClientConfigureServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(GrpcTestingXdsUpdateClientConfigureServiceMethods.configure) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GrpcTestingClientConfigureRequest.self)
          : await exchange.onlyRequest(GrpcTestingClientConfigureRequest.self)
        let reply = try await self.configure(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// A service to dynamically update the configuration of an xDS test client.
package struct GrpcTestingXdsUpdateClientConfigureServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Update the tes client's configuration.
  package func configure(_ request: GrpcTestingClientConfigureRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> GrpcTestingClientConfigureResponse {
    try await channel.unary(GrpcTestingXdsUpdateClientConfigureServiceMethods.configure, request, options, as: GrpcTestingClientConfigureResponse.self)
  }
}
