import Database
import StatusRules

/// An integration as it is kept: a connector set up on a side.
struct IntegrationRecord: Sendable {
  let name: IntegrationName
  /// The connector's kind.
  let connector: String
  var displayName: String
  var activity: IntegrationActivity
  var configuration: IntegrationConfiguration
  /// What the connector's check missed when it last ran.
  var problems: [SettingGap]
  /// Values that may be shown, by field: `webhook.url`.
  var settings: [String: String]
  /// Secrets by field, sealed: `webhook.secret`.
  var secrets: [String: SealedSecret]
  let createTime: Int64
  var updateTime: Int64
  var version: Int64

  var etag: String { ETag.text(version: version) }

  /// What the rules of delivery ask about this integration now.
  func conditions(documentIsApproved: Bool, linkIsActive: Bool) -> DeliveryConditions {
    DeliveryConditions(
      documentIsApproved: documentIsApproved, linkIsActive: linkIsActive, activity: activity,
      configuration: configuration, missingField: problems.first?.field ?? "")
  }
}

/// A setting that is missing or wrong.
struct SettingGap: Sendable, Equatable {
  /// `webhook.url`
  let field: String
  /// What is wrong and what to do.
  let message: String
}

/// What its owner says of an integration.
struct IntegrationDraft: Sendable {
  var connector: String
  var displayName: String
  /// Nil where nothing was said of the configuration: what is there stays.
  var settings: [String: String]?
  /// The secrets that are newly given, in the clear; the others stay.
  var secrets: [String: String] = [:]
}
