package import Hosting
package import Outbound

extension Settings {
  /// The address policy of a list setting: public addresses, and the networks that it names.
  ///
  /// - Throws: `StartFailure` for what is no network.
  package func addressPolicy(allowing setting: Setting<[String]>) throws -> AddressPolicy {
    let networks = try self[setting].map { text in
      guard let network = IPNetwork(text) else {
        throw StartFailure(
          .usage, "\(setting.declaration.key): \(text) is no network like 10.20.0.0/16")
      }
      return network
    }
    return AddressPolicy(allow: networks)
  }
}
