// swift-format-ignore-file
// Made from daybook/integrationdispatch/v1alpha/integration.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
package import RPC

/// Whether an integration sends.
package enum IntegrationStatus: ProtobufEnum {
  /// Never sent.
  case unspecified
  /// Sends nothing.
  case inactive
  /// Sends what is approved while it is configured.
  case active
  /// The destination withdrew its permission: a person must authorise again.
  case needsAuthorisation
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [IntegrationStatus] = [.unspecified, .inactive, .active, .needsAuthorisation]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .inactive
    case 2: self = .active
    case 3: self = .needsAuthorisation
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .inactive: 1
    case .active: 2
    case .needsAuthorisation: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "INTEGRATION_STATUS_UNSPECIFIED"
    case .inactive: "INTEGRATION_STATUS_INACTIVE"
    case .active: "INTEGRATION_STATUS_ACTIVE"
    case .needsAuthorisation: "INTEGRATION_STATUS_NEEDS_AUTHORISATION"
    case .unrecognized(let number): String(number)
    }
  }
}

/// A connector set up in a space.
package struct Integration: Sendable, Equatable {
  /// `businesses/{business}/integrations/{integration}` or
  /// `partners/{partner}/businesses/{business}/integrations/{integration}`. Given by the service.
  package var name: String
  /// The kind, `folder` or `webhook`; fixed once made. CreateIntegration answers UNIMPLEMENTED for a
  /// kind that is planned and not offered (`s3`, `webdav`, `sftp`, `email`, `dropbox`,
  /// `google_drive`, `exact_online`, `yuki`, `octopus`), INVALID_ARGUMENT for any other.
  package var connector: String
  /// A name for people, 1 to 100 characters.
  package var displayName: String
  /// Whether it sends. Output only.
  package var status: IntegrationStatus
  /// Whether the connector's own check finds everything it needs. Output only.
  package var configured: Bool
  /// The settings that are missing or wrong, each with what to do. Output only.
  package var problems: [SettingProblem]
  /// The configuration; which message depends on the connector.
  package var configuration: Configuration?
  /// When it was made. Output only.
  package var createTime: GoogleProtobufTimestamp?
  /// When it last changed. Output only.
  package var updateTime: GoogleProtobufTimestamp?
  /// Changes with every change of the integration.
  package var etag: String

  package init(
    name: String = "",
    connector: String = "",
    displayName: String = "",
    status: IntegrationStatus = .unspecified,
    configured: Bool = false,
    problems: [SettingProblem] = [],
    configuration: Configuration? = nil,
    createTime: GoogleProtobufTimestamp? = nil,
    updateTime: GoogleProtobufTimestamp? = nil,
    etag: String = ""
  ) {
    self.name = name
    self.connector = connector
    self.displayName = displayName
    self.status = status
    self.configured = configured
    self.problems = problems
    self.configuration = configuration
    self.createTime = createTime
    self.updateTime = updateTime
    self.etag = etag
  }

  /// The configuration; which message depends on the connector.
  package enum Configuration: Sendable, Equatable {
    /// For `folder`.
    case folder(FolderConfiguration)
    /// For `webhook`.
    case webhook(WebhookConfiguration)
  }
}

/// What stands in the way of a connector.
package struct SettingProblem: Sendable, Equatable {
  /// The setting: `webhook.url`.
  package var field: String
  /// What is wrong and what to do.
  package var message: String

  package init(
    field: String = "",
    message: String = ""
  ) {
    self.field = field
    self.message = message
  }
}

/// A folder on a disk of the operator's. Below the root that the operator configured, each owner has
/// one of its own: `businesses/{business}` or `partners/{partner}`.
package struct FolderConfiguration: Sendable, Equatable {
  /// A path below the space's folder, without `..`; made when it is not there. 1 to 500 characters.
  package var path: String

  package init(
    path: String = ""
  ) {
    self.path = path
  }
}

/// An HTTPS address that is called for each document (Standard Webhooks).
package struct WebhookConfiguration: Sendable, Equatable {
  /// The address, `https://…`; `http://` only where the operator allows it.
  package var url: String
  /// The signing secret, `whsec_` and 24 to 64 bytes in base64. Written, never answered; empty keeps
  /// the one that is there.
  package var secret: String
  /// Whether a secret is set. Output only.
  package var secretSet: Bool

  package init(
    url: String = "",
    secret: String = "",
    secretSet: Bool = false
  ) {
    self.url = url
    self.secret = secret
    self.secretSet = secretSet
  }
}

