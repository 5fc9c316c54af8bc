import ArgumentParser
import Contracts

struct BackOfficeCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backoffice", abstract: "Record the outcome of an identity (KYC) check.",
    discussion: "CLIENT is PARTNER/ID or partners/PARTNER/clients/ID.",
    subcommands: [BackOfficeReject.self, BackOfficeLift.self, BackOfficePassKYC.self])
}

struct ReasonOptions: ParsableArguments {
  @Option(help: "Why, for the partner to read.") var reason: String
  @Option(help: "Why, for the back office alone.") var internalReason: String = ""
}

struct BackOfficeReject: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Reject a partner's access to a business; stands until it is lifted.")
  static let methods = [BackOfficeServiceMethods.rejectAccess]

  @Argument(help: .anyClient) var client: String
  @OptionGroup var why: ReasonOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = RejectAccessRequest(
      name: try services.names.client(client), reason: why.reason,
      internalReason: why.internalReason, requestId: change.requestId)
    try services.output.show(await services.backOffice.rejectAccess(request, services.call))
  }
}

struct BackOfficeLift: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "lift", abstract: "Lift a rejection: the client is a draft again.")
  static let methods = [BackOfficeServiceMethods.liftRejection]

  @Argument(help: .anyClient) var client: String
  @OptionGroup var why: ReasonOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = LiftRejectionRequest(
      name: try services.names.client(client), reason: why.reason,
      internalReason: why.internalReason, requestId: change.requestId)
    try services.output.show(await services.backOffice.liftRejection(request, services.call))
  }
}

struct BackOfficePassKYC: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "pass-kyc", abstract: "Record that the check of an invited client has passed.")
  static let methods = [BackOfficeServiceMethods.passKycCheck]

  @Argument(help: .anyClient) var client: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = PassKycCheckRequest(
      name: try services.names.client(client), requestId: change.requestId)
    try services.output.show(await services.backOffice.passKycCheck(request, services.call))
  }
}
