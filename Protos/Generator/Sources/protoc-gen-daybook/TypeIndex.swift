import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// Everything that is told about types across files: which names are taken, which messages contain
/// themselves.
struct TypeIndex {
  private var owners: [String: String] = [:]
  private var topLevel: Set<String> = []

  init(files: [FileDescriptor]) throws {
    for file in files {
      for message in file.messages {
        try claim(SwiftNames.path(message), for: message.fullName)
        try claimNested(in: message)
      }
      for enumeration in file.enums {
        try claim(SwiftNames.path(enumeration), for: enumeration.fullName)
      }
      for service in file.services {
        let name = SwiftNames.topLevel(service.name, in: file)
        for suffix in ["Server", "Client", "Methods"] {
          try claim([name + suffix], for: service.fullName)
        }
      }
    }
  }

  private mutating func claimNested(in message: Descriptor) throws {
    let path = SwiftNames.path(message)
    for nested in message.messages where !nested.options.mapEntry {
      try claim(path + [nested.name], for: nested.fullName)
      try claimNested(in: nested)
    }
    for nested in message.enums { try claim(path + [nested.name], for: nested.fullName) }
    for oneof in message.realOneofs {
      try claim(path + [SwiftNames.upperCamel(oneof.name)], for: oneof.fullName)
    }
  }

  private mutating func claim(_ path: [String], for fullName: String) throws {
    let name = path.joined(separator: ".")
    if let other = owners.updateValue(fullName, forKey: name) {
      throw GeneratorError("\(fullName) and \(other) would both be \(name) in Swift: rename one")
    }
    if path.count == 1 { topLevel.insert(name) }
  }

  /// How code inside `scope` names the type at `path`. A nested type of the same name would hide a
  /// top-level one.
  func reference(_ path: [String], from scope: Descriptor) throws -> String {
    var outer: Descriptor? = scope
    while let current = outer {
      let hiding = (SwiftNames.path(current) + [path[0]]).joined(separator: ".")
      if let owner = owners[hiding] {
        throw GeneratorError("\(owner) hides \(path[0]), which \(scope.fullName) uses: rename one")
      }
      outer = current.containingType
    }
    return path.joined(separator: ".")
  }

  /// Whether a value of the field's message can hold, without an array between, the message that
  /// has the field. Swift needs an indirection there.
  static func isRecursive(_ field: FieldDescriptor) -> Bool {
    guard field.type == .message, !field.isRepeated else { return false }
    var seen: Set<String> = []
    var open: [Descriptor] = [field.messageType]
    while let message = open.popLast() {
      if message.fullName == field.containingType.fullName { return true }
      guard seen.insert(message.fullName).inserted else { continue }
      for inner in message.fields where inner.type == .message && !inner.isRepeated {
        open.append(inner.messageType)
      }
    }
    return false
  }
}

struct GeneratorError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