/// Asks to make an integration.
package struct CreateIntegrationRequest: Sendable, Equatable {
  /// `businesses/{business}` or `partners/{partner}/businesses/{business}`.
  package var parent: String
  /// The integration: connector, display_name and configuration are read.
  package var integration: Integration?
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    parent: String = "",
    integration: Integration? = nil,
    requestId: String = ""
  ) {
    self.parent = parent
    self.integration = integration
    self.requestId = requestId
  }
}

/// Asks for one integration.
package struct GetIntegrationRequest: Sendable, Equatable {
  /// The name.
  package var name: String

  package init(
    name: String = ""
  ) {
    self.name = name
  }
}

/// Asks for a page of integrations.
package struct ListIntegrationsRequest: Sendable, Equatable {
  /// `businesses/{business}` or `partners/{partner}/businesses/{business}`.
  package var parent: String
  /// At most this many: 0 is 50, more than 1000 is 1000, negative is refused.
  package var pageSize: Int32
  /// From `next_page_token` of the page before.
  package var pageToken: String

  package init(
    parent: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.parent = parent
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of integrations.
package struct ListIntegrationsResponse: Sendable, Equatable {
  /// The integrations.
  package var integrations: [Integration]
  /// Empty on the last page.
  package var nextPageToken: String

  package init(
    integrations: [Integration] = [],
    nextPageToken: String = ""
  ) {
    self.integrations = integrations
    self.nextPageToken = nextPageToken
  }
}

/// Asks to configure.
package struct UpdateIntegrationRequest: Sendable, Equatable {
  /// The integration as it should be: display_name and configuration are read, and etag, which must
  /// be the present one.
  package var integration: Integration?
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    integration: Integration? = nil,
    requestId: String = ""
  ) {
    self.integration = integration
    self.requestId = requestId
  }
}

/// Asks to activate.
package struct ActivateIntegrationRequest: Sendable, Equatable {
  /// The name.
  package var name: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.requestId = requestId
  }
}

/// Asks to deactivate.
package struct DeactivateIntegrationRequest: Sendable, Equatable {
  /// The name.
  package var name: String
  /// A UUID that makes a repeated call the same call for 24 hours.
  package var requestId: String

  package init(
    name: String = "",
    requestId: String = ""
  ) {
    self.name = name
    self.requestId = requestId
  }
}

/// Asks for a page of history.
package struct ListIntegrationHistoryRequest: Sendable, Equatable {
  /// The name.
  package var name: String
  /// At most this many: 0 is 50, more than 1000 is 1000, negative is refused.
  package var pageSize: Int32
  /// From `next_page_token` of the page before.
  package var pageToken: String

  package init(
    name: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.name = name
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of history.
package struct ListIntegrationHistoryResponse: Sendable, Equatable {
  /// Newest first.
  package var entries: [HistoryEntry]
  /// Empty on the last page.
  package var nextPageToken: String

  package init(
    entries: [HistoryEntry] = [],
    nextPageToken: String = ""
  ) {
    self.entries = entries
    self.nextPageToken = nextPageToken
  }
}

extension Integration: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.Integration"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__Integration>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__integration__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__Integration.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__Integration.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.connector = arena.liftString(c.pointee.connector)
    unsafe self.displayName = arena.liftString(c.pointee.display_name)
    unsafe self.status = IntegrationStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
    unsafe self.configured = c.pointee.configured != 0
    unsafe self.problems = arena.liftMessages(c.pointee.n_problems, c.pointee.problems)
    switch unsafe c.pointee.configuration_case.rawValue {
    case 7: unsafe self.configuration = .folder(arena.liftMessage(c.pointee.folder) ?? .init())
    case 8: unsafe self.configuration = .webhook(arena.liftMessage(c.pointee.webhook) ?? .init())
    default: self.configuration = nil
    }
    unsafe self.createTime = arena.liftMessage(c.pointee.create_time)
    unsafe self.updateTime = arena.liftMessage(c.pointee.update_time)
    unsafe self.etag = arena.liftString(c.pointee.etag)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__Integration.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.connector = arena.lowerString(self.connector)
    unsafe c.pointee.display_name = arena.lowerString(self.displayName)
    unsafe c.pointee.status = Daybook__Integrationdispatch__V1alpha__IntegrationStatus(rawValue: UInt32(bitPattern: self.status.rawValue))
    unsafe c.pointee.configured = self.configured ? 1 : 0
    unsafe c.pointee.n_problems = self.problems.count
    unsafe c.pointee.problems = arena.lowerMessages(self.problems)
    switch self.configuration {
    case .folder(let value)?:
      unsafe c.pointee.configuration_case = Daybook__Integrationdispatch__V1alpha__Integration__ConfigurationCase(rawValue: 7)
      unsafe c.pointee.folder = arena.lowerMessage(value)
    case .webhook(let value)?:
      unsafe c.pointee.configuration_case = Daybook__Integrationdispatch__V1alpha__Integration__ConfigurationCase(rawValue: 8)
      unsafe c.pointee.webhook = arena.lowerMessage(value)
    case nil: break
    }
    unsafe c.pointee.create_time = arena.lowerMessage(self.createTime)
    unsafe c.pointee.update_time = arena.lowerMessage(self.updateTime)
    unsafe c.pointee.etag = arena.lowerString(self.etag)
  }
}

