import ArgumentParser
import Foundation

/// What every command that changes something takes.
struct ChangeOptions: ParsableArguments {
  @Option(
    name: .customLong("request-id"),
    help: ArgumentHelp(
      """
      The call's UUID: with the same one, repeating a call whose answer was lost changes nothing \
      more.
      """, valueName: "uuid"))
  private var request = RequestID()

  var requestId: String { request.text }
}

/// A call's UUID; a new one for each command that is not given one.
struct RequestID: ExpressibleByArgument, Sendable {
  let text: String

  init() { text = UUID().uuidString.lowercased() }

  init?(argument: String) {
    guard let uuid = UUID(uuidString: argument) else { return nil }
    text = uuid.uuidString.lowercased()
  }

  /// How the help shows the default.
  var defaultValueDescription: String { "a new one" }
}

/// What every command that lists takes.
struct ListOptions: ParsableArguments {
  @Option(help: "At most this many (default: all).")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is 1 or more") }
  }
}
