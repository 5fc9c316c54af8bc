import Assembly
import Content
import Database
import Foundation
import Hosting

/// The settings of this service beside those that all have.
enum DocumentStatusSettings {
  static let contentsURL = Setting.text(
    "contents.url", default: "",
    help: """
      Where the documents' files are: file:PATH, or \
      s3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION; empty is contents in the folder of \
      the data.
      """)
  static let contentsAccessKey = Setting.text(
    "contents.access-key", default: "", help: "The name of the key to an S3 bucket.")
  static let contentsSecretKey = Setting.text(
    "contents.secret-key", default: "", help: "The key to an S3 bucket."
  ).secret
  static let contentsRoots = Setting.path(
    "contents.roots", help: "PEM file of the authorities to trust for the bucket's server."
  ).optional
  static let sweepInterval = Setting.duration(
    "contents.sweep-interval", .seconds(60)...(.seconds(7 * 86_400)), default: .seconds(3_600),
    help: "How often files that no document names are looked for.")
  static let sweepAge = Setting.duration(
    "contents.sweep-age", .seconds(3_600)...(.seconds(30 * 86_400)), default: .seconds(86_400),
    help: "How old such a file must be to be removed.")
  static let clientLink = PeerSettings("client-link", default: "127.0.0.1:7001")
  static let integrationDispatch = PeerSettings(
    "integration-dispatch", default: "127.0.0.1:7003")

  static let all: [any DeclaredSetting] =
    [
      contentsURL, contentsAccessKey, contentsSecretKey, contentsRoots, sweepInterval, sweepAge,
    ] + PeerSettings.all(clientLink, integrationDispatch)

  /// The content store, made where it is missing.
  static func contents(
    _ settings: Settings, beside folder: String
  ) async throws -> ContentStore {
    let named = try settings[contentsURL]
    let data = URL(filePath: folder).absoluteURL
    func path(_ name: String) -> String { data.appending(path: name).path(percentEncoded: false) }
    do {
      return try await ContentStore.open(
        url: named.isEmpty ? "file:\(path("contents"))" : named,
        access: BucketAccess(
          accessKey: try settings[contentsAccessKey], secretKey: try settings[contentsSecretKey],
          spool: path("outgoing-contents"), roots: try settings[contentsRoots]))
    } catch {
      throw StartFailure(.cannotCreate, "cannot open contents.url: \(error)")
    }
  }
}
