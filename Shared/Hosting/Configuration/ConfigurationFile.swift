import Configuration
import Foundation

/// A JSON file of settings. The library's own JSON snapshot cannot list its keys and reads `true` as
/// the number 1, so the file is flattened here and handed to the library as typed values.
struct ConfigurationFile {
  private(set) var values: [String: ConfigContent] = [:]
  private(set) var problems: [String] = []

  /// A configuration is a page or two; a larger file is a wrong path.
  private static let maximumBytes = 1 << 20

  init(path: String) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      problems.append("the configuration file \(path) cannot be read")
      return
    }
    guard bytes.count <= Self.maximumBytes else {
      problems.append("the configuration file \(path) is larger than 1 MiB")
      return
    }
    do {
      guard case .object(let members) = try JSONDecoder().decode(JSONTree.self, from: bytes) else {
        problems.append("the configuration file \(path) does not hold a JSON object")
        return
      }
      flatten(members, under: [])
    } catch {
      problems.append("the configuration file \(path) is not JSON")
    }
  }

  private mutating func flatten(_ members: [String: JSONTree], under path: [String]) {
    for (name, tree) in members.sorted(by: { $0.key < $1.key }) {
      let key = (path + [name]).joined(separator: ".")
      switch tree {
      case .object(let inner): flatten(inner, under: path + [name])
      case .value(let content):
        if values.updateValue(content, forKey: key) != nil {
          problems.append("the configuration file gives \(key) twice")
        }
      case .unusable: problems.append("the configuration file holds no usable value at \(key)")
      }
    }
  }
}

/// As much of JSON as a setting can hold.
private enum JSONTree: Decodable {
  case object([String: JSONTree])
  case value(ConfigContent)
  case unusable

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let boolean = try? value.decode(Bool.self) {
      self = .value(.bool(boolean))
    } else if let integer = try? value.decode(Int.self) {
      self = .value(.int(integer))
    } else if let number = try? value.decode(Double.self) {
      self = .value(.double(number))
    } else if let text = try? value.decode(String.self) {
      self = .value(.string(text))
    } else if let texts = try? value.decode([String].self) {
      self = .value(.stringArray(texts))
    } else if let members = try? value.decode([String: JSONTree].self) {
      self = .object(members)
    } else {
      self = .unusable
    }
  }
}
