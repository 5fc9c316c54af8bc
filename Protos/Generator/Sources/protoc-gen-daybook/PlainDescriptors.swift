import Foundation
import SwiftProtobuf

/// The descriptors as protoc-c is to see them:
/// - no services (the Swift side runs them) and no custom options, so that google/api and
///   descriptor.proto (5000 lines of C) are not needed;
/// - every string as bytes with a length: C strings end at a NUL, and cost a strlen at each use;
/// - proto3 `optional` as a oneof of one field, which is what it is on the wire. protoc-c 1.4.1
///   refuses the keyword;
/// - no pack and unpack helpers for each message: all go through protobuf_c_message_unpack.
func plainDescriptors(of serialized: Data) throws -> Data {
  var set = try Google_Protobuf_FileDescriptorSet(serializedBytes: serialized)
  for index in set.file.indices {
    set.file[index] = try plain(set.file[index])
  }
  return try set.serializedBytes()
}

/// Files that only define options; nothing of theirs is sent.
private func definesOptions(_ file: String) -> Bool {
  file.hasPrefix("google/api/") || file == "google/protobuf/descriptor.proto"
}

private func plain(
  _ file: Google_Protobuf_FileDescriptorProto
) throws -> Google_Protobuf_FileDescriptorProto {
  var file = file
  file.clearSourceCodeInfo()
  file.dependency.removeAll(where: definesOptions)
  file.publicDependency = []
  file.weakDependency = []
  file.service = []
  file.extension = []
  // (pb_c_file).gen_pack_helpers = false
  file.options = try Google_Protobuf_FileOptions(serializedBytes: protobufCOption([0x10, 0x00]))
  file.messageType = try file.messageType.map(plain)
  file.enumType = file.enumType.map(plain)
  return file
}

private func plain(
  _ message: Google_Protobuf_DescriptorProto
) throws -> Google_Protobuf_DescriptorProto {
  var message = message
  var options = Google_Protobuf_MessageOptions()
  if message.options.mapEntry { options.mapEntry = true }
  message.options = options
  message.nestedType = try message.nestedType.map(plain)
  message.enumType = message.enumType.map(plain)
  for index in message.oneofDecl.indices { message.oneofDecl[index].clearOptions() }
  for index in message.field.indices {
    var options = Google_Protobuf_FieldOptions()
    if message.field[index].options.hasPacked {
      options.packed = message.field[index].options.packed
    }
    if message.field[index].type == .string {
      // (pb_c_field).string_as_bytes = true
      try options.merge(serializedBytes: protobufCOption([0x08, 0x01]))
    }
    message.field[index].options = options
    message.field[index].clearProto3Optional()
  }
  return message
}

private func plain(
  _ enumeration: Google_Protobuf_EnumDescriptorProto
) -> Google_Protobuf_EnumDescriptorProto {
  var enumeration = enumeration
  enumeration.clearOptions()
  for index in enumeration.value.indices { enumeration.value[index].clearOptions() }
  return enumeration
}

/// Extension 1019 of every options message is protobuf-c's.
private func protobufCOption(_ content: [UInt8]) -> [UInt8] {
  [0xDA, 0x3F, UInt8(content.count)] + content
}
