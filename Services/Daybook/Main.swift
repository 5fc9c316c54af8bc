import ArgumentParser
import Foundation

/// The entry: parses, runs, and turns whatever went wrong into words and an exit code.
@main struct Main {
  @concurrent
  static func main() async {
    do {
      var command = try DaybookCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let failure = Failure(error)
      failure.report()
      exit(failure.kind.rawValue)
    }
  }
}
