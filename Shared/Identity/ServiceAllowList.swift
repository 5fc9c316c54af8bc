/// Which services may call this one, by the URI in their client certificate.
///
/// The URI is `spiffe://<trust domain>/service/<name>`, for instance
/// `spiffe://daybook/service/client-link`; the certificate carries exactly one URI (as SPIFFE's X.509
/// profile demands) and was verified against the trust roots by the TLS layer. The match is of whole
/// texts: no prefixes, no patterns, no decoding.
package struct ServiceAllowList: Sendable, Hashable {
  private let names: [String: ServiceName]

  /// Lets these services in under one trust domain.
  package init(_ services: some Sequence<ServiceName>, trustDomain: String = "daybook") {
    names = Dictionary(
      services.map { (Self.uri(of: $0, trustDomain: trustDomain), $0) }, uniquingKeysWith: { $1 })
  }

  /// Lets in what a configuration lists: services' names.
  ///
  /// - Throws: `UnknownService` for a name that is none, so that a typing error stops the start.
  package init(names: [String], trustDomain: String = "daybook") throws(UnknownService) {
    var services: [ServiceName] = []
    for name in names {
      guard let service = ServiceName(rawValue: name) else { throw UnknownService(name: name) }
      services.append(service)
    }
    self.init(services, trustDomain: trustDomain)
  }

  /// What a service's certificate must carry.
  package static func uri(of service: ServiceName, trustDomain: String = "daybook") -> String {
    "spiffe://\(trustDomain)/service/\(service.rawValue)"
  }

  /// The service with exactly this one URI, if it is let in.
  func service(of uris: [String]) -> ServiceName? {
    uris.count == 1 ? names[uris[0]] : nil
  }
}

package struct UnknownService: Error, CustomStringConvertible {
  package let name: String

  package var description: String {
    let known = ServiceName.allCases.map(\.rawValue).joined(separator: ", ")
    return "no service is called \(name); there are \(known)"
  }
}
