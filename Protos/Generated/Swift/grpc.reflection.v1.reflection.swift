// swift-format-ignore-file
// Made from grpc/reflection/v1/reflection.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// The message sent by the client when calling ServerReflectionInfo method.
package struct GrpcReflectionV1ServerReflectionRequest: Sendable, Equatable {
  package var host: String
  /// To use reflection service, the client should set one of the following
  /// fields in message_request. The server distinguishes requests by their
  /// defined field and then handles them using corresponding methods.
  package var messageRequest: MessageRequest?

  package init(
    host: String = "",
    messageRequest: MessageRequest? = nil
  ) {
    self.host = host
    self.messageRequest = messageRequest
  }

  /// To use reflection service, the client should set one of the following
  /// fields in message_request. The server distinguishes requests by their
  /// defined field and then handles them using corresponding methods.
  package enum MessageRequest: Sendable, Equatable {
    /// Find a proto file by the file name.
    case fileByFilename(String)
    /// Find the proto file that declares the given fully-qualified symbol name.
    /// This field should be a fully-qualified symbol name
    /// (e.g. <package>.<service>[.<method>] or <package>.<type>).
    case fileContainingSymbol(String)
    /// Find the proto file which defines an extension extending the given
    /// message type with the given field number.
    case fileContainingExtension(GrpcReflectionV1ExtensionRequest)
    /// Finds the tag numbers used by all known extensions of the given message
    /// type, and appends them to ExtensionNumberResponse in an undefined order.
    /// Its corresponding method is best-effort: it's not guaranteed that the
    /// reflection service will implement this method, and it's not guaranteed
    /// that this method will provide all extensions. Returns
    /// StatusCode::UNIMPLEMENTED if it's not implemented.
    /// This field should be a fully-qualified type name. The format is
    /// <package>.<type>
    case allExtensionNumbersOfType(String)
    /// List the full names of registered services. The content will not be
    /// checked.
    case listServices(String)
  }
}

/// The type name and extension number sent by the client when requesting
/// file_containing_extension.
package struct GrpcReflectionV1ExtensionRequest: Sendable, Equatable {
  /// Fully-qualified type name. The format should be <package>.<type>
  package var containingType: String
  package var extensionNumber: Int32

  package init(
    containingType: String = "",
    extensionNumber: Int32 = 0
  ) {
    self.containingType = containingType
    self.extensionNumber = extensionNumber
  }
}

/// The message sent by the server to answer ServerReflectionInfo method.
package struct GrpcReflectionV1ServerReflectionResponse: Sendable, Equatable {
  package var validHost: String
  package var originalRequest: GrpcReflectionV1ServerReflectionRequest?
  /// The server sets one of the following fields according to the message_request
  /// in the request.
  package var messageResponse: MessageResponse?

  package init(
    validHost: String = "",
    originalRequest: GrpcReflectionV1ServerReflectionRequest? = nil,
    messageResponse: MessageResponse? = nil
  ) {
    self.validHost = validHost
    self.originalRequest = originalRequest
    self.messageResponse = messageResponse
  }

  /// The server sets one of the following fields according to the message_request
  /// in the request.
  package enum MessageResponse: Sendable, Equatable {
    /// This message is used to answer file_by_filename, file_containing_symbol,
    /// file_containing_extension requests with transitive dependencies.
    /// As the repeated label is not allowed in oneof fields, we use a
    /// FileDescriptorResponse message to encapsulate the repeated fields.
    /// The reflection service is allowed to avoid sending FileDescriptorProtos
    /// that were previously sent in response to earlier requests in the stream.
    case fileDescriptorResponse(GrpcReflectionV1FileDescriptorResponse)
    /// This message is used to answer all_extension_numbers_of_type requests.
    case allExtensionNumbersResponse(GrpcReflectionV1ExtensionNumberResponse)
    /// This message is used to answer list_services requests.
    case listServicesResponse(GrpcReflectionV1ListServiceResponse)
    /// This message is used when an error occurs.
    case errorResponse(GrpcReflectionV1ErrorResponse)
  }
}

