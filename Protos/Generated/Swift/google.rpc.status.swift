// swift-format-ignore-file
// Made from google/rpc/status.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
import RPC

/// The `Status` type defines a logical error model that is suitable for
/// different programming environments, including REST APIs and RPC APIs. It is
/// used by [gRPC](https://github.com/grpc). Each `Status` message contains
/// three pieces of data: error code, error message, and error details.
///
/// You can find out more about this error model and how to work with it in the
/// [API Design Guide](https://cloud.google.com/apis/design/errors).
package struct GoogleRpcStatus: Sendable, Equatable {
  /// The status code, which should be an enum value of
  /// [google.rpc.Code][google.rpc.Code].
  package var code: Int32
  /// A developer-facing error message, which should be in English. Any
  /// user-facing error message should be localized and sent in the
  /// [google.rpc.Status.details][google.rpc.Status.details] field, or localized
  /// by the client.
  package var message: String
  /// A list of messages that carry the error details.  There is a common set of
  /// message types for APIs to use.
  package var details: [GoogleProtobufAny]

  package init(
    code: Int32 = 0,
    message: String = "",
    details: [GoogleProtobufAny] = []
  ) {
    self.code = code
    self.message = message
    self.details = details
  }
}

extension GoogleRpcStatus: ProtobufMessage, WireMessage {
  package static let protoName = "google.rpc.Status"
  package static var cSize: Int { unsafe MemoryLayout<Google__Rpc__Status>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__rpc__status__init(c.assumingMemoryBound(to: Google__Rpc__Status.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Rpc__Status.self)
    unsafe self.code = c.pointee.code
    unsafe self.message = arena.liftString(c.pointee.message)
    unsafe self.details = arena.liftMessages(c.pointee.n_details, c.pointee.details)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Rpc__Status.self)
    unsafe c.pointee.code = self.code
    unsafe c.pointee.message = arena.lowerString(self.message)
    unsafe c.pointee.n_details = self.details.count
    unsafe c.pointee.details = arena.lowerMessages(self.details)
  }
}
