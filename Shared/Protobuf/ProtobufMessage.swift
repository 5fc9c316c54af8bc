/// A generated message: a Swift struct, and how it goes into and out of protobuf-c's struct.
/// Generated code alone conforms.
@usableFromInline
package protocol ProtobufMessage: Sendable, Equatable {
  /// "daybook.clientlink.v1alpha.Client", for error texts.
  static var protoName: String { get }
  /// Bytes of protoc-c's struct, which the pointers below point to.
  static var cSize: Int { get }
  /// protoc-c's `…__init`: default values, and the descriptor in the first member.
  static func initialize(_ c: UnsafeMutableRawPointer)
  /// Copies everything out of `c`, which is gone after.
  init(lifting c: UnsafeRawPointer, in arena: Arena)
  /// Fills `c`, which is initialized, with pointers into `arena`.
  func lower(to c: UnsafeMutableRawPointer, in arena: Arena)
}

/// A generated enum. It keeps numbers it does not know, as proto3 demands.
package protocol ProtobufEnum: Sendable, Hashable {
  init(rawValue: Int32)
  var rawValue: Int32 { get }
  /// The values the proto file has.
  static var allCases: [Self] { get }
  /// As in the proto file, "CLIENT_STATUS_DRAFT"; the number in decimal where it is not known.
  var name: String { get }
}

extension ProtobufEnum {
  /// The value of this name in the proto file, nil when there is none.
  package init?(name: String) {
    guard let value = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = value
  }
}

/// A field of a message that can contain itself.
@propertyWrapper
package indirect enum Indirect<Value> {
  case value(Value)

  package init(wrappedValue: Value) { self = .value(wrappedValue) }

  package var wrappedValue: Value {
    get {
      switch self {
      case .value(let value): value
      }
    }
    set { self = .value(newValue) }
  }
}

extension Indirect: Sendable where Value: Sendable {}
extension Indirect: Equatable where Value: Equatable {}
