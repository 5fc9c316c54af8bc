import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// Names of generated Swift types.
///
/// A top-level type of a package daybook.* is named as in the proto file; of another package, with
/// the package before it (google.rpc.Status -> GoogleRpcStatus). Nested types are nested.
enum SwiftNames {
  static func topLevel(_ name: String, in file: FileDescriptor) -> String {
    let own = file.package == "daybook" || file.package.hasPrefix("daybook.")
    return own
      ? name : file.package.split(separator: ".").map { upperCamel(String($0)) }.joined() + name
  }

  static func path(_ message: Descriptor) -> [String] {
    guard let outer = message.containingType else {
      return [topLevel(message.name, in: message.file)]
    }
    return path(outer) + [message.name]
  }

  static func path(_ enumeration: EnumDescriptor) -> [String] {
    guard let outer = enumeration.containingType else {
      return [topLevel(enumeration.name, in: enumeration.file)]
    }
    return path(outer) + [enumeration.name]
  }

  /// client_id -> clientId
  static func lowerCamel(_ name: String) -> String {
    let camel = upperCamel(name)
    let leading = camel.prefix(while: \.isUppercase)
    // HTTPName -> httpName, Name -> name.
    let lowered =
      leading.count > 1 && leading.count < camel.count ? leading.count - 1 : leading.count
    return camel.prefix(lowered).lowercased() + camel.dropFirst(lowered)
  }

  /// As lowerCamel; `self` cannot be a parameter's name, also not between backticks.
  static func property(_ name: String) -> String {
    let camel = lowerCamel(name)
    return camel == "self" ? "self_" : camel
  }

  /// client_id -> ClientId
  static func upperCamel(_ name: String) -> String {
    name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// CLIENT_STATUS_LINK_ENDED of ClientStatus -> linkEnded
  static func enumCase(_ value: EnumValueDescriptor) -> String {
    let prefix = screamingSnake(value.enumType.name) + "_"
    let own = value.name.hasPrefix(prefix) ? String(value.name.dropFirst(prefix.count)) : value.name
    let camel = lowerCamel(own.lowercased())
    return camel.first?.isNumber == true ? "_" + camel : camel
  }

  private static func screamingSnake(_ name: String) -> String {
    var result = ""
    var previous: Character?
    for character in name {
      if character.isUppercase, let previous, !previous.isUppercase { result += "_" }
      result += character.uppercased()
      previous = character
    }
    return result
  }
}

/// A name as it may stand where Swift reserves the word.
func escaped(_ name: String) -> String {
  let reserved =
    swiftKeywordsUsedInDeclarations.contains(name) || swiftKeywordsUsedInStatements.contains(name)
    || swiftKeywordsUsedInExpressionsAndTypes.contains(name) || name == "Type"
    || name == "Protocol" || name == "self" || name == "init"
  return reserved ? "`\(name)`" : name
}