/// Serialized FileDescriptorProto messages sent by the server answering
/// a file_by_filename, file_containing_symbol, or file_containing_extension
/// request.
package struct GrpcReflectionV1FileDescriptorResponse: Sendable, Equatable {
  /// Serialized FileDescriptorProto messages. We avoid taking a dependency on
  /// descriptor.proto, which uses proto2 only features, by making them opaque
  /// bytes instead.
  package var fileDescriptorProto: [[UInt8]]

  package init(
    fileDescriptorProto: [[UInt8]] = []
  ) {
    self.fileDescriptorProto = fileDescriptorProto
  }
}

/// A list of extension numbers sent by the server answering
/// all_extension_numbers_of_type request.
package struct GrpcReflectionV1ExtensionNumberResponse: Sendable, Equatable {
  /// Full name of the base type, including the package name. The format
  /// is <package>.<type>
  package var baseTypeName: String
  package var extensionNumber: [Int32]

  package init(
    baseTypeName: String = "",
    extensionNumber: [Int32] = []
  ) {
    self.baseTypeName = baseTypeName
    self.extensionNumber = extensionNumber
  }
}

/// A list of ServiceResponse sent by the server answering list_services request.
package struct GrpcReflectionV1ListServiceResponse: Sendable, Equatable {
  /// The information of each service may be expanded in the future, so we use
  /// ServiceResponse message to encapsulate it.
  package var service: [GrpcReflectionV1ServiceResponse]

  package init(
    service: [GrpcReflectionV1ServiceResponse] = []
  ) {
    self.service = service
  }
}

/// The information of a single service used by ListServiceResponse to answer
/// list_services request.
package struct GrpcReflectionV1ServiceResponse: Sendable, Equatable {
  /// Full name of a registered service, including its package name. The format
  /// is <package>.<service>
  package var name: String

  package init(
    name: String = ""
  ) {
    self.name = name
  }
}

/// The error code and error message sent by the server when an error occurs.
package struct GrpcReflectionV1ErrorResponse: Sendable, Equatable {
  /// This field uses the error codes defined in grpc::StatusCode.
  package var errorCode: Int32
  package var errorMessage: String

  package init(
    errorCode: Int32 = 0,
    errorMessage: String = ""
  ) {
    self.errorCode = errorCode
    self.errorMessage = errorMessage
  }
}

extension GrpcReflectionV1ServerReflectionRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.reflection.v1.ServerReflectionRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Reflection__V1__ServerReflectionRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__reflection__v1__server_reflection_request__init(c.assumingMemoryBound(to: Grpc__Reflection__V1__ServerReflectionRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ServerReflectionRequest.self)
    unsafe self.host = arena.liftString(c.pointee.host)
    switch unsafe c.pointee.message_request_case.rawValue {
    case 3: unsafe self.messageRequest = .fileByFilename(arena.liftString(c.pointee.file_by_filename))
    case 4: unsafe self.messageRequest = .fileContainingSymbol(arena.liftString(c.pointee.file_containing_symbol))
    case 5: unsafe self.messageRequest = .fileContainingExtension(arena.liftMessage(c.pointee.file_containing_extension) ?? .init())
    case 6: unsafe self.messageRequest = .allExtensionNumbersOfType(arena.liftString(c.pointee.all_extension_numbers_of_type))
    case 7: unsafe self.messageRequest = .listServices(arena.liftString(c.pointee.list_services))
    default: self.messageRequest = nil
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ServerReflectionRequest.self)
    unsafe c.pointee.host = arena.lowerString(self.host)
    switch self.messageRequest {
    case .fileByFilename(let value)?:
      unsafe c.pointee.message_request_case = Grpc__Reflection__V1__ServerReflectionRequest__MessageRequestCase(rawValue: 3)
      unsafe c.pointee.file_by_filename = arena.lowerString(value)
    case .fileContainingSymbol(let value)?:
      unsafe c.pointee.message_request_case = Grpc__Reflection__V1__ServerReflectionRequest__MessageRequestCase(rawValue: 4)
      unsafe c.pointee.file_containing_symbol = arena.lowerString(value)
    case .fileContainingExtension(let value)?:
      unsafe c.pointee.message_request_case = Grpc__Reflection__V1__ServerReflectionRequest__MessageRequestCase(rawValue: 5)
      unsafe c.pointee.file_containing_extension = arena.lowerMessage(value)
    case .allExtensionNumbersOfType(let value)?:
      unsafe c.pointee.message_request_case = Grpc__Reflection__V1__ServerReflectionRequest__MessageRequestCase(rawValue: 6)
      unsafe c.pointee.all_extension_numbers_of_type = arena.lowerString(value)
    case .listServices(let value)?:
      unsafe c.pointee.message_request_case = Grpc__Reflection__V1__ServerReflectionRequest__MessageRequestCase(rawValue: 7)
      unsafe c.pointee.list_services = arena.lowerString(value)
    case nil: break
    }
  }
}