extension SettingProblem: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.SettingProblem"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__SettingProblem>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__setting_problem__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__SettingProblem.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__SettingProblem.self)
    unsafe self.field = arena.liftString(c.pointee.field)
    unsafe self.message = arena.liftString(c.pointee.message)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__SettingProblem.self)
    unsafe c.pointee.field = arena.lowerString(self.field)
    unsafe c.pointee.message = arena.lowerString(self.message)
  }
}

extension FolderConfiguration: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.FolderConfiguration"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__FolderConfiguration>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__folder_configuration__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__FolderConfiguration.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__FolderConfiguration.self)
    unsafe self.path = arena.liftString(c.pointee.path)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__FolderConfiguration.self)
    unsafe c.pointee.path = arena.lowerString(self.path)
  }
}

extension WebhookConfiguration: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.WebhookConfiguration"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__WebhookConfiguration>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__webhook_configuration__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__WebhookConfiguration.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__WebhookConfiguration.self)
    unsafe self.url = arena.liftString(c.pointee.url)
    unsafe self.secret = arena.liftString(c.pointee.secret)
    unsafe self.secretSet = c.pointee.secret_set != 0
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__WebhookConfiguration.self)
    unsafe c.pointee.url = arena.lowerString(self.url)
    unsafe c.pointee.secret = arena.lowerString(self.secret)
    unsafe c.pointee.secret_set = self.secretSet ? 1 : 0
  }
}

extension CreateIntegrationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.CreateIntegrationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__CreateIntegrationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__create_integration_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__CreateIntegrationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__CreateIntegrationRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.integration = arena.liftMessage(c.pointee.integration)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__CreateIntegrationRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.integration = arena.lowerMessage(self.integration)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension GetIntegrationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.GetIntegrationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__GetIntegrationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__get_integration_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__GetIntegrationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__GetIntegrationRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__GetIntegrationRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
  }
}

extension ListIntegrationsRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ListIntegrationsRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ListIntegrationsRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__list_integrations_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationsRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationsRequest.self)
    unsafe self.parent = arena.liftString(c.pointee.parent)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationsRequest.self)
    unsafe c.pointee.parent = arena.lowerString(self.parent)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListIntegrationsResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ListIntegrationsResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ListIntegrationsResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__list_integrations_response__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationsResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationsResponse.self)
    unsafe self.integrations = arena.liftMessages(c.pointee.n_integrations, c.pointee.integrations)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationsResponse.self)
    unsafe c.pointee.n_integrations = self.integrations.count
    unsafe c.pointee.integrations = arena.lowerMessages(self.integrations)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

extension UpdateIntegrationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.UpdateIntegrationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__UpdateIntegrationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__update_integration_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__UpdateIntegrationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__UpdateIntegrationRequest.self)
    unsafe self.integration = arena.liftMessage(c.pointee.integration)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__UpdateIntegrationRequest.self)
    unsafe c.pointee.integration = arena.lowerMessage(self.integration)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ActivateIntegrationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ActivateIntegrationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ActivateIntegrationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__activate_integration_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ActivateIntegrationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ActivateIntegrationRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ActivateIntegrationRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension DeactivateIntegrationRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.DeactivateIntegrationRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__DeactivateIntegrationRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__deactivate_integration_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DeactivateIntegrationRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DeactivateIntegrationRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.requestId = arena.liftString(c.pointee.request_id)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__DeactivateIntegrationRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.request_id = arena.lowerString(self.requestId)
  }
}

