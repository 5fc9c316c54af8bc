import Configuration
import RPC

/// The longest request message of one method: "daybook.clientlink.v1alpha.ClientService/Import=16MiB".
struct MethodSize: Sendable, Equatable {
  /// The method's `:path`.
  let path: String
  let bytes: Int

  init?(_ text: String, in range: ClosedRange<Int>) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let bytes = ByteSize.parse(String(parts[1])), range.contains(bytes)
    else { return nil }
    let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else { return nil }
    path = "/" + parts[0]
    self.bytes = bytes
  }

  var text: String { "\(path.dropFirst())=\(ByteSize.text(bytes))" }

  /// What the server is told. A method that it does not have stops the start.
  static func sizes(
    _ wanted: [MethodSize], of methods: [RPCMethod], reply: Int
  ) throws(StartFailure) -> [RPCMethod: MessageSizes] {
    var sizes: [RPCMethod: MessageSizes] = [:]
    for one in wanted {
      guard let method = methods.first(where: { $0.path == one.path }) else {
        let name = String(one.path.dropFirst())
        let hint = Nearest.hint(name, among: methods.map { String($0.path.dropFirst()) })
        throw StartFailure(.usage, "--listen-message-sizes: there is no method \(name)\(hint)")
      }
      sizes[method] = MessageSizes(request: one.bytes, reply: reply)
    }
    return sizes
  }
}

extension Setting where Value == [MethodSize] {
  /// Methods with their sizes separated by commas, or a JSON array of strings.
  static func methodSizes(_ key: String, _ range: ClosedRange<Int>, help: String) -> Self {
    Self(
      key: key, type: .stringArray,
      expected: "methods like package.Service/Method=16MiB separated by commas, from "
        + "\(ByteSize.text(range.lowerBound)) to \(ByteSize.text(range.upperBound))",
      default: [], help: help,
      parse: { content in
        guard let texts = content.texts?.filter({ !$0.isEmpty }) else { return nil }
        let sizes = texts.compactMap { MethodSize($0, in: range) }
        return sizes.count == texts.count ? sizes : nil
      }, print: { $0.map(\.text).joined(separator: ",") })
  }
}