extension GrpcReflectionV1ExtensionRequest: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.reflection.v1.ExtensionRequest"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Reflection__V1__ExtensionRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__reflection__v1__extension_request__init(c.assumingMemoryBound(to: Grpc__Reflection__V1__ExtensionRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ExtensionRequest.self)
    unsafe self.containingType = arena.liftString(c.pointee.containing_type)
    unsafe self.extensionNumber = c.pointee.extension_number
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ExtensionRequest.self)
    unsafe c.pointee.containing_type = arena.lowerString(self.containingType)
    unsafe c.pointee.extension_number = self.extensionNumber
  }
}

extension GrpcReflectionV1ServerReflectionResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.reflection.v1.ServerReflectionResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Reflection__V1__ServerReflectionResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__reflection__v1__server_reflection_response__init(c.assumingMemoryBound(to: Grpc__Reflection__V1__ServerReflectionResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ServerReflectionResponse.self)
    unsafe self.validHost = arena.liftString(c.pointee.valid_host)
    unsafe self.originalRequest = arena.liftMessage(c.pointee.original_request)
    switch unsafe c.pointee.message_response_case.rawValue {
    case 4: unsafe self.messageResponse = .fileDescriptorResponse(arena.liftMessage(c.pointee.file_descriptor_response) ?? .init())
    case 5: unsafe self.messageResponse = .allExtensionNumbersResponse(arena.liftMessage(c.pointee.all_extension_numbers_response) ?? .init())
    case 6: unsafe self.messageResponse = .listServicesResponse(arena.liftMessage(c.pointee.list_services_response) ?? .init())
    case 7: unsafe self.messageResponse = .errorResponse(arena.liftMessage(c.pointee.error_response) ?? .init())
    default: self.messageResponse = nil
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ServerReflectionResponse.self)
    unsafe c.pointee.valid_host = arena.lowerString(self.validHost)
    unsafe c.pointee.original_request = arena.lowerMessage(self.originalRequest)
    switch self.messageResponse {
    case .fileDescriptorResponse(let value)?:
      unsafe c.pointee.message_response_case = Grpc__Reflection__V1__ServerReflectionResponse__MessageResponseCase(rawValue: 4)
      unsafe c.pointee.file_descriptor_response = arena.lowerMessage(value)
    case .allExtensionNumbersResponse(let value)?:
      unsafe c.pointee.message_response_case = Grpc__Reflection__V1__ServerReflectionResponse__MessageResponseCase(rawValue: 5)
      unsafe c.pointee.all_extension_numbers_response = arena.lowerMessage(value)
    case .listServicesResponse(let value)?:
      unsafe c.pointee.message_response_case = Grpc__Reflection__V1__ServerReflectionResponse__MessageResponseCase(rawValue: 6)
      unsafe c.pointee.list_services_response = arena.lowerMessage(value)
    case .errorResponse(let value)?:
      unsafe c.pointee.message_response_case = Grpc__Reflection__V1__ServerReflectionResponse__MessageResponseCase(rawValue: 7)
      unsafe c.pointee.error_response = arena.lowerMessage(value)
    case nil: break
    }
  }
}

extension GrpcReflectionV1FileDescriptorResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.reflection.v1.FileDescriptorResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Reflection__V1__FileDescriptorResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__reflection__v1__file_descriptor_response__init(c.assumingMemoryBound(to: Grpc__Reflection__V1__FileDescriptorResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__FileDescriptorResponse.self)
    unsafe self.fileDescriptorProto = arena.liftByteArrays(c.pointee.n_file_descriptor_proto, c.pointee.file_descriptor_proto)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__FileDescriptorResponse.self)
    unsafe c.pointee.n_file_descriptor_proto = self.fileDescriptorProto.count
    unsafe c.pointee.file_descriptor_proto = arena.lowerByteArrays(self.fileDescriptorProto)
  }
}

