// swift-format-ignore-file
// Made from google/protobuf/empty.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
import RPC

/// A generic empty message that you can re-use to avoid defining duplicated
/// empty messages in your APIs. A typical example is to use it as the request
/// or the response type of an API method. For instance:
///
///     service Foo {
///       rpc Bar(google.protobuf.Empty) returns (google.protobuf.Empty);
///     }
package struct GoogleProtobufEmpty: Sendable, Equatable {
  package init() {}
}

extension GoogleProtobufEmpty: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.Empty"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__Empty>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__empty__init(c.assumingMemoryBound(to: Google__Protobuf__Empty.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}
