// swift-format-ignore-file
// Made from grpc/testing/empty.proto by Protos/generate. Change that, not this.

import Contracts
import InteropProtosC
package import Protobuf
import RPC

/// An empty message that you can re-use to avoid defining duplicated empty
/// messages in your project. A typical example is to use it as argument or the
/// return value of a service API. For instance:
///
///   service Foo {
///     rpc Bar (grpc.testing.Empty) returns (grpc.testing.Empty) { };
///   };
package struct GrpcTestingEmpty: Sendable, Equatable {
  package init() {}
}

extension GrpcTestingEmpty: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.testing.Empty"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Testing__Empty>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__testing__empty__init(c.assumingMemoryBound(to: Grpc__Testing__Empty.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}
