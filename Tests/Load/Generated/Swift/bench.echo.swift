// swift-format-ignore-file
// Made from bench/echo.proto by Protos/generate. Change that, not this.

import Contracts
import LoadProtosC
package import Protobuf
package import RPC

package enum BenchKind: ProtobufEnum {
  case unspecified
  case a
  case b
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [BenchKind] = [.unspecified, .a, .b]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .a
    case 2: self = .b
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .a: 1
    case .b: 2
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "KIND_UNSPECIFIED"
    case .a: "KIND_A"
    case .b: "KIND_B"
    case .unrecognized(let number): String(number)
    }
  }
}

/// A message as services have them: short and long strings, a number, an enum, a list.
package struct BenchEchoRequest: Sendable, Equatable {
  package var id: String
  package var name: String
  package var value: Int64
  package var kind: BenchKind
  package var tags: [String]

  package init(
    id: String = "",
    name: String = "",
    value: Int64 = 0,
    kind: BenchKind = .unspecified,
    tags: [String] = []
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.kind = kind
    self.tags = tags
  }
}

/// The request with `value` one higher.
package struct BenchEchoReply: Sendable, Equatable {
  package var id: String
  package var name: String
  package var value: Int64
  package var kind: BenchKind
  package var tags: [String]

  package init(
    id: String = "",
    name: String = "",
    value: Int64 = 0,
    kind: BenchKind = .unspecified,
    tags: [String] = []
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.kind = kind
    self.tags = tags
  }
}

/// Bytes, and nothing to think about.
package struct BenchPayload: Sendable, Equatable {
  package var body: [UInt8]

  package init(
    body: [UInt8] = []
  ) {
    self.body = body
  }
}

/// What is wanted, or what came.
package struct BenchAmount: Sendable, Equatable {
  /// Messages of a stream; 1 elsewhere.
  package var messages: Int32
  /// Bytes of each message's body.
  package var bytes: Int32

  package init(
    messages: Int32 = 0,
    bytes: Int32 = 0
  ) {
    self.messages = messages
    self.bytes = bytes
  }
}

extension BenchEchoRequest: ProtobufMessage, WireMessage {
  package static let protoName = "bench.EchoRequest"
  package static var cSize: Int { unsafe MemoryLayout<Bench__EchoRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe bench__echo_request__init(c.assumingMemoryBound(to: Bench__EchoRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Bench__EchoRequest.self)
    unsafe self.id = arena.liftString(c.pointee.id)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.value = c.pointee.value
    unsafe self.kind = BenchKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.tags = arena.liftStrings(c.pointee.n_tags, c.pointee.tags)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Bench__EchoRequest.self)
    unsafe c.pointee.id = arena.lowerString(self.id)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.value = self.value
    unsafe c.pointee.kind = Bench__Kind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.n_tags = self.tags.count
    unsafe c.pointee.tags = arena.lowerStrings(self.tags)
  }
}

extension BenchEchoReply: ProtobufMessage, WireMessage {
  package static let protoName = "bench.EchoReply"
  package static var cSize: Int { unsafe MemoryLayout<Bench__EchoReply>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe bench__echo_reply__init(c.assumingMemoryBound(to: Bench__EchoReply.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Bench__EchoReply.self)
    unsafe self.id = arena.liftString(c.pointee.id)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.value = c.pointee.value
    unsafe self.kind = BenchKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
    unsafe self.tags = arena.liftStrings(c.pointee.n_tags, c.pointee.tags)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Bench__EchoReply.self)
    unsafe c.pointee.id = arena.lowerString(self.id)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.value = self.value
    unsafe c.pointee.kind = Bench__Kind(rawValue: UInt32(bitPattern: self.kind.rawValue))
    unsafe c.pointee.n_tags = self.tags.count
    unsafe c.pointee.tags = arena.lowerStrings(self.tags)
  }
}

extension BenchPayload: ProtobufMessage, WireMessage {
  package static let protoName = "bench.Payload"
  package static var cSize: Int { unsafe MemoryLayout<Bench__Payload>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe bench__payload__init(c.assumingMemoryBound(to: Bench__Payload.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Bench__Payload.self)
    unsafe self.body = arena.liftBytes(c.pointee.body)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Bench__Payload.self)
    unsafe c.pointee.body = arena.lowerBytes(self.body)
  }
}

