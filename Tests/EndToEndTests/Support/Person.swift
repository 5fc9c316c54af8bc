import Contracts
import Identity
import RPC

/// A user with a signed token, on connections of their own, and the calls they make.
struct Person: Sendable {
  let user: User
  let options: CallOptions
  let clients: ClientServiceClient
  let links: LinkServiceClient
  let documents: DocumentServiceClient
  let accounting: AccountingServiceClient
  let integrations: IntegrationServiceClient
  let deliveries: DeliveryServiceClient

  private init(_ platform: Platform, _ user: User) async throws {
    self.user = user
    let signer = TokenSigner(key: platform.keys.signingKey, issuer: Platform.issuer)
    options = CallOptions(
      metadata: ["authorization": "Bearer \(try await signer.sign(user))"],
      timeout: .seconds(20))
    clients = ClientServiceClient(platform.clientLink.channel())
    links = LinkServiceClient(clients.channel)
    documents = DocumentServiceClient(platform.documentStatus.channel())
    accounting = AccountingServiceClient(documents.channel)
    integrations = IntegrationServiceClient(platform.integrationDispatch.channel())
    deliveries = DeliveryServiceClient(integrations.channel)
  }

  static func partner(
    _ platform: Platform, space: String, role: PartnerRole = .administrator,
    kind: PartnerKind = .accounting, subject: String = "user-1"
  ) async throws -> Person {
    try await Person(
      platform, try user(subject, space, .partner(kind), .partner(role), number: nil))
  }

  static func business(
    _ platform: Platform, space: String, number: String, role: BusinessRole = .administrator,
    subject: String = "owner-1"
  ) async throws -> Person {
    try await Person(
      platform, try user(subject, space, .business, .business(role), number: number))
  }

  private static func user(
    _ subject: String, _ space: String, _ kind: SpaceKind, _ role: CallerRole, number: String?
  ) throws -> User {
    guard let subject = Subject(subject), let space = SpaceID(space) else {
      throw TestFailure("no subject or no space")
    }
    return User(
      subject: subject, space: space, spaceKind: kind, roles: [role], enterpriseNumber: number)
  }

  /// The person's space as a resource name.
  var space: String { user.resourceName }
}

extension User {
  fileprivate var resourceName: String {
    switch spaceKind {
    case .business: "businesses/\(space)"
    case .partner: "partners/\(space)"
    case .backOffice: "backOffice"
    }
  }
}
