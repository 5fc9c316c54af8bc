import Contracts
import NIOCore
import RPC

/// A message of a type that the input chooses: refused with a status, or the same again after it was
/// written and read.
enum ProtobufEntry {
  private static let types: [@Sendable ([UInt8]) -> Void] = [
    check(Client.self), check(ImportClientsRequest.self), check(ListClientsRequest.self),
    check(Document.self), check(ImportDocumentRequest.self), check(UpdateDocumentRequest.self),
    check(Integration.self), check(CreateIntegrationRequest.self),
    check(ApplyLinkChangeRequest.self),
    check(GoogleRpcStatus.self), check(GoogleRpcBadRequest.self), check(GoogleRpcErrorInfo.self),
    check(GoogleProtobufAny.self), check(GoogleProtobufFieldMask.self),
    check(GoogleProtobufDoubleValue.self), check(GoogleProtobufFloatValue.self),
    check(GoogleProtobufInt64Value.self), check(GoogleProtobufUInt32Value.self),
    check(GoogleProtobufBoolValue.self), check(GoogleProtobufBytesValue.self),
    check(GoogleProtobufTimestamp.self), check(GrpcHealthV1HealthListResponse.self),
    check(GrpcReflectionV1ServerReflectionRequest.self),
    check(GrpcReflectionV1ServerReflectionResponse.self),
  ]

  static func run(_ input: inout FuzzInput) {
    let check = input.choice(types)
    check(Array(input.rest))
  }

  private static func check<M: WireMessage>(_ type: M.Type) -> @Sendable ([UInt8]) -> Void {
    { bytes in
      let message: M
      do throws(RPCError) {
        message = try decode(M.self, bytes)
      } catch {
        precondition(
          error.code == .invalidArgument || error.code == .resourceExhausted, "\(error)")
        return
      }
      var buffer = ByteBuffer()
      do {
        try message.appendWireBytes(to: &buffer)
        let again = try decode(M.self, Array(buffer.readableBytesView))
        // What is not a number is not itself either.
        precondition(again == message || message != message, "a message changed")
      } catch {
        preconditionFailure("a message that was read cannot be written and read: \(error)")
      }
    }
  }

  private static func decode<M: WireMessage>(_ type: M.Type, _ bytes: [UInt8]) throws(RPCError) -> M
  {
    try unsafe bytes.withUnsafeBytes { bytes in
      Result { () throws(RPCError) in try unsafe M(wireBytes: bytes) }
    }.get()
  }
}