extension GrpcReflectionV1ExtensionNumberResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.reflection.v1.ExtensionNumberResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Reflection__V1__ExtensionNumberResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__reflection__v1__extension_number_response__init(c.assumingMemoryBound(to: Grpc__Reflection__V1__ExtensionNumberResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ExtensionNumberResponse.self)
    unsafe self.baseTypeName = arena.liftString(c.pointee.base_type_name)
    unsafe self.extensionNumber = arena.liftNumbers(c.pointee.n_extension_number, c.pointee.extension_number)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ExtensionNumberResponse.self)
    unsafe c.pointee.base_type_name = arena.lowerString(self.baseTypeName)
    unsafe c.pointee.n_extension_number = self.extensionNumber.count
    unsafe c.pointee.extension_number = arena.lowerNumbers(self.extensionNumber)
  }
}

extension GrpcReflectionV1ListServiceResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.reflection.v1.ListServiceResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Reflection__V1__ListServiceResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__reflection__v1__list_service_response__init(c.assumingMemoryBound(to: Grpc__Reflection__V1__ListServiceResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ListServiceResponse.self)
    unsafe self.service = arena.liftMessages(c.pointee.n_service, c.pointee.service)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ListServiceResponse.self)
    unsafe c.pointee.n_service = self.service.count
    unsafe c.pointee.service = arena.lowerMessages(self.service)
  }
}

extension GrpcReflectionV1ServiceResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.reflection.v1.ServiceResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Reflection__V1__ServiceResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__reflection__v1__service_response__init(c.assumingMemoryBound(to: Grpc__Reflection__V1__ServiceResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ServiceResponse.self)
    unsafe self.name = arena.liftString(c.pointee.name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ServiceResponse.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
  }
}

extension GrpcReflectionV1ErrorResponse: ProtobufMessage, WireMessage {
  package static let protoName = "grpc.reflection.v1.ErrorResponse"
  package static var cSize: Int { unsafe MemoryLayout<Grpc__Reflection__V1__ErrorResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe grpc__reflection__v1__error_response__init(c.assumingMemoryBound(to: Grpc__Reflection__V1__ErrorResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ErrorResponse.self)
    unsafe self.errorCode = c.pointee.error_code
    unsafe self.errorMessage = arena.liftString(c.pointee.error_message)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Grpc__Reflection__V1__ErrorResponse.self)
    unsafe c.pointee.error_code = self.errorCode
    unsafe c.pointee.error_message = arena.lowerString(self.errorMessage)
  }
}

/// The methods of grpc.reflection.v1.ServerReflection.
package enum GrpcReflectionV1ServerReflectionMethods {
  package static let serverReflectionInfo = RPCMethod(
    service: "grpc.reflection.v1.ServerReflection", name: "ServerReflectionInfo",
    kind: .bidirectional, idempotency: .unknown)

  package static let all: [RPCMethod] = [serverReflectionInfo]
}

package protocol GrpcReflectionV1ServerReflectionServer: RPCService {
  /// The reflection service is structured as a bidirectional stream, ensuring
  /// all related requests go to a single server.
  func serverReflectionInfo(_ requests: RequestStream<GrpcReflectionV1ServerReflectionRequest>, _ replies: ReplyWriter<GrpcReflectionV1ServerReflectionResponse>, _ call: ServerCall) async throws
}

extension GrpcReflectionV1ServerReflectionServer {
  package var handlers: [RPCHandler] {
    [
      .bidirectional(GrpcReflectionV1ServerReflectionMethods.serverReflectionInfo) { (request, replies, call) in try await self.serverReflectionInfo(request, replies, call) },
    ]
  }
}

package struct GrpcReflectionV1ServerReflectionClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// The reflection service is structured as a bidirectional stream, ensuring
  /// all related requests go to a single server.
  package func serverReflectionInfo(_ options: CallOptions = CallOptions()) async throws(RPCError) -> (requests: RequestWriter<GrpcReflectionV1ServerReflectionRequest>, replies: Replies<GrpcReflectionV1ServerReflectionResponse>) {
    try await channel.bidirectional(GrpcReflectionV1ServerReflectionMethods.serverReflectionInfo, options, requests: GrpcReflectionV1ServerReflectionRequest.self, as: GrpcReflectionV1ServerReflectionResponse.self)
  }
}