extension ListIntegrationHistoryRequest: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ListIntegrationHistoryRequest"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ListIntegrationHistoryRequest>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__list_integration_history_request__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationHistoryRequest.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationHistoryRequest.self)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = arena.liftString(c.pointee.page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationHistoryRequest.self)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.page_size = self.pageSize
    unsafe c.pointee.page_token = arena.lowerString(self.pageToken)
  }
}

extension ListIntegrationHistoryResponse: ProtobufMessage, WireMessage {
  package static let protoName = "daybook.integrationdispatch.v1alpha.ListIntegrationHistoryResponse"
  package static var cSize: Int { unsafe MemoryLayout<Daybook__Integrationdispatch__V1alpha__ListIntegrationHistoryResponse>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe daybook__integrationdispatch__v1alpha__list_integration_history_response__init(c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationHistoryResponse.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationHistoryResponse.self)
    unsafe self.entries = arena.liftMessages(c.pointee.n_entries, c.pointee.entries)
    unsafe self.nextPageToken = arena.liftString(c.pointee.next_page_token)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Daybook__Integrationdispatch__V1alpha__ListIntegrationHistoryResponse.self)
    unsafe c.pointee.n_entries = self.entries.count
    unsafe c.pointee.entries = arena.lowerMessages(self.entries)
    unsafe c.pointee.next_page_token = arena.lowerString(self.nextPageToken)
  }
}

/// The methods of daybook.integrationdispatch.v1alpha.IntegrationService.
package enum IntegrationServiceMethods {
  package static let createIntegration = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.IntegrationService", name: "CreateIntegration",
    kind: .unary, idempotency: .idempotent)
  package static let getIntegration = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.IntegrationService", name: "GetIntegration",
    kind: .unary, idempotency: .noSideEffects)
  package static let listIntegrations = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.IntegrationService", name: "ListIntegrations",
    kind: .unary, idempotency: .noSideEffects)
  package static let updateIntegration = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.IntegrationService", name: "UpdateIntegration",
    kind: .unary, idempotency: .idempotent)
  package static let activateIntegration = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.IntegrationService", name: "ActivateIntegration",
    kind: .unary, idempotency: .idempotent)
  package static let deactivateIntegration = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.IntegrationService", name: "DeactivateIntegration",
    kind: .unary, idempotency: .idempotent)
  package static let listIntegrationHistory = RPCMethod(
    service: "daybook.integrationdispatch.v1alpha.IntegrationService", name: "ListIntegrationHistory",
    kind: .unary, idempotency: .noSideEffects)

  package static let all: [RPCMethod] = [createIntegration, getIntegration, listIntegrations, updateIntegration, activateIntegration, deactivateIntegration, listIntegrationHistory]
}

/// Sets up integrations. A parent is `businesses/{business}` (its own tools; callers: its
/// administrator) or `partners/{partner}/businesses/{business}` (the firm's software for one
/// client; callers: administrator of the firm, accountant of that client). The two sides are
/// independent and neither sees the other's.
package protocol IntegrationServiceServer: RPCService {
  /// Makes an integration, inactive. RESOURCE_EXHAUSTED when the side has 50 already.
  func createIntegration(_ request: CreateIntegrationRequest, _ call: ServerCall) async throws -> Integration
  /// Reads one integration. Secrets are never answered.
  func getIntegration(_ request: GetIntegrationRequest, _ call: ServerCall) async throws -> Integration
  /// Lists the integrations of one side.
  func listIntegrations(_ request: ListIntegrationsRequest, _ call: ServerCall) async throws -> ListIntegrationsResponse
  /// Configures an integration. The answer says what is still missing. ABORTED when the etag is not
  /// the present one.
  func updateIntegration(_ request: UpdateIntegrationRequest, _ call: ServerCall) async throws -> Integration
  /// Activates: documents approved from now on are delivered, once it is configured.
  func activateIntegration(_ request: ActivateIntegrationRequest, _ call: ServerCall) async throws -> Integration
  /// Deactivates: stops future exports, cancels what is queued, removes nothing at the destination.
  func deactivateIntegration(_ request: DeactivateIntegrationRequest, _ call: ServerCall) async throws -> Integration
  /// Lists what happened to an integration, newest first.
  func listIntegrationHistory(_ request: ListIntegrationHistoryRequest, _ call: ServerCall) async throws -> ListIntegrationHistoryResponse
}