extension BenchAmount: ProtobufMessage, WireMessage {
  package static let protoName = "bench.Amount"
  package static var cSize: Int { unsafe MemoryLayout<Bench__Amount>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe bench__amount__init(c.assumingMemoryBound(to: Bench__Amount.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Bench__Amount.self)
    unsafe self.messages = c.pointee.messages
    unsafe self.bytes = c.pointee.bytes
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Bench__Amount.self)
    unsafe c.pointee.messages = self.messages
    unsafe c.pointee.bytes = self.bytes
  }
}

/// The methods of bench.Echo.
package enum BenchEchoMethods {
  package static let unary = RPCMethod(
    service: "bench.Echo", name: "Unary",
    kind: .unary, idempotency: .unknown)
  package static let hop = RPCMethod(
    service: "bench.Echo", name: "Hop",
    kind: .unary, idempotency: .unknown)
  package static let many = RPCMethod(
    service: "bench.Echo", name: "Many",
    kind: .serverStreaming, idempotency: .unknown)
  package static let upload = RPCMethod(
    service: "bench.Echo", name: "Upload",
    kind: .unary, idempotency: .unknown)
  package static let download = RPCMethod(
    service: "bench.Echo", name: "Download",
    kind: .unary, idempotency: .unknown)

  package static let all: [RPCMethod] = [unary, hop, many, upload, download]
}

package protocol BenchEchoServer: RPCService {
  func unary(_ request: BenchEchoRequest, _ call: ServerCall) async throws -> BenchEchoReply
  /// As Unary, after it has been on another thread once.
  func hop(_ request: BenchEchoRequest, _ call: ServerCall) async throws -> BenchEchoReply
  /// So many payloads of so many bytes.
  func many(_ request: BenchAmount, _ replies: ReplyWriter<BenchPayload>, _ call: ServerCall) async throws
  /// How much came.
  func upload(_ request: BenchPayload, _ call: ServerCall) async throws -> BenchAmount
  /// One payload of so many bytes.
  func download(_ request: BenchAmount, _ call: ServerCall) async throws -> BenchPayload
}

extension BenchEchoServer {
  package var handlers: [RPCHandler] {
    [
      .unary(BenchEchoMethods.unary) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(BenchEchoRequest.self)
          : await exchange.onlyRequest(BenchEchoRequest.self)
        let reply = try await self.unary(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(BenchEchoMethods.hop) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(BenchEchoRequest.self)
          : await exchange.onlyRequest(BenchEchoRequest.self)
        let reply = try await self.hop(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .serverStreaming(BenchEchoMethods.many) { (request, replies, call) in try await self.many(request, replies, call) },
      .unary(BenchEchoMethods.upload) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(BenchPayload.self)
          : await exchange.onlyRequest(BenchPayload.self)
        let reply = try await self.upload(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(BenchEchoMethods.download) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(BenchAmount.self)
          : await exchange.onlyRequest(BenchAmount.self)
        let reply = try await self.download(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

package struct BenchEchoClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  package func unary(_ request: BenchEchoRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> BenchEchoReply {
    try await channel.unary(BenchEchoMethods.unary, request, options, as: BenchEchoReply.self)
  }

  /// As Unary, after it has been on another thread once.
  package func hop(_ request: BenchEchoRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> BenchEchoReply {
    try await channel.unary(BenchEchoMethods.hop, request, options, as: BenchEchoReply.self)
  }

  /// So many payloads of so many bytes.
  package func many(_ request: BenchAmount, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<BenchPayload> {
    try await channel.serverStreaming(BenchEchoMethods.many, request, options, as: BenchPayload.self)
  }

  /// How much came.
  package func upload(_ request: BenchPayload, _ options: CallOptions = CallOptions()) async throws(RPCError) -> BenchAmount {
    try await channel.unary(BenchEchoMethods.upload, request, options, as: BenchAmount.self)
  }

  /// One payload of so many bytes.
  package func download(_ request: BenchAmount, _ options: CallOptions = CallOptions()) async throws(RPCError) -> BenchPayload {
    try await channel.unary(BenchEchoMethods.download, request, options, as: BenchPayload.self)
  }
}
