import Crypto
import FoundationEssentials

/// A secret as it is stored: sealed, with the id of the key that opens it.
struct SealedSecret: Sendable, Equatable {
  let keyID: String
  /// Nonce, ciphertext and tag of AES-GCM.
  let box: [UInt8]
}

/// The keys that seal secrets at rest. The newest seals, all open: a key is rotated by adding a line
/// to the file, and an old one may go once no stored secret names it.
///
/// The file has a line a key, oldest first: its id, a space, 32 bytes in base64. It is made with one
/// key at the first start, readable by its owner alone.
struct KeyRing: Sendable {
  private let keys: [(id: String, key: SymmetricKey)]

  /// Reads the file, or makes it.
  static func open(_ path: String) throws -> KeyRing {
    do {
      return try KeyRing(text: try PrivateFile.read(path))
    } catch let error as SystemError where error.isMissing {
      let line =
        "\(freshID()) \(Data(bytes(of: SymmetricKey(size: .bits256))).base64EncodedString())"
      try PrivateFile.create(path, text: line + "\n")
      return try KeyRing(text: try PrivateFile.read(path))
    }
  }

  init(text: String) throws(KeyRingError) {
    var keys: [(id: String, key: SymmetricKey)] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let bytes = Data(base64Encoded: String(parts[1])), bytes.count == 32
      else { throw .malformed(line: keys.count + 1) }
      keys.append((String(parts[0]), SymmetricKey(data: bytes)))
    }
    guard !keys.isEmpty else { throw .malformed(line: 1) }
    self.keys = keys
  }

  func has(_ keyID: String) -> Bool { keys.contains { $0.id == keyID } }

  /// The key that seals.
  var newestID: String? { keys.last?.id }

  /// - Parameter owner: What the secret belongs to: a sealed value moved to another row does not open.
  func seal(_ secret: String, for owner: String) throws -> SealedSecret {
    guard let newest = keys.last else { throw KeyRingError.unknownKey }
    let box = try AES.GCM.seal(
      Array(secret.utf8), using: newest.key, authenticating: Array(owner.utf8))
    guard let combined = box.combined else { throw KeyRingError.doesNotOpen }
    return SealedSecret(keyID: newest.id, box: Array(combined))
  }

  func open(_ sealed: SealedSecret, for owner: String) throws(KeyRingError) -> String {
    guard let key = keys.first(where: { $0.id == sealed.keyID })?.key else { throw .unknownKey }
    do {
      let box = try AES.GCM.SealedBox(combined: sealed.box)
      let bytes = try AES.GCM.open(box, using: key, authenticating: Array(owner.utf8))
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw .doesNotOpen
    }
  }

  private static func freshID() -> String {
    "k" + String(UInt64.random(in: .min ... .max), radix: 36)
  }

  private static func bytes(of key: SymmetricKey) -> [UInt8] {
    unsafe key.withUnsafeBytes { unsafe Array($0) }
  }
}

enum KeyRingError: Error, Equatable, CustomStringConvertible {
  case malformed(line: Int)
  case unknownKey
  case doesNotOpen

  var description: String {
    switch self {
    case .malformed(let line): "line \(line) is no key id and 32 bytes in base64"
    case .unknownKey: "the key that a secret was sealed with is not in the key file"
    case .doesNotOpen: "a sealed secret does not open: it, or its key, was changed"
    }
  }
}