extension IntegrationServiceServer {
  package var handlers: [RPCHandler] {
    [
      .unary(IntegrationServiceMethods.createIntegration) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(CreateIntegrationRequest.self)
          : await exchange.onlyRequest(CreateIntegrationRequest.self)
        let reply = try await self.createIntegration(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(IntegrationServiceMethods.getIntegration) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(GetIntegrationRequest.self)
          : await exchange.onlyRequest(GetIntegrationRequest.self)
        let reply = try await self.getIntegration(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(IntegrationServiceMethods.listIntegrations) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListIntegrationsRequest.self)
          : await exchange.onlyRequest(ListIntegrationsRequest.self)
        let reply = try await self.listIntegrations(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(IntegrationServiceMethods.updateIntegration) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(UpdateIntegrationRequest.self)
          : await exchange.onlyRequest(UpdateIntegrationRequest.self)
        let reply = try await self.updateIntegration(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(IntegrationServiceMethods.activateIntegration) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ActivateIntegrationRequest.self)
          : await exchange.onlyRequest(ActivateIntegrationRequest.self)
        let reply = try await self.activateIntegration(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(IntegrationServiceMethods.deactivateIntegration) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(DeactivateIntegrationRequest.self)
          : await exchange.onlyRequest(DeactivateIntegrationRequest.self)
        let reply = try await self.deactivateIntegration(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .unary(IntegrationServiceMethods.listIntegrationHistory) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(ListIntegrationHistoryRequest.self)
          : await exchange.onlyRequest(ListIntegrationHistoryRequest.self)
        let reply = try await self.listIntegrationHistory(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
    ]
  }
}

/// Sets up integrations. A parent is `businesses/{business}` (its own tools; callers: its
/// administrator) or `partners/{partner}/businesses/{business}` (the firm's software for one
/// client; callers: administrator of the firm, accountant of that client). The two sides are
/// independent and neither sees the other's.
package struct IntegrationServiceClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// Makes an integration, inactive. RESOURCE_EXHAUSTED when the side has 50 already.
  package func createIntegration(_ request: CreateIntegrationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Integration {
    try await channel.unary(IntegrationServiceMethods.createIntegration, request, options, as: Integration.self)
  }

  /// Reads one integration. Secrets are never answered.
  package func getIntegration(_ request: GetIntegrationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Integration {
    try await channel.unary(IntegrationServiceMethods.getIntegration, request, options, as: Integration.self)
  }

  /// Lists the integrations of one side.
  package func listIntegrations(_ request: ListIntegrationsRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListIntegrationsResponse {
    try await channel.unary(IntegrationServiceMethods.listIntegrations, request, options, as: ListIntegrationsResponse.self)
  }

  /// Configures an integration. The answer says what is still missing. ABORTED when the etag is not
  /// the present one.
  package func updateIntegration(_ request: UpdateIntegrationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Integration {
    try await channel.unary(IntegrationServiceMethods.updateIntegration, request, options, as: Integration.self)
  }

  /// Activates: documents approved from now on are delivered, once it is configured.
  package func activateIntegration(_ request: ActivateIntegrationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Integration {
    try await channel.unary(IntegrationServiceMethods.activateIntegration, request, options, as: Integration.self)
  }

  /// Deactivates: stops future exports, cancels what is queued, removes nothing at the destination.
  package func deactivateIntegration(_ request: DeactivateIntegrationRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Integration {
    try await channel.unary(IntegrationServiceMethods.deactivateIntegration, request, options, as: Integration.self)
  }

  /// Lists what happened to an integration, newest first.
  package func listIntegrationHistory(_ request: ListIntegrationHistoryRequest, _ options: CallOptions = CallOptions()) async throws(RPCError) -> ListIntegrationHistoryResponse {
    try await channel.unary(IntegrationServiceMethods.listIntegrationHistory, request, options, as: ListIntegrationHistoryResponse.self)
  }
}
