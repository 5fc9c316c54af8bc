import ArgumentParser
import Contracts
import Foundation

/// Where an integration delivers. A secret comes from a file: a command line can be read by others.
struct DestinationOptions: ParsableArguments {
  @Option(help: "For `folder`: a path below the operator's root.") var path: String?
  @Option(help: "For `webhook`: the address, https://….") var url: String?
  @Option(
    help: ArgumentHelp(
      "For `webhook`: a file with the signing secret, whsec_…; - is standard input.",
      valueName: "file"))
  var secretFile: String?

  func validate() throws {
    guard path == nil || (url == nil && secretFile == nil) else {
      throw ValidationError("--path is for a folder, --url and --secret-file are for a webhook")
    }
  }

  /// Puts what was given over what is there.
  func apply(to integration: inout Integration) throws(Failure) {
    if let path { integration.configuration = .folder(FolderConfiguration(path: path)) }
    guard url != nil || secretFile != nil else { return }
    var webhook = WebhookConfiguration()
    if case .webhook(let present) = integration.configuration { webhook = present }
    if let url { webhook.url = url }
    if let secretFile {
      webhook.secret = try InputFile(secretFile).text()
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
    integration.configuration = .webhook(webhook)
  }
}
